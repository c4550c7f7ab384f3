import type { Browser } from "playwright";
import { afterEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../src/cli/browser.ts";

let browser: Browser | null = null;
afterEach(() => browser?.close());

describe("the browser of the tests", () => {
  it.each([true, false])("has WebGL 2 only when it is asked for (%s)", async (webgl) => {
    browser = await launchChromium({ webgl });
    const page = await browser.newPage();
    expect(await page.evaluate(() => document.createElement("canvas").getContext("webgl2") !== null)).toBe(webgl);
  });
});
