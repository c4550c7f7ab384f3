import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPress, type Press } from "./press.ts";
import { pasted } from "./ways.ts";

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press?.close());

describe.each(["iframe", "element"] as const)("an article that is dark by its own word (%s)", (way) => {
  // The browser's own answer, and not the one that tests give it.
  const set = { colorScheme: null };
  const dark = { css: ":root.night { color-scheme: dark; background: #111 }", width: 680, set };
  const paper = (page: Awaited<ReturnType<Press["open"]>>) =>
    page
      .frameLocator("iframe")
      .locator("html")
      .evaluate((el) => getComputedStyle(el).backgroundColor);

  it("has a dark map when it says so by color-scheme, and a light one when the reader turns it light again", async () => {
    const page = await press.open({ ...dark, body: pasted(press.map, "The map", "", way) });
    await expect.poll(() => paper(page)).toBe("rgb(255, 255, 255)");
    await page.evaluate(() => document.documentElement.classList.add("night"));
    await expect.poll(() => paper(page)).toBe("rgb(20, 22, 25)");
    await page.evaluate(() => document.documentElement.classList.remove("night"));
    await expect.poll(() => paper(page)).toBe("rgb(255, 255, 255)");
    await page.close();
  });

  it("that is dark by its colours alone has a dark map when the tag, or the address, says so: the map cannot see the page", async () => {
    const css = "body { background: #111 } .map { color-scheme: dark }";
    const page = await press.open({ css, width: 680, set, body: `<div class="map">${pasted(press.map, "The map", "", way)}</div>` });
    await expect.poll(() => paper(page)).toBe("rgb(20, 22, 25)");
    await page.close();
    const other = await press.open({ width: 680, set, body: pasted(press.map, "The map", "theme=dark", way) });
    await expect.poll(() => paper(other)).toBe("rgb(20, 22, 25)");
    await other.close();
  });
});

it.each(["iframe", "element"] as const)("bug: an article of a site that is isolated from all others had no map (%s)", async (way) => {
  const page = await press.open({ width: 680, body: pasted(press.map, "The map", "", way), isolated: true });
  const frame = page.frameLocator("iframe");
  await frame.locator("[data-story=start]").click();
  await frame.locator(".story > .told").waitFor();
  await page.close();
});

it.each([
  [280, 540],
  [343, 540],
  [374, 540],
  [552, 540],
  [870, 540],
  [911, 540],
  [1200, 780],
])("bug: words about a map that is not live lay on a chip, or left its marks no room, in a frame of %d × %d px", async (width, height) => {
  const code = pasted(press.map, "The map", "", "iframe").replaceAll("540px", `${height}px`);
  const page = await press.open({ body: code, width });
  const frame = page.frameLocator("iframe");
  await frame.locator(".missing:not(:empty)").waitFor();
  const wrong = () =>
    frame.locator("#map").evaluate((map) => {
      const boxes = (selector: string) =>
        [...map.querySelectorAll<HTMLElement>(selector)]
          .map((el) => ({ name: el.textContent?.trim() || el.getAttribute("class"), ...el.getBoundingClientRect().toJSON() }))
          .filter(({ width }) => width > 0) as (DOMRect & { name: string })[];
      const words = boxes(".missing")[0]!;
      const over = (a: DOMRect, b: DOMRect) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
      const covered = boxes(".disc, .badges .chip-mark, .tools button, .key > summary").filter((box) => over(box, words));
      const discs = boxes(".disc");
      // One that hides more than half of another's middle hides its number.
      const hidden = discs.filter((a, i) =>
        discs.some((b, k) => k > i && Math.hypot(a.left - b.left, a.top - b.top) < Math.min(a.width, b.width) / 2),
      );
      return [...covered, ...hidden].map(({ name, left, top }) => `${name} ${Math.round(left)},${Math.round(top)}`);
    });
  await expect.poll(wrong).toEqual([]);
  await page.close();
});

it("bug: in a column of 280 px the sign of a button stood alone below its words", async () => {
  const page = await press.open({ body: pasted(press.map, "The map", "", "iframe"), width: 280 });
  const start = page.frameLocator("iframe").locator("[data-story=start]");
  await start.waitFor();
  const lines = await start.evaluate((el) => {
    const range = document.createRange();
    range.selectNodeContents(el);
    return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8))).size;
  });
  expect(lines).toBe(1);
  await page.close();
});
