import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { dossier } from "./oracle.ts";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

it("bug: printed from a phone, the key was cut at the width it has beside the picture, on the sheets after it", async () => {
  const page = await site.open({ box: "phone" });
  await page.emulateMedia({ media: "print" });
  // What is late may be later than this.
  const laid = () =>
    page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      return document.getElementById("map")!.dataset["laid"];
    });
  await expect.poll(laid).toBe("small");
  // What goes on on another sheet is wider there: nothing in it may cut, but for the signs, which are whole.
  const cuts = await page
    .locator(".box .key, .box .key :not(svg, svg *)")
    .evaluateAll((all) =>
      all.filter((el) => el.checkVisibility() && getComputedStyle(el).overflow !== "visible").map((el) => el.className),
    );
  expect(cuts).toEqual([]);
  await page.emulateMedia({ media: null });
});

it("bug: the chip of the place that is open was printed white, on the white of paper", async () => {
  const region = dossier.places.find((p) => p.precision === "region" && dossier.statements.some((s) => s.about.includes(p.id)))!;
  const page = await site.open({ hash: `pl=${region.id}` });
  const chip = page.locator(".badges [aria-current]");
  const look = () => chip.evaluate((el) => [getComputedStyle(el).color, getComputedStyle(el).backgroundColor]);
  const [ink] = (await look()).reverse();
  await page.emulateMedia({ media: "print" });
  expect(await look()).toEqual([ink, "rgba(0, 0, 0, 0)"]);
  await page.emulateMedia({ media: null });
});

it("a statement's page says on paper how it is cited, and has no links to other languages there", async () => {
  const { id } = dossier.statements[0]!;
  const page = await site.open({ path: `s/${id}/` });
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => page.locator(".cite .plain").isVisible()).toBe(true);
  expect(await page.locator(".cite .plain").textContent()).toContain(dossier.head.title);
  expect(await page.locator(":is(.cite summary, .cite pre, .other-maps):visible").count()).toBe(0);
  await page.emulateMedia({ media: null });
});
