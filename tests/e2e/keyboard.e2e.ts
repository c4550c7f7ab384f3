import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { seen } from "./screen.ts";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** What has the focus: its words, whether it shows that, and whether it is in sight. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const el = document.activeElement as HTMLElement;
    const ring = (e: Element) => {
      const s = getComputedStyle(e);
      return (
        (s.outlineStyle !== "none" && Number.parseFloat(s.outlineWidth) >= 2) ||
        (e instanceof SVGElement && Number.parseFloat(s.strokeWidth) >= 3)
      );
    };
    const seen = el.querySelector(".disc, .loz") ?? el;
    const { x, y, width, height } = seen.getBoundingClientRect();
    const top = document.elementFromPoint(Math.min(x + width / 2, innerWidth - 2), y + height / 2);
    return {
      name: (el.getAttribute("aria-label") ?? el.textContent ?? "").replace(/\s+/g, " ").trim(),
      href: el.getAttribute("href"),
      tag: el.tagName,
      mark: el.dataset["place"] ?? el.dataset["event"] ?? null,
      body: el === document.body,
      shows: ring(el) || ring(seen),
      inside: y + height > 0 && y < innerHeight && x + width > 0 && x < innerWidth,
      over: top === null || el.contains(top) || top.contains(el) ? null : top.outerHTML.slice(0, 70),
    };
  });

it("the first Tab reaches the skip link, and Enter takes the focus past map and time bar into the list", async () => {
  const page = await site.open();
  await page.keyboard.press("Tab");
  const skip = await focused(page);
  expect(skip.name).toBe("Skip to the statements");
  expect(skip.inside).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".panel") !== null)).toBe(true);
  await page.keyboard.press("Tab");
  expect((await focused(page)).href).toMatch(/^#e=|^#s=/);
});

it("Tab passes menu, marks, controls, key, time bar, tabs and cards, each seen, named and marked", async () => {
  const page = await site.open();
  await page.locator(".marks a[tabindex='-1']").first().waitFor();
  const marks = new Set<string>();
  const names: string[] = [];
  const bad: string[] = [];
  for (let i = 0; i < 70; i++) {
    await page.keyboard.press("Tab");
    const f = await focused(page);
    if (f.body) break;
    if (f.mark) marks.add(f.mark);
    names.push(f.name);
    if (!f.name) bad.push(`no name: ${f.href}`);
    if (!f.shows) bad.push(`no ring: ${f.name}`);
    if (!f.inside) bad.push(`out of sight: ${f.name}`);
    if (f.tag === "NAV") bad.push(`a stop where nothing can be done: ${f.name}`);
    if (f.over && !f.mark && !f.name.endsWith("day shown")) bad.push(`${f.name} under ${f.over}`);
  }
  expect([...new Set(bad)]).toEqual([]);
  // A wall of sixty marks is one stop; how to go on inside it is said, and tested below.
  expect(marks.size).toBe(1);
  for (const words of [
    "Zoom in",
    "What it is about",
    "Map key",
    "Play the days",
    "All days",
    "More",
    "Search statements",
    "Filters",
    "Statements",
    "Positions",
  ])
    expect(names.join("|")).toContain(words);
});

it("arrow keys go from mark to mark, chips included, each seen, named and marked; Tab leaves them", async () => {
  const page = await site.open();
  await page.locator(".marks a[tabindex='-1']").first().waitFor();
  expect(await page.locator(".marks").getAttribute("aria-description")).toMatch(/arrow keys/i);
  const all = await page.evaluate(() => [...document.querySelectorAll(".marks-layer a[href]")].length);
  expect(all).toBeGreaterThan(40);
  await page.locator(".marks-layer a[tabindex='0']").focus();
  const reached = new Set<string>();
  const bad: string[] = [];
  for (let i = 0; i < all; i++) {
    const f = await focused(page);
    if (f.mark) reached.add(f.mark);
    if (!f.name) bad.push(`no name: ${f.href}`);
    if (!f.shows) bad.push(`no ring: ${f.name}`);
    if (!f.inside) bad.push(`out of sight: ${f.name}`);
    await page.keyboard.press("ArrowRight");
  }
  expect([...new Set(bad)]).toEqual([]);
  const wanted = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-place], [data-event]")].map((el) => el.dataset["place"] ?? el.dataset["event"] ?? ""),
  );
  expect([...reached].sort()).toEqual([...new Set(wanted)].sort());
  await page.keyboard.press("End");
  const last = (await focused(page)).mark;
  await page.keyboard.press("Home");
  const first = (await focused(page)).mark;
  await page.keyboard.press("ArrowLeft");
  expect((await focused(page)).mark).toBe(last);
  await page.keyboard.press("ArrowDown");
  expect((await focused(page)).mark).toBe(first);
  await page.keyboard.press("Tab");
  expect((await focused(page)).mark).toBeNull();
  // Back comes to where it was, not to the beginning.
  await page.keyboard.press("Shift+Tab");
  expect((await focused(page)).mark).toBe(first);
});

