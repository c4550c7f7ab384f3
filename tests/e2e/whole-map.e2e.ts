import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { Site } from "./open.ts";

let live: Site;
let still: Site;
beforeAll(async () => {
  live = await Site.start();
  still = await Site.start({ webgl: false });
});
afterAll(() => Promise.all([live.close(), still.close()]));
afterEach(() => expect([...live.trouble(), ...still.trouble()]).toEqual([]));

/** Has the page count the frames in which anything of the live map is drawn, and those of them that are not done yet. */
const countsFrames = (page: Page) =>
  page.addInitScript(() => {
    const draw = WebGL2RenderingContext.prototype.drawElements;
    let drew = false;
    WebGL2RenderingContext.prototype.drawElements = function (...what) {
      drew = true;
      draw.apply(this, what);
    };
    const count = { frames: 0, coming: 0 };
    const { fenceSync, deleteSync } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.fenceSync = function (...what) {
      count.coming++;
      return fenceSync.apply(this, what);
    };
    WebGL2RenderingContext.prototype.deleteSync = function (...what) {
      count.coming--;
      deleteSync.apply(this, what);
    };
    const each = () => {
      count.frames += Number(drew);
      drew = false;
      requestAnimationFrame(each);
    };
    requestAnimationFrame(each);
    Object.assign(globalThis, { count });
  });

/** How many there were when none was coming, and there was none any more for sixty of the page's own. */
const framesAtRest = (page: Page) =>
  page.evaluate(async () => {
    const { count } = globalThis as unknown as { count: { frames: number; coming: number } };
    let last = -1;
    for (let same = 0; same < 60; same++) {
      if (count.frames !== last || count.coming > 0) [last, same] = [count.frames, 0];
      await new Promise(requestAnimationFrame);
    }
    return last;
  });

/** Whether the mark of a place stands away from it, at the end of a leader. */
const led = (page: Page, id: string) => page.locator(`.ground[data-mark="${id}"]`).evaluate((ground) => ground.classList.contains("moved"));

it("a day has all of the map, and its marks at their places: bugs of days that had the picture's few names and the seats of the whole crowd", async () => {
  const crowd = await live.open();
  await crowd.locator(".closer").first().waitFor({ state: "attached" });
  expect(await led(crowd, "stepanakert")).toBe(true);
  const page = await live.open({ hash: "t=2023-09-23/2023-09-23" });
  await page.locator("[data-names=live]").waitFor();
  await expect.poll(() => led(page, "stepanakert")).toBe(false);
  // And back among all the others it stands where it stood.
  await page.locator("[data-time=all]").click();
  await expect.poll(() => led(page, "stepanakert")).toBe(true);
});

it.each(["mouse", "keyboard"] as const)("all of the map is drawn once a hand is there, and not before: %s", async (hand) => {
  const page = await live.open();
  await page.locator(".closer").first().waitFor({ state: "attached" });
  expect(await page.locator("[data-names=live]").count()).toBe(0);
  if (hand === "mouse") await page.mouse.move(900, 400);
  else await page.keyboard.press("Tab");
  await page.locator("[data-names=live]").waitFor();
});

it("the picture's lines give way to the map's own, which come before the names: both at once read as one unbroken line", async () => {
  const page = await live.open();
  await page.evaluate(() => {
    const box = document.getElementById("map")!;
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver((changes) => {
      for (const { attributeName } of changes)
        seen.push(
          `${attributeName} ${["lines", "names"].filter((part) => part in box.dataset)} ${getComputedStyle(box.querySelector(".poster .disputed")!).visibility}`,
        );
    }).observe(box, { attributeFilter: ["data-lines", "data-names"] });
  });
  await page.mouse.move(900, 400);
  await page.locator("[data-names=live]").waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([
    "data-lines lines hidden",
    "data-names lines,names hidden",
  ]);
});

it("bug: from far off the picture's lines stood in the midst of land like a box, its names on each other, until the map had its own", async () => {
  const page = await live.open();
  const picture = () => page.locator(".poster").evaluate((el) => getComputedStyle(el).visibility);
  expect(await picture()).toBe("visible");
  // Watched from within: the map's own come soon after.
  await page.evaluate(() => {
    const box = document.getElementById("map")!;
    const seen = new Set<string>();
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const at = getComputedStyle(box.querySelector(".poster")!).visibility;
      seen.add(`${box.hasAttribute("data-far") ? "far" : "near"} ${at}${"names" in box.dataset ? ", whole" : ""}`);
    }).observe(box, { attributeFilter: ["data-far", "data-names"] });
  });
  await page.mouse.move(600, 420);
  for (let i = 0; i < 8; i++) await page.mouse.wheel(0, 400);
  await page.locator("[data-names=live]").waitFor();
  const seen = await page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen]);
  expect(seen).toContain("far hidden");
  expect(seen).not.toContain("far visible");
});

it("bug: printed once the live map had its own lines, the contested ones were on no sheet", async () => {
  const page = await live.open();
  await page.mouse.move(900, 400);
  await page.locator("[data-names=live]").waitFor();
  const lines = page.locator(".base > :is(.river, .border, .disputed:not(.gone))");
  const seen = () => lines.evaluateAll((all) => all.map((el) => getComputedStyle(el).visibility));
  const hidden = await seen();
  expect(hidden.length).toBeGreaterThan(4);
  expect(new Set(hidden)).toEqual(new Set(["hidden"]));
  await page.emulateMedia({ media: "print" });
  expect(new Set(await seen())).toEqual(new Set(["visible"]));
  await page.emulateMedia({ media: null });
});

