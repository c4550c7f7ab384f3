import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./open.ts";
import { dossier, statements } from "./oracle.ts";
import { seen } from "./screen.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

describe("check 1: from any marker to the source of its statement", () => {
  it("is a click on the marker and one on the link, the most direct source first", async () => {
    const page = await site.open();
    const marks = await page.locator(".marks .stack").evaluateAll((all) => all.map((el) => (el as SVGElement).dataset["place"] ?? ""));
    expect(marks.length).toBeGreaterThan(5);
    for (const place of marks) {
      await site.open();
      await page.locator(`.marks [data-place="${place}"] .count`).click();
      const wanted = statements.filter((s) => s.about[0] === place);
      await seen(page, { cards: wanted.map((s) => s.id) });
      for (const s of wanted) {
        const link = page.locator(`[data-statement="${s.id}"] .sources a`).first();
        const best = s.sources.find((x) => x.level === "primary") ?? s.sources.find((x) => x.level === "secondary") ?? s.sources[0];
        expect(await link.getAttribute("href"), s.id).toBe(best?.url);
      }
      // The second click is on the first card's, which is there without another.
      await page.locator(`[data-statement="${wanted[0]?.id}"] .sources a`).first().click({ trial: true });
    }
  });

  it("an archived copy stands in the same line as its source, wherever one is recorded", async () => {
    const page = await site.open({ javaScriptEnabled: false });
    const lines = await page
      .locator("[data-statement] .sources li")
      .evaluateAll((all) => all.map((li) => [...li.querySelectorAll("a")].map((a) => a.getAttribute("href"))));
    const copies = statements.flatMap((s) => s.sources).filter((s) => s.archiveUrl !== null);
    for (const { url, archiveUrl } of copies)
      expect(
        lines.some((line) => line[0] === url && line[1] === archiveUrl),
        url,
      ).toBe(true);
    expect(lines.filter((line) => line.length > 1)).toHaveLength(copies.length);
  });
});

it("check 9: a voice changes with the language: what the dossier says is marked in a page of another one, and so are titles of sources", async () => {
  const page = await site.open({ path: "ru/", javaScriptEnabled: false });
  const spoken = (query: string) =>
    page.locator(query).evaluateAll((all) => [...new Set(all.map((el) => el.closest<HTMLElement>("[lang]")?.lang ?? ""))]);
  expect(await spoken("h1, .terms q, .happened .text, .card .topic")).toEqual([dossier.head.lang]);
  const written = statements.flatMap((s) => s.sources).map((s) => s.lang);
  expect(
    new Set(await page.locator(".sources li > a:first-child").evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).hreflang))),
  ).toEqual(new Set([...written, ...dossier.events.flatMap((e) => e.sources).map((s) => s.lang)]));
});

describe("in forced colours", () => {
  it("what is pressed and which tab is open can be told: once both looked like all others", async () => {
    const page = await site.open({ forcedColors: "active" });
    const ground = (query: string) =>
      page
        .locator(query)
        .first()
        .evaluate((el) => getComputedStyle(el).backgroundColor);
    await page.locator("[data-mode][aria-pressed=true]").waitFor();
    expect(await ground("[data-mode][aria-pressed=true]")).not.toBe(await ground("[data-mode][aria-pressed=false]"));
    const line = (query: string) =>
      page
        .locator(query)
        .first()
        .evaluate((el) => getComputedStyle(el).borderBottomColor);
    expect(await line(".tabs [aria-current]")).not.toBe(await line(".tabs a:not([aria-current])"));
  });
});

it("events far off, many of them, are one chip that opens: nine once stood upon the map's west", async () => {
  const page = await site.open();
  const fold = page.locator(".edge.west summary");
  expect(await fold.innerText()).toMatch(/^\d+ events farther off/);
  const lozenge = page.locator(".edge.west [data-event]").first();
  expect(await lozenge.isVisible()).toBe(false);
  await fold.click();
  const event = (await lozenge.getAttribute("data-event")) ?? "";
  await lozenge.click();
  await seen(page, { events: [event] });
  // The camera may have gone there: then it is a mark like others.
  await page.locator(`[data-event="${event}"]`).filter({ visible: true }).first().waitFor();
});
