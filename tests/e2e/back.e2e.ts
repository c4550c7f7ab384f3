import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./open.ts";
import { statements } from "./oracle.ts";
import { seen } from "./screen.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const s = statements.find((x) => x.about[0] === "stepanakert" && x.date?.min === "2023-09-19")!;
const card = `[data-statement="${s.id}"]`;

/** Whether this, and nothing else, has the focus, in sight. */
const hasFocus = (page: Page, query: string) =>
  expect
    .poll(
      () =>
        page.evaluate((query) => {
          const { activeElement: el } = document;
          const { top = -1, bottom = -1 } = el?.getBoundingClientRect() ?? {};
          return el?.matches(query) && bottom > 0 && top < innerHeight ? query : el?.outerHTML.slice(0, 200);
        }, query),
      { message: `focus on ${query}` },
    )
    .toBe(query);

describe("the browser's Back takes the focus to where the reader was: once it was nowhere", () => {
  it.each(["desktop", "phone"] as const)("to the mark that opened a place (%s)", async (box) => {
    const page = await site.open({ box });
    await page.locator('[data-place="stepanakert"] .count').click();
    await seen(page, { hash: "#pl=stepanakert" });
    await page.goBack();
    await seen(page, { hash: "" });
    await hasFocus(page, '.marks [data-place="stepanakert"]');
  });

  it("to the card that was opened by a click on it, which is no link", async () => {
    const page = await site.open();
    await page.locator(`${card} .text`).click();
    await seen(page, { chosen: [s.id], hash: `#s=${s.id}` });
    await page.goBack();
    await seen(page, { chosen: [], hash: "" });
    await hasFocus(page, card);
  });

  it("to the link inside a card, among all the others again, and from there one more step back", async () => {
    const page = await site.open();
    await page.locator(`${card} .text`).click();
    await seen(page, { hash: `#s=${s.id}` });
    await page.locator(`${card} a.about`).first().click();
    await seen(page, { hash: `#pl=${s.about[0]}` });
    await page.goBack();
    await seen(page, { hash: `#s=${s.id}` });
    await hasFocus(page, `${card} a.about`);
    await page.goBack();
    await seen(page, { hash: "" });
    await hasFocus(page, card);
    await page.goForward();
    await seen(page, { hash: `#s=${s.id}` });
    await hasFocus(page, `${card} a.about`);
  });

  it("to a tab, to a button of the days and to a list of days that was chosen from", async () => {
    const page = await site.open({ box: "phone" });
    await page.locator("[data-tab=parties]").click();
    await seen(page, { tab: "parties", hash: "#tab=parties" });
    await page.goBack();
    await seen(page, { tab: "statements" });
    await hasFocus(page, "[data-tab=parties]");
    await page.locator("[data-time=next]").click();
    await expect.poll(() => page.url()).toContain("#t=");
    await page.goBack();
    await seen(page, { hash: "" });
    await hasFocus(page, "[data-time=next]");
    await page.locator(".go select").selectOption("2023-09-28");
    await seen(page, { hash: "#t=2023-09-28/2023-09-28" });
    await page.goBack();
    await seen(page, { hash: "" });
    await hasFocus(page, ".go select");
  });

  it("to a chip in a fold, which opens for it", async () => {
    const page = await site.open({ hash: "at=said" });
    await page.locator(".edge.west summary").click();
    await page.locator('.edge details [data-place="paris"]').click();
    await seen(page, { hash: "#pl=paris&at=said" });
    await page.goBack();
    await seen(page, { hash: "#at=said" });
    await hasFocus(page, '.edge details [data-place="paris"]');
  });

  it("to the list where what opened it is no more", async () => {
    const page = await site.open();
    await page.locator("[data-filters]").click();
    await page.locator("[data-facet=party] input").first().click();
    await page.locator(".facets [data-close], .facets button[type=button]").first().click();
    await expect.poll(() => page.url()).toContain("#p=");
    await page.goBack();
    await seen(page, { hash: "" });
    await hasFocus(page, ".panel *");
  });

  it("to before the search, all of its letters at once: Back once left the page", async () => {
    const page = await site.open();
    await page.locator("input[type=search]").pressSequentially("white flag");
    await seen(page, { hash: "#q=white%20flag" });
    await page.goBack();
    await seen(page, { hash: "", count: statements.length });
    await hasFocus(page, "input[type=search]");
  });

  it.each([
    ["too", () => undefined],
    [
      "whatever is written as it is left, which once reached the browser too late",
      () => addEventListener("pagehide", (event) => event.stopImmediatePropagation(), true),
    ],
  ])("from another page %s", async (_, script) => {
    const page = await site.open({ before: (p) => p.addInitScript(script) });
    await page.locator("[data-tab=parties]").click();
    await page.locator('[id="p=un"] a.name').click();
    await page.waitForURL(/p\/un/);
    await page.goBack();
    await page.locator("html[data-js]").waitFor();
    await seen(page, { tab: "parties" });
    await hasFocus(page, '[id="p=un"] a.name');
  });

  it("in a page that was loaded again meanwhile, which once no longer knew", async () => {
    const page = await site.open();
    await page.locator("[data-tab=parties]").click();
    await seen(page, { tab: "parties", hash: "#tab=parties" });
    await page.locator('[id="p=un"] a[href="#p=un"]').click();
    await seen(page, { hash: "#p=un" });
    await page.reload();
    await page.locator("html[data-map=unavailable]").waitFor();
    await page.goBack();
    await seen(page, { tab: "parties" });
    await hasFocus(page, '[id="p=un"] a[href="#p=un"]');
    await page.goBack();
    await seen(page, { tab: "statements" });
    await hasFocus(page, "[data-tab=parties]");
  });

  it("but not in a page that is opened anew, or loaded again", async () => {
    const page = await site.open();
    await page.locator("[data-tab=parties]").click();
    await seen(page, { tab: "parties" });
    await page.reload();
    await page.locator("html[data-map=unavailable]").waitFor();
    await hasFocus(page, "body");
  });
});
