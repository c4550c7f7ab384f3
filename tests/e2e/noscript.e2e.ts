import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { dossier, statements } from "./oracle.ts";
import { DIST, Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));
const bare = (path = "") => site.open({ javaScriptEnabled: false, path });

it("with scripts off there is all there is to read, and it can be seen", async () => {
  const page = await bare();
  expect(await page.locator("h1").innerText()).toBe(dossier.head.title);
  expect(await page.locator(".poster").isVisible()).toBe(true);
  expect(await page.locator(".poster").getAttribute("aria-label")).toContain(`${statements.length} statements`);
  for (const panel of ["statements", "positions", "parties", "about"])
    expect(await page.locator(`[data-panel=${panel}]`).isVisible()).toBe(true);
  expect(await page.locator("[data-statement]:visible").count()).toBe(statements.length);
  expect(await page.locator(".happened:visible").count()).toBe(dossier.events.length);
  expect(await page.locator("[data-count]").innerText()).toBe(String(statements.length));
  expect(await page.locator(".notes").innerText()).toBe(dossier.head.notes);
  for (const line of dossier.head.credits) expect(await page.locator(".credits").innerText()).toContain(line);
  expect(await page.locator("a[download]").count()).toBeGreaterThanOrEqual(2);
});

it.each(["", "about.html", "places.html", "terms.html", `s/${statements[0]!.id}/`])(
  "the page %j is set in the dossier's letters: those beside the map were once set in the system's",
  async (path) => {
    const page = await bare(path);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/^"Dateline Sans"/);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector("h1")!).fontFamily)).toMatch(/^"Dateline Serif"/);
  },
);

it("bug: with scripts off a link to a statement led to another, since what stands before it was guessed too high or too low", async () => {
  for (const { id } of [...statements.slice(20, 24), ...statements.slice(60, 64), statements.at(-1)!]) {
    const page = await bare(`index.html#s=${id}`);
    const [top, list] = await page.evaluate(() => {
      const within = document.querySelector(".scroll")!.getBoundingClientRect();
      return [document.querySelector(":target")!.getBoundingClientRect().top - within.top, within.height];
    });
    expect(top, id).toBeGreaterThanOrEqual(-1);
    expect(top, id).toBeLessThan(list / 2);
  }
});

it("every mark is a link that leads to what it stands for", async () => {
  const page = await bare();
  const marks = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-place], [data-event]")].map(
      (el) => [el.dataset["place"] ?? el.dataset["event"] ?? "", el.getAttribute("href") ?? ""] as const,
    ),
  );
  for (const [id, href] of marks) expect([`places.html#pl=${id}`, `#e=${id}`, "#pl=none"]).toContain(href);
  await page
    .locator(`[data-event="${dossier.events[10]!.id}"]`)
    .first()
    .evaluate((el) => el.scrollIntoView());
});

it.each(["desktop", "phone"] as const)("a mark beside its place has a leader to it: once only a script drew them (%s)", async (box) => {
  const page = await site.open({ javaScriptEnabled: false, box });
  const marks = await page.locator(".marks .mark").evaluateAll((all) =>
    all.map((mark) => {
      const lead = getComputedStyle(mark.querySelector(".lead")!);
      const long = Number.parseFloat(lead.strokeDasharray);
      const turn = new DOMMatrix(lead.transform);
      const body = new DOMMatrix(getComputedStyle(mark.querySelector(".body")!).transform);
      return {
        drawn: lead.stroke !== "none",
        off: Math.hypot(long * turn.a - body.e, long * turn.b - body.f),
        far: Math.hypot(body.e, body.f),
      };
    }),
  );
  expect(marks.filter(({ far }) => far > 20).length).toBeGreaterThan(4);
  expect(marks.filter(({ drawn, off }) => !drawn || off > 0.5)).toEqual([]);
});

it("bug: leaders and the dots at their ends lay on other marks' discs: all of them are beneath all marks", async () => {
  const page = await bare();
  const map = () => page.locator("#map").screenshot({ animations: "disabled" });
  const discs = await page.locator(".marks .disc").evaluateAll((all) =>
    all.map((disc) => {
      const { x, y, width } = disc.getBoundingClientRect();
      // What lies within the circle whole.
      return { x: x + 0.16 * width, y: y + 0.16 * width, width: 0.68 * width, height: 0.68 * width };
    }),
  );
  const shots = async () => {
    const out: Buffer[] = [];
    for (const clip of discs) out.push(await page.screenshot({ clip, animations: "disabled" }));
    return out;
  };
  const led = await map();
  const above = await shots();
  await page.locator(".poster > use").evaluate((el) => el.remove());
  expect((await map()).equals(led), "there are leaders to see").toBe(false);
  const bared = await shots();
  expect(discs.filter((_, i) => !above[i]!.equals(bared[i]!))).toEqual([]);
});

