import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/cli/compile.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import type { Bounds, Dossier } from "../../src/dossier/types.ts";
import { fitCamera, project } from "../../src/map/camera.ts";
import { describeMap } from "../../src/map/describe.ts";
import { meet } from "../../src/map/boxes.ts";
import { openingMarks, SHEETS, widthIn } from "../../src/map/opening-marks.ts";
import { buildPoster, frame, type PosterLayers } from "../../src/map/poster.ts";
import { posterLabels } from "../../src/map/poster-labels.ts";
import { pageIndex } from "../../src/model/page-index.ts";
import { nameless } from "../../src/model/names.ts";
import { lakeMira } from "../model/fixtures.ts";
import { partsOf } from "./marks.ts";

const GEO = fileURLToPath(new URL("../../geo", import.meta.url));
const opening: Bounds = [44, 38, 50, 42];
const window: Bounds = [30, 30, 60, 50];

const feature = (geometry: Geometry | null, properties: Record<string, unknown> = {}): Feature => ({
  type: "Feature",
  properties,
  geometry: geometry as Geometry,
});
const collection = (...features: readonly Feature[]): FeatureCollection => ({ type: "FeatureCollection", features: [...features] });

const layers = (changes: Partial<PosterLayers> = {}): PosterLayers => ({
  countries: collection(),
  borders: collection(),
  lakes: collection(),
  rivers: collection(),
  disputed: collection(),
  ...changes,
});

const box = (west: number, south: number, east: number, north: number): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** Reads a path of the poster: a list of its strokes, each a list of points. */
function strokes(d: string): readonly (readonly (readonly [number, number])[])[] {
  expect(d).toMatch(/^(M-?\d+ -?\d+l(-?\d+[ -]?)+z?)*$/);
  return [...d.matchAll(/M(-?\d+) (-?\d+)l([^Mz]*)/g)].map(([, x, y, rest]) => {
    const points: [number, number][] = [[Number(x), Number(y)]];
    const steps = (rest!.match(/-?\d+/g) ?? []).map(Number);
    for (let i = 0; i < steps.length; i += 2) points.push([points.at(-1)![0] + steps[i]!, points.at(-1)![1] + steps[i + 1]!]);
    return points;
  });
}

describe("the poster's frame", () => {
  const f = frame(opening);

  it("has the opening bounds whole: half a width to either side of its middle, by its shape upwards and downwards", () => {
    expect([f.x(44), f.x(50), f.x(47)].map((x) => +x.toFixed(9))).toEqual([-0.5, 0.5, 0]);
    expect(f.y(42)).toBeCloseTo(-0.5 / f.aspect, 9);
    expect(f.y(38)).toBeCloseTo(0.5 / f.aspect, 9);
  });

  it("puts every place where the live map's first camera does, to a hundredth of a pixel", () => {
    fc.assert(
      fc.property(fc.double({ min: 40, max: 54, noNaN: true }), fc.double({ min: 36, max: 44, noNaN: true }), (lon, lat) => {
        const width = 800;
        const height = width / f.aspect;
        const [x, y] = project(fitCamera(opening, width, height), width, height)(lon, lat);
        expect(x).toBeCloseTo(width / 2 + f.x(lon) * width, 2);
        expect(y).toBeCloseTo(height / 2 + f.y(lat) * width, 2);
      }),
      { numRuns: 300, seed: 28 },
    );
  });
});

