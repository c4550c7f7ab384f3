import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Frame } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../src/cli/browser.ts";
import { asked, frameOf, openPage, openSite, type Site } from "./site.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium({ webgl: false }), openSite()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe("the example pages", () => {
  it.each(["article.html", "scrolly.html", "contract.html"])(
    "%s is clean: no error, no broken policy, no barrier, no sideways scroll",
    async (name) => {
      const { page, wrong } = await openPage(browser, site.map + name);
      await page.setViewportSize({ width: 320, height: 700 });
      for (const frame of await page.locator("iframe").all()) await frame.scrollIntoViewIfNeeded();
      const frames = await page.locator("iframe").count();
      // Asked from outside: the page's own policy lets nothing be made of a string.
      await expect.poll(() => page.evaluate("heard.filter((m) => m.sentinel === 'amp').length")).toBeGreaterThanOrEqual(frames);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
      await page.evaluate(AXE);
      const found = (await page.evaluate("axe.run({ iframes: false }).then((r) => r.violations.map((v) => v.id))")) as string[];
      expect(found).toEqual([]);
      expect(wrong).toEqual([]);
    },
  );

  it("article.html shows the map three times, and a link in its text opens in the element", async () => {
    const { page, wrong } = await openPage(browser, `${site.map}article.html#s=a`);
    // A frame out of sight draws nothing, so waiting for its next picture could last for ever: it is asked instead.
    const frames: Frame[] = [];
    for (let i = 0; i < 3; i++) {
      const element = page.locator("iframe").nth(i);
      await element.scrollIntoViewIfNeeded();
      const frame = (await (await element.elementHandle())!.contentFrame())!;
      await expect.poll(() => frame.evaluate("Array.isArray(self.asked)")).toBe(true);
      frames.push(frame);
    }
    expect(page.frames()).toHaveLength(4);
    await expect.poll(() => page.locator("iframe").evaluateAll((all) => all.map((e) => e.clientHeight))).toEqual([540, 700, 700]);
    await expect.poll(() => asked(frames[1]!)).toContainEqual({ statement: "a" });
    // By key: the browser takes a click right after a scroll for the place where the frame was a moment ago.
    await page.getByText("the second step of its story").press("Enter");
    await expect.poll(() => asked(frames[2]!)).toContainEqual({ step: 2 });
    expect(page.url()).toContain("article.html");
    expect(wrong).toEqual([]);
  });

  it("scrolly.html sends the step in the middle of the window, and marks the one the map shows", async () => {
    const { page, wrong } = await openPage(browser, `${site.map}scrolly.html`);
    const frame = await frameOf(page, "embed.html");
    await page.locator("[data-passage='2']").evaluate((e) => e.scrollIntoView({ block: "center" }));
    await frame.waitForFunction("asked.at(-1)?.step === 2");
    await page.waitForSelector("[data-passage='2'].now");
    await page.locator("[data-passage='4']").evaluate((e) => e.scrollIntoView({ block: "center" }));
    await page.waitForSelector("[data-passage='4'].now");
    await frame.evaluate("frame.say('select', { step: 1 })");
    await page.waitForSelector("[data-passage='1'].now");
    expect(wrong).toEqual([]);
  });

  it("scrolly.html is whole without a script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.map}scrolly.html`);
    expect(await page.locator("iframe").count()).toBe(1);
    expect(await page.locator("a[href^='embed.html#step=']").count()).toBe(4);
    await context.close();
  });

  it("contract.html writes down what the map says, and sends what is asked", async () => {
    const { page, wrong } = await openPage(browser, `${site.map}contract.html`);
    await page.locator("#map").scrollIntoViewIfNeeded();
    const frame = await frameOf(page, "embed.html");
    const log = page.locator("#log");
    await expect.poll(() => log.textContent()).toMatch(/ready .*"steps":4/);
    const button = page.getByRole("button", { name: "Step 2" });
    // By key: a click right after a scroll is taken for the place where the frame was.
    await button.press("Enter");
    await expect.poll(() => log.textContent()).toContain('select {"step":2}');
    await page.getByRole("button", { name: "A step that is not there" }).press("Enter");
    await expect.poll(() => log.textContent()).toContain('error {"code":"not-found"}');
    await page.getByLabel("with the id").fill("b");
    await page.getByRole("button", { name: "Go", exact: true }).press("Enter");
    await frame.waitForFunction("asked.at(-1)?.statement === 'b'");
    expect(await log.textContent()).toContain("height");
    expect(wrong).toEqual([]);
  });
});
