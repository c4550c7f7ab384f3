import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serveFolder } from "../../src/cli/serve.ts";
import { catalogue } from "../../src/cli/words.ts";
import { DIST, Site } from "./open.ts";
import { dossier } from "./oracle.ts";
import { seen } from "./screen.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** Languages of the dossier with pages of their own, the dossier's first. */
const LANGUAGES = dossier.head.languages;
const OTHERS = LANGUAGES.slice(1);
const folder = (lang: string) => (lang === LANGUAGES[0] ? "" : `${lang}/`);

const open = async (lang: string, wish: Parameters<Site["open"]>[0] = {}) => {
  const page = await site.open({ path: folder(lang), ...wish });
  if (wish.javaScriptEnabled !== false) await page.locator("html:is([data-map=ready], [data-map=unavailable])").waitFor();
  return page;
};

const TITLES = [...dossier.statements, ...dossier.events].flatMap((x) => x.sources).filter((x) => x.title).length;

/** Every text of the page that is the interface's own, with that of its labels: what stands in no part in another language. */
const interfaceTexts = (page: Page) =>
  page.evaluate(() => {
    const { lang } = document.documentElement;
    const own = (el: Element | null) => (el?.closest("[lang]") as HTMLElement | null)?.lang === lang;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (own(node.parentElement) && !node.parentElement?.closest("script, style")) texts.push(node.textContent ?? "");
    for (const el of document.querySelectorAll("[aria-label], [title], [placeholder]"))
      if (own(el)) texts.push(...["aria-label", "title", "placeholder"].map((name) => el.getAttribute(name) ?? ""));
    return texts.map((text) => text.trim()).filter(Boolean);
  });

const ENGLISH_MONTH =
  /\b(January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b/;

describe.each(OTHERS)("the page in %s", (lang) => {
  it("check 13: has names of months in its own language, in what is rendered and in what the script says", async () => {
    const page = await open(lang, { hash: "t=2023-09-19/2023-09-21" });
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    const texts = await interfaceTexts(page);
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => /\bM\d\d\b/.test(text) || ENGLISH_MONTH.test(text))).toEqual([]);
    const { months } = catalogue(lang);
    expect(await page.locator(".now b").innerText()).toContain(months.long[8]);
    expect(await page.locator('[id^="t=2023-09-19"] h3').first().textContent()).toContain(`19 ${months.long[8]}`);
  });

  it("check 2: reads the same in New York and in Tokyo", async () => {
    const read = async (timezoneId: string) => {
      const page = await open(lang, { timezoneId, hash: "t=2023-09-19" });
      await page.locator(".missing:not(:empty)").waitFor();
      await expect.poll(() => page.locator(".sources cite").count(), { timeout: 10_000 }).toBe(TITLES);
      // Announcements say again what stands there, a while after the hand rests.
      return page.evaluate(() => {
        const copy = document.body.cloneNode(true) as HTMLElement;
        for (const status of copy.querySelectorAll("[role=status]:is(.vh, .vh *)")) status.remove();
        return copy.textContent;
      });
    };
    expect(await read("Asia/Tokyo")).toBe(await read("America/New_York"));
  });

  it("is whole without a script, and leads to the other languages", async () => {
    const page = await open(lang, { javaScriptEnabled: false });
    expect(await page.locator("[data-statement]:visible").count()).toBe(dossier.statements.length);
    expect(await page.locator("h1").getAttribute("lang")).toBe(LANGUAGES[0]);
    await page.locator(".langs > summary").click();
    await page.locator(`.langs a[hreflang=${LANGUAGES[0]}]`).click();
    await page.waitForURL(site.url);
  });

  it.each(["embed.html", "about.html", "places.html"])("has its %s, of which every file is there", async (name) => {
    const page = await site.open({ path: folder(lang) + name });
    if (name === "embed.html") await page.locator("html[data-js]").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    const addresses = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("[href], [src]")]
        .map((el) => new URL(el.getAttribute("href") ?? el.getAttribute("src") ?? "", document.baseURI))
        .filter((url) => url.origin === location.origin)
        .map((url) => url.pathname.slice(1)),
    );
    const files = new Set(readdirSync(DIST, { recursive: true, encoding: "utf8" }));
    const missing = [...new Set(addresses)].filter((path) => !files.has(path === "" || path.endsWith("/") ? `${path}index.html` : path));
    expect(missing).toEqual([]);
  });
});

it("each page names its siblings in the other languages, and they name it back", async () => {
  const links = async (lang: string, name: string) => {
    const page = await site.open({ path: folder(lang) + name, javaScriptEnabled: false });
    return page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLLinkElement>("link[rel=alternate][hreflang]")].map((link) => [link.hreflang, link.href]),
      ),
    );
  };
  for (const name of ["", "about.html", "places.html"]) {
    const wanted = Object.fromEntries([...LANGUAGES.map((lang) => [lang, site.url + folder(lang) + name]), ["x-default", site.url + name]]);
    for (const lang of LANGUAGES) expect(await links(lang, name), `${lang} ${name}`).toEqual(wanted);
  }
});