describe("the poster's paths", () => {
  it("are whole numbers, relative and closed, with the shape's own corners", () => {
    const { land, width, height } = buildPoster(
      layers({ countries: collection(feature({ type: "Polygon", coordinates: [box(44, 38, 50, 42)] })) }),
      opening,
      window,
      "en",
    );
    expect(land).toBe(`M0 ${height}l${width} 0 0-${height}-${width} 0 0 ${height}z`);
    expect(width / height).toBeCloseTo(frame(opening).aspect, 2);
  });

  it("stay within what any box can show of the window, whatever the land", () => {
    const f = frame(opening);
    const point = fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 12 }), (points) => {
        const ring = [...points, points[0]!];
        const { land, borders, width, height } = buildPoster(
          layers({
            countries: collection(feature({ type: "MultiPolygon", coordinates: [[ring]] })),
            borders: collection(feature({ type: "LineString", coordinates: ring })),
          }),
          opening,
          window,
          "en",
        );
        for (const [x, y] of [...strokes(land), ...strokes(borders)].flat()) {
          expect(x).toBeGreaterThanOrEqual(Math.floor(width / 2 + f.x(40.4) * width) - 1);
          expect(x).toBeLessThanOrEqual(Math.ceil(width / 2 + f.x(53.6) * width) + 1);
          expect(y).toBeGreaterThanOrEqual(Math.floor(height / 2 + f.y(46) * width) - 1);
          expect(y).toBeLessThanOrEqual(Math.ceil(height / 2 + f.y(34) * width) + 1);
        }
      }),
      { numRuns: 300, seed: 29 },
    );
  });

  it("stay within the window where it ends sooner", () => {
    const land = collection(feature({ type: "Polygon", coordinates: [box(0, 0, 90, 80)] }));
    const poster = buildPoster(layers({ countries: land }), opening, opening, "en");
    for (const [x, y] of strokes(poster.land).flat()) {
      expect(x >= 0 && x <= poster.width).toBe(true);
      expect(y >= 0 && y <= poster.height).toBe(true);
    }
  });

  it("of what lies elsewhere are empty", () => {
    const far = layers({
      countries: collection(feature({ type: "Polygon", coordinates: [box(-60, -20, -50, -10)] })),
      rivers: collection(feature({ type: "LineString", coordinates: [[-60, -20], [-50, -10]] })), // biome-ignore format: one line
    });
    const { land, rivers } = buildPoster(far, opening, window, "en");
    expect([land, rivers]).toEqual(["", ""]);
  });

  it("keep a lake's island, as a ring of its own", () => {
    const lake = feature({ type: "Polygon", coordinates: [box(45, 39, 49, 41), box(46, 39.5, 47, 40.5).reverse()] });
    expect(strokes(buildPoster(layers({ lakes: collection(lake) }), opening, window, "en").lakes).length).toBe(2);
  });

  it("leave out points that change nothing one could see", () => {
    const line = Array.from({ length: 500 }, (_, i) => [45 + i / 125, 40]);
    expect(
      strokes(
        buildPoster(layers({ borders: collection(feature({ type: "LineString", coordinates: line })) }), opening, window, "en").borders,
      )[0]?.length,
    ).toBe(2);
  });
});

describe("contested features on the poster", () => {
  const properties = { id: "line", kind: "claim", name: { en: "Line", fr: "Ligne" }, validFrom: "2020-01-01", validTo: "2023-09-20" };
  const disputed = (geometry: Geometry | null, lang = "en") =>
    buildPoster(layers({ disputed: collection(feature(geometry, properties)) }), opening, window, lang).disputed[0]!;
  const line: Geometry = { type: "LineString", coordinates: [[45, 39], [49, 41]] }; // biome-ignore format: one line

  it("carry their dates and the name in the page's language, else in English", () => {
    expect(disputed(line, "fr")).toMatchObject({
      id: "line",
      kind: "claim",
      name: "Ligne",
      validFrom: "2020-01-01",
      validTo: "2023-09-20",
    });
    expect(disputed(line, "az").name).toBe("Line");
  });

  it("know lines from areas", () => {
    expect([disputed(line).area, disputed({ type: "Polygon", coordinates: [box(45, 39, 46, 40)] }).area]).toEqual([false, true]);
  });

  it("that are a point, or have no shape, have no path, and no longer stop the build", () => {
    expect(disputed({ type: "Point", coordinates: [46, 40] }).d).toBe("");
    expect(disputed(null).d).toBe("");
  });
});

