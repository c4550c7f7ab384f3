import { rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { compileDossier } from "../../src/dossier/compile.ts";
import type { Bounds } from "../../src/dossier/types.ts";
import { built, movedTo } from "./extents.ts";
import { Site } from "./open.ts";
import { drawn, farthest, land, offset, spots } from "./pictures.ts";
import { seen } from "./screen.ts";

const EXTENTS: Readonly<Record<string, Bounds>> = {
  "near the North Pole": [-10, 76, 40, 84.9],
  "near the South Pole, a kilometre wide": [24.9, -78.0075, 25.025, -77.9905],
  "of the whole world": [-180, -84, 180, 84],
};

let folders: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  folders = Object.fromEntries(
    await Promise.all(Object.entries(EXTENTS).map(async ([name, window]) => [name, await built(movedTo(window))] as const)),
  );
  return () => {
    for (const folder of Object.values(folders)) rmSync(dirname(folder), { recursive: true });
  };
});

describe.each(Object.entries(EXTENTS))("a dossier %s", (name, window) => {
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await Site.start({ folder: folders[name]! });
  });
  afterAll(() => site.close());
  afterEach(() => expect(site.trouble()).toEqual([]));

  /** What the marks of a page stand on, without those who mark them. */
  const points = async () => Object.fromEntries(Object.entries(await spots(page)).filter(([key]) => key.startsWith("at ")));

  it("has nothing wrong with it, and its live map stands where its picture stood", async () => {
    const { dossier, issues } = await compileDossier(movedTo(window));
    // Its clocks stay those of the lake that it was moved from.
    expect(issues.filter(({ rule, field }) => !(rule === "whereabouts" && field.endsWith("zone")))).toEqual([]);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    page = await site.open({
      until: "script",
      before: (p) => p.route(/\/mount-[^/]*\.js$/, (route) => held.then(() => route.continue())),
    });
    await page.locator("html[data-map=loading]").waitFor();
    await page.evaluate(() => document.fonts.ready);
    const before = await points();
    const picture = await land(page);
    release();
    await page.locator("html[data-map=ready]").waitFor();
    const after = await points();
    expect(Object.keys(after).length).toBeGreaterThan(0);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(farthest(before, after)).toBeLessThanOrEqual(1);
    expect(farthest(await drawn(page, after, dossier!.head.opening), after)).toBeLessThanOrEqual(1);
    const blank = await site.browser.newPage();
    const [dx, dy] = await offset(blank, picture, await land(page));
    expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(1);
    await blank.close();
  });

  it("has its marks in the picture, each says the name of its place, and a click on it opens what was said", async () => {
    const box = (await page.locator("#map").boundingBox())!;
    const marks = page.locator(".marks [data-place]");
    expect(await marks.count()).toBeGreaterThan(0);
    for (const mark of await marks.all()) {
      const { x, y, width, height } = (await mark.locator(".disc").boundingBox())!;
      expect([x >= box.x, y >= box.y, x + width <= box.x + box.width, y + height <= box.y + box.height]).toEqual([true, true, true, true]);
    }
    await expect.poll(() => page.locator(".place-name:not(.under)").allTextContents()).toContain("North shore");
    await page.locator("[data-place=north_shore]").click();
    const { cards } = await seen(page, { hash: "#pl=north_shore" });
    expect(cards).toContain("20310402-alder-ban");
    // The live map draws everything itself once it is moved.
    await page.locator("[data-zoom=in]").click();
    await page.locator("#map[data-names=live]").waitFor();
    expect(await page.locator("html").getAttribute("data-map")).toBe("ready");
  });
});
