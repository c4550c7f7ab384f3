import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FeatureCollection } from "geojson";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { dossier, statements } from "./oracle.ts";
import { screen, seen } from "./screen.ts";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const layer = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../geo/karabakh-2023/layers/disputed.geojson", import.meta.url)), "utf8"),
) as FeatureCollection;
const undated = statements.filter((s) => s.date === null).map((s) => s.id);
const between = (from: string, to: string) => statements.filter((s) => s.date && s.date.min <= to && s.date.max >= from).map((s) => s.id);
const happened = (from: string, to: string) => dossier.events.filter((e) => e.date.min <= to && e.date.max >= from).map((e) => e.id);
/** Contested features that stood at any time from a day to a day. */
const stood = (from: string, to: string) =>
  layer.features
    .map((f) => f.properties ?? {})
    .filter((p) => p["validFrom"] <= to && (!p["validTo"] || p["validTo"] >= from))
    .map((p) => String(p["id"]))
    .sort();
const period = (from: string, to: string) => ({ cards: [...between(from, to), ...undated], count: between(from, to).length });

it("steps from day to day, and list, marks, events and contested layers follow", async () => {
  const page = await site.open({ hash: "t=2023-09-18/2023-09-18" });
  const check = async (from: string, to: string) => {
    const now = await seen(page, period(from, to));
    expect(new Set(now.lozenges)).toEqual(new Set(happened(from, to)));
    expect(new Set(now.events)).toEqual(new Set(happened(from, to)));
    expect([...now.shapes].sort()).toEqual(stood(from, to));
    expect([...now.switches].sort()).toEqual(stood(from, to));
    expect(Object.values(now.places).reduce((a, b) => a + b, 0)).toBe(now.count);
  };
  await check("2023-09-18", "2023-09-18");
  await page.locator("[data-time=next]").click();
  await check("2023-09-19", "2023-09-19");
  await page.locator("[data-time=next]").click();
  await check("2023-09-20", "2023-09-20");
  await page.locator("[data-time=prev]").click();
  await check("2023-09-19", "2023-09-19");
  await page.locator("[data-time=focus]").click();
  await check(dossier.head.focus.min, dossier.head.focus.max);
  await page.locator("[data-time=all]").click();
  const all = await seen(page, { cards: statements.map((s) => s.id), count: statements.length, hash: "" });
  expect([...all.shapes].sort()).toEqual(stood(dossier.head.period.min, dossier.head.period.max));
  await page.locator("[data-time=more]").click();
  await page.locator(".go select").selectOption("2023-09-28");
  await check("2023-09-28", "2023-09-28");
});

it("check 6: up to 18 September 2023 shows nothing that came later: no statement, event, position or line", async () => {
  const page = await site.open({ hash: "t=2023-09-18" });
  const now = await seen(page, period("0000", "2023-09-18"));
  expect(now.now).toBe("Up to 18 September 2023");
  expect(new Set(now.lozenges)).toEqual(new Set(happened("0000", "2023-09-18")));
  expect([...now.shapes].sort()).toEqual(stood("2023-09-18", "2023-09-18"));
  await page.locator("[data-tab=positions]").click();
  await seen(page, { tab: "positions" });
  const later = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".entries > li:not([hidden])")]
      .map((li) => li.dataset["since"] ?? "")
      .filter((d) => d > "2023-09-18"),
  );
  expect(later).toEqual([]);
  expect(await page.locator(".line").innerText()).toContain("18 September 2023");
});

it("changes the positions with the day: what was stated on the 19th shows from the 19th on", async () => {
  const page = await site.open({ hash: "t=2023-09-18&tab=positions" });
  const before = (await seen(page, { tab: "positions" })).positions;
  await page.locator("[data-time=next]").click();
  await expect.poll(async () => (await screen(page)).positions.filter((d) => d === "2023-09-19").length).toBeGreaterThan(3);
  const after = (await screen(page)).positions;
  expect(after.length).toBeGreaterThan(before.length);
  expect(after.filter((d) => d > "2023-09-19")).toEqual([]);
});

