import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { dayWords } from "../../src/model/dates.ts";
import { Site } from "./open.ts";
import { dossier, placeName, statements } from "./oracle.ts";
import { ask, cell, latest, type Question, type Reader, row } from "./reader.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** The statements on screen are these and no others, beside what is undated; the first can be read. */
async function shows(r: Reader, said: readonly { readonly id: string }[]): Promise<void> {
  expect(said.length).toBeGreaterThan(0);
  const ids = () =>
    r.page
      .locator(".day:not(.undated) [data-statement]:not([hidden])")
      .filter({ visible: true })
      .evaluateAll((all) => all.map((el) => (el as HTMLElement).dataset["statement"]));
  await expect.poll(ids).toEqual(said.map((s) => s.id));
  await r.sees(`[data-statement="${said[0]?.id}"] .text`);
}

/** Ticks a value of a filter, and looks at the list. */
async function filter(r: Reader, facet: string, value: string): Promise<void> {
  await r.press("[data-filters]");
  const group = `[data-facet=${facet}]`;
  if (!(await r.page.locator(group).evaluate((el) => (el as HTMLDetailsElement).open))) await r.press(`${group} > summary`);
  await r.press(`${group} label:has([value="${value}"])`);
  await r.press("[data-show]");
}

const on = (day: string) => statements.filter((s) => s.date?.edtf === day);
const of = (party: string) => statements.filter((s) => s.party === party || s.parties.includes(party));
const best = (s: (typeof statements)[number]) =>
  (["primary", "secondary", "tertiary"] as const).find((l) => s.sources.some((x) => x.level === l));

