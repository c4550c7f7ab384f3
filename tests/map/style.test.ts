import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  createExpression,
  type FilterSpecification,
  featureFilter,
  type LayerSpecification,
  latest,
  type StyleSpecification,
  type SymbolLayerSpecification,
  validateStyleMin,
} from "@maplibre/maplibre-gl-style-spec";
import type { Feature, FeatureCollection } from "geojson";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/cli/compile.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import { contestedLabels } from "../../src/map/contested-labels.ts";
import { FONTS } from "../../src/map/fonts.ts";
import { DOTS, GRAMMAR, HATCH, NAMES } from "../../src/map/layers/disputed.ts";
import { asAtForty, closest } from "../../src/map/closest.ts";
import { ARCS } from "../../src/map/layers/arcs.ts";
import { BLANK, MARKS } from "../../src/map/layers/marks.ts";
import { nameLines } from "../../src/map/name-lines.ts";
import type { LayerRef, NameMode } from "../../src/map/layers/ref.ts";
import { type MapTheme, PALETTE } from "../../src/map/palette.ts";
import { buildStyle, groundOf, isBeyondPicture, isPlain, type StyleWish } from "../../src/map/style.ts";
import { type ContestedRef, shownContested, switchContested } from "../../src/model/contested.ts";
import type { TimeWindow } from "../../src/model/view.ts";
import { text } from "../dossier/fixtures.ts";
import { view } from "../model/fixtures.ts";

const FOLDER = fileURLToPath(new URL("../../geo/karabakh-2023", import.meta.url));
const FONT_FILES = readdirSync(fileURLToPath(new URL("../../public/fonts", import.meta.url)));
const files = readFolder(FOLDER);
const dossier = (await compileDossier(files)).dossier!;
const { head } = dossier;
const layerFile = (id: string): FeatureCollection =>
  JSON.parse(text(files, `layers/${head.layers.find((l) => l.id === id)!.file}`)) as FeatureCollection;
const [disputed, places] = [layerFile("disputed"), layerFile("places")];

const THEMES: readonly MapTheme[] = ["light", "dark"];
/** Whose use of names the dossier records. */
const USES = [...new Set(dossier.places.flatMap((p) => Object.keys(p.labels)))];
const MODES: readonly NameMode[] = ["both", "all", ...head.languages, ...USES];
const refs: readonly LayerRef[] = head.layers.map(({ id, kind, title, file }) => ({ id, kind, title, url: `https://maps.test/${file}` }));
const wish = (changes: Partial<StyleWish> = {}): StyleWish => ({
  layers: refs,
  font: (file) => `https://maps.test/fonts/${file}`,
  hung: contestedLabels({ disputed, borders: { type: "FeatureCollection", features: [] } }, head.opening, head.lang, 700, []).map(
    ({ lines, ...l }) => ({
      ...l,
      text: lines.join("\n"),
      precision_m: 1,
    }),
  ),
  theme: "light",
  contrast: false,
  names: "both",
  lang: head.lang,
  languages: head.languages,
  opening: head.opening,
  far: 5,
  ...changes,
});
const style = buildStyle(wish());
const everyStyle = THEMES.flatMap((theme) => MODES.map((names) => ({ theme, names, style: buildStyle(wish({ theme, names })) })));

type Drawn = Exclude<LayerSpecification, { type: "background" }>;
const drawn = (s: StyleSpecification): readonly Drawn[] => s.layers.filter((l): l is Drawn => l.type !== "background");
const labels = (s: StyleSpecification): readonly SymbolLayerSpecification[] =>
  s.layers.filter((l): l is SymbolLayerSpecification => l.type === "symbol" && l.layout?.["text-field"] !== undefined);
/** A feature's names by language. */
const namesOf = (f: Feature | undefined): Readonly<Record<string, string>> =>
  (f?.properties?.["names"] ?? f?.properties?.["name"] ?? {}) as Record<string, string>;
const layerOf = (id: string, s = style): Drawn => drawn(s).find((l) => l.id === id)!;