describe("names on the poster", () => {
  const name = (id: string, rank: number, at: readonly [number, number], more: Record<string, unknown> = {}) =>
    feature({ type: "Point", coordinates: [...at] }, { id, kind: "place", rank, minzoom: 5, names: { en: id }, ...more });
  const labels = (...features: readonly Feature[]) =>
    posterLabels(
      collection(...features),
      { disputed: collection(), borders: collection() },
      { opening, period: lakeMira.head.period },
      pageIndex(lakeMira),
      "en",
    ).names;

  it("are those inside the opening bounds, the weightiest first", () => {
    expect(labels(name("second", 2, [46, 40]), name("outside", 1, [43, 40]), name("first", 1, [47, 40])).map((l) => l.id)).toEqual([
      "first",
      "second",
    ]);
  });

  it("never hide each other: of forty at one spot there is one, the weightiest", () => {
    expect(labels(...Array.from({ length: 40 }, (_, i) => name(`n${i}`, i, [46, 40]))).map((l) => l.id)).toEqual(["n0"]);
  });

  it("of a place with two names stand on two lines of the same size, in the dossier's order", () => {
    expect(labels(name("x", 1, [46, 40], { names: { en: "Khankendi / Stepanakert" } }))[0]?.lines.map((l) => l.text)).toEqual([
      "Khankendi",
      "Stepanakert",
    ]);
  });

  it("tell countries and waters from places", () => {
    const kinds = ["country", "sea", "lake", "town"].map((kind, i) => name(kind, i, [45 + i, 40], { kind }));
    expect(labels(...kinds).map((l) => l.kind)).toEqual(["country", "water", "water", "place"]);
  });
});

const folders = readdirSync(GEO, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const dossiers = new Map<string, Dossier>();
for (const { name } of folders) dossiers.set(name, (await compileDossier(readFolder(`${GEO}/${name}`))).dossier!);

describe("the stacks on the poster", () => {
  it.each([...dossiers.keys()])("of %s do not hide each other, and none is pushed out of the region", { timeout: 60_000 }, (name) => {
    const dossier = dossiers.get(name)!;
    const { opening, layers } = dossier.head;
    const boxes = [...SHEETS.full, ...SHEETS.embed].map((one) => ("box" in one ? one : one[1]));
    for (const at of [360, 760, 1200, ...boxes]) {
      const marks = openingMarks(pageIndex(dossier), opening, at, nameless(layers));
      const width = typeof at === "number" ? at : Math.round(widthIn(at, opening));
      const far = marks.filter(({ middle, place }) => Math.hypot(middle[0] - place[0], middle[1] - place[1]) >= 160);
      const covered = marks.flatMap((a, i) =>
        marks.slice(i + 1).filter((b) => partsOf(a.parts).some((part) => partsOf(b.parts).some((other) => meet(part, other)))),
      );
      expect(
        [...far, ...covered].map(({ stack }) => stack.place.id),
        `at ${width} px`,
      ).toEqual([]);
    }
  });

  it("bug: Khankendi / Stepanakert, which the dossier is about, had no name: it is said at every width", { timeout: 60_000 }, () => {
    const dossier = dossiers.get("karabakh-2023")!;
    for (const width of [300, 350, 500, 660, 900])
      expect(
        openingMarks(pageIndex(dossier), dossier.head.opening, width, false)
          .filter((m) => m.parts.name)
          .map((m) => m.stack.place.name),
        `${width} px`,
      ).toContain("Khankendi / Stepanakert");
  });
});

describe("the map in words", () => {
  it("tells how much is on it and where most of it is", () => {
    expect(describeMap(lakeMira)).toBe(
      "Map: 5 statements and 1 event. By what they are about: North shore 3. The list holds everything the map shows.",
    );
  });

  it("of a dossier whose statements are about no place says nothing of places", () => {
    const nowhere = { ...lakeMira, statements: lakeMira.statements.map((s) => ({ ...s, about: [] })) };
    expect(describeMap(nowhere)).toBe("Map: 5 statements and 1 event. The list holds everything the map shows.");
  });
});
