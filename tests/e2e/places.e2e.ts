import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { distanceWords, kilometres } from "../../src/model/measure.ts";
import { dossier, placeName, statements } from "./oracle.ts";
import { screen, seen } from "./screen.ts";
import { BOXES, type Box, Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const region = dossier.places.filter((p) => p.precision === "region").map((p) => p.id);
const tally = (place: (s: (typeof statements)[number]) => string | undefined, days?: readonly [string, string]) => {
  const out: Record<string, number> = {};
  for (const s of statements) {
    if (days && !(s.date && s.date.min <= days[1] && s.date.max >= days[0])) continue;
    const at = place(s) ?? "none";
    out[at] = (out[at] ?? 0) + 1;
  }
  return out;
};

it.each([
  ["about", undefined],
  ["about", ["2023-09-19", "2023-09-20"]],
  ["said", undefined],
  ["said", ["2023-09-19", "2023-09-20"]],
] as const)("marks, badges and chips count every statement once, %s %j", async (mode, days) => {
  const page = await site.open({ hash: days ? `t=${days.join("/")}` : "" });
  await page.locator(`[data-mode=${mode}]`).click();
  await expect.poll(() => page.locator(`[data-mode=${mode}]`).getAttribute("aria-pressed")).toBe("true");
  const wanted = tally((s) => (mode === "about" ? s.about[0] : s.saidIn?.place), days);
  const now = await seen(page, { places: wanted });
  expect(Object.values(now.places).reduce((a, b) => a + b, 0)).toBe(now.count);
  expect(now.without).toBe(0);
});

it("what is about the region as a whole is a badge with its list, never a pin", async () => {
  const page = await site.open();
  const pins = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>("[data-mark]")].map((el) => el.dataset["mark"]));
  expect(pins.filter((id) => region.includes(id ?? ""))).toEqual([]);
  for (const id of region) {
    const badge = page.locator(`.badges [data-place="${id}"]`);
    await badge.click();
    await seen(page, { cards: statements.filter((s) => s.about[0] === id).map((s) => s.id) });
  }
});

