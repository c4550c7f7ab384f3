import type { BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** The size of text a reader has set in the browser; it is 16 px where nothing is set. */
const textOf = (px: number) => async (page: Page, context: BrowserContext) => {
  const cdp = await context.newCDPSession(page);
  await cdp.send("Page.setFontSizes", { fontSizes: { standard: px, fixed: px } });
};

const CONTROLS = "button, summary, .tabs a, select, input[type=search], h1, .topic-block h3, .topic-block summary .n";

/** What of the controls in sight is cut, stands beside the screen, or lies under something else. */
const unusable = (page: Page, controls = CONTROLS): Promise<string[]> =>
  page.evaluate((controls) => {
    const pen = document.createElement("canvas").getContext("2d")!;
    return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((el) => {
      // The strip of what has no place on the map is swiped along.
      if (!el.checkVisibility({ visibilityProperty: true }) || el.closest(".vh, .off, .card, [hidden]") || el.matches("[aria-hidden]"))
        return [];
      el.scrollIntoView({ block: "center", inline: "nearest" });
      const { left, right, top, width, height } = el.getBoundingClientRect();
      const name = `${el.tagName} ${(el.getAttribute("aria-label") ?? el.textContent ?? "").trim().slice(0, 30)}`;
      const style = getComputedStyle(el);
      pen.font = style.font;
      const room = el.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      const text = el instanceof HTMLSelectElement ? pen.measureText(el.selectedOptions[0]?.text ?? "").width : 0;
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      return [
        el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0 && el.tagName !== "SELECT" && `${name}: cut`,
        text > room + 1 && `${name}: cut by ${Math.round(text - room)} px`,
        (left < -1 || right > innerWidth + 1) && `${name}: ${Math.round(left)}–${Math.round(right)} of ${innerWidth} px`,
        above && !el.contains(above) && !above.contains(el) && `${name}: under ${above.className}`,
      ].filter((fault) => fault !== false && fault !== null);
    });
  }, controls);

const SCREENS = [
  ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ["a desktop", { viewport: { width: 1280, height: 800 } }],
] as const;

describe.each(SCREENS)("text twice as large as usual, on %s", (_, screen) => {
  it.each(["", "az/", "hy/", "ru/"])(
    "has every control whole and at hand: once only the list grew, and bars, tabs and days stayed small (%s)",
    async (path) => {
      const page = await site.open({ ...screen, path, before: textOf(32) });
      await page.locator("html[data-map=unavailable]").waitFor();
      await page.locator(".go select option").nth(3).waitFor({ state: "attached" });
      for (const of of [".tabs a", ".tb-row select", "[data-filters]", ".line", ".text"])
        expect(
          await page
            .locator(of)
            .first()
            .evaluate((el) => Number.parseFloat(getComputedStyle(el).fontSize)),
          of,
        ).toBeGreaterThanOrEqual(24);
      expect(await unusable(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(screen.viewport.width);
      await page.locator(".menu-button").click();
      expect(await unusable(page, ".menu-button, .menu-items :is(select, button)")).toEqual([]);
      await page.locator(".menu-button").click();
      await page.locator("[data-tab=positions]").click();
      await page.locator(".topic-block .n:not(:empty)").first().waitFor();
      expect(await unusable(page)).toEqual([]);
    },
  );
});

it.each(["", "az/", "hy/", "ru/"])("bug: at 320 px the list of days was cut before it said which day is shown (%s)", async (path) => {
  const page = await site.open({ box: "narrow", hasTouch: true, isMobile: true, path, before: textOf(16) });
  await page.locator("html[data-map=unavailable]").waitFor();
  expect(await unusable(page)).toEqual([]);
  await page.locator(".go select").selectOption("2023-09-19");
  await expect.poll(() => page.locator(".go select").inputValue()).toBe("2023-09-19");
  expect((await unusable(page)).filter((fault) => fault.startsWith("SELECT"))).toEqual([]);
});
