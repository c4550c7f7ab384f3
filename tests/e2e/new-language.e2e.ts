import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { launchChromium } from "../../src/cli/browser.ts";
import { serveFolder } from "../../src/cli/serve.ts";
import { BOXES } from "./open.ts";
import { crowded } from "./screen.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Letters for letters: no language, but in the script of one, and as long as the English. Gaps keep their names. */
const LETTERS = "ابپتجچحخدذرزسشصضطظعغفقکگلم";
const disguised = (text: string): string =>
  text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith("{") ? part : part.replace(/[a-z]/gi, (c) => LETTERS[parseInt(c, 36) - 10] ?? c)))
    .join("");

type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
const inDisguise = (words: Words) =>
  Object.fromEntries(
    Object.entries(words).map(([key, entry]) => [
      key,
      typeof entry === "string"
        ? disguised(entry)
        : Object.fromEntries(Object.entries(entry).map(([form, text]) => [form, disguised(text)])),
    ]),
  );

const yaml = (file: string, change: (value: never) => void) => {
  const value = parse(readFileSync(file, "utf8")) as never;
  change(value);
  writeFileSync(file, stringify(value));
};

/** A copy of the project with a fifth language: its catalogue, and the dossier's files that say so. Nothing else is written. */
function withPersian(copy: string): void {
  for (const name of ["src", "public", "vite.config.ts", "package.json", "tsconfig.json"])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  const [english, persian] = ["en", "fa"].map((lang) => join(copy, "src/words", lang)) as [string, string];
  mkdirSync(persian);
  writeFileSync(join(persian, "language.json"), JSON.stringify({ name: "فارسی", dir: "rtl", reviewed: false }));
  for (const area of readdirSync(english).filter((file) => file !== "language.json"))
    writeFileSync(join(persian, area), JSON.stringify(inDisguise(JSON.parse(readFileSync(join(english, area), "utf8")) as Words)));
  const dossier = join(copy, "geo/lake-mira");
  cpSync(join(ROOT, "tests/fixtures/good/lake-mira"), dossier, { recursive: true });
  yaml(join(dossier, "dossier.yaml"), (head: { languages: string[] }) => head.languages.push("fa"));
  yaml(join(dossier, "places.yaml"), (places: { names: Record<string, string> }[]) => {
    for (const { names } of places) names["fa"] = disguised(names["en"] ?? "");
  });
}

let browser: Browser;
let url: string;
let page: Page;
beforeAll(async () => {
  const copy = mkdtempSync(join(tmpdir(), "language-"));
  withPersian(copy);
  const { VITEST: _, ...env } = process.env;
  await promisify(execFile)(process.execPath, ["node_modules/vite/bin/vite.js", "build"], { cwd: copy, env });
  const served = await serveFolder(join(copy, "dist"), { port: 0 });
  url = served.url;
  browser = await launchChromium({ webgl: false });
  return async () => {
    await browser.close();
    await served.close();
    rmSync(copy, { recursive: true });
  };
});
afterAll(() => page?.context().close());

const open = async (path: string, box: "desktop" | "phone") => {
  await page?.context().close();
  const [width, height] = BOXES[box];
  page = await (await browser.newContext({ viewport: { width, height } })).newPage();
  await page.goto(url + path);
  if (/^fa\/(#.*)?$/.test(path)) await page.locator("html[data-map=unavailable]").waitFor();
};

describe("a fifth language, written from right to left, that is a folder of words and a line of the dossier", () => {
  it("check 13: has its own months by the calendar of the record, and every word of the interface from its catalogue", async () => {
    await open("fa/#t=2031-04-02", "desktop");
    expect(await page.locator("html").evaluate((el: HTMLElement) => [el.lang, el.dir])).toEqual(["fa", "rtl"]);
    expect(await page.locator(".now b").innerText()).toContain("2 آوریل 2031");
    const texts = await page.evaluate(() => {
      const own = (el: Element | null) =>
        el?.closest("[lang]") === document.documentElement && !el.closest("script, style, noscript, svg, .code, .stack");
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) if (own(node.parentElement)) found.push(node.textContent ?? "");
      for (const el of document.querySelectorAll("[title], [placeholder]"))
        if (own(el)) found.push(el.getAttribute("title") ?? "", el.getAttribute("placeholder") ?? "");
      return found;
    });
    // What the dossier says stays in its language, also inside a line of the interface.
    const DOSSIERS = /alder|birch|Middle line|Lake time|Fishing rights|Line in the lake/gi;
    // The version of the data is no word, whatever letters are in it.
    const VERSION = /^[0-9a-f]{12}$/;
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => !VERSION.test(text) && /[a-z]{3}/.test(text.replace(DOSSIERS, "")))).toEqual([]);
  });

  it.each(["desktop", "phone"] as const)("no control is cut or stands on another, and nothing runs out: %s", async (box) => {
    for (const path of ["fa/", "fa/#tab=positions", "fa/about.html", "fa/p/alder/", "fa/t/fishing/", "fa/terms.html"]) {
      await open(path, box);
      const { controls, ...trouble } = await crowded(page);
      expect(controls, path).toBeGreaterThan(0);
      expect(trouble, path).toEqual({ cut: [], on: [], over: [0, 0] });
    }
    if (box === "phone") return;
    await open("fa/", box);
    const left = (selector: string) => page.locator(selector).evaluate((el) => el.getBoundingClientRect().left);
    expect(await left("#panel")).toBeLessThan(await left("#map"));
  });

  it("what a party said in English runs from left to right, its full stop at its right end", async () => {
    await open("fa/", "desktop");
    const ends = await page.evaluate(() =>
      [...document.querySelectorAll(".text, .happened .text, .written ~ * p[lang=en]")].flatMap((el) => {
        const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
        let last: Node | null = null;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.textContent?.trim()) last = node;
        const text = last?.textContent?.trimEnd() ?? "";
        if (!last || !/[a-z]\.$/.test(text) || !el.checkVisibility()) return [];
        const at = (i: number) => {
          const range = new Range();
          range.setStart(last!, i);
          range.setEnd(last!, i + 1);
          return range.getBoundingClientRect().left;
        };
        return [at(text.length - 1) > at(text.length - 2)];
      }),
    );
    expect(ends.length).toBeGreaterThan(3);
    expect(ends).not.toContain(false);
  });
});