/** A feature as MapLibre's worker has it: 1 point, 2 line, 3 area; of several shapes one kind. */
const inTile = (f: Feature) => ({
  type: (/Polygon$/.test(f.geometry.type) ? 3 : /LineString$/.test(f.geometry.type) ? 2 : 1) as 1 | 2 | 3,
  properties: f.properties ?? {},
  geometry: [],
});
/** Whether a layer draws a feature, by MapLibre's own filter. */
function draws(layer: Drawn, f: Feature, state: Record<string, unknown>, zoom = 8): boolean {
  const filter = featureFilter(layer.filter as FilterSpecification | undefined, layer.id, state);
  return filter.filter({ zoom, globalState: state }, inTile(f) as never);
}
const layersThatDraw = (f: Feature, shown: readonly string[], source = "disputed"): readonly string[] =>
  drawn(style)
    .filter((l) => l.source === source && draws(l, f, { shown, parties: [] }))
    .map((l) => l.id);

/** What a label layer writes for a feature, by MapLibre's own expressions. */
function written(layer: SymbolLayerSpecification, f: Feature): string {
  const spec = latest["layout_symbol"]["text-field"];
  const made = createExpression(layer.layout?.["text-field"], layer.id, spec as never);
  if (made.result === "error") throw new Error(`${layer.id}: ${made.value.map((e) => e.message).join()}`);
  return String(made.value.evaluate({ zoom: 8 }, inTile(f) as never));
}

