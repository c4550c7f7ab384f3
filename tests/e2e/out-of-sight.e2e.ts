import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** How much room elements take that are out of sight, and how many of their links the keyboard reaches all the same. */
const leftOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => ({
    many: all.length,
    room: all.reduce((sum, el) => sum + el.getBoundingClientRect().height, 0),
    reached: all
      .flatMap((el) => [...el.querySelectorAll<HTMLElement>("a, button, summary")])
      .filter((link) => {
        link.focus();
        return document.activeElement === link;
      }).length,
  }));

/** The headings that are told to who does not see the page. */
async function headings(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes.flatMap(({ ignored, role, name }) => (ignored || role?.value !== "heading" ? [] : [String(name?.value).trim()]));
}

it("days that a view leaves out stay laid out, but take no room, and neither the keyboard nor a screen reader comes to them", async () => {
  const page = await site.open();
  const [here, elsewhere] = ["20 September 2023", "19 September 2023"];
  await expect.poll(() => headings(page)).toContain(elsewhere);
  await page.evaluate(() => (location.hash = "t=2023-09-20/2023-09-20"));
  await expect.poll(() => page.locator(".day[hidden]").count()).toBeGreaterThan(10);
  await expect.poll(() => headings(page)).not.toContain(elsewhere);
  expect(await headings(page)).toContain(here);
  expect(await leftOf(page, ".day[hidden]")).toMatchObject({ room: 0, reached: 0 });
  await page.evaluate(() => (location.hash = ""));
  await expect.poll(() => headings(page)).toContain(elsewhere);
});

it("so do the panels of the other tabs", async () => {
  const page = await site.open();
  const words = "19 September 2023";
  await expect.poll(() => headings(page)).toContain(words);
  for (const tab of ["positions", "parties", "about"]) {
    await page.locator(`[data-tab=${tab}]`).click();
    await expect.poll(() => headings(page), { message: tab }).not.toContain(words);
    const left = await leftOf(page, "main .scroll > [data-panel][hidden]");
    expect(left, tab).toEqual({ many: 3, room: 0, reached: 0 });
    const beyond = await page
      .locator(".panel > .scroll")
      .evaluate((el) => el.scrollHeight - Math.max(el.clientHeight, el.querySelector("[data-panel]:not([hidden])")!.clientHeight));
    expect(beyond, tab).toBeLessThan(100);
  }
  await page.locator("[data-tab=statements]").click();
  await expect.poll(() => headings(page)).toContain(words);
});
