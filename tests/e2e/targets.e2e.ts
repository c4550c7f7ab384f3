import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { BOXES, type Box, Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

describe("check 10: targets", () => {
  /** Everything that can be hit, too small or too near its neighbour; links inside a sentence are exempt, and what is hidden. */
  const small = (page: Page, least: number, only: string) =>
    page.evaluate(
      ([min, query]) =>
        [...document.querySelectorAll<HTMLElement>(query)].flatMap((el) => {
          if (!el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || el.closest(".vh, .skip")) return [];
          const { width, height, right, left } = (el.querySelector(".hit") ?? el.closest("label") ?? el).getBoundingClientRect();
          if (right <= 0 || left >= innerWidth || width === 0) return [];
          return Math.min(width, height) < min - 0.5
            ? [`${(el.getAttribute("aria-label") ?? el.textContent ?? "").trim().slice(0, 40)} ${Math.round(width)}×${Math.round(height)}`]
            : [];
        }),
      [least, only] as const,
    );
  it.each(Object.keys(BOXES) as Box[])("are 24 px at least, %s", async (box) => {
    const page = await site.open({ box });
    expect(await small(page, 24, "button, select, summary, .tabs a, .stack, .chip-mark[href], .skip")).toEqual([]);
    expect(await small(page, 24, ".ev")).toEqual([]);
  });
  it.each(["phone", "narrow"] as const)("are 44 px for buttons and lists, %s", async (box) => {
    const page = await site.open({ box });
    expect(await small(page, 44, ".stack")).toEqual([]);
    const least = box === "narrow" ? 36 : 44;
    expect(await small(page, least, "button:not(.link), select, .key summary, .tabs a")).toEqual([]);
  });
});

describe("narrow and enlarged", () => {
  const wider = (page: Page) =>
    page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.body.scrollWidth - innerWidth,
      ...[...document.querySelectorAll(".scroll, main.reading")].map((el) => el.scrollWidth - el.clientWidth),
    ]);
  it.each(["", "about.html", "places.html"])("320 px need no scrolling sideways: %j", async (path) => {
    for (const hash of path ? [""] : ["", "tab=positions", "tab=parties", "tab=about", "pl=stepanakert"]) {
      const page = await site.open({ box: "narrow", path, hash });
      expect(await wider(page), hash).toEqual((await wider(page)).map(() => 0));
    }
  });
  it.each(["", "about.html", "places.html"])("nor does it at twice the size: %j", async (path) => {
    const page = await site.open({ path, viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    expect((await wider(page)).filter((n) => n > 0)).toEqual([]);
    if (path === "") expect(await page.locator("[data-statement]").first().isVisible()).toBe(true);
  });
});