it("a page that there is in the dossier's language alone is announced where it is linked, and leads back to the map in the reader's", async () => {
  const page = await site.open({ path: "ru/", hash: "tab=parties" });
  const link = page.locator('[id="p=am"] a.name');
  await link.waitFor();
  expect(await link.evaluate((el) => getComputedStyle(el, "::after").content)).toContain("en");
  await link.click();
  await page.waitForURL(`${site.url}p/am/`);
  await page.locator(".other-maps a[hreflang=ru]").click();
  await page.waitForURL(`${site.url}ru/#p=am`);
  await page.locator("html[data-js]").waitFor();
  expect((await seen(page, {})).cards.length).toBeGreaterThan(0);
  for (const [path, to] of [
    ["s/20230919-ru-peskov-force/", "#s=20230919-ru-peskov-force"],
    ["e/ev-2023-09-19-operation/", "#e=ev-2023-09-19-operation"],
    ["t/notification/", "#topic=notification"],
    ["terms.html", ""],
  ] as const) {
    await site.open({ path });
    expect(await page.locator(".other-maps a[hreflang=hy]").evaluate((a) => (a as HTMLAnchorElement).href)).toBe(`${site.url}hy/${to}`);
  }
});

it("a change of language keeps the view on screen, by mouse and by keyboard", async () => {
  const page = await site.open({ hash: "t=2023-09-19/2023-09-20&p=az" });
  const { cards, hash } = await seen(page, {});
  expect(cards.length).toBeGreaterThan(0);
  await page.locator(".langs > summary").click();
  await page.locator(".langs a[hreflang=ru]").click();
  await page.waitForURL(`${site.url}ru/${hash}`);
  await page.locator("html[data-js]").waitFor();
  expect((await seen(page, { hash })).cards).toEqual(cards);
  await page.locator("[data-tab=positions]").click();
  await expect.poll(() => page.url()).toContain("tab=positions");
  await page.locator(".langs > summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  expect(await page.locator(".langs").getAttribute("open")).toBeNull();
  await page.keyboard.press("Enter");
  await page.locator(".langs a[hreflang=hy]").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/hy\/#.*tab=positions/);
});

it.each([
  ["ru", "155 заявлений", "t=2023-09-18&pl=agdam"],
  ["az", "155 bəyanat", "t=2023-09-18"],
  ["hy", "155 հայտարարություն", "t=2023-09-18"],
])("check 13: counts in %s take the form that the language asks for", async (lang, all, hash) => {
  const page = await open(lang);
  const said = async () => (await page.locator(".line").textContent()) ?? "";
  await expect.poll(said).toContain(all);
  await open(lang, { hash });
  const count = async () => Number(await page.locator("[data-count]").first().textContent());
  await expect.poll(count).not.toBe(155);
  const n = await count();
  const russian = { one: "заявление", few: "заявления", many: "заявлений" } as Readonly<Record<string, string>>;
  if (lang === "ru") expect(await said()).toContain(`${n} ${russian[new Intl.PluralRules(lang).select(n)]},`);
});

describe("in a language that is written from right to left", () => {
  let url: string;
  beforeAll(async () => {
    // The same page, told that it is: what matters is where things come to stand.
    const copy = mkdtempSync(join(tmpdir(), "rtl-"));
    cpSync(DIST, copy, { recursive: true });
    for (const name of ["az/index.html", "az/about.html", "az/embed.html"])
      writeFileSync(join(copy, name), readFileSync(join(copy, name), "utf8").replace('<html lang="az"', '<html lang="az" dir="rtl"'));
    const served = await serveFolder(copy, { port: 0 });
    url = served.url;
    return async () => {
      await served.close();
      rmSync(copy, { recursive: true });
    };
  });

  it.each([
    ["az/", 1280, 800],
    ["az/", 390, 844],
    ["az/", 320, 640],
    ["az/about.html", 390, 844],
    ["az/embed.html", 680, 540],
  ])("nothing of %s runs out of a page %d px wide, and the list stands on the left of the map", async (path, width, height) => {
    const context = await site.browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(url + path);
    if (!path.includes("about")) await page.locator("html[data-js]").waitFor();
    const { over, panel, map } = await page.evaluate(() => {
      const left = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().left ?? 0;
      const root = document.scrollingElement!;
      root.scrollLeft = -1000;
      return { over: [root.scrollWidth - innerWidth, root.scrollLeft], panel: left("#panel"), map: left("#map") };
    });
    expect(over).toEqual([0, 0]);
    if (width === 1280) expect(panel).toBeLessThan(map);
    await context.close();
  });
});
