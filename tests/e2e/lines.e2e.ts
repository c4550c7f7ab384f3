import { readFileSync } from "node:fs";
import { bbox, booleanPointInPolygon, point, pointGrid, pointToLineDistance, polygonToLine } from "@turf/turf";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Box, Site } from "./open.ts";

/** A contested area that stands among all days, and a corner of its outline with no mark upon it. */
const layer = JSON.parse(readFileSync(new URL("../../geo/karabakh-2023/layers/disputed.geojson", import.meta.url), "utf8"));
const area = layer.features.find((f: { properties: { kind: string } }) => f.properties.kind === "de-facto-control");
const { id } = area.properties;
const outline: [number, number][] = area.geometry.coordinates.flat(area.geometry.type === "MultiPolygon" ? 2 : 1);
const [lng, lat] = outline.reduce((west, at) => (at[0] < west[0] ? at : west));
/** The point of the area that is farthest from its outline. */
const inside = pointGrid(bbox(area), 5)
  .features.map(({ geometry }) => geometry.coordinates as [number, number])
  .filter((at) => booleanPointInPolygon(at, area))
  .map((at) => ({ at, far: pointToLineDistance(point(at), polygonToLine(area) as never) }))
  .reduce((one, other) => (other.far > one.far ? other : one)).at;

let live: Site;
let still: Site;
beforeAll(async () => {
  live = await Site.start();
  still = await Site.start({ webgl: false });
});
afterAll(() => Promise.all([live.close(), still.close()]));
afterEach(() => expect([...live.trouble(), ...still.trouble()]).toEqual([]));

const key = (page: Page) => page.locator(".key");
/** The middle of the map's box, which stands at the address's camera. */
async function middle(page: Page): Promise<[number, number]> {
  const { x, y, width, height } = (await page.locator(".box").boundingBox())!;
  return [x + width / 2, y + height / 2];
}
/** What comes last with the map is there: from then on it answers. */
const whole = async (page: Page, names: "live" | "picture") => {
  await page.locator(".closer").first().waitFor({ state: "attached" });
  if (names === "live") await page.locator("[data-names=live]").waitFor();
};
/** What is read of the area alone: what it is, its days, whose view, how exact, and from where. */
async function tells(page: Page): Promise<void> {
  const notes = key(page).locator("[data-contested]").filter({ visible: true });
  await expect.poll(() => notes.count()).toBe(1);
  const text = await notes.innerText();
  for (const part of [area.properties.name.en ?? area.properties.name, "2020", "2023", "may be off by", "Source:"])
    expect(text).toContain(part);
  expect(await notes.evaluate((note) => note === document.activeElement)).toBe(true);
}
const camera = (at: readonly [number, number], zoom: number) => `v=${at[1].toFixed(4)},${at[0].toFixed(4)},${zoom}`;

describe.each([
  ["the live map", () => live, "live", 8],
  ["the picture, where there is no live map", () => still, "picture", 8.5],
] as const)("on %s", (_, site, names, zoom) => {
  it("a click on a contested line, which once opened nothing, opens its note, and Escape closes it", async () => {
    const page = await site().open({ hash: camera([lng, lat], zoom) });
    await whole(page, names);
    await page.mouse.click(...(await middle(page)));
    await tells(page);
    await page.keyboard.press("Escape");
    expect(await key(page).getAttribute("open")).toBeNull();
    // Opened by its own button the key has all of them.
    await key(page).locator("> summary").click();
    expect(await key(page).locator("[data-contested]").filter({ visible: true }).count()).toBe(layer.features.length);
  });

  it("a click in a hatched area, which once opened nothing, opens what the area is", async () => {
    const page = await site().open({ hash: camera(inside, zoom) });
    await whole(page, names);
    await page.mouse.click(...(await middle(page)));
    await tells(page);
  });

  it("a drag that begins on the line, and a click where there is none, open nothing", async () => {
    let page = await site().open({ hash: camera([lng, lat], zoom) });
    await whole(page, names);
    const [x, y] = await middle(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 10, { steps: 4 });
    await page.mouse.up();
    expect(await key(page).getAttribute("open")).toBeNull();
    page = await site().open({ hash: camera([lng - 0.1, lat], zoom) });
    await whole(page, names);
    await page.mouse.click(x, y);
    expect(await key(page).getAttribute("open")).toBeNull();
  });
});

it("two clicks in a hatched area come nearer, and its note is not in the way", async () => {
  const page = await live.open({ hash: camera(inside, 8) });
  await whole(page, "live");
  await page.mouse.dblclick(...(await middle(page)));
  await page.waitForURL(/v=[\d.,-]+,9$/);
  expect(await key(page).getAttribute("open")).toBeNull();
});

it.each(["desktop", "phone"] as Box[])("the name of a line opens its note at the opening view: %s", async (box) => {
  const page = await live.open({ box, ...(box === "phone" && { hasTouch: true, isMobile: true }) });
  await whole(page, "picture");
  const name = page.locator(`.poster .l-contested[data-shape="${id}"] text`);
  if (box === "phone") {
    // No room for names there: the outline itself.
    expect(await name.isVisible()).toBe(false);
    const [x = 0, y = 0] = await page.locator(`.poster path[data-shape="${id}"]`).evaluate((path: SVGPathElement) => {
      const to = path.getScreenCTM()!;
      const all = Array.from({ length: 200 }, (_, i) => path.getPointAtLength((path.getTotalLength() * i) / 200).matrixTransform(to));
      // Where it is farthest from all marks: one that a finger touches has the tap.
      const around = ({ x, y }: DOMPoint, far: number) =>
        [-far, 0, far].flatMap((dx) => [-far, 0, far].map((dy) => document.elementFromPoint(x + dx, y + dy)));
      const free = [20, 16, 12, 8].flatMap((far) => all.filter((p) => around(p, far).every((el) => el?.localName === "canvas"))).at(0)!;
      return [free.x, free.y];
    });
    await page.touchscreen.tap(x, y);
  } else {
    const { x, y, width, height } = (await name.boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
  }
  await tells(page);
});