it("bug: a click on a mark had the whole map drawn anew, three to five times, though nothing on it had changed", async () => {
  const page = await live.open({ before: countsFrames });
  await page.mouse.move(900, 400);
  await page.locator("[data-names=live]").waitFor();
  const before = await framesAtRest(page);
  await page.locator('[data-place="stepanakert"] .count').click();
  await page.locator('[data-place="stepanakert"][aria-current="true"]').waitFor();
  expect(await framesAtRest(page)).toBe(before);
  await page.locator("[data-zoom=in]").click();
  expect(await framesAtRest(page)).toBeGreaterThan(before);
});

it("bug: each source of the live map had frames of its own, up to five for a step of time and seventeen for the rest of the map", async () => {
  const page = await live.open({ before: countsFrames });
  expect(await framesAtRest(page)).toBe(1);
  await page.mouse.move(900, 400);
  await page.locator("[data-names=live]").waitFor();
  // Areas, lines, dashed lines and names; marks may then move out of the way of names, and names out of theirs.
  const whole = await framesAtRest(page);
  expect(whole).toBeGreaterThanOrEqual(1 + 4);
  expect(whole).toBeLessThanOrEqual(1 + 4 + 2);
  await page.locator("[data-time=focus]").click();
  const step = await framesAtRest(page);
  expect(step).toBeGreaterThan(whole);
  expect(step).toBeLessThanOrEqual(whole + 2);
});

it("bug: no click was answered while the map drew, up to a third of a second for each program the browser had to compile: it waits for what is drawn on a canvas", async () => {
  const page = await live.open({
    before: (page) =>
      page.addInitScript(() => {
        const drawn = { aside: 0, canvas: 0 };
        const draw = WebGL2RenderingContext.prototype.drawElements;
        WebGL2RenderingContext.prototype.drawElements = function (...what) {
          drawn[this.getParameter(this.DRAW_FRAMEBUFFER_BINDING) ? "aside" : "canvas"]++;
          draw.apply(this, what);
        };
        Object.assign(globalThis, { drawn });
      }),
  });
  const drawn = () => page.evaluate(() => (globalThis as unknown as { drawn: { aside: number; canvas: number } }).drawn);
  await page.mouse.move(900, 400);
  await page.locator("[data-names=live]").waitFor();
  await page.locator("[data-time=focus]").click();
  await page.locator('[data-place="stepanakert"] .count').click();
  const rested = await drawn();
  expect(rested.aside).toBeGreaterThan(0);
  expect(rested.canvas).toBe(0);
  // A moving map does not wait: its marks are elsewhere already.
  await page.locator("[data-zoom=in]").click();
  await expect.poll(async () => (await drawn()).canvas).toBeGreaterThan(0);
});

it("bug: without a live map an area good to three kilometres was drawn as close as anybody went, in broad stripes", async () => {
  const seen = (page: Page) =>
    page.locator(".poster path[data-shape=nk-armenian-held-2020-2023]").evaluate((shape) => getComputedStyle(shape).opacity);
  let page = await still.open();
  await page.locator(".closer").first().waitFor({ state: "attached" });
  expect(await seen(page)).toBe("1");
  page = await still.open({ hash: "v=39.82,46.75,12" });
  await expect.poll(() => seen(page)).toBe("0");
  expect(await page.locator("[data-contested=nk-armenian-held-2020-2023] .closer").textContent()).not.toBe("");
});

it("bug: the address of a step of the story opened the start, where the page has no story", async () => {
  const page = await live.open({ path: "index.html#step=3" });
  await page.waitForURL(/\/embed\.html#step=3$/);
  await page.locator(".story > .told").waitFor();
  expect(await page.locator(".story > li").evaluateAll((all) => all.findIndex((li) => li.classList.contains("told")))).toBe(2);
});

it("bug: from a step with a camera of its own to the next, which has the whole region, the map went to a place that is in sight there", async () => {
  const page = await live.open({ path: "embed.html", hash: "step=7" });
  await page.locator("html[data-map=ready]").waitFor();
  await page.locator("[data-story=next]").click();
  await page.waitForURL(/#step=8/);
  await expect.poll(() => page.locator("#map[data-names=live]").count()).toBe(1);
  await expect.poll(() => page.locator(".scale span").textContent()).toBe("50 km");
  expect(new URL(page.url()).hash).toBe("#step=8");
});

it("bug: a link to a statement and to a camera led to another camera when the statement's place was out of sight", async () => {
  const page = await live.open({ hash: "s=20230921-az-pa-yevlakh&v=39.2,46.2,9" });
  await page.locator("[data-names=live]").waitFor();
  await page.locator(".closer").first().waitFor({ state: "attached" });
  await page.keyboard.press("Shift");
  expect(new URL(page.url()).hash).toBe("#s=20230921-az-pa-yevlakh&v=39.2,46.2,9");
});

it("bug: the second of two quick presses of + came half as near as it should", async () => {
  const page = await live.open({ hash: "v=39.8,46.8,8" });
  await page.locator("[data-names=live]").waitFor();
  await page.locator("[data-zoom=in]").evaluate(async (button: HTMLElement) => {
    button.click();
    await new Promise(requestAnimationFrame);
    button.click();
  });
  await expect.poll(() => new URL(page.url()).hash).toBe("#v=39.8,46.8,10");
});