it("where it was said puts capitals far off on the edge, with how far and which way", async () => {
  const page = await site.open({ hash: "at=said" });
  const chip = page.locator('.edges [data-place="new_york"]');
  await chip.waitFor();
  expect(await chip.innerText()).toMatch(/New York\s+\d+\s+9,\d00 km\s+←/);
  expect(await page.locator("[data-mark=new_york]").count()).toBe(0);
  // It once said the place twice to whoever hears it.
  expect(await chip.getAttribute("aria-label")).toMatch(/^New York \d+ 9,\d00 km away, off the map: \d+ statements said there \(/);
  await chip.click();
  await seen(page, { cards: statements.filter((s) => s.saidIn?.place === "new_york").map((s) => s.id) });
  expect(await page.locator(".scope").innerText()).toBe(`Said in ${placeName("new_york")}`);
});

it.each(["42,40,6", "39.8,49.5,8", "41.5,44.5,7"])(
  "bug: chips of a map that was moved stood at the wrong edge and told how far it was from where it began: %s",
  async (camera) => {
    const page = await site.open({ hash: `v=${camera}` });
    const [lat = 0, lng = 0] = camera.split(",").map(Number);
    const chips = await page.locator(".edge [data-place]").evaluateAll((all) =>
      all.map((el) => ({
        id: (el as HTMLElement).dataset["place"],
        edge: el.closest(".edge")!.classList[1],
        far: el.textContent?.replace(/\s+/g, " "),
      })),
    );
    expect(chips.length).toBeGreaterThan(2);
    for (const { id, edge, far } of chips) {
      const place = dossier.places.find((p) => p.id === id)!;
      const [dx, dy] = [(place.lon - lng) * Math.cos((lat * Math.PI) / 180), place.lat - lat];
      expect(edge, id).toBe(Math.abs(dx) > Math.abs(dy) * 1.2 ? (dx < 0 ? "west" : "east") : dy > 0 ? "north" : "south");
      expect(far, id).toContain(distanceWords(kilometres([lng, lat], [place.lon, place.lat])));
    }
  },
);

it.each(Object.keys(BOXES) as Box[])("every place with a statement is on the map, at its edge or in a badge, %s", async (box) => {
  const page = await site.open({ box });
  const now = await screen(page);
  const all = tally((s) => s.about[0]);
  if (box !== "narrow") return expect(now.places).toEqual(all);
  // There a mark stands for places of one spot, and says for how many more than its own.
  const more = await page.evaluate(() =>
    [...document.querySelectorAll(".marks .stack")].map((a) => Number(/ \+(\d+):/.exec(a.getAttribute("aria-label") ?? "")?.[1] ?? 0)),
  );
  const sum = (counts: readonly number[]) => counts.reduce((n, count) => n + count, 0);
  expect(sum(Object.values(now.places))).toBe(sum(Object.values(all)));
  expect(sum(more)).toBeGreaterThan(Object.keys(all).length - Object.keys(now.places).length - 1);
});

it("a mark tells its count, its parties by code, and says both in words", async () => {
  const page = await site.open();
  const here = statements.filter((s) => s.about[0] === "stepanakert");
  const label = (await page.locator('[data-place="stepanakert"]').getAttribute("aria-label")) ?? "";
  expect(label).toContain(`${here.length} statements about it`);
  for (const party of new Set(here.map((s) => s.party))) {
    const code = dossier.parties.find((p) => p.id === party)?.code;
    expect(label).toContain(`${code} ${here.filter((s) => s.party === party).length}`);
    expect(await page.locator(`[data-place="stepanakert"] .arc.s-${party}`).count()).toBe(1);
  }
});

it("a party chosen leaves its statements only, on the map and in the list", async () => {
  const page = await site.open();
  await page.locator("[data-filters]").click();
  await page.locator('[data-facet=party] input[value="ru"]').check();
  const wanted = statements.filter((s) => [s.party, ...s.parties].includes("ru"));
  const now = await seen(page, { cards: wanted.map((s) => s.id), hash: "#p=ru" });
  expect(Object.values(now.places).reduce((a, b) => a + b, 0)).toBe(wanted.length);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-filters"))).toBe(true);
  await page.getByRole("button", { name: "Show all statements" }).click();
  await seen(page, { hash: "", count: statements.length });
});

/** Letters of marks whose discs are on the map, cut off at its edge; and badges that a control stands on. */
const hidden = (page: Page) =>
  page.evaluate(() => {
    const edge = document.querySelector(".box")!.getBoundingClientRect();
    const cut = [...document.querySelectorAll(".stack")].flatMap((stack) => {
      const disc = stack.querySelector(".disc")!.getBoundingClientRect();
      const letters = stack.querySelector(".codes")!.getBoundingClientRect();
      const on = disc.left >= edge.left && disc.right <= edge.right;
      return on && (letters.left < edge.left || letters.right > edge.right) ? [`cut: ${stack.textContent}`] : [];
    });
    const under = [...document.querySelectorAll(".badges .chip-mark")].flatMap((chip) => {
      const { left, top, height } = chip.getBoundingClientRect();
      return chip.contains(document.elementFromPoint(left + 8, top + height / 2)) || left > edge.right - 8
        ? []
        : [`under: ${chip.textContent}`];
    });
    return [...cut, ...under];
  });

it.each((Object.keys(BOXES) as Box[]).flatMap((box) => ["", "embed.html"].map((path) => [path, box] as const)))(
  "the letters of marks were cut at a narrow map's edge, and zoom stood on the badges of a wide frame: %j %s",
  async (path, box) => {
    const page = await site.open({ path, box });
    await page.locator(".body[style]").first().waitFor({ state: "attached" });
    expect(await hidden(page)).toEqual([]);
  },
);
