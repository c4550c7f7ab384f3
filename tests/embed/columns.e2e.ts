import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../src/cli/browser.ts";
import { type Served, serveFolder } from "../../src/cli/serve.ts";
import { DIST } from "../e2e/open.ts";
import { pasted } from "./ways.ts";

const press = mkdtempSync(join(tmpdir(), "columns-"));
const servers: Served[] = [];
let browser: Browser;
beforeAll(async () => {
  servers.push(await serveFolder(DIST, { port: 0 }), await serveFolder(press, { port: 0 }));
  browser = await launchChromium({ webgl: false, args: ["--hide-scrollbars"] });
});
afterAll(async () => {
  await Promise.all([browser, ...servers].map((open) => open?.close()));
  rmSync(press, { recursive: true, force: true });
});

/** An article with the snippet in it, and how wide it and the article are. */
async function widthIn(way: "iframe" | "element", around: string, width: number, policy = ""): Promise<readonly number[]> {
  const code = around.replace("HERE", () => pasted(servers[0]!.url, "The map", "", way));
  writeFileSync(
    join(press, "page.html"),
    `<!doctype html><meta name="viewport" content="width=device-width"><title>host</title>${policy}<link rel="icon" href="data:,"><style>body { margin: 0 }</style>${code}`,
  );
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(`${servers[1]!.url}page.html`);
  await page.locator("iframe").waitFor();
  const all = [
    await page.locator("iframe").evaluate((e) => e.clientWidth),
    await page.evaluate(() => document.documentElement.scrollWidth),
  ];
  await page.close();
  return all;
}

const WORDS = "<p>Words of the article, and some more of them. </p>";
it.each([
  ["a column that centres what is in it", '<div style="display:flex;flex-direction:column;align-items:center">HERE</div>'],
  [
    "a figure in such a column",
    '<div style="display:flex;flex-direction:column;align-items:center"><figure style="margin:0">HERE</figure></div>',
  ],
  ["a float", '<div style="float:left">HERE</div>'],
  ["a cell of a table", `<table cellspacing="0" cellpadding="0"><tr><td>${WORDS}<tr><td>HERE</table>`],
  ["a box in a line", '<span style="display:inline-block">HERE</span>'],
])("bug: the element was 300 px wide in %s: it is as wide as there is room", async (_, around) => {
  for (const width of [320, 900]) expect(await widthIn("element", around, width)).toEqual([width, width]);
});

it("beside words in a row, the element leaves them room and has most of it", async () => {
  const [map = 0, page] = await widthIn("element", `<div style="display:flex">${WORDS.repeat(1)}HERE</div>`, 900);
  expect(page).toBe(900);
  expect(map).toBeGreaterThan(450);
  expect(map).toBeLessThan(880);
});

it("bug: where styles are not let in, the plain frame pushed an article on a phone sideways", async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${servers[0]!.url}; img-src data:">`;
  const [map = 0, page] = await widthIn("iframe", "HERE", 320, policy);
  expect(page).toBe(320);
  expect(map).toBeGreaterThan(290);
});
