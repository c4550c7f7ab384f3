import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { dossier, statements } from "./oracle.ts";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** Everything there is to read, hidden parts too; then what is in sight and in which order, the count, the marks. */
const reading = (page: Page) =>
  page.evaluate(() => ({
    // Announcements say again what stands there, a while after the hand rests.
    all: (() => {
      const copy = document.body.cloneNode(true) as HTMLElement;
      for (const status of copy.querySelectorAll(".vh[role=status]")) status.remove();
      return copy.textContent ?? "";
    })(),
    count: document.querySelector("[data-count]")?.textContent,
    order: [...document.querySelectorAll<HTMLElement>("[data-statement]:not([hidden])")]
      .filter((el) => !el.closest("[hidden]"))
      .map((el) => el.dataset["statement"]),
    marks: [...document.querySelectorAll("[data-place]")].map((el) => el.getAttribute("aria-label")),
    address: location.hash,
  }));

const TITLES = [...statements, ...dossier.events].flatMap((x) => x.sources).filter((x) => x.title).length;
/** The last words that come to the page by themselves: that there is no live map, and the titles of sources. */
async function told(page: Page): Promise<void> {
  await expect.poll(() => page.locator(".sources cite").count()).toBe(TITLES);
  await page.locator(".missing:not(:empty)").waitFor();
}

async function walk(timezoneId: string) {
  const page = await site.open({ timezoneId });
  await told(page);
  const readings = [await reading(page)];
  const press = async (name: string) => {
    const before = await page.evaluate(() => location.hash);
    await page.locator(`[data-time=${name}]`).click();
    await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(before);
    // What explains an empty day comes when it is first wanted.
    if ((await page.locator("[data-count]").textContent()) === "0") await page.locator(".empty").waitFor();
    readings.push(await reading(page));
  };
  await press("focus");
  await press("next");
  await press("next");
  await press("prev");
  await press("all");
  await site.open({ timezoneId, hash: "t=2023-09-18/2023-09-18" });
  await told(page);
  readings.push(await reading(page));
  await site.open({ timezoneId, hash: "t=2023-09-21&tab=positions" });
  await told(page);
  readings.push(await reading(page));
  const clock = await page.evaluate(() => [Intl.DateTimeFormat().resolvedOptions().timeZone, new Date("2023-09-19").getDate()] as const);
  return { readings, clock };
}

it("check 2: reads the same, in the same order, whatever clock the reader's computer has", async () => {
  const home = await walk("Asia/Baku");
  expect(home.clock).toEqual(["Asia/Baku", 19]);
  expect(home.readings.map((r) => r.order.length)).toContain(statements.length);
  expect(new Set(home.readings.map((r) => r.count)).size).toBeGreaterThan(3);
  for (const zone of ["America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "America/Los_Angeles"]) {
    const away = await walk(zone);
    expect(away.clock).toEqual([zone, zone.startsWith("America") ? 18 : 19]);
    away.readings.forEach((r, i) => {
      const [a, b] = [r.all, home.readings[i]?.all ?? ""];
      const at = [...a].findIndex((c, k) => c !== b[k]);
      // Where they part, for a message that can be read.
      expect(at < 0 ? "" : `${a.slice(at - 60, at + 60)}`, `text of reading ${i} in ${zone}`).toBe(at < 0 ? "" : b.slice(at - 60, at + 60));
      expect(r, `reading ${i} in ${zone}`).toEqual(home.readings[i]);
    });
  }
});
