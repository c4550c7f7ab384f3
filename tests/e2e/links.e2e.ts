import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { currentEntry } from "../../src/model/stated-positions.ts";
import { dossier, index, statements } from "./oracle.ts";
import { type Screen, screen, seen } from "./screen.ts";
import { Site } from "./open.ts";
import { t } from "../../src/words/t.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const ids = (keep: (s: (typeof statements)[number]) => boolean) => statements.filter(keep).map((s) => s.id);
const undated = ids((s) => s.date === null);
const on = (from: string, to: string) => ids((s) => s.date !== null && s.date.min <= to && s.date.max >= from);
const some = statements[60]!;
const event = dossier.events.find((e) => e.statements.length > 2)!;

const LINKS: readonly (readonly [string, Partial<Screen>])[] = [
  [`s=${some.id}`, { chosen: [some.id], count: statements.length }],
  [`e=${event.id}`, { events: [event.id], cards: index.statements.filter((s) => s.events.includes(event.id)).map((s) => s.id) }],
  ["pl=stepanakert", { cards: ids((s) => s.about[0] === "stepanakert") }],
  ["pl=yerevan&at=said", { cards: ids((s) => s.saidIn?.place === "yerevan") }],
  [
    "t=2023-09-18/2023-09-18",
    { cards: [...on("2023-09-18", "2023-09-18"), ...undated], count: on("2023-09-18", "2023-09-18").length, now: "18 September 2023" },
  ],
  ["t=2023-09-19", { cards: [...on("0000-01-01", "2023-09-19"), ...undated], count: on("0000-01-01", "2023-09-19").length }],
  ["p=az,am", { cards: ids((s) => [s.party, ...s.parties].some((p) => p === "az" || p === "am")) }],
  ["tab=positions&topic=use_of_force", { tab: "positions" }],
  ["tab=parties", { tab: "parties" }],
  ["tab=about", { tab: "about" }],
  [
    "t=2023-09-19/2023-09-20&p=ru&pl=stepanakert",
    {
      cards: ids(
        (s) =>
          s.about[0] === "stepanakert" &&
          [s.party, ...s.parties].includes("ru") &&
          s.date !== null &&
          s.date.min <= "2023-09-20" &&
          s.date.max >= "2023-09-19",
      ),
    },
  ],
];

it.each(LINKS)("#%s opens what it names", async (hash, wanted) => {
  const page = await site.open({ hash });
  await seen(page, wanted);
});

it("a link to a statement brings its card into sight and gives it the focus", async () => {
  const page = await site.open({ hash: `s=${some.id}` });
  await expect
    .poll(() =>
      page.locator(`[data-statement="${some.id}"]`).evaluate((el) => {
        const { top } = el.getBoundingClientRect();
        const bar = document.querySelector(".line")!.getBoundingClientRect().bottom;
        return top >= bar - 1 && top < innerHeight - 60;
      }),
    )
    .toBe(true);
  await seen(page, { focus: some.id });
});

it("a link to a statement that its other keys would hide shows it all the same", async () => {
  const page = await site.open({ hash: `s=${statements[0]!.id}&t=2023-09-19/2023-09-20&p=ru` });
  const now = await seen(page, { chosen: [statements[0]!.id] });
  expect(now.cards).toContain(statements[0]!.id);
});

it("a link to a statement that does not exist shows everything", async () => {
  const page = await site.open({ hash: "s=no-such-statement" });
  await seen(page, { count: statements.length, chosen: [] });
});

it.each([
  ["s=no-such-statement", "no-such-statement"],
  ["e=ev-none", "ev-none"],
  ["pl=atlantis", "atlantis"],
  ["topic=nothing", "nothing"],
  ["p=az,xx&on=nothing", "xx and nothing"],
])(
  "#%s names what there is not, shows the rest, and leads back: an unknown place once gave an empty list that said nothing",
  async (hash, names) => {
    const page = await site.open({ hash });
    const words = page.locator(".line .empty");
    await expect.poll(() => words.textContent()).toBe(t("find.unknown", { list: names }));
    // The positions have no count, and stay open.
    const positions = hash.startsWith("topic");
    const all = positions ? null : statements.length;
    const { count } = await screen(page);
    expect(count).toBe(hash.includes("p=az") ? ids((s) => [s.party, ...s.parties].includes("az")).length : all);
    await page.locator(".line .all").click();
    await seen(page, { count: all, hash: positions ? "#tab=positions" : "" });
    expect(await words.count()).toBe(0);
  },
);

it("camera, names and theme in the address hold", async () => {
  const page = await site.open({ hash: "v=39.8,46.7,9&names=hy&theme=dark" });
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  expect(await page.locator("select[data-names]").inputValue()).toBe("hy");
  expect(await page.locator("[data-theme-choice]").inputValue()).toBe("dark");
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe("dark");
  expect(await page.evaluate(() => document.querySelector(".base")?.getAttribute("viewBox"))).not.toMatch(/^0 0 /);
  await page.locator("[data-zoom=whole]").click();
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain("v=");
});

it.each([
  "%",
  "%E0%A4%A",
  "s=%",
  "__proto__=1&constructor=2",
  "s=__proto__",
  "pl=constructor",
  "e=toString",
  "p=hasOwnProperty,__proto__",
  "topic=valueOf",
  "t=2023-13-45",
  "t=2023-09-19/",
  "t=//",
  "v=NaN,1,2",
  "v=999,999,99",
  "tab=nowhere",
  "theme=<script>",
  "names=../..",
  "&&&===",
  "s=<img src=x onerror=alert(1)>",
  `s=${"a".repeat(10_000)}`,
  `${"%41".repeat(3_500)}`,
  "layers=-,__proto__",
])("the address %j still shows the page", async (hash) => {
  const page = await site.open({ hash });
  const now = await screen(page);
  expect(await page.locator("h1").textContent()).toBe(dossier.head.title);
  expect(await page.locator("[data-tab]").count()).toBe(4);
  if (/^(pl|e|p)=/.test(hash)) expect(await page.locator("[data-count]").textContent()).toMatch(/^\d+$/);
  else if (now.tab === "statements") expect(now.count).toBe(statements.length);
  await page.locator("[data-tab=parties]").click();
  await seen(page, { tab: "parties" });
});

it("up to a day, each position shown had been stated by then", async () => {
  const page = await site.open({ hash: "t=2023-09-18&tab=positions" });
  const now = await seen(page, { tab: "positions" });
  expect(now.positions.length).toBeGreaterThan(20);
  expect(now.positions.filter((day) => day > "2023-09-18")).toEqual([]);
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("tr[data-party]")].map((row) => {
      const entries = [...row.querySelectorAll<HTMLElement>(".entries > li")];
      return {
        since: entries.map((e) => e.dataset["since"] ?? ""),
        now: entries.findIndex((e) => !e.hidden && !e.classList.contains("past")),
        words: row.querySelector(".absence:not([hidden])")?.textContent?.trim() ?? "",
      };
    }),
  );
  for (const row of rows) {
    expect(row.now).toBe(currentEntry(row.since, "2023-09-18"));
    if (row.now < 0) expect(row.words).not.toBe("");
  }
});
