import type { Page } from "playwright";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { dossier, statements } from "./oracle.ts";
import { seen } from "./screen.ts";
import { Site } from "./open.ts";

let site: Site;
afterEach(() => expect(site.trouble()).toEqual([]));
const works = async (page: Page) => {
  await page
    .locator('[data-place="stepanakert"]')
    .evaluate((el) => el.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
  await seen(page, { cards: statements.filter((s) => s.about[0] === "stepanakert").map((s) => s.id) });
};
type Edges = Readonly<Record<"left" | "right", number>>;
const words = (page: Page) => page.locator(".missing");

describe("without WebGL", () => {
  beforeAll(async () => {
    site = await Site.start({ webgl: false });
    return () => site.close();
  });
  it("says so in words, and picture, marks, list and zoom work", async () => {
    const page = await site.open();
    expect(await page.locator("html").getAttribute("data-map")).toBe("unavailable");
    await expect
      .poll(() => words(page).innerText())
      .toBe("This browser cannot draw the live map. The picture shows the same, and everything is in the list.");
    expect(await words(page).getAttribute("role")).toBe("status");
    // The words once lay on a mark and on the chip of what is farther off.
    const under = () =>
      page.evaluate(() => {
        const { left, right, top, bottom } = document.querySelector(".missing")!.getBoundingClientRect();
        return [...document.querySelectorAll("#map .disc, #map .chip-mark")].filter((el) => {
          const box = el.getBoundingClientRect();
          return box.width > 0 && box.right > left && box.left < right && box.bottom > top && box.top < bottom;
        }).length;
      });
    await expect.poll(under).toBe(0);
    const wide = () => page.evaluate(() => document.querySelector("#borders")!.getBoundingClientRect().width);
    const before = await wide();
    await page.locator("[data-zoom=in]").click();
    await expect.poll(wide).toBeGreaterThan(before * 1.9);
    const apart = await page.evaluate(() => document.querySelector<SVGGElement>("g.mark")?.style.transform);
    await page.locator("[data-zoom=out]").click();
    await expect.poll(wide).toBeCloseTo(before, 0);
    expect(await page.evaluate(() => document.querySelector<SVGGElement>("g.mark")?.style.transform)).not.toBe(apart);
    await works(page);
  });

  it.each([
    [2560, 900],
    [3440, 800],
  ])("bug: beside the picture there seemed to be a sea, %d × %d px", async (width, height) => {
    const page = await site.open({ viewport: { width, height } });
    const sea = page.locator(".base > rect");
    await sea.waitFor({ state: "attached" });
    for (const zoom of [null, "whole", "in", "in"]) {
      if (zoom) await page.locator(`[data-zoom=${zoom}]`).click();
      const wide = () =>
        page.evaluate(() =>
          [".base > rect", "#land", "#map"].map((selector) => {
            const { left, right } = document.querySelector(selector)!.getBoundingClientRect();
            return { left, right };
          }),
        );
      const [water, land, box] = (await wide()) as [Edges, Edges, Edges];
      // As far as there is land, to a hand's breadth; what the box does not show is not looked at.
      expect(water.left).toBeGreaterThan(Math.min(land.left, box.left) - (land.right - land.left) * 0.02);
      expect(water.right).toBeLessThan(Math.max(land.right, box.right) + (land.right - land.left) * 0.02);
    }
    expect(await sea.evaluate((el) => getComputedStyle(el).fill)).toBe("rgb(230, 236, 239)");
    expect(await page.locator("#map").evaluate((el) => getComputedStyle(el).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
  });
});

describe("with WebGL", () => {
  beforeAll(async () => {
    site = await Site.start();
    return () => site.close();
  });

  it("that is lost, the picture stands in and words say so; restored, the live map is back", async () => {
    const page = await site.open({ expected: /WebGL|context/i });
    await page.evaluate(() => {
      const gl = document.querySelector<HTMLCanvasElement>("#gl canvas")!.getContext("webgl2")!;
      const lose = gl.getExtension("WEBGL_lose_context")!;
      Object.assign(globalThis, { restore: () => lose.restoreContext() });
      lose.loseContext();
    });
    await page.locator("html[data-map=poster]").waitFor();
    expect(await words(page).innerText()).toBe("The live map stopped; the picture stands in for it.");
    expect(await page.locator(".poster").evaluate((el) => getComputedStyle(el).visibility)).toBe("visible");
    await works(page);
    await page.evaluate(() => (globalThis as unknown as { restore(): void }).restore());
    await page.locator("html[data-map=ready]").waitFor();
    await expect.poll(() => words(page).textContent()).toBe("");
  });

  // Lakes are there from the first, rivers once a hand is.
  const broken = ["lakes", "rivers"].flatMap((layer) => [
    [layer, "not found", { status: 404, body: "no" }] as const,
    [layer, "a page instead", { status: 200, contentType: "text/html", body: "<!doctype html><p>Sign in" }] as const,
    [layer, "half a file", { status: 200, contentType: "application/json", body: '{"type":"FeatureColl' }] as const,
  ]);
  it.each(broken)("and a layer (%s) that is %s, the map is ready and names what is missing", async (layer, _, answer) => {
    const { title } = dossier.head.layers.find((l) => l.id === layer)!;
    const page = await site.open({
      expected: /404|JSON|lakes|rivers/i,
      before: (p) => p.context().route(`**/layers/${layer}.geojson`, (route) => route.fulfill(answer)),
    });
    await page.locator("html[data-map=ready]").waitFor();
    if (layer === "rivers") await page.mouse.move(1, 1);
    await expect.poll(() => words(page).innerText()).toBe(`Could not be loaded, and is missing from the map: ${title}.`);
    await works(page);
  });

  it("and the live map's own file missing, the picture stays and words say so", async () => {
    const page = await site.open({
      expected: /mount-|Failed to load/,
      before: (p) => p.route(/\/mount-[^/]*\.js$/, (r) => r.fulfill({ status: 404, body: "" })),
    });
    expect(await page.locator("html").getAttribute("data-map")).toBe("unavailable");
    expect(await words(page).innerText()).toBe(
      "The live map could not be loaded. The picture shows the same, and everything is in the list.",
    );
    await works(page);
  });

  it("and the map's worker missing, words say so: the page once went on as if the map were on its way", async () => {
    const page = await site.open({
      expected: /worker|404|Failed to load/i,
      before: (p) => p.context().route(/gl-worker-[^/]*\.js$/, (r) => r.fulfill({ status: 404, body: "" })),
    });
    expect(await page.locator("html").getAttribute("data-map")).toBe("unavailable");
    await expect
      .poll(() => words(page).innerText())
      .toBe("The live map could not be loaded. The picture shows the same, and everything is in the list.");
    await works(page);
  });

  it.each([
    ["missing", { status: 404, body: "" }],
    ["not JSON", { status: 200, body: "<p>" }],
    ["of another shape", { status: 200, contentType: "application/json", body: "[]" }],
  ])("and the titles' file %s, everything else is there", async (_, answer) => {
    const page = await site.open({ expected: /404|rest\.json/, before: (p) => p.route("**/data/rest.json", (r) => r.fulfill(answer)) });
    await works(page);
    expect(await page.locator("[data-statement]:not([hidden]) .sources a").first().textContent()).not.toBe("");
  });

  it("and the list's second style sheet missing, words and marks are there", async () => {
    const page = await site.open({
      expected: /404|rest-/,
      before: (p) => p.route(/rest-[^/]*\.css/, (r) => r.fulfill({ status: 404, body: "" })),
    });
    await works(page);
  });

  it.each([
    ["missing", { status: 404, body: "" }],
    ["half a file", { body: '{"lang":"en","words":{' }],
  ])("and the words' file %s, the page stays as it was rendered: whole, and with marks that lead to their list", async (_, answer) => {
    const page = await site.open({
      expected: /404|words\//,
      until: "document",
      before: (p) => p.route("**/words/*.json", (r) => r.fulfill(answer)),
    });
    await page.waitForLoadState("networkidle");
    expect(await page.locator("html").getAttribute("data-map")).toBe("poster");
    expect(await page.locator("[data-statement]:visible").count()).toBe(statements.length);
    expect(await page.locator("[data-panel=positions]").isVisible()).toBe(true);
    await page.locator('[data-place="stepanakert"]').first().press("Enter");
    await page.waitForURL(/places\.html#pl=stepanakert$/);
  });
});

describe("a late part that cannot be had", () => {
  beforeAll(async () => {
    site = await Site.start({ webgl: false });
    return () => site.close();
  });
  const lost = (part: RegExp, path: string) =>
    site.open({
      path,
      box: path ? "article" : "desktop",
      until: "document",
      expected: /404|Failed to (load|fetch)|Tab not found/,
      before: (p) => p.route(part, (r) => r.fulfill({ status: 404, body: "" })),
    });
  const PART = "Something of this page could not be loaded. Everything is in the list.";

  it.each([
    ["the map's controls and the note on a place", /\/choices-[^/]*\.js$/],
    ["the map's box", /\/map-pane-[^/]*\.js$/],
    ["what the map's box has later", /\/map-late-[^/]*\.js$/],
    ["the time bar's other controls", /\/TimeRest-[^/]*\.js$/],
    ["the search", /\/find-[^/]*\.js$/],
    ["the fonts", /\/fonts\/[^/]*\.woff2$/],
    ["the frame's end of the contract", /\/frame-[^/]*\.js$/],
  ])("%s: nothing falls with it, on the page and in an article", async (name, part) => {
    const page = await lost(part, "");
    await page.locator("html[data-map=unavailable]").waitFor();
    await works(page);
    if (!/fonts|frame/.test(name))
      await page
        .getByText(/could not be loaded/)
        .first()
        .waitFor();
    await page.locator("[data-time=prev]").click();
    await page.waitForURL(/t=/);
    const embed = await lost(part, "embed.html");
    await embed.locator("[data-to=list]").click();
    expect(await embed.locator("[data-statement]:visible").count()).toBe(statements.length);
    await embed.locator("[data-to=embed]").click();
    await embed.locator("[data-story=start]").click();
    await embed.locator(".story > .told").waitFor();
  });

  it.each([
    ["the stepper", /\/embed-islands-[^/]*\.js$/],
    ["its words", /words\/[^/]*-late\.json$/],
  ])("%s: the embed is the list, and says that something is missing", async (_, part) => {
    const page = await lost(part, "embed.html");
    await page.locator("#panel").getByText(PART).waitFor();
    expect(await page.locator("[data-statement]:visible").count()).toBe(statements.length);
    await page.locator(".ruler .slot").first().press("Enter");
    await page.waitForURL(/t=/);
  });

  it("bug: words of the share dialog that failed once were never asked for again", async () => {
    const WORDS = /words\/[^/]*-late\.json$/;
    const page = await lost(WORDS, "");
    await page.locator("[data-share]").click();
    await page.getByRole("button", { name: /could not|again/i }).waitFor();
    await page.unroute(WORDS);
    await page.locator("[data-share]").click();
    await page.locator("dialog[open]").waitFor();
  });

  it("bug: what came as the last took back what the reader had opened meanwhile", async () => {
    let go = () => {};
    const late = new Promise<void>((resolve) => (go = resolve));
    const page = await site.open();
    await page.route(/print-[^/]*\.css/, async (r) => {
      await late;
      await r.continue();
    });
    await page.goto("about:blank");
    await page.goto(`${site.url}#s=${statements[3]!.id}`, { waitUntil: "commit" });
    await page.locator("html[data-map=unavailable]").waitFor();
    await page.locator("[data-tab=parties]").evaluate((tab: HTMLElement) => {
      const loaded = document.readyState;
      tab.click();
      document.documentElement.dataset["readyThen"] = loaded;
    });
    go();
    await page.waitForLoadState("load");
    expect(await page.locator("html").getAttribute("data-ready-then")).toBe("interactive");
    await page.waitForURL(/tab=parties/);
    expect(await page.locator("[data-panel=parties]").isVisible()).toBe(true);
  });
});