const QUESTIONS: readonly Question[] = [
  {
    ask: "What was said on 28 September 2023, by whom?",
    steps: 1,
    find: async (r) => {
      await r.day("2023-09-28");
      await shows(r, on("2023-09-28"));
      expect(await r.reads("[data-statement]:not([hidden]) .who")).toContain("Samvel Shahramanyan");
      expect(await r.reads(r.page.locator("p", { has: r.page.locator("[data-count]") }))).toMatch(/^1 statement, 28 September 2023/);
    },
  },
  {
    ask: "What is the last statement of the record?",
    steps: 1,
    find: async (r) => {
      await r.press("[data-time=prev]");
      const last = statements
        .flatMap((s) => s.date?.max ?? [])
        .sort()
        .at(-1)!;
      await shows(r, on(last));
    },
  },
  {
    ask: "What had the de facto authorities said of disarming before the operation, by the evening of 18 September?",
    steps: 3,
    find: async (r) => {
      await r.day("2023-09-18");
      await r.topic("armed_forces");
      const before = cell("armed_forces", "nk").stated.filter((e) => (e.validFrom?.min ?? "") <= "2023-09-18");
      const text = await (await r.sees(`${row("armed_forces", "nk")} td`)).innerText();
      expect(text).toContain(before.at(-1)?.summary ?? "No statement found");
      expect(text).not.toContain(latest("armed_forces", "nk"));
      expect(await r.reads(".line p")).toBe("Positions as stated up to 18 September 2023");
    },
  },
  {
    ask: "Which statements speak of the Security Council?",
    steps: 1,
    find: async (r) => {
      await r.writes("“Security Council”");
      await expect.poll(async () => Number(await r.page.locator("[data-count]").innerText())).toBeLessThan(60);
      const ids = await r.page
        .locator("[data-statement]:not([hidden])")
        .evaluateAll((all) => all.map((el) => (el as HTMLElement).dataset["statement"]));
      const wanted = statements.filter((s) => /security council/i.test([s.text, s.venue].join(" "))).map((s) => s.id);
      expect(wanted.length).toBeGreaterThan(3);
      expect(ids).toEqual(expect.arrayContaining(wanted));
    },
  },
  {
    ask: "What can I read in the party's own publication, and not in the news?",
    steps: 4,
    find: async (r) => {
      await filter(r, "level", "primary");
      await shows(
        r,
        statements.filter((s) => best(s) === "primary"),
      );
    },
  },
  {
    ask: "What did Baku and Yerevan each say of the Lachin road, side by side?",
    steps: 4,
    find: async (r) => {
      await r.press("[data-tab=positions]");
      await r.page.locator(".compare").waitFor();
      if (!r.wide) await r.press(".compare > summary");
      await r.press(r.page.locator(".compare-who button", { hasText: "Azerbaijan" }));
      await r.press(r.page.locator(".compare-who button", { hasText: "Armenia" }));
      // On a phone every topic is then open, and the reader scrolls.
      if (r.wide) await r.choose(".go-topic", "lachin_access");
      const tops = [];
      for (const party of ["az", "am"]) {
        expect(await r.reads(row("lachin_access", party))).toContain(latest("lachin_access", party));
        tops.push(Math.round((await r.page.locator(row("lachin_access", party)).boundingBox())!.y));
      }
      expect(tops[0]).toBe(tops[1]);
    },
  },
  {
    ask: "What did Iran say, all of it?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-tab=parties]");
      await r.press('[id="p=ir"] a[href="#p=ir"]');
      await shows(r, of("ir"));
    },
  },
  {
    ask: "What was signed jointly?",
    steps: 3,
    find: async (r) => {
      await r.press("[data-filters]");
      await r.press("[data-facet=party] label:has([value=joint])");
      await r.press("[data-show]");
      await shows(
        r,
        statements.filter((s) => s.party === "joint"),
      );
    },
  },
  {
    ask: "What was said in Brussels?",
    steps: 3,
    find: async (r) => {
      await r.press("[data-mode=said]");
      await r.press(".edge.west summary");
      await r.press('.off [data-place="brussels"]');
      await shows(
        r,
        statements.filter((s) => s.saidIn?.place === "brussels"),
      );
    },
  },
  {
    ask: "How do I cite what Hajiyev told the agency?",
    steps: 4,
    find: async (r) => {
      await r.writes("Hajiyev Reuters");
      await r.press('[data-statement="20230919-az-hajiyev-reuters"] .perma');
      await r.press('[data-statement="20230919-az-hajiyev-reuters"] .own-page a');
      await r.press(".cite summary, .cite button, [class*=cite] summary");
      await r.sees(r.page.getByText("@", { exact: false }).first());
    },
  },
  {
    ask: "What does “Paraphrase” on a card mean?",
    steps: 1,
    find: async (r) => {
      await r.press("[data-statement]:not([hidden]) .why");
      expect((await r.reads(".chip-note:popover-open")).length).toBeGreaterThan(60);
    },
  },
  {
    ask: "What is the town called on a map of Yerevan's?",
    steps: { phone: 2, desktop: 1 },
    find: async (r) => {
      if (!r.wide) await r.press(".menu-button");
      await r.choose("[data-names]", "yerevan_stepanakert");
      const place = dossier.places.find((p) => p.id === "stepanakert")!;
      await expect
        .poll(() => r.page.locator('[data-place="stepanakert"]').first().getAttribute("aria-label"))
        .toContain(place.labels["yerevan_stepanakert"]);
      expect(await r.page.locator('[data-place="stepanakert"]').first().getAttribute("aria-label")).not.toContain("Khankendi");
    },
  },
  {
    ask: "How far is Lachin from Khankendi?",
    steps: { phone: 2, desktop: 1 },
    find: async (r) => {
      await r.press('[data-place="stepanakert"] .count');
      if (!r.wide) await r.press(".near summary");
      expect(await r.reads(r.page.locator(".near li", { hasText: placeName("lachin") }))).toMatch(/\d+ km/);
    },
  },
  {
    ask: "Was anything corrected since?",
    steps: 1,
    find: async (r) => {
      await r.press("[data-tab=about]");
      expect(await r.reads(r.page.locator("[data-panel=about] h3", { hasText: "Corrections" }).locator("+ *"))).toMatch(/^None so far/);
    },
  },
  {
    ask: "What is known from sources in Armenian alone?",
    steps: 4,
    find: async (r) => {
      await filter(r, "source", "hy");
      await shows(
        r,
        statements.filter((s) => s.sources.some((x) => x.lang === "hy")),
      );
    },
  },
  {
    ask: "What was said in reply to the Ministry of Defence's announcement?",
    steps: 1,
    find: async (r) => {
      await r.day("2023-09-19");
      const card = '[data-statement="20230919-az-mod-launch"]';
      const answers = statements.filter((s) => s.respondsTo.includes("20230919-az-mod-launch"));
      expect(answers.length).toBeGreaterThan(1);
      const text = await r.reads(r.page.locator(`${card} .rel`, { hasText: "Answered by" }));
      for (const s of answers) expect(text).toContain(s.speaker.name);
    },
  },
  {
    ask: "How do I send somebody what I see?",
    steps: { phone: 3, desktop: 2 },
    find: async (r) => {
      await r.day("2023-09-20");
      if (!r.wide) await r.press(".menu-button");
      await r.press("[data-share]");
      expect(await (await r.sees(".share input")).inputValue()).toContain("#t=2023-09-20/2023-09-20");
    },
  },
  {
    ask: "What had the peacekeepers become by 2024?",
    steps: 1,
    find: async (r) => {
      await r.writes("peacekeepers withdraw");
      await r.sees(r.page.locator("[data-statement]:not([hidden]) .when", { hasText: "2024" }));
    },
  },
  {
    ask: "What did nobody say: where is the record silent on return?",
    steps: 2,
    find: async (r) => {
      await r.topic("displacement");
      const silent = await r.page.locator("tr.none_found[data-topic=displacement]").count();
      expect(silent).toBeGreaterThan(0);
      expect(await r.reads("tr.none_found[data-topic=displacement] .absence")).toMatch(/^No statement found \(searched to /);
    },
  },
  {
    ask: "Where do accounts of the same thing contradict each other?",
    steps: 1,
    find: async (r) => {
      await r.day("2023-09-20");
      const differ = on("2023-09-20").find((s) => s.disagreement !== null)!;
      expect(await r.reads(`[data-statement="${differ.id}"] .differ`)).toContain("Accounts differ");
    },
  },
  {
    ask: "What happened next?",
    steps: 2,
    find: async (r) => {
      await r.day("2023-09-20");
      await r.press("[data-time=next]");
      await shows(r, on("2023-09-21"));
      // On a phone the list of days says it.
      const words = await (r.wide
        ? r.reads(".now b")
        : (await r.sees(".go select")).evaluate((el) => (el as HTMLSelectElement).selectedOptions[0]?.text));
      expect(words).toContain(dayWords("2023-09-21", r.wide ? "long" : "short"));
    },
  },
];

ask(() => site, QUESTIONS);