it("a card is read and its source reached by keyboard alone, never under a heading that stays", async () => {
  const page = await site.open();
  await page.locator(".scroll").focus();
  const under: string[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    const f = await page.evaluate(() => {
      const el = document.activeElement as HTMLElement;
      const heading = el.closest(".day")?.querySelector("h3")?.getBoundingClientRect();
      const box = el.getBoundingClientRect();
      return heading && !el.closest("h3") && box.bottom <= heading.bottom && box.bottom > heading.top ? el.textContent : null;
    });
    if (f) under.push(f);
  }
  expect(under).toEqual([]);
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Shift+Tab");
    const f = await focused(page);
    if (f.over) under.push(`${f.name} under ${f.over}`);
  }
  expect(under).toEqual([]);
});

it("bug: a button that goes with what it did took the focus along: it goes on from what is around it", async () => {
  const page = await site.open({ hash: "p=az" });
  await page.locator(".line .all").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".line .all").count()).toBe(0);
  await expect.poll(async () => (await focused(page)).body).toBe(false);
  expect(await page.locator(".line :focus").count()).toBe(1);
});

it("bug: Escape in a field of words to search for closed what was open besides", async () => {
  const page = await site.open({ hash: "pl=stepanakert" });
  await page.locator(".line input[type=search]").fill("aid");
  await expect.poll(() => new URL(page.url()).hash).toContain("q=aid");
  await page.keyboard.press("Escape");
  await expect.poll(() => new URL(page.url()).hash).not.toContain("q=aid");
  expect(new URL(page.url()).hash).toBe("#pl=stepanakert");
});

it("bug: a fold of chips that was closed kept the map's one stop of Tab", async () => {
  const page = await site.open();
  const fold = page.locator(".edge details").first();
  await fold.locator("summary").click();
  await fold.locator("a").first().focus();
  expect(await fold.locator("a[tabindex='0']").count()).toBe(1);
  await fold.locator("summary").click();
  await expect.poll(() => fold.locator("a[tabindex='0']").count()).toBe(0);
  expect(await page.locator(".marks-layer a[tabindex='0']").count()).toBe(1);
});

it("every tab opens by keyboard", async () => {
  const page = await site.open();
  for (const tab of ["positions", "parties", "about", "statements"]) {
    await page.locator(`[data-tab=${tab}]`).focus();
    await page.keyboard.press("Enter");
    await seen(page, { tab });
  }
});

it.each(["desktop", "phone"] as const)(
  "Escape closes what lies over the page: once the map's key and a phone's menu stayed open (%s)",
  async (box) => {
    const page = await site.open({ box });
    await page.locator("[data-filters]").waitFor();
    const over = [".key > summary", ".time-more > summary", ".langs > summary", ...(box === "phone" ? [".menu-button"] : [])];
    for (const way of over) {
      const button = page.locator(way);
      const open = () => button.evaluate((el) => el.ariaExpanded === "true" || (el.parentElement as HTMLDetailsElement).open === true);
      await button.click();
      expect(await open(), way).toBe(true);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Escape");
      expect(await open(), way).toBe(false);
      expect(await button.evaluate((el) => el === document.activeElement), way).toBe(true);
    }
  },
);
