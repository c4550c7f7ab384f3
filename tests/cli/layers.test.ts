import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { area, booleanPointInPolygon } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { layerText, sha256, travels } from "../../src/cli/layers/layer.ts";
import { partsOf as linesOf, nearestOn } from "../../src/cli/layers/lines.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import { readFolder } from "../../src/cli/compile.ts";
import { COUNTRY_SHIFTS, SHIFTS_FROM } from "../../src/map/label-room.ts";

const DOSSIER = fileURLToPath(new URL("../../geo/karabakh-2023", import.meta.url));
const BUDGET = 60_000;

type Area = Feature<Polygon | MultiPolygon>;
const text = (file: string): string => readFileSync(`${DOSSIER}/layers/${file}`, "utf8");
const layer = (file: string): FeatureCollection => JSON.parse(text(file));
const files = readdirSync(`${DOSSIER}/layers`);
const byId = (file: string, id: string): Area => layer(file).features.find((f) => f.id === id) as Area;
const records = (kind: string): readonly Record<string, unknown>[] => parse(readFileSync(`${DOSSIER}/${kind}.yaml`, "utf8"));
const km2 = (f: Feature): number => area(f) / 1e6;
const partsOf = (f: Area): Position[][][] => (f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates);
const pieces = (f: Area): readonly Area[] =>
  partsOf(f).map((coordinates) => ({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } }));
const kmFrom = (p: Position, f: Area): number =>
  booleanPointInPolygon(p, f) ? 0 : Math.min(...partsOf(f).flatMap((rings) => rings.map((ring) => nearestOn(ring, p).km)));

const sources = parse(readFileSync(`${DOSSIER}/SOURCES.yaml`, "utf8")) as {
  layers: readonly {
    file: string;
    sha256: string;
    licence: string;
    precision: string;
    steps: readonly string[];
    packages: readonly { hash: string }[];
  }[];
};

describe("the layers' files", () => {
  it("are each in SOURCES.yaml, with the hash of what is there", () => {
    expect(sources.layers.map((l) => l.file).sort()).toEqual([...files].sort());
    for (const { file, sha256: hash } of sources.layers) expect([file, sha256(text(file))]).toEqual([file, hash]);
  });

  it("are each told with licence, precision, steps and the hashes of their packages", () => {
    for (const { licence, precision, steps, packages } of sources.layers) {
      for (const words of [licence, precision, ...steps]) expect(words).toMatch(/\S/);
      expect(packages.length).toBeGreaterThan(0);
      for (const { hash } of packages) expect(hash).toMatch(/^(sha512-[\w+/]{86}==|sha256-[0-9a-f]{64})$/);
    }
  });

  it("have nothing the check minds", async () => {
    const { issues } = await compileDossier(readFolder(DOSSIER));
    expect(issues.filter((i) => i.file.startsWith("layers/") || i.file === "SOURCES.yaml")).toEqual([]);
  });

  it("travel in less than 60 kB together", () => {
    expect(files.reduce((sum, file) => sum + travels(text(file)), 0)).toBeLessThanOrEqual(BUDGET);
  });

  it("have one feature a line, each with its id outside and inside its properties, and no id twice", () => {
    for (const file of files) {
      const { features } = layer(file);
      expect(text(file).trim().split("\n")).toHaveLength(features.length + 2);
      for (const f of features) expect([file, f.properties?.["id"]]).toEqual([file, f.id]);
      expect(new Set(features.map((f) => f.id)).size).toBe(features.length);
    }
  });

  it("come out the same when they are written again", () => {
    for (const file of files) {
      const { features } = layer(file);
      expect(layerText({ features, decimals: 4 })).toBe(text(file));
    }
  });
});

describe("the outline of a party that the reader picks", () => {
  const borders = layer("borders.geojson").features;
  const sides = (f: Feature): readonly unknown[] => [f.properties?.["a"], f.properties?.["b"]];
  const bordered = layer("parties.geojson").features.filter((f) => f.properties?.["borders"] === true);

  it("bug: it was a second, coarser line beside the border: those that have borders in the window are told at them", () => {
    expect(bordered.map((f) => f.properties?.["party"]).sort()).toEqual(["am", "az", "ge", "ir", "ru", "tr"]);
    for (const f of bordered) expect(borders.filter((b) => sides(b).includes(f.properties?.["party"])).length).toBeGreaterThan(1);
  });

  it("is every border of its state and no other: both sides of each are the states along it", () => {
    const corners = (id: string) => new Set(partsOf(byId("countries.geojson", id)).flat(2).map(String));
    for (const country of ["AM", "AZ", "GE"]) {
      const own = corners(country);
      for (const border of borders) {
        const along = linesOf(border).every((line) => line.slice(1, -1).every((p) => own.has(String(p))));
        expect([border.id, country, sides(border).includes(country.toLowerCase())]).toEqual([border.id, country, along]);
      }
    }
  });
});

