import type { Page } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPress, type Press } from "./press.ts";
import { pasted } from "./ways.ts";

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press?.close());

it.each([
  ["step=3", 1, 680],
  ["", 0, 680],
  ["step=3", 1, 1200],
  ["step=3", 1, 1900],
])(
  "bug: an article's paper had the head of the whole list, cut off in the middle of the map's key (#%s, %d told, %d px)",
  async (hash, told, width) => {
    const page = await press.open({ body: pasted(press.map, "The map", hash, "iframe"), width });
    const frame = page.frameLocator("iframe");
    await frame.locator("html[data-map=unavailable] #dateline").waitFor();
    await frame.locator("html[data-reading]").waitFor();
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
    // The picture has what is told beside it, and leaves it room.
    const [map, tale] = await Promise.all([".marks-layer", ".tale"].map((part) => frame.locator(part).boundingBox()));
    if (width < 600) expect(tale!.y).toBeGreaterThan(map!.y + map!.height - 1);
    else expect(tale!.x).toBeGreaterThan(map!.x + map!.width - 1);
    expect(tale!.width).toBeGreaterThan(120);
    expect(tale!.y).toBeLessThan(400);
    await page.close();
  },
);

it.each([
  ["s=20230919-az-mod-launch", ".card.chosen"],
  ["e=ev-2023-09-19-operation", ".happened.chosen"],
])("bug: beside the picture stood the beginning of the story, and what was open (#%s) was cut off below it", async (hash, chosen) => {
  const page = await press.open({ body: pasted(press.map, "The map", hash, "iframe"), width: 1200 });
  const frame = page.frameLocator("iframe");
  await frame.locator("html[data-map=unavailable] #dateline").waitFor();
  await frame.locator(chosen).waitFor();
  await frame.locator("html").evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await frame.locator(".tale").waitFor({ state: "hidden" });
  expect(await frame.locator(":is(.card, .happened):visible").count()).toBe(1);
  const [text, picture] = await Promise.all([`${chosen} .text`, "#map"].map((part) => frame.locator(part).boundingBox()));
  const room = (await page.locator("iframe").boundingBox())!;
  expect(text!.y + text!.height).toBeLessThan(room.y + room.height);
  expect(text!.x).toBeGreaterThan(picture!.x + picture!.width - 1);
  await page.close();
});

/** Part of it is on the frame's paper, as it was cut out of the article. */
const onPaper = async (page: Page, selector: string): Promise<{ readonly y: number; readonly width: number; readonly left: number }> => {
  const [room, box] = await Promise.all([
    page.locator("iframe").boundingBox(),
    page.frameLocator("iframe").locator(selector).first().boundingBox(),
  ]);
  return { y: box!.y - room!.y, width: box!.width, left: room!.y + room!.height - box!.y - box!.height };
};

it.each([
  ["step=3", ".story > .told p:last-of-type", 280],
  ["step=3", ".story > .told p:last-of-type", 340],
  ["step=3", ".card.chosen .who", 520],
  ["", ".story > li:nth-child(3)", 340],
  ["s=20230919-az-mod-launch", ".card.chosen .text", 340],
])("bug: on the paper of a frame narrower than 600 px the story had no room at all (#%s, %s, %d px)", async (hash, told, width) => {
  const page = await press.open({ body: pasted(press.map, "The map", hash, "iframe"), width });
  const frame = page.frameLocator("iframe");
  await frame.locator("html[data-map=unavailable] #dateline").waitFor();
  await frame
    .locator(hash ? ":is(.told, .card.chosen)" : ".story > li")
    .first()
    .waitFor();
  await frame.locator("html").evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => frame.locator("main").evaluate((el) => getComputedStyle(el).overflow)).toBe("clip");
  const [map, words, credits] = await Promise.all([".marks-layer", told, ".embed-foot"].map((part) => onPaper(page, part)));
  expect(map!.y).toBeGreaterThanOrEqual(0);
  expect(words!.y).toBeGreaterThan(map!.y + 60);
  expect(words!.width).toBeGreaterThan(width * 0.7);
  expect(credits!.left).toBeGreaterThanOrEqual(-1);
  expect(words!.left).toBeGreaterThanOrEqual(0);
  await page.close();
});

it.each([
  ["", ".story > li:first-child p:last-of-type", 680],
  ["", ".story > li:first-child .meta", 340],
  ["step=3", ".story > :target p:last-of-type", 680],
  ["s=20230919-az-mod-launch", ".card:target .text", 680],
  ["s=20230919-az-mod-launch", ".card:target .when", 340],
])(
  "bug: a frame without a script had its picture and the key on paper, and nothing that was said (#%s, %s, %d px)",
  async (hash, told, width) => {
    const page = await press.open({ body: pasted(press.map, "The map", hash, "iframe"), width, set: { javaScriptEnabled: false } });
    const frame = page.frameLocator("iframe");
    await frame.locator(".embed-foot").waitFor();
    await page.emulateMedia({ media: "print" });
    await frame.locator(".key").waitFor({ state: "hidden" });
    const [map, words, credits] = await Promise.all([".marks-layer", told, ".credits"].map((part) => onPaper(page, part)));
    expect([map, words, credits].map((part) => part!.left > 0)).toEqual([true, true, true]);
    expect(words!.width).toBeGreaterThan(120);
    expect(map!.y).toBeLessThan(60);
    await page.close();
  },
);

it("keeps the key on a sheet of its own where there is no script", async () => {
  const page = await press.open({ body: "", width: 700, set: { javaScriptEnabled: false, viewport: { width: 700, height: 1000 } } });
  await page.goto(`${press.map}embed.html`);
  await page.emulateMedia({ media: "print" });
  await page.locator(".key-body").waitFor();
  expect(await page.locator(".story > li:visible").count()).toBeGreaterThan(5);
  await page.close();
});
