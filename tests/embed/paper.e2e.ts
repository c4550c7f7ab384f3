import { afterAll, beforeAll, expect, it } from "vitest";
import { openPress, type Press } from "./press.ts";
import { pasted } from "./ways.ts";

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press?.close());

it.each([
  ["step=3", 1],
  ["", 0],
])("bug: an article's paper had the head of the whole list, cut off in the middle of the map's key (#%s)", async (hash, told) => {
  const page = await press.open({ body: pasted(press.map, "The map", hash, "iframe"), width: 680 });
  const frame = page.frameLocator("iframe");
  await frame.locator("html[data-map=unavailable] #dateline").waitFor();
  await frame.locator("html").evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => frame.locator("#map").evaluate((el) => getComputedStyle(el.closest("main")!).display)).toBe("grid");
  expect(await frame.locator(":is(.key, .time, .letter, .story-bar, .ways, .open):visible").count()).toBe(0);
  // What the reader had before them, and no more of the list.
  expect(await frame.locator(".story > .told:visible").count()).toBe(told);
  expect(await frame.locator(".card:visible").count()).toBe(told);
  const parts = await frame.locator("html").evaluate(() =>
    [".top h1", ".poster", ".tale", ".embed-foot"].map((selector) => {
      const { top, bottom, height } = document.querySelector(selector)!.getBoundingClientRect();
      return { selector, within: top >= 0 && (selector === ".tale" ? top : bottom) <= innerHeight + 1 && height > 0 };
    }),
  );
  expect(parts.filter(({ within }) => !within)).toEqual([]);
  await page.close();
});