describe("the states of the region", () => {
  it.each([
    ["AZ", 86_600],
    ["AM", 29_743],
  ])("have the area they officially have, within 3 %%: %s", (id, official) => {
    expect(Math.abs(km2(byId("countries.geojson", id)) / official - 1)).toBeLessThan(0.03);
  });

  it.each([
    ["Nakhchivan", "AZ", [45.5, 39.3], 5260],
    ["Artsvashen", "AM", [45.52, 40.63], 40],
    ["Yukhari Askipara", "AZ", [45, 41.07], 32],
    ["Barkhudarli", "AZ", [45.21, 41], 10],
  ] as const)("keep the exclave %s", (_, id, inside, about) => {
    const own = pieces(byId("countries.geojson", id)).find((p) => booleanPointInPolygon([...inside], p));
    expect(own && km2(own)).toBeGreaterThan(about * 0.85);
    expect(own && km2(own)).toBeLessThan(about * 1.15);
    for (const other of layer("countries.geojson").features.filter((f) => f.id !== id))
      expect([other.id, booleanPointInPolygon([...inside], other as Area)]).toEqual([other.id, false]);
  });

  it("are eleven, and none of their borders runs along the window's edge", () => {
    expect(layer("countries.geojson").features).toHaveLength(11);
    for (const f of layer("borders.geojson").features) {
      for (const line of linesOf(f)) {
        for (const [axis, edge] of [
          [0, 38],
          [0, 56],
          [1, 36],
          [1, 45],
        ] as const)
          expect([f.id, edge, line.every((p) => Math.abs((p[axis] ?? 0) - edge) < 0.01)]).toEqual([f.id, edge, false]);
      }
    }
  });

  it("have borders on the very positions of the areas", () => {
    const corners = new Set(
      layer("countries.geojson").features.flatMap((f) =>
        partsOf(f as Area)
          .flat(2)
          .map(String),
      ),
    );
    for (const f of layer("borders.geojson").features) {
      expect(
        linesOf(f)
          .flat()
          .filter((p) => !corners.has(String(p))),
      ).toEqual([]);
    }
  });
});

describe("places", () => {
  const STATE: Readonly<Record<string, string>> = {
    Azerbaijan: "AZ",
    Armenia: "AM",
    Georgia: "GE",
    Russia: "RU",
    Turkey: "TR",
    Iran: "IR",
  };
  const inWindow = (lon: number, lat: number): boolean => lon > 38 && lon < 56 && lat > 36 && lat < 45;

  const ours = records("places")
    .map(
      (p) =>
        ({ ...p, lon: Number(p["lon"]), lat: Number(p["lat"]), id: String(p["id"]) }) as Record<string, unknown> & {
          id: string;
          lon: number;
          lat: number;
        },
    )
    .filter(({ lon, lat }) => inWindow(lon, lat));

  it.each(ours)("lie in their country: $id", ({ lon, lat, country, precision, precision_m }) => {
    const state = byId("countries.geojson", STATE[String(country)] ?? "");
    // A shore is simplified by 400 m, and a point that says it may be some kilometres off may lie beyond a border by as much.
    const mayBeOff = precision === "approximate" ? Number(precision_m) / 1000 : 0.5;
    expect(kmFrom([lon, lat], state)).toBeLessThanOrEqual(mayBeOff);
  });

  const labels = layer("places.geojson").features.filter((f) => f.properties?.["iso"]) as Feature<Point>[];
  const COUNTRIES = layer("places.geojson").features.filter((f) => f.properties?.["kind"] === "country");
  const there = labels.filter((f) => inWindow(f.geometry.coordinates[0] ?? 0, f.geometry.coordinates[1] ?? 0));

  it("are 71 towns and more, with names in four languages, alphabetical where there are two", () => {
    expect(labels.filter((f) => f.properties?.["kind"] !== "country")).toHaveLength(71);
    for (const { id, properties } of layer("places.geojson").features) {
      const names = properties?.["names"] as Record<string, string>;
      for (const lang of ["en", "hy", "ru"]) expect([id, lang, names[lang]]).toEqual([id, lang, expect.stringMatching(/\S/)]);
      for (const [lang, name] of Object.entries(names)) {
        const parts = name.split(" / ");
        expect(parts).toEqual([...parts].sort(new Intl.Collator(lang).compare));
      }
      expect(properties).toMatchObject({ kind: expect.any(String), minzoom: expect.any(Number), rank: expect.any(Number) });
    }
  });

  it.each(COUNTRIES)("of a country stay in it as far as they move off what is in their way: $id", (f) => {
    const [lon = 0, lat = 0] = (f.geometry as Point).coordinates;
    // Px of a degree of latitude where names begin to move, and of an em there.
    const degree = (512 * 2 ** SHIFTS_FROM) / 360 / Math.cos((lat * Math.PI) / 180);
    for (const down of COUNTRY_SHIFTS)
      expect([down, booleanPointInPolygon([lon, lat - (down * 14) / degree], byId("countries.geojson", String(f.id)) as Area)]).toEqual([
        down,
        true,
      ]);
  });

  it.each(there.map((f) => ({ id: f.id, f })))("have their label in their country: $id", ({ f }) => {
    const state = byId("countries.geojson", String(f.properties?.["iso"]));
    expect(kmFrom(f.geometry.coordinates, state)).toBeLessThanOrEqual(0.5);
  });

  it("of the dossier have its point and name in the labels too", () => {
    const shared = records("places").filter((p) => labels.some((f) => f.id === p["id"]));
    expect(shared.length).toBeGreaterThan(20);
    for (const p of shared) {
      const label = labels.find((f) => f.id === p["id"]);
      expect(label?.geometry.coordinates).toEqual([Number(p["lon"]), Number(p["lat"])]);
      expect(label?.properties?.["names"].en).toBe((p["names"] as Record<string, string>)["en"]);
    }
  });

  it("say nothing of who held them", () => {
    expect(text("places.geojson")).not.toMatch(/control|held/i);
  });
});
