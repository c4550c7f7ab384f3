import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const MARK = "stepanakert";
const middle = async (page: Page, selector: string) => {
  const box = (await page.locator(selector).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const mark = (page: Page) => middle(page, `[data-place=${MARK}] .disc`);
/** The camera in the address: latitude, longitude, zoom; null = that of the whole region. */
const camera = (page: Page) =>
  page.evaluate(() => /v=([-\d.]+),([-\d.]+),([-\d.]+)/.exec(decodeURIComponent(location.hash))?.slice(1).map(Number) ?? null);
const opened = (page: Page) => page.locator(`[data-place=${MARK}][aria-current=true]`).count();
/** The middle of the first mark that a finger reaches. */
const first = (page: Page) =>
  page.evaluate(() => {
    for (const disc of document.querySelectorAll(".marks [data-place] .disc")) {
      const { x, y, width, height } = disc.getBoundingClientRect();
      const at = { x: x + width / 2, y: y + height / 2 };
      if (document.elementFromPoint(at.x, at.y)?.closest("[data-place]") === disc.closest("[data-place]")) return at;
    }
    throw new Error("no mark in reach");
  });
/** The parts that come after the live map are there. */
const ready = (page: Page) => page.locator(".marks[aria-description]").waitFor({ state: "attached" });

it.each(["beside a mark", "on a mark"])(
  "bugs: one tick of the wheel brought the map nearer, and it went back; on a mark none did anything: %s",
  async (where) => {
    const page = await site.open();
    await ready(page);
    const { x, y } = where === "on a mark" ? await mark(page) : { x: 600, y: 420 };
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await camera(page))?.[2]).toBeGreaterThan(7.5);
  },
);

it("bug: the map could not be dragged by a mark, and a drag that ends on one opens nothing; a click still does", async () => {
  const page = await site.open();
  await ready(page);
  const { x, y } = await mark(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 20, { steps: 5 });
  await page.mouse.move(x - 80, y - 40, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => camera(page)).not.toBeNull();
  expect(await opened(page)).toBe(0);
  const { x: x2, y: y2 } = await mark(page);
  await page.mouse.click(x2, y2);
  await expect.poll(() => opened(page)).toBe(1);
});

it("bug: a finger that came down on a mark could not move the map, nor one of two pinch it; a tap still opens the mark", async () => {
  const page = await site.open({ box: "phone", hasTouch: true, isMobile: true });
  await ready(page);
  const input = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: { x: number; y: number; id: number }[]) =>
    input.send("Input.dispatchTouchEvent", { type, touchPoints });
  const { x, y } = await first(page);
  await touch("touchStart", { x, y, id: 1 });
  for (let i = 1; i <= 6; i++) await touch("touchMove", { x: x + 10 * i, y: y + 6 * i, id: 1 });
  await touch("touchEnd");
  await expect.poll(() => camera(page)).not.toBeNull();
  const panned = (await camera(page))!;
  expect(await page.locator(".marks [aria-current=true]").count()).toBe(0);

  const at = await first(page);
  // The other finger is on the map itself.
  const other = await page.evaluate(
    ([from]) => {
      for (const [dx, dy] of [
        [60, 60],
        [-60, 60],
        [60, -60],
        [-60, -60],
        [0, 80],
        [0, -80],
      ] as const)
        if (document.elementFromPoint(from!.x + dx, from!.y + dy)?.matches(".maplibregl-canvas")) return { dx, dy };
      return null;
    },
    [at] as const,
  );
  expect(other).not.toBeNull();
  const { dx, dy } = other!;
  const second = (by: number) => ({ x: at.x + dx * by, y: at.y + dy * by, id: 2 });
  await touch("touchStart", { ...at, id: 1 });
  await touch("touchStart", { ...at, id: 1 }, second(1));
  for (let i = 1; i <= 6; i++) await touch("touchMove", { ...at, id: 1 }, second(1 - i * 0.1));
  await touch("touchEnd", { ...at, id: 1 });
  await touch("touchEnd");
  await expect.poll(async () => (await camera(page))?.[2]).not.toBe(panned[2]);

  // Farther off, marks have come together, and such a one leads nearer.
  const fresh = await site.open({ box: "phone", hasTouch: true, isMobile: true });
  await ready(fresh);
  const there = await first(fresh);
  await fresh.touchscreen.tap(there.x, there.y);
  await expect.poll(() => fresh.locator(".marks [aria-current=true]").count()).toBe(1);
});
