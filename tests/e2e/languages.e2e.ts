import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
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

  it("calls countries as its language does, and marks who is none as called by the dossier: once all stood in English", async () => {
    const page = await open(lang, { hash: "p=am" });
    const armenia = { az: "Ermənistan", hy: "Հայաստան", ru: "Армения" }[lang]!;
    const names = await page
      .locator(".parties .name")
      .evaluateAll((all) => all.map((el) => [el.textContent ?? "", (el as HTMLElement).lang] as const));
    expect(names).toContainEqual([armenia, ""]);
    expect(names).toContainEqual([dossier.parties.find((p) => p.id === "nk")!.name, dossier.head.lang]);
    const card = page.locator('.card[data-by="am"] .party').first();
    expect(await card.textContent()).toBe(armenia);
    expect(await page.locator('tr[data-party="am"] th').first().textContent()).toContain(armenia);
    // The script says who is chosen with the name that it reads in the page.
    await expect.poll(() => page.locator(".line > p").first().innerText()).toContain(armenia);
  });

  it("says what a party is in its own words: once that stood in English", async () => {
    const page = await open(lang, { hash: "tab=parties" });
    const state = catalogue(lang).words["record.kind_state"] as string;
    const meta = page.locator('[id="p=az"] .meta');
    expect(await meta.textContent()).toMatch(new RegExp(`^${state} · `));
    expect(await meta.locator("[lang]").count()).toBe(0);
  });

  it("check 2: reads the same in New York and in Tokyo", async () => {
    const read = async (timezoneId: string) => {
      const page = await open(lang, { timezoneId, hash: "t=2023-09-19" });
      await page.locator(".missing:not(:empty)").waitFor();
      await expect.poll(() => page.locator(".sources cite").count()).toBe(TITLES);
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
  const { parties, topics } = dossier;
  for (const name of ["", "about.html", "places.html", "terms.html", `p/${parties[0]?.id}/`, `t/${topics[0]?.id}/`]) {
    const wanted = Object.fromEntries([...LANGUAGES.map((lang) => [lang, site.url + folder(lang) + name]), ["x-default", site.url + name]]);
    for (const lang of LANGUAGES) expect(await links(lang, name), `${lang} ${name}`).toEqual(wanted);
  }
});

it("every link within the folder leads to a file of it, and where it names a part, to a part that is there", () => {
  const files = readdirSync(DIST, { recursive: true, encoding: "utf8" });
  const there = new Set(files);
  // The single file is held by its own test, the examples for embedders by theirs.
  const pages = new Map(
    files
      .filter((name) => name.endsWith(".html") && !/dateline\.html$|^(article|contract|scrolly)/.test(name))
      .map((name) => [name, readFileSync(join(DIST, name), "utf8")]),
  );
  const parts = new Map([...pages].map(([name, html]) => [name, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]))]));
  for (const lang of LANGUAGES)
    for (const name of ["index", "embed", "about", "places", "terms", "p/am/index", "t/notification/index"])
      expect(pages.has(`${folder(lang)}${name}.html`), `${folder(lang)}${name}.html`).toBe(true);
  const lost = [...pages].flatMap(([name, html]) =>
    [...html.matchAll(/<[^>]*?\s(?:href|src)="([^"]*)"/g)].flatMap(([, address = ""]) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return [];
      const [path = "", part] = address.split("#");
      const to = posix.join(posix.dirname(name), path.replace(/\?.*/, "") || posix.basename(name));
      const file = path.endsWith("/") || path.endsWith("..") ? posix.join(to, "index.html") : to;
      // A view of the map is no part of the page.
      const found = there.has(file) && (!part || /^(t|tab)=/.test(part) || !parts.has(file) || parts.get(file)?.has(part));
      return found ? [] : [`${name}: ${address}`];
    }),
  );
  expect(lost).toEqual([]);
});

it("the pages of parties, topics and words stay in the reader's language; a statement's own page leads back to the map in it", async () => {
  const page = await site.open({ path: "ru/", hash: "tab=parties" });
  await page.locator('[id="p=am"] a.name').click();
  await page.waitForURL(`${site.url}ru/p/am/`);
  expect(await page.locator("html").getAttribute("lang")).toBe("ru");
  expect(await page.locator("h1").innerText()).toContain("Армения");
  expect(await page.locator(".home a").getAttribute("lang")).toBe(LANGUAGES[0]);
  await page.locator("#positions dt a").first().click();
  await page.waitForURL(/\/ru\/t\/\w+\/$/);
  await page.locator("#statements .item a").first().click();
  await page.waitForURL(/\/ru\/#s=/);
  await page.locator(".card.chosen").waitFor();
  for (const [path, to] of [
    ["s/20230919-ru-peskov-force/", "#s=20230919-ru-peskov-force"],
    ["e/ev-2023-09-19-operation/", "#e=ev-2023-09-19-operation"],
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
