import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { settled, Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** Places with a mark of their own on the picture, how many more the marks stand for, what they count, and where the focus is. */
const marks = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<SVGElement>(".marks .mark")];
    const more = all.map((m) => {
      const [, others, places = 1] = /(?: \+(\d+)|^(\d+) places):/.exec(m.querySelector(".stack")?.getAttribute("aria-label") ?? "") ?? [];
      return Number(others ?? Number(places) - 1);
    });
    return {
      own: all.length,
      first: all[more.findIndex((n) => n > 0)]?.dataset["mark"] ?? "",
      more: more.reduce((sum, n) => sum + n, 0),
      count: all.reduce((sum, m) => sum + Number(m.querySelector(".count")?.textContent ?? 0), 0),
      listed: document.querySelector("[data-count]")?.getAttribute("data-count"),
      focus: document.activeElement?.closest<SVGElement>("[data-mark]")?.dataset["mark"],
    };
  });

it("bug: far off, marks of one town's surroundings stood in other countries: they are one, and Enter on it brings its places nearer until each has its own", async () => {
  const page = await site.open();
  await page.locator(".marks a[tabindex='-1']").first().waitFor();
  const whole = await marks(page);
  expect(whole.more).toBe(0);
  await page.evaluate(() => (location.hash = "v=40,46,4"));
  const far = await settled(
    () => marks(page),
    ({ more }) => more > 0,
  );
  expect(far.own).toBeLessThan(whole.own);
  expect(far.count).toBeGreaterThanOrEqual(whole.count);
  await page.locator(`.marks [data-place="${far.first}"]`).focus();
  await page.keyboard.press("Enter");
  const near = await settled(
    () => marks(page),
    ({ more }) => more === 0,
  );
  expect(near.own).toBeGreaterThan(far.own);
  expect(near.focus, "the mark that was there before has the focus still").toBe(far.first);
  expect(near.listed, "nothing was chosen").toBe(far.listed);
  expect(await page.evaluate(() => location.hash)).toMatch(/^#v=/);
});

it("on the smallest screen marks of one spot are one at the opening too, and what is chosen stands for itself", async () => {
  const page = await site.open({ box: "narrow" });
  const opening = await settled(
    () => marks(page),
    ({ more }) => more > 0,
  );
  const id = opening.first;
  await page.evaluate((place) => (location.hash = `pl=${place}`), id);
  await page.locator(`.marks [data-place="${id}"][aria-current]`).waitFor();
  const label = await page.locator(`.marks [data-place="${id}"]`).getAttribute("aria-label");
  expect(label).not.toMatch(/ \+\d+:/);
  expect((await marks(page)).count).toBe(opening.count);
});

it("bug: far off, one capital was called by another's name: a mark for several is called by how many they are", async () => {
  const page = await site.open({ hash: "at=said&v=40,45,2.3" });
  const labels = await settled(
    () => page.evaluate(() => [...document.querySelectorAll(".marks .stack")].map((a) => a.getAttribute("aria-label") ?? "")),
    (all) => all.some((label) => /^\d+ places:/.test(label)),
  );
  expect(labels.filter((label) => / \+\d+:/.test(label))).toEqual([]);
});