it("switches between only these days and up to this day without losing the day", async () => {
  const page = await site.open({ hash: "t=2023-09-20/2023-09-20" });
  await page.getByRole("button", { name: "Up to this day" }).click();
  await seen(page, { ...period("0000", "2023-09-20"), hash: "#t=2023-09-20" });
  await page.getByRole("button", { name: "Only these days" }).click();
  await seen(page, { ...period("2023-09-20", "2023-09-20"), hash: "#t=2023-09-20/2023-09-20" });
});

it("moves its handles by keyboard, one stretch at a time, and names the day", async () => {
  const page = await site.open();
  const from = page.locator("[data-time=from]");
  await from.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#t=/);
  const [first = "", last = ""] = (await page.evaluate(() => location.hash)).slice(3).split("/");
  await seen(page, period(first, last));
  expect(await from.getAttribute("aria-valuetext")).toMatch(/^\d{1,2} \w+ \d{4}$/);
  await page.locator("[data-time=to]").focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain(last);
  const [a = "", b = ""] = (await page.evaluate(() => location.hash)).slice(3).split("/");
  expect(a).toBe(first);
  await seen(page, period(a, b));
  await page.keyboard.press("End");
  await from.focus();
  await page.keyboard.press("Home");
  await seen(page, { hash: "", count: statements.length });
});

it("a click on a stretch of the ruler shows its days", async () => {
  const page = await site.open();
  const slot = page.locator('.ruler .slot[href="#t=2023-09-20/2023-09-20"]');
  await slot.locator("rect").click();
  await seen(page, period("2023-09-20", "2023-09-20"));
});

it("keeps what is undated in a tray of its own, whatever days are shown", async () => {
  const page = await site.open({ hash: "t=2023-09-22/2023-09-22" });
  await seen(page, period("2023-09-22", "2023-09-22"));
  expect(undated.length).toBeGreaterThan(0);
  for (const id of undated) expect(await page.locator(`#undated [data-statement="${id}"]`).isVisible()).toBe(true);
});

// Check 3 of the acceptance list.
it("check 3: what was said in New York on 21 September, when it was the 22nd in Baku and Yerevan, says so", async () => {
  const there = statements.filter(
    (s) => s.date?.min === "2023-09-21" && s.saidIn?.place === "new_york" && s.venue?.includes("Security Council"),
  );
  expect(there.length).toBeGreaterThan(2);
  const page = await site.open();
  for (const s of there) {
    const words = (await page.locator(`[data-statement="${s.id}"]`).textContent())?.replace(/\s+/g, " ") ?? "";
    expect(words, s.id).toContain("21 September 2023");
    expect(words, s.id).toMatch(/22 September/);
  }
});

