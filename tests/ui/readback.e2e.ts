import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { FeatureCollection } from "geojson";
import type { Browser, Page } from "playwright";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../src/cli/browser.ts";
import { readFolder } from "../../src/cli/compile.ts";
import { renderDossier } from "../../src/cli/prerender.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import { posterLabels } from "../../src/map/poster-labels.ts";
import { describeMap } from "../../src/map/describe.ts";
import { pageIndex } from "../../src/model/page-index.ts";
import { stepRef } from "../../src/model/story.ts";
import { buildTimeline } from "../../src/model/timeline.ts";
import { text } from "../dossier/fixtures.ts";

const at = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
/** The folder under test: DIST, else the build's own. */
const DIST = resolve(process.env["DIST"] ?? at("dist"));
const HOME = "https://dateline.test/map/";

type Readback = typeof import("../../src/ui/readback.ts");

let browser: Browser;
let reading: string;
beforeAll(async () => {
  browser = await launchChromium({ webgl: false });
  const made = await build({
    configFile: false,
    root: at("src"),
    publicDir: false,
    logLevel: "error",
    build: { write: false, lib: { entry: at("src/ui/readback.ts"), formats: ["iife"], name: "readback" } },
  });
  const [bundle] = [made].flat();
  if (!bundle || !("output" in bundle)) throw new Error("readback.ts was not bundled");
  reading = bundle.output[0].code;
});
afterAll(() => browser.close());

/** Opens a document as it was prerendered, without its own script, and with the code that reads it back. */
async function open(html: string): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.route("**/*", (route) =>
    route.request().url() === HOME
      ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
      : route.fulfill({ status: 404 }),
  );
  await page.goto(HOME, { waitUntil: "domcontentloaded" });
  await page.addScriptTag({ content: reading });
  return page;
}

const read = (page: Page) =>
  page.evaluate(() => {
    const { readIndex, readMapFacts, readSlots } = (globalThis as unknown as { readback: Readback }).readback;
    return { index: readIndex(document), slots: readSlots(document), facts: readMapFacts(document) };
  });

const htmlOf = (ui: string, { html, body }: { readonly html: string; readonly body: string }): string =>
  `<!doctype html><html ${html} data-ui="${ui}"><body>${body}</body></html>`;

describe.each([
  ["karabakh-2023, as it was built", "geo/karabakh-2023", "full", async () => readFileSync(join(DIST, "index.html"), "utf8")],
  [
    "an invented dossier, freshly rendered",
    "tests/fixtures/good/lake-mira",
    "full",
    async (folder: string) => htmlOf("full", (await renderDossier(folder)).editions[0].page()),
  ],
  [
    "an invented dossier, made to stand in an article",
    "tests/fixtures/good/lake-mira",
    "embed",
    async (folder: string) => htmlOf("embed", (await renderDossier(folder)).editions[0].embed()),
  ],
] as const)("the page of %s", (_, name, ui, html) => {
  const files = readFolder(at(name));
  let dossier: NonNullable<Awaited<ReturnType<typeof compileDossier>>["dossier"]>;
  let found: Awaited<ReturnType<typeof read>>;
  let page: Page;
  const layer = (id: string): FeatureCollection => {
    const file = dossier.head.layers.find((l) => l.id === id)?.file;
    return file ? (JSON.parse(text(files, `layers/${file}`)) as FeatureCollection) : { type: "FeatureCollection", features: [] };
  };

  beforeAll(async () => {
    dossier = (await compileDossier(files)).dossier!;
    page = await open(await html(at(name)));
    found = await read(page);
  });
  afterAll(() => page.context().close());

  it("gives back every statement of the dossier's index, in its order", () => {
    expect(found.index.statements).toEqual(pageIndex(dossier).statements);
  });

  it("gives back every event", () => expect(found.index.events).toEqual(pageIndex(dossier).events));

  it("gives back every place and party", () => {
    const { places, parties } = pageIndex(dossier);
    expect([found.index.places, found.index.parties]).toEqual([places, parties]);
  });

  it("gives back the ruler's slots", () => {
    const { slots } = buildTimeline(dossier.head.period, dossier.head.focus, pageIndex(dossier));
    expect(found.slots).toEqual(slots.map(({ from, to }) => ({ from, to })));
  });

  it("gives back what the map needs to know", () => {
    const { head } = dossier;
    const days = ({ min, max }: { min: string; max: string }) => ({ min, max });
    const { contested } = posterLabels(
      layer("places"),
      { disputed: layer("disputed"), borders: layer("borders") },
      head,
      pageIndex(dossier),
      head.lang,
    );
    const { names, contested: refs, ...facts } = found.facts;
    expect(facts).toEqual({
      opening: head.opening,
      window: head.window,
      covered: days(head.period),
      focus: days(head.focus),
      zone: head.zone.label,
      lang: head.lang,
      languages: head.languages,
      layers: head.layers.map(({ id, kind, title, file }) => ({ id, kind, title, url: `${HOME}layers/${file}` })),
      label: describeMap(dossier),
      // The page of its own tells no story.
      story: ui === "embed" ? dossier.story.map(stepRef) : [],
      titles: ui === "embed" ? dossier.story.map((step) => step.title) : [],
      ui,
    });
    expect(refs).toEqual(
      layer("disputed").features.map(({ properties: p }) => ({ id: p?.["id"], from: p?.["validFrom"], to: p?.["validTo"] ?? null })),
    );
    const hung = contested.map(({ id, lon, lat, anchor, lines }) => ({
      id,
      text: lines.join("\n"),
      lon,
      lat,
      anchor,
      precision_m: layer("disputed").features.find((f) => f.properties?.["id"] === id)?.properties?.["precision_m"],
    }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect([...names].sort(byId)).toEqual([...hung].sort(byId));
  });
});

it("a document with nothing in it gives an index with nothing in it, and no error", async () => {
  const page = await open("<!doctype html><html lang='en'><body></body></html>");
  const { index, slots } = await read(page);
  expect([index, slots]).toEqual([{ statements: [], events: [], places: [], parties: [] }, []]);
  await page.context().close();
});