it("bug: in a map that is not high chips and the overview covered marks: they stand below it, or not at all", async () => {
  const page = await bare();
  await page.setViewportSize({ width: 900, height: 600 });
  const covered = await page.evaluate(() => {
    const over = [...document.querySelectorAll(".chip-mark, .inset, .key > summary")].filter((el) => el.checkVisibility());
    return [...document.querySelectorAll(".marks :is(.disc, .loz)")].filter((mark) => {
      const m = mark.getBoundingClientRect();
      return over
        .map((el) => el.getBoundingClientRect())
        .some((c) => c.left < m.right && c.right > m.left && c.top < m.bottom && c.bottom > m.top);
    }).length;
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(covered).toBe(0);
});

const links = (page: Page) => page.evaluate(() => [...document.querySelectorAll("[href]")].map((el) => el.getAttribute("href") ?? ""));
const ids = (page: Page) => page.evaluate(() => [...document.querySelectorAll("[id]")].map((el) => el.id));

it("every link inside the pages has its target, and every file is there", async () => {
  const pages = ["", "about.html", "places.html", "terms.html"];
  const found = new Map<string, { links: string[]; ids: Set<string> }>();
  for (const path of pages) {
    const page = await bare(path);
    const all = await ids(page);
    expect(new Set(all).size, `ids of ${path} are unique`).toBe(all.length);
    found.set(path, { links: await links(page), ids: new Set(all) });
  }
  const broken: string[] = [];
  for (const [path, page] of found)
    for (const href of page.links) {
      if (/^(https?|mailto|data):/.test(href)) continue;
      const [file = "", id] = href.split("#");
      const target = file === "" ? path : file.replace(/^\.\//, "");
      if (target !== "" && !existsSync(join(DIST, target))) broken.push(`${path}: no file ${href}`);
      // Stretches of the ruler longer than a day, and what has no place, are choices that only the script can make.
      if (/^#(t=|pl=none$)/.test(href)) continue;
      if (id && found.has(target) && !found.get(target)?.ids.has(id)) broken.push(`${path || "index.html"}: no target ${href}`);
    }
  expect([...new Set(broken)]).toEqual([]);
});

it("about.html, terms.html and places.html hold the claims, own words, every place and all forms of its name", async () => {
  const about = await bare("about.html");
  expect(await about.locator(".claims > li").count()).toBe(dossier.claims.length);
  const terms = await bare("terms.html");
  expect(await terms.locator(".use").count()).toBe(dossier.terms.flatMap((t) => t.entries).length);
  const places = await bare("places.html");
  for (const place of dossier.places) {
    const text = await places.locator(`[id="pl=${place.id}"]`).innerText();
    for (const name of [...Object.values(place.names), ...Object.values(place.labels)]) expect(text).toContain(name);
  }
});

it("downloads are whole: the dossier and a row for every statement", async () => {
  const page = await bare();
  for (const href of await page.evaluate(() => [...document.querySelectorAll("a[download]")].map((a) => a.getAttribute("href") ?? ""))) {
    const answer = await page.request.get(site.url + href);
    expect(answer.status(), href).toBe(200);
    if (href.endsWith("dossier.json")) expect(((await answer.json()) as typeof dossier).version).toBe(dossier.version);
    if (href.endsWith(".csv")) for (const s of statements) expect(await answer.text()).toContain(s.id);
  }
});

it.each([
  [680, 540],
  [1280, 800],
])("bug: with scripts off there was empty room for controls at %d px", async (width, height) => {
  const page = await bare();
  await page.setViewportSize({ width, height });
  const below = await page.evaluate(() => innerHeight - document.querySelector(".ruler")!.getBoundingClientRect().bottom);
  expect(below).toBeLessThan(8);
  const line = await page.evaluate(() => {
    const text = document.createRange();
    text.selectNodeContents(document.querySelector(".line p")!);
    return document.querySelector(".line")!.getBoundingClientRect().bottom - text.getBoundingClientRect().bottom;
  });
  expect(line).toBeLessThan(24);
});