it("check 4: what is undated and what is of an uncertain day can both be found, and look different from what is of a day", async () => {
  const page = await site.open({ hash: "t=2023-09-22/2023-09-22" });
  await page.locator("[data-time=more]").click();
  await page.locator("[data-time=undated]").click();
  for (const id of undated) expect(await page.locator(`[data-statement="${id}"]`).isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("undated");
  const open = statements.find((s) => s.date && s.date.min !== s.date.max)!;
  await site.open({ hash: `s=${open.id}` });
  await expect.poll(() => page.locator(`[data-statement="${open.id}"]`).isVisible()).toBe(true);
  const lines = (id: string) =>
    page.locator(`[data-statement="${id}"] .perma > *`).evaluate((el) => getComputedStyle(el).borderBottomStyle);
  const sure = statements.find((s) => s.date && s.date.min === s.date.max)!;
  expect([await lines(open.id), await lines(undated[0]!), await lines(sure.id)]).toEqual(["dashed", "dashed", "none"]);
});

// Check 7.
it("check 7: all statements of one place on one day are reached by mouse and keyboard; by touch, map.e2e.ts", async () => {
  const tally = new Map<string, string[]>();
  for (const s of statements) {
    const place = s.saidIn?.place;
    if (place && s.date?.min === "2023-09-19" && s.date.max === "2023-09-19") tally.set(place, [...(tally.get(place) ?? []), s.id]);
  }
  const [place, wanted] = [...tally].sort(([, a], [, b]) => b.length - a.length)[0]!;
  expect(wanted.length).toBeGreaterThan(5);
  for (const way of ["mouse", "keyboard"] as const) {
    const page = await site.open({ hash: "t=2023-09-19/2023-09-19&at=said" });
    const mark = page.locator(`[data-place="${place}"]`).first();
    if (way === "keyboard") {
      await mark.focus();
      await page.keyboard.press("Enter");
    } else await mark.click();
    const now = await seen(page, { count: wanted.length });
    expect(now.cards, way).toEqual(expect.arrayContaining(wanted));
  }
});

it("check 10: any day of the period is reached without dragging: by its date, and by a ruler that shows a month", async () => {
  const page = await site.open();
  await page.locator("[data-time=more]").click();
  await page.getByLabel("Year", { exact: true }).selectOption("2021");
  await page.getByLabel("Month", { exact: true }).selectOption({ label: "May" });
  await page.getByLabel("Day", { exact: true }).selectOption("3");
  await page.locator("[data-time=day]").click();
  await seen(page, { hash: "#t=2021-05-03/2021-05-03", count: between("2021-05-03", "2021-05-03").length });
  await page.keyboard.press("Escape");
  for (let i = 0; i < 2; i++) await page.locator("[data-ruler=nearer]").click();
  await expect.poll(() => page.locator(".zoomer output").innerText()).toBe("May 2021");
  await page.locator("[data-ruler=later]").click();
  await expect.poll(() => page.locator(".ruler:not([hidden]) .slot").count()).toBe(30);
  await page.locator('.ruler:not([hidden]) .slot[href="#t=2021-06-17/2021-06-17"] rect').click();
  await seen(page, { hash: "#t=2021-06-17/2021-06-17" });
  for (let i = 0; i < 2; i++) await page.locator("[data-ruler=wider]").click();
  await expect.poll(() => page.locator(".ruler:not([hidden])").count()).toBe(1);
  expect(await page.locator("[data-ruler=wider]").isDisabled()).toBe(true);
});

it("goes from event to event, shows its days and opens it", async () => {
  const page = await site.open();
  const events = [...dossier.events].sort((a, b) => (a.date.min < b.date.min ? -1 : a.date.min > b.date.min ? 1 : 0));
  await page.locator("[data-time=more]").click();
  for (const e of events.slice(0, 3)) {
    await page.locator("[data-time=next-event]").click();
    await seen(page, { events: [e.id] });
    await expect.poll(() => page.url()).toContain(`#e=${e.id}&t=${e.date.min}/${e.date.max}`);
  }
  await page.locator("[data-time=prev-event]").click();
  await seen(page, { events: [events[1]!.id] });
});

it("plays one day after the other by a clock, waits while the list is read, and can always be stopped", async () => {
  const page = await site.open({ hash: "t=2023-09-18/2023-09-18", before: (p) => p.clock.install() });
  const play = page.locator("[data-time=play]");
  await play.click();
  await seen(page, { hash: "#t=2023-09-19/2023-09-19" });
  expect(await play.getAttribute("aria-label")).toBe("Pause");
  await page.clock.runFor(1500);
  await seen(page, { hash: "#t=2023-09-20/2023-09-20" });
  await page.locator(".scroll").hover();
  await page.clock.runFor(6000);
  await seen(page, { hash: "#t=2023-09-20/2023-09-20" });
  await play.click();
  await page.clock.runFor(6000);
  const now = await seen(page, { hash: "#t=2023-09-20/2023-09-20" });
  expect(now.hash).not.toContain("v=");
  expect(await play.getAttribute("aria-label")).not.toBe("Pause");
});

it("plays nothing for who asked for less motion", async () => {
  const page = await site.open({ reducedMotion: "reduce" });
  await page.locator("[data-time=play]").waitFor({ state: "attached" });
  expect(await page.locator("[data-time=play]").isVisible()).toBe(false);
  expect(await page.locator("[data-time=next]").isVisible()).toBe(true);
});

it("bug: a day's list began with the heading of an earlier day: what has been going on since then says so", async () => {
  const page = await site.open({ hash: "t=2023-09-22/2023-09-22" });
  const headings = () =>
    page
      .locator(".day:not([hidden]) > h3")
      .evaluateAll((all) => all.map((el) => (el.firstChild?.textContent ?? "").trim()).filter((words) => !/undated/i.test(words)));
  await expect.poll(headings).toEqual(["Since 19 September 2023", "22 September 2023"]);
  await page.locator("[data-time=all]").click();
  await expect.poll(async () => (await headings()).filter((words) => words.startsWith("Since"))).toEqual([]);
});