describe("the live map's style", () => {
  it.each(everyStyle)("in $theme with names $names is valid by MapLibre's own validator", ({ style }) => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  it("has a source for every layer and a layer for every source", () => {
    for (const { style } of everyStyle)
      expect([...new Set(drawn(style).map((l) => l.source))].sort()).toEqual(Object.keys(style.sources).sort());
  });

  it("reads each layer of the dossier from its own file", () => {
    for (const { id, url } of refs) expect(style.sources[id]).toMatchObject({ type: "geojson", data: url });
  });

  it("draws the dossier's layers in its order, lowest first, and names above all of them", () => {
    const order = [...new Set(drawn(style).map((l) => l.source))];
    const listed = refs.map((r) => r.id).filter((id) => id !== "places");
    expect(order).toEqual([...listed, ARCS, "places", NAMES, MARKS]);
  });

  it("declares every style-wide value that it reads", () => {
    const read = [...JSON.stringify(style.layers).matchAll(/\["global-state","([^"]+)"\]/g)].map((m) => m[1]);
    const filters = drawn(style).flatMap((l) => [
      ...featureFilter(l.filter as FilterSpecification | undefined, l.id, {}).getGlobalStateRefs(),
    ]);
    expect([...new Set([...read, ...filters])].sort()).toEqual(["parties", "shown"]);
    expect(Object.keys(style.state ?? {}).sort()).toEqual(["parties", "shown"]);
  });

  it("is the same data each time and for each theme but for its inks, so that changing the theme moves nothing", () => {
    const plain = (s: StyleSpecification) => JSON.stringify(s).replace(/#[0-9a-f]{6}/g, "#");
    expect(JSON.stringify(buildStyle(wish()))).toBe(JSON.stringify(style));
    expect(plain(buildStyle(wish({ theme: "dark" })))).toBe(plain(style));
  });

  it.each(["railways", "constructor", "tostring"])("draws a region layer it has no rule for, %s, thin and neutral", (id) => {
    const own = buildStyle(wish({ layers: [...refs, { id, kind: "region", title: id, url: "https://maps.test/r.geojson" }] }));
    expect(validateStyleMin(own)).toEqual([]);
    const plain = drawn(own).filter((l) => l.source === id);
    const shapes = ["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"] as const;
    for (const type of shapes) {
      const f = { type: "Feature", properties: {}, geometry: { type, coordinates: [] } } as unknown as Feature;
      expect(plain.filter((l) => draws(l, f, {})).map((l) => l.type)).toEqual([type === "Point" ? "circle" : "line"]);
    }
    expect(JSON.stringify(plain.map((l) => l.paint)).match(/#\w+/g)).toEqual([PALETTE.light.border, PALETTE.light.label]);
  });

  it.each(["marks", "contested-names", "water"])("takes a layer of a dossier by the name of %s for no layer of its own", (id) => {
    const url = "https://maps.test/r.geojson";
    const made = buildStyle(wish({ layers: [...refs, { id, kind: "region", title: id, url }] }));
    expect(validateStyleMin(made)).toEqual([]);
    expect(made.sources[id]).toMatchObject({ data: url });
    // What no dossier's layer can be called: its id begins with a letter or a digit.
    for (const own of [MARKS, NAMES]) expect(own).toMatch(/^[^a-z0-9]/);
  });
});

describe("what the live map begins with", () => {
  const sources = (of: readonly LayerRef[]) => Object.keys(groundOf(wish({ layers: of })).sources).sort();

  it("is the areas of land and water that the picture shows: its lines stand above until a hand is there", () => {
    expect(sources(refs)).toEqual(["countries", "lakes"]);
    expect(new Set(groundOf(wish({})).layers.map((l) => l.type))).toEqual(new Set(["background", "fill"]));
  });

  const shore: LayerRef = { id: "shore", kind: "region", title: "Shore", url: "https://maps.test/s.geojson" };
  it("bug: a region layer with a name of its own was on the live map only, and came when it was touched", () => {
    expect(sources([...refs, shore])).toContain("shore");
    // Its points are on the live map from the first; its lines are the picture's, which draws no points.
    expect(groundOf(wish({ layers: [...refs, shore] })).layers.map((l) => l.id)).toContain("shore-point");
    expect(isPlain(shore)).toBe(true);
  });

  it("is everything where there is no such area", () =>
    expect(sources(refs.filter((l) => !["countries", "lakes", "world"].includes(l.id)))).toContain("borders"));

  it("bug: a dossier with no countries but the world's coasts had no land until it was touched", () =>
    expect(sources(refs.filter((l) => l.id !== "countries"))).toContain("world"));
});

it("beyond the picture are arcs and the outlines of picked parties", () => {
  const made = buildStyle(wish({})).layers.filter((l) => isBeyondPicture(l, wish({})));
  expect(made.map((l) => l.id).sort()).toEqual([`${ARCS}-answers`, `${ARCS}-to`, "borders-picked", "parties-area"]);
});

describe("the inks of the live map", () => {
  const parts = (theme: MapTheme) => buildStyle(wish({ theme })).layers.map((l) => ({ id: l.id, type: l.type, paint: l.paint ?? {} }));

  it.each(THEMES)("are the palette's alone in %s: no colour of a party is among them", (theme) => {
    const party = dossier.parties.flatMap((p) => (p.colour ? [p.colour.light, p.colour.dark] : [])).map((c) => c.toLowerCase());
    expect(party.length).toBeGreaterThan(10);
    const palette = Object.values(PALETTE[theme]);
    expect(palette.filter((c) => party.includes(c.toLowerCase()))).toEqual([]);
    for (const { id, paint } of parts(theme)) {
      const said = JSON.stringify(paint);
      for (const colour of said.match(/#[0-9a-fA-F]{3,8}\b/g) ?? []) expect(palette, `${id} ${colour}`).toContain(colour);
      expect(said, id).not.toMatch(/\b(?:rgba?|hsla?)\b|"(?:red|green|blue|orange|black|white)"/);
    }
  });

  it.each(THEMES)("fill land and water in %s and nothing else; areas of the dispute have a pattern and no colour", (theme) => {
    const { land, water, river } = PALETTE[theme];
    for (const { id, paint } of parts(theme).filter((l) => l.type === "fill")) {
      const { "fill-opacity": _, "fill-antialias": _edge, ...ink } = paint as Record<string, unknown>;
      expect(
        [{ "fill-color": land }, { "fill-color": water, "fill-outline-color": river }, { "fill-pattern": HATCH }, { "fill-pattern": DOTS }],
        id,
      ).toContainEqual(ink);
    }
    expect(parts(theme)[0]).toEqual({ id: "water", type: "background", paint: { "background-color": water } });
    expect(parts(theme).map((l) => l.type)).not.toContain("fill-extrusion");
  });

  it("do not tell one country, or one party's area, from another", () => {
    const readsWho = drawn(style).filter((l) => l.type === "fill" || l.type === "line");
    // How exact a line is may be read from the data, and nothing else.
    for (const l of readsWho) expect(JSON.stringify(l.paint).replaceAll('["get","precision_m"]', ""), l.id).not.toContain('"get"');
  });
});

describe("contested features", () => {
  const contested: readonly ContestedRef[] = disputed.features.map((f) => ({
    id: String(f.properties?.["id"]),
    from: String(f.properties?.["validFrom"]),
    to: (f.properties?.["validTo"] as string | null) ?? null,
  }));
  const drawnAt = (time: TimeWindow, layers: readonly string[] = []) => {
    const shown = shownContested(view({ time, layers }), contested, head.period);
    return disputed.features.filter((f) => layersThatDraw(f, shown).length > 0).map((f) => f.properties?.["id"]);
  };
  const until = (to: string): TimeWindow => ({ kind: "until", to });
  const only = (from: string, to = from): TimeWindow => ({ kind: "period", from, to });

  it.each(disputed.features.map((f) => [f.properties?.["id"], f] as const))("%s is outlined when it is shown, and only then", (id, f) => {
    const outline = layersThatDraw(f, [id]).filter((l) => layerOf(l).type === "line");
    // By the dash of its own kind, not by the plain line of kinds unknown.
    expect(outline).toEqual([`disputed-${f.properties?.["kind"]}`]);
    expect(layersThatDraw(f, [])).toEqual([]);
    expect(layersThatDraw(f, ["another"])).toEqual([]);
  });

  it.each([...GRAMMAR.flatMap((g) => g.kinds), "front-line", "", undefined])(
    "of kind %j have one line layer, whatever the kind",
    (kind) => {
      const f: Feature = { type: "Feature", properties: { id: "x", kind }, geometry: { type: "LineString", coordinates: [] } };
      expect(layersThatDraw(f, ["x"]).filter((l) => layerOf(l).type === "line")).toHaveLength(1);
      expect(layersThatDraw(f, [])).toEqual([]);
    },
  );

  it("no two kinds of line look alike, even without colour", () => {
    const looks = GRAMMAR.map((g) => layerOf(`disputed-${g.kinds[0]}`)).map((l) => JSON.stringify([l.layout, l.paint]));
    expect(new Set(looks).size).toBe(GRAMMAR.length);
  });

  it("areas have the pattern of their kind, and lines none", () => {
    const fills = Object.fromEntries(
      disputed.features.map((f) => [
        f.properties?.["id"],
        layersThatDraw(f, [f.properties?.["id"]])
          .filter((l) => layerOf(l).type === "fill")
          .map((l) => (layerOf(l).paint as Record<string, unknown>)["fill-pattern"]),
      ]),
    );
    expect(fills).toEqual({
      "nkao-1923-1991": [],
      "loc-1994-2020": [],
      "nk-armenian-held-2020-2023": [HATCH],
      "lachin-corridor-2020": [DOTS],
      "lachin-corridor-2022": [DOTS],
    });
  });

  it.each([
    [
      "on 18 September 2023 are those that stood then, and nothing of later days",
      only("2023-09-18"),
      ["nk-armenian-held-2020-2023", "lachin-corridor-2022"],
    ],
    ["up to 18 September 2023 are the same", until("2023-09-18"), ["nk-armenian-held-2020-2023", "lachin-corridor-2022"]],
    [
      "on the day of the ceasefire, the last of both, are the area and the second route",
      only("2023-09-20"),
      ["nk-armenian-held-2020-2023", "lachin-corridor-2022"],
    ],
    ["on the day after the ceasefire no longer hold", only("2023-09-21"), []],
    ["up to 5 October 2023 are none", until("2023-10-05"), []],
    ["on 25 August 2022 are the area and the first route", only("2022-08-25"), ["nk-armenian-held-2020-2023", "lachin-corridor-2020"]],
    [
      "on 26 August 2022 have the first route for the last time",
      only("2022-08-26"),
      ["nk-armenian-held-2020-2023", "lachin-corridor-2020"],
    ],
    ["on 29 August 2022 have no route yet", only("2022-08-29"), ["nk-armenian-held-2020-2023"]],
    ["on 30 August 2022 have the second route", only("2022-08-30"), ["nk-armenian-held-2020-2023", "lachin-corridor-2022"]],
    [
      "in the week of the change have both routes",
      only("2022-08-24", "2022-08-31"),
      ["nk-armenian-held-2020-2023", "lachin-corridor-2020", "lachin-corridor-2022"],
    ],
    ["on 8 November 2020 are the line of contact alone", only("2020-11-08"), ["loc-1994-2020"]],
    ["in 1950 are the oblast's alone", only("1950-01-01"), ["nkao-1923-1991"]],
    [
      "of all days leave out what ended before the record begins",
      { kind: "all" } as TimeWindow,
      ["loc-1994-2020", "nk-armenian-held-2020-2023", "lachin-corridor-2020", "lachin-corridor-2022"],
    ],
  ] as const)("%s", (_, time, ids) => {
    expect(drawnAt(time)).toEqual(ids);
  });

  it("switched on and off by the reader are drawn and left out, whatever the days", () => {
    const at = view({ time: only("2023-09-18") });
    const [nkao, , area] = contested;
    const more = switchContested(at, nkao!, true, head.period);
    expect(drawnAt(more.time, more.layers)).toContain("nkao-1923-1991");
    const less = switchContested(more, area!, false, head.period);
    expect(drawnAt(less.time, less.layers)).toEqual(["nkao-1923-1991", "lachin-corridor-2022"]);
  });

  it("have names that the map does not break again: each line of the poster's fits", () => {
    const poster = contestedLabels({ disputed, borders: { type: "FeatureCollection", features: [] } }, head.opening, head.lang, 700, []);
    const widest = layerOf(NAMES).layout as Record<string, unknown>;
    for (const { lines } of poster) for (const line of lines) expect(line.length).toBeLessThanOrEqual(Number(widest["text-max-width"]));
  });

  it("keep their names when they are shown and lose them when they are not", () => {
    const hung = (style.sources[NAMES] as unknown as { data: FeatureCollection }).data.features;
    expect(hung.length).toBeGreaterThan(0);
    for (const f of hung) {
      expect(layersThatDraw(f, [f.properties?.["id"]], NAMES)).toEqual([NAMES]);
      expect(layersThatDraw(f, [], NAMES)).toEqual([]);
    }
  });
});

describe("parties' areas and seats", () => {
  const features = layerFile("parties").features;
  const picked = (parties: readonly string[], zoom: number, source = "parties") =>
    layerFile(source).features.filter((f) =>
      drawn(style).some((l) => l.source === source && l.filter && (l.minzoom ?? 0) <= zoom && draws(l, f, { shown: [], parties }, zoom)),
    );

  it("are drawn for the parties picked out and for no other", () => {
    expect(picked([], 3)).toEqual([]);
    const of = picked(["am"], 3);
    expect([...new Set(of.map((f) => f.properties?.["party"]))]).toEqual(["am"]);
    expect(of.length).toBe(features.filter((f) => f.properties?.["party"] === "am").length);
  });

  it("bug: a picked party's outline was a second, coarser line beside the border: near by its borders are the outline", () => {
    expect(picked(["am"], 7).map((f) => f.id)).toEqual(["seat-am"]);
    expect(picked([], 7, "borders")).toEqual([]);
    const own = layerFile("borders").features.filter((f) => [f.properties?.["a"], f.properties?.["b"]].includes("am"));
    expect(own.length).toBeGreaterThan(3);
    expect(picked(["am"], 7, "borders")).toEqual(own);
    // A party without borders here keeps the line it has.
    expect(picked(["fr"], 7).map((f) => f.id)).toContain("area-fr");
  });

  it("belong to parties of the dossier", () => {
    const known = dossier.parties.map((p) => p.id);
    for (const f of features) expect(known, String(f.properties?.["id"])).toContain(f.properties?.["party"]);
  });
});

describe("names on the live map", () => {
  const shipped = new Map<string, [number, number][]>();
  for (const face of FONTS.filter((f) => f.weight === 400))
    shipped.set(face.family, [
      ...(shipped.get(face.family) ?? []),
      ...face.unicodeRange.map((r): [number, number] => {
        const [a = "", b = a] = r.slice(2).split("-");
        return [Number.parseInt(a, 16), Number.parseInt(b, 16)];
      }),
    ]);
  const missing = (family: string, words: string): readonly string[] =>
    [...words].filter((c) => c !== "\n" && !shipped.get(family)?.some(([a, b]) => c.codePointAt(0)! >= a && c.codePointAt(0)! <= b));
  const named = (id: string): Feature => places.features.find((f) => f.properties?.["id"] === id)!;
  const placeLayer = (mode: NameMode) => layerOf("places-place", buildStyle(wish({ names: mode }))) as SymbolLayerSpecification;
  const size = (layer: SymbolLayerSpecification) => JSON.stringify(layer.layout?.["text-size"]);

  it("are set in one shipped family, whose files are there", () => {
    for (const { style } of everyStyle) {
      for (const l of labels(style))
        expect([["Names"], ["Italic", "Dateline Sans", "Dateline Scripts"]], l.id).toContainEqual(l.layout?.["text-font"]);
      const faces = (style["font-faces"] as unknown as Record<string, { url: string; "unicode-range": string[] }[]>)["Names"]!;
      expect(faces.length).toBeGreaterThan(3);
      for (const { url } of faces) expect(FONT_FILES).toContain(url.replace("https://maps.test/fonts/", ""));
      expect(faces.flatMap((f) => f["unicode-range"]).sort()).toEqual(
        FONTS.filter((f) => f.family === "Dateline Sans" && f.weight === 400)
          .flatMap((f) => f.unicodeRange)
          .sort(),
      );
    }
  });

  it.each(MODES)("of every place have every character in the shipped fonts, names %s", (names) => {
    const made = buildStyle(wish({ names }));
    for (const layer of labels(made).filter((l) => l.source === "places"))
      for (const f of places.features.filter((f) => draws(layer, f, {}, 11)))
        expect(missing("Dateline Sans", written(layer, f)), `${layer.id} ${f.properties?.["id"]}`).toEqual([]);
  });

  it.each(head.languages)("of every contested feature have every character in the shipped fonts, in %s", (lang) => {
    const made = buildStyle(wish({ lang }));
    for (const f of disputed.features) {
      const words = written(layerOf("disputed-name", made) as SymbolLayerSpecification, f);
      expect(words).toBe(namesOf(f)[lang]);
      expect(missing("Dateline Sans", words)).toEqual([]);
    }
  });

  it("and a character that is in no shipped font would be found", () => {
    expect(missing("Dateline Sans", "Xankəndi ҕ 北")).toEqual(["ҕ", "北"]);
  });

  it.each([
    ["sea", "water"],
    ["lake", "water"],
    ["river", "water"],
    ["range", "range"],
    ["country", "country"],
    ["capital", "place"],
    ["city", "place"],
    ["town", "place"],
    ["village", "place"],
  ])("of a %s are set as those of a %s", (kind, layer) => {
    const of = places.features.filter((f) => f.properties?.["kind"] === kind);
    expect(of.length).toBeGreaterThan(0);
    for (const f of of) {
      const by = labels(style).filter((l) => l.source === "places" && draws(l, f, {}, 11));
      expect(by.map((l) => l.id), String(f.properties?.["id"])).toEqual([`places-${layer}`]); // biome-ignore format: one line
    }
  });

  it("every place has a name in each mode, by exactly one layer", () => {
    for (const names of MODES) {
      const made = labels(buildStyle(wish({ names }))).filter((l) => l.source === "places");
      for (const f of places.features) {
        const by = made.filter((l) => draws(l, f, {}, 11));
        expect(by.length, String(f.properties?.["id"])).toBe(1);
        expect(written(by[0]!, f).trim(), String(f.properties?.["id"])).not.toBe("");
      }
    }
  });

  it("of a place with two stand on two lines of one size", () => {
    const layer = placeLayer("both");
    expect(written(layer, named("stepanakert"))).toBe("Khankendi\nStepanakert");
    // A section of its own could have another size; plain text cannot.
    expect(JSON.stringify(layer.layout?.["text-field"])).not.toMatch(/format|font-scale/);
    for (const mode of MODES) expect(size(placeLayer(mode))).toBe(size(layer));
  });

  it("give neither form of a pair a place of its own: the order is the alphabet's", () => {
    const pairs = places.features.map((f) => String(namesOf(f)["en"])).filter((n) => n.includes("/"));
    expect(pairs.length).toBeGreaterThan(5);
    for (const pair of pairs) {
      const forms = pair.split(" / ");
      expect(forms, pair).toHaveLength(2);
      expect(
        [...forms].sort((a, b) => a.localeCompare(b, "en")),
        pair,
      ).toEqual(forms);
    }
  });

  it("in every script are those of the page, then each other language's, a line each", () => {
    expect(written(placeLayer("all"), named("stepanakert")).split("\n")).toEqual([
      "Khankendi",
      "Stepanakert",
      "Xankəndi",
      "Ստեփանակերտ",
      "Степанакерт / Ханкенди",
    ]);
  });

  it.each([
    ["az", "Xankəndi"],
    ["hy", "Ստեփանակերտ"],
    ["ru", "Степанакерт\nХанкенди"],
    ["fr", "Khankendi\nStepanakert"],
  ])("in %s are that language's own, or the English ones", (mode, words) => {
    expect(written(placeLayer(mode), named("stepanakert"))).toBe(words);
  });

  it("yield to marks, which are laid out first: theirs is the last layer, never shown, and never yields", () => {
    for (const { style } of everyStyle) {
      const last = style.layers.at(-1) as SymbolLayerSpecification;
      expect(last.id).toBe(MARKS);
      expect(last.layout).toMatchObject({ "icon-image": BLANK, "icon-allow-overlap": true });
      expect(last.layout?.["icon-ignore-placement"] ?? false).toBe(false);
      expect(last.layout?.["text-field"]).toBeUndefined();
      for (const l of labels(style).filter((l) => l.source !== "parties")) {
        expect(l.layout?.["text-allow-overlap"] ?? false, l.id).toBe(false);
        expect(l.layout?.["text-ignore-placement"] ?? false, l.id).toBe(false);
        expect(l.layout?.["text-overlap"], l.id).toBeUndefined();
      }
    }
  });

  it("of places yield to those of contested features, which are laid out before them", () => {
    const order = style.layers.map((l) => l.id);
    const names = order.filter((id) => id.startsWith("places-"));
    for (const contested of [NAMES, "disputed-name"])
      expect(Math.max(...names.map((n) => order.indexOf(n)))).toBeLessThan(order.indexOf(contested));
  });
});

describe("names as somebody uses them", () => {
  const place = layerOf("places-place") as SymbolLayerSpecification;
  const inMode = (names: NameMode) => layerOf("places-place", buildStyle(wish({ names }))) as SymbolLayerSpecification;
  const town = (id: string) => places.features.find((f) => f.properties?.["id"] === id)!;

  it("are those of the dossier's places, word for word", () => {
    expect(USES.length).toBeGreaterThan(2);
    for (const p of dossier.places) {
      const f = places.features.find((x) => x.properties?.["id"] === p.id);
      if (f && Object.keys(p.labels).length > 0) expect(f.properties?.["labels"]).toEqual(p.labels);
    }
    expect(written(inMode("yerevan_stepanakert"), town("stepanakert"))).toBe("Stepanakert");
    expect(written(inMode("baku"), town("stepanakert"))).toBe("Khankendi\n(Xankəndi)");
    expect(written(inMode("soviet_era"), town("stepanakert"))).toBe("Степанакерт");
  });

  it("leave both names where nobody's use is recorded: no side is guessed", () => {
    const zabukh = town("zabukh");
    expect(zabukh.properties).not.toHaveProperty("labels");
    for (const who of USES) expect(written(inMode(who), zabukh)).toBe(written(place, zabukh));
    expect(written(inMode("nobody"), town("stepanakert"))).toBe("Khankendi\nStepanakert");
  });

  it.each(MODES)("stand on the picture as on the live map: %s", (mode) => {
    const layer = inMode(mode);
    for (const f of places.features.filter((x) => draws(layer, x, {}, 11)))
      expect(nameLines(f.properties, mode, head.lang, head.languages)).toEqual(written(layer, f).split("\n").filter(Boolean));
  });

  it.each(MODES)("have one size and one ink, whichever name is first and at every zoom: %s", (mode) => {
    const [of, both] = [inMode(mode), place];
    expect([of.layout?.["text-size"], of.paint]).toEqual([both.layout?.["text-size"], both.paint]);
    expect(JSON.stringify(of.layout?.["text-field"])).not.toContain("format");
  });
});

describe("a line's precision", () => {
  /** The opacity of a layer for a feature of this precision, by MapLibre's own expressions. */
  const opacity = (id: string, metres: number | undefined, zoom: number, of = style): number => {
    const layer = layerOf(id, of);
    const name = layer.type === "fill" ? "fill-opacity" : "line-opacity";
    const spec = latest[`paint_${layer.type}` as "paint_line"][name as "line-opacity"];
    const made = createExpression((layer.paint as Record<string, unknown>)[name], id, spec as never);
    if (made.result === "error") throw new Error(made.value.map((e) => e.message).join());
    const properties = metres === undefined ? {} : { precision_m: metres };
    return Number(made.value.evaluate({ zoom }, { type: 2, properties, geometry: [] } as never));
  };
  const kinds = GRAMMAR.map((g) => `disputed-${g.kinds[0]}`);

  it("is 20 px on the screen at the closest zoom at which it is drawn whole: 3 km at 8.6, 12 km at 6.6", () => {
    expect(closest(3000)).toBeCloseTo(8.64, 1);
    expect(closest(12_000)).toBeCloseTo(6.64, 1);
  });

  it.each([...kinds, "disputed-other", "disputed-hatch", "disputed-dots", "roads-line"])(
    "is kept by %s: whole, then faint, then not there",
    (id) => {
      const whole = opacity(id, 3000, 8);
      expect(whole).toBeGreaterThan(0.4);
      expect(opacity(id, 3000, 4)).toBe(whole);
      expect(opacity(id, 3000, 9)).toBeCloseTo(whole * 0.4);
      expect(opacity(id, 3000, 10)).toBe(0);
      expect(opacity(id, 12_000, 8)).toBe(0);
      expect(opacity(id, 50, 11)).toBe(whole);
    },
  );

  it("bug: near the pole a line was drawn whole 74 px off instead of 20", () => {
    const north = buildStyle(wish({ opening: [20, 77, 30, 79] }));
    // One km at 78° is 20 px at zoom 8.1, 3.7 km at 40°.
    expect(closest(asAtForty(1000, [20, 77, 30, 79]))).toBeCloseTo(8.1, 0);
    expect(opacity("disputed-other", 1000, 8, north)).toBe(1);
    expect(opacity("disputed-other", 1000, 9, north)).toBeCloseTo(0.4);
    expect(opacity("disputed-other", 1000, 10, north)).toBe(0);
    expect(opacity("disputed-other", 1000, 10)).toBe(1);
  });

  it("bug: near the equator a line was not drawn where it was exact enough", () =>
    expect(asAtForty(3000, [10, -2, 14, 3])).toBe(Math.round(3000 * Math.cos((40 * Math.PI) / 180))));

  it("is, in an opening about 40°, told as it is written", () => {
    for (const metres of [50, 3000, 12_000]) expect(asAtForty(metres, head.opening)).toBe(metres);
  });

  it("is told by every contested line and every road of karabakh-2023", () => {
    for (const f of [...disputed.features, ...layerFile("roads").features]) expect(f.properties?.["precision_m"]).toBeGreaterThan(0);
  });
});

describe("arcs", () => {
  const arc = (kind: string): Feature => ({
    type: "Feature",
    properties: { kind },
    geometry: { type: "MultiLineString", coordinates: [] },
  });

  it("are whole to whom a statement is addressed and dashed to what it answers, in ink, without an arrow, and broader than any border", () => {
    const by = (kind: string) => drawn(style).filter((l) => l.source === ARCS && draws(l, arc(kind), {}));
    expect(by("to").map((l) => [l.type, (l.paint as Record<string, unknown>)["line-dasharray"]])).toEqual([["line", undefined]]);
    expect(by("answers").map((l) => (l.paint as Record<string, unknown>)["line-dasharray"])).toEqual([[2, 2]]);
    for (const l of drawn(style).filter((l) => l.source === ARCS))
      expect(l.paint).toMatchObject({ "line-color": PALETTE.light.label, "line-width": 3 });
    expect(by("implies")).toEqual([]);
  });
});

describe("more contrast", () => {
  it("has other inks and moves nothing", () => {
    for (const theme of THEMES) {
      const [quiet, strong] = [buildStyle(wish({ theme })), buildStyle(wish({ theme, contrast: true }))];
      const plain = (s: StyleSpecification) => JSON.stringify(s).replace(/#[0-9a-f]{6}/g, "#");
      expect(plain(strong)).toBe(plain(quiet));
      expect(JSON.stringify(strong)).not.toBe(JSON.stringify(quiet));
      expect(validateStyleMin(strong)).toEqual([]);
    }
  });
});
