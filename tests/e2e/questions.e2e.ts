import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { dayWords } from "../../src/model/dates.ts";
import { cells } from "../../src/model/stated-positions.ts";
import { Site } from "./open.ts";
import { dossier, statements } from "./oracle.ts";
import { ask, cell, latest, type Question, row } from "./reader.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const QUESTIONS: readonly Question[] = [
  {
    ask: "What did Moscow say about being warned, and when?",
    steps: 2,
    find: async (r) => {
      await r.topic("notification");
      const text = await r.reads(row("notification", "ru"));
      expect(text).toContain(latest("notification", "ru"));
      expect(text).toContain("19 Sept 2023");
    },
  },
  {
    ask: "Did Tehran say anything about being warned?",
    steps: 2,
    find: async (r) => {
      await r.topic("notification");
      expect(await r.reads(row("notification", "ir"))).toContain(
        `No statement found (searched to ${dayWords(cell("notification", "ir").absence!.lastSearched!, "short")})`,
      );
    },
  },
  {
    ask: "What did Baku call it on the first day, and what did Yerevan?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-tab=about]");
      await r.press("[data-panel=about] a[href='terms.html']");
      const called = (party: string) => r.reads(`#operation_2023 [data-party=${party}] .use`);
      expect(await called("az")).toMatch(/^local anti-terrorist activities\s+First in this record: Ministry of Defence, 19 Sept 2023/);
      expect(await called("am")).toMatch(/^large-scale aggression\s+First in this record: Ministry of Foreign Affairs, 19 Sept 2023/);
    },
  },
  {
    ask: "Which parties changed on return?",
    steps: 2,
    find: async (r) => {
      await r.topic("displacement");
      const moved = cells(dossier).filter((c) => c.topic === "displacement" && c.stated.length > 1);
      expect(moved.length).toBeGreaterThan(1);
      for (const { topic, party } of moved) await r.sees(`${row(topic, party)} .entries > li:not([hidden], .past) .changed`);
      expect(await r.page.locator("tr[data-topic=displacement] .entries > li:not([hidden], .past) .changed").count()).toBe(moved.length);
    },
  },
  {
    ask: "How did Yerevan's word on Azerbaijan's borders change?",
    steps: 3,
    find: async (r) => {
      await r.topic("territorial_integrity");
      await r.press(`${row("territorial_integrity", "am")} button.earlier`);
      for (const entry of cell("territorial_integrity", "am").stated)
        await r.sees(r.page.locator(`${row("territorial_integrity", "am")} .entries > li`, { hasText: entry.summary }));
    },
  },
  {
    ask: "What did Baku and the de facto authorities each say of disarming?",
    steps: 2,
    find: async (r) => {
      await r.topic("armed_forces");
      for (const party of ["az", "nk"]) expect(await r.reads(row("armed_forces", party))).toContain(latest("armed_forces", party));
    },
  },
  {
    ask: "Who answered whom about the operation's beginning?",
    steps: 2,
    find: async (r) => {
      await r.day("2023-09-19");
      await r.press(r.page.locator('[id="e=ev-2023-09-19-operation"] .chips a'));
      const [answer] = statements.filter((s) => s.respondsTo.length > 0 && s.party === "am" && s.date?.edtf === "2023-09-19");
      expect(await r.reads(r.page.locator("#answers li", { hasText: answer?.speaker.name ?? "" }))).toContain("Answers");
    },
  },
  {
    ask: "Whose accounts of the operation's beginning do not fit?",
    steps: 2,
    find: async (r) => {
      await r.day("2023-09-19");
      await r.press(r.page.locator('[id="e=ev-2023-09-19-operation"] .chips a'));
      await r.sees("#differ li");
      expect(await r.reads("#differ")).toContain("This is no verdict");
    },
  },
  {
    ask: "Who spoke for the de facto authorities, in which role, on which day?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-tab=parties]");
      await r.press('[id="p=nk"] a.name');
      expect(await r.reads(r.page.locator("#speakers li", { hasText: "Sergey Ghazaryan" }))).toMatch(/: .*19 Sept 2023/);
    },
  },
  {
    ask: "What did Washington say on the first day?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-tab=parties]");
      await r.press('[id="p=us"] a.name');
      const said = statements.filter((s) => s.party === "us" && s.date?.edtf === "2023-09-19");
      expect(said.length).toBeGreaterThan(2);
      const items = r.page.locator("#statements h3", { hasText: "19 September 2023" }).locator("+ ul > li");
      await expect.poll(() => items.count()).toBe(said.length);
      await r.sees(items);
    },
  },
  {
    ask: "Where did Turkey stand on the use of force, after the first day?",
    steps: 3,
    find: async (r) => {
      await r.topic("use_of_force");
      await r.press(`${row("use_of_force", "tr")} button.earlier`);
      for (const { summary } of cell("use_of_force", "tr").stated)
        await r.sees(r.page.locator(`${row("use_of_force", "tr")} .entries > li`, { hasText: summary }));
    },
  },
  {
    ask: "Who spoke of a white flag?",
    steps: 1,
    find: async (r) => {
      await r.writes("“white flag”");
      const said = statements.filter((s) => /white flag/i.test([s.text, ...s.terms].join(" ")));
      await expect.poll(() => r.page.locator("[data-statement]:not([hidden])").filter({ visible: true }).count()).toBe(said.length);
      for (const s of said) expect(await r.reads(`[data-statement="${s.id}"] .who`)).toContain(s.speaker.name);
    },
  },
  {
    ask: "Where do I read at first hand what Zakharova said?",
    steps: 1,
    find: async (r) => {
      await r.writes("Zakharova");
      const link = await r.sees('[data-statement="20230919-ru-zakharova-briefing"] .sources a');
      expect(await link.getAttribute("href")).toMatch(/^https?:/);
    },
  },
  {
    ask: "What was said in New York on 21 September, and which day was it then in Baku?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-mode=said]");
      await r.press('.off [data-place="new_york"]');
      const late = statements.find((s) => s.saidIn?.place === "new_york" && s.date?.edtf === "2023-09-21" && s.venue?.includes("Council"));
      const card = `[data-statement="${late?.id}"]`;
      expect(await r.reads(`${card} .when`)).toContain("21 September 2023");
      expect(await r.reads(r.page.locator(`${card} p`, { hasText: "22 September" }))).toMatch(/Baku|Yerevan/);
    },
  },
  {
    ask: "What was said in Yerevan?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-mode=said]");
      await r.press('.marks-layer [data-place="yerevan"]');
      const said = statements.filter((s) => s.saidIn?.place === "yerevan");
      await expect.poll(() => r.page.locator("[data-count]").innerText()).toBe(String(said.length));
      await r.sees(`[data-statement="${said[0]?.id}"]`);
    },
  },
  {
    ask: "What is the main city called, by whom?",
    steps: { phone: 2, desktop: 1 },
    find: async (r) => {
      await r.press('[data-place="stepanakert"] .count');
      if (!r.wide) await r.press(".place summary");
      const text = await r.reads(".place details");
      for (const name of ["Xankəndi", "Ստեփանակերտ", "Степанакерт"]) expect(text).toContain(name);
      expect(text).toMatch(/Khankendi \(.*Baku/);
    },
  },
  {
    ask: "What is the hatched area, in whose view, and how exact is it?",
    steps: 1,
    find: async (r) => {
      await r.press(".key > summary");
      const area = r.page.locator("[data-contested]", { hasText: "Area under the de facto authorities" });
      expect(await r.reads(area)).toMatch(/2020.*2023.*(km|m)\b.*Source/s);
    },
  },
  {
    ask: "What happened on 25 September 2023?",
    steps: 1,
    find: async (r) => {
      await r.day("2023-09-25");
      for (const event of dossier.events.filter((e) => e.date.min === "2023-09-25"))
        expect(await r.reads(`[id="e=${event.id}"] .title`)).toBe(event.title);
    },
  },
  {
    ask: "How much of Iran was found, and in which languages?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-tab=about]");
      await r.press("[data-panel=about] a[href='about.html']");
      expect(await r.reads(".cov[data-party=ir]")).toMatch(/3 statements.*Sources in /s);
    },
  },
  {
    // Once nothing at the page's head told that this stands on it, four screens down.
    ask: "Who was left out?",
    steps: 3,
    find: async (r) => {
      await r.press("[data-tab=about]");
      await r.press("[data-panel=about] a[href='about.html']");
      await r.press(".jump a[href='#coverage']");
      await expect.poll(() => r.page.locator("#coverage").evaluate((el) => Math.round(el.getBoundingClientRect().top))).toBeLessThan(60);
      await r.sees(r.page.getByText("Known to exist but not recorded here"));
    },
  },
  {
    ask: "Did Peskov urge both to drop coercion, as the first text claimed?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-tab=about]");
      await r.press("[data-panel=about] a[href='about.html#claims']");
      const [claim] = dossier.claims;
      const text = await r.reads(r.page.locator("#claims li", { hasText: claim?.claim ?? "" }));
      expect(text.toLowerCase()).toContain(claim?.status);
    },
  },
  {
    ask: "Whom did the United Nations address, and when?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-tab=parties]");
      await r.press('[id="p=un"] a.name');
      for (const s of statements.filter((s) => s.party === "un")) {
        const item = await r.reads(r.page.locator("#statements li", { has: r.page.locator(`a[href$="s/${s.id}/"]`) }));
        expect(item).toContain(dayWords(s.date!.min, "short"));
        expect(item).toContain(`to ${s.audience.map((a) => dossier.parties.find((p) => p.id === a)?.name ?? a).join(", ")}`);
      }
    },
  },
  {
    ask: "In which words did Moscow speak of the operation?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-tab=about]");
      await r.press("[data-panel=about] a[href='terms.html']");
      const own = dossier.terms.find((term) => term.id === "operation_2023")!.entries.filter((entry) => entry.party === "ru");
      expect(own.length).toBeGreaterThan(0);
      expect(await r.reads("#operation_2023 [data-party=ru] .use")).toMatch(/First in this record: .* 2023/);
      expect(await r.page.locator("#operation_2023 [data-party=ru] .use").count()).toBe(own.length);
    },
  },
  {
    ask: "Who denied what?",
    steps: 1,
    find: async (r) => {
      await r.writes("denied");
      const said = statements.filter((s) => /\bdenied\b/i.test(s.text));
      expect(said.length).toBeGreaterThan(2);
      for (const s of said) expect(await r.reads(`[data-statement="${s.id}"] .text`)).toContain("denied");
      await expect.poll(() => r.page.evaluate(() => CSS.highlights.get("found")?.size ?? 0)).toBeGreaterThanOrEqual(said.length);
    },
  },
  {
    ask: "Is anything undated?",
    steps: 2,
    find: async (r) => {
      await r.press("[data-time=more]");
      await r.press("[data-time=undated]");
      for (const s of statements.filter((s) => s.date === null)) await r.sees(`#undated [data-statement="${s.id}"] .who`);
    },
  },
];

ask(() => site, QUESTIONS);
