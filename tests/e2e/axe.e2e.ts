import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { Site, type Wish } from "./open.ts";
import { dossier, statements } from "./oracle.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const TITLES = [...statements, ...dossier.events].flatMap((x) => x.sources).filter((x) => x.title).length;

async function violations(page: Page): Promise<string[]> {
  // Titles of sources come when there is nothing else to do: where they take a line more, what is below them moves.
  if (await page.locator('html[data-js][data-ui="full"] .panel').count())
    await expect.poll(() => page.locator(".sources cite").count()).toBeGreaterThanOrEqual(TITLES);
  // Cards and topics out of sight are laid out by a guess of their height until they are scrolled to; they are measured as they will be.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".day,.card,.happened,.topic-block,[data-panel]{content-visibility:visible!important}");
    document.adoptedStyleSheets = [sheet];
    // Their letters come when they are laid out, and would move what is being measured.
    document.body.getBoundingClientRect();
    return document.fonts.ready.then(() => {});
  });
  await page.evaluate(AXE);
  const result = await page.evaluate(
    (rules) => (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(rules),
    RULES,
  );
  return result.violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.target.join(" ")} ${n.failureSummary?.replace(/\s+/g, " ").slice(0, 160)}`),
  );
}

type Case = readonly [name: string, wish: Wish, then?: (page: Page) => Promise<unknown>];
const key = (page: Page) => page.locator(".key summary").click();
const filter = (page: Page) => page.locator("[data-filters]").click();
const moreTime = async (page: Page) => {
  for (let i = 0; i < 2; i++) await page.locator("[data-ruler=nearer]").click();
  await page.locator("[data-time=more]").click();
};
const menu = (page: Page) => page.locator(".menu-button").click();

const share = (page: Page) =>
  page
    .locator("[data-share]")
    .click()
    .then(() => page.locator("dialog[open]").waitFor());
const awake = (page: Page) => page.locator("html[data-js]").waitFor();

const CASES: readonly Case[] = [
  ["statements", {}],
  ["statements, dark", { hash: "theme=dark" }],
  ["positions", { hash: "tab=positions" }],
  ["parties", { hash: "tab=parties" }],
  ["about", { hash: "tab=about" }],
  ["a place chosen", { hash: "pl=stepanakert&t=2023-09-19/2023-09-20" }],
  ["a statement read, where it was said", { hash: "s=20230919-az-hajiyev-reuters&at=said" }],
  ["nothing found", { hash: "t=2021-01-01/2021-01-02&p=de" }],
  ["the map key open", {}, key],
  ["the filters open", { hash: "p=az&on=use_of_force&level=primary" }, filter],
  ["found by words, with filters", { hash: "q=terror&p=az,am&src=en" }],
  ["nothing found, and the ways back", { hash: "t=2021-05-03/2021-05-03&p=de&q=Stepanakret" }],
  ["more of time, a month of the ruler", { hash: "t=2023-09-19/2023-09-19" }, moreTime],
  ["a phone, the filters open", { box: "phone", hash: "p=az" }, filter],
  ["a phone, more of time", { box: "phone" }, (page) => page.locator("[data-time=more]").click()],
  ["the frame of an article", { box: "article" }],
  ["a phone", { box: "phone" }],
  ["a phone, dark, positions", { box: "phone", hash: "tab=positions&theme=dark" }],
  ["a phone, its menu open", { box: "phone" }, menu],
  ["a phone, the map key open", { box: "phone" }, key],
  ["the narrowest", { box: "narrow" }],
  ["sharing", {}, share],
  ["the embed", { box: "article", path: "embed.html" }, awake],
  ["the embed, a step, a phone", { box: "phone", path: "embed.html", hash: "step=3" }, awake],
  ["the embed, dark, narrow", { box: "narrow", path: "embed.html", hash: "step=7&theme=dark" }, awake],
  ["the embed's list", { box: "article", path: "embed.html?ui=list" }, awake],
  ["about.html", { path: "about.html" }],
  ["places.html", { path: "places.html" }],
  ["terms.html", { path: "terms.html" }],
  ["a party", { path: "p/az/" }],
  ["a party, narrow and dark", { path: "p/nk/", box: "narrow", colorScheme: "dark" }],
  ["a topic", { path: "t/use_of_force/" }],
  ["a topic, narrow and dark", { path: "t/peacekeepers_role/", box: "narrow", colorScheme: "dark" }],
  ["an event in each party's words", { path: "e/ev-2023-09-19-general-assembly/" }],
  ["a statement, phone", { path: "s/20230919-ru-peskov-force/", box: "phone" }],
  ["three parties side by side", { hash: "tab=positions&p=az,am,ru" }, (page) => page.locator(".compare").waitFor()],
  ["places.html, narrow", { path: "places.html", box: "narrow" }],
];

it.each(CASES.map(([name, wish, then]) => ({ name, wish, then })))("finds no violation: $name", async ({ wish, then }) => {
  const page = await site.open({ reducedMotion: "reduce", ...wish });
  await then?.(page);
  expect(await violations(page)).toEqual([]);
});

it("sees one that is put there", async () => {
  const page = await site.open({ reducedMotion: "reduce" });
  await page.evaluate(() => {
    const button = document.createElement("button");
    document.querySelector("main")?.append(button);
  });
  expect((await violations(page)).join()).toContain("button-name");
});
