import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/cli/compile.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import type { Bounds } from "../../src/dossier/types.ts";
import { type ContestedLabel, contestedLabels } from "../../src/map/contested-labels.ts";
import { type Box, LINE, overlap, widthOf } from "../../src/map/label-room.ts";
import { DESKTOP, openingMarks, PHONE, type Sheet, widthIn } from "../../src/map/opening-marks.ts";
import { frame } from "../../src/map/poster.ts";
import { posterLabels } from "../../src/map/poster-labels.ts";
import { pageIndex } from "../../src/model/page-index.ts";
import { text } from "../dossier/fixtures.ts";
import { partsOf } from "./marks.ts";

const opening: Bounds = [44, 38, 50, 42];
const WIDTH = 700;

const collection = (...features: readonly Feature[]): FeatureCollection => ({ type: "FeatureCollection", features: [...features] });
const NONE = collection();
const feature = (id: string, geometry: Geometry | null, name = id): Feature => ({
  type: "Feature",
  properties: { id, kind: "claim", name: { en: name }, validFrom: "2020-01-01" },
  geometry: geometry as Geometry,
});
const area = (id: string, west: number, south: number, east: number, north: number, name = id): Feature =>
  feature(id, { type: "Polygon", coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }, name); // biome-ignore format: one line

/** Px between an outline and its name. */
const GAP = 5;

/** The room a label takes, worked out from what it says of itself alone: where it hangs, by which edge, and its lines. */
function roomOf({ lon, lat, anchor, lines }: ContestedLabel, bounds: Bounds, width: number): Box {
  const f = frame(bounds);
  const [x, y] = [f.x(lon) * width, f.y(lat) * width];
  const [w, h] = [Math.max(...lines.map(widthOf)), lines.length * LINE];
  const left = anchor === "left" ? x + GAP : anchor === "right" ? x - GAP - w : x - w / 2;
  const top = anchor === "top" ? y + GAP : anchor === "bottom" ? y - GAP - h : y - h / 2;
  return [left, top, left + w, top + h];
}
/** Whether two boxes have room in common; half a pixel is none. */
const cover = (a: Box, b: Box): boolean => a[0] < b[2] - 0.5 && a[2] > b[0] + 0.5 && a[1] < b[3] - 0.5 && a[3] > b[1] + 0.5;

describe("names of contested lines and areas", () => {
  const around = fc
    .tuple(fc.double({ min: 44.2, max: 49, noNaN: true }), fc.double({ min: 38.3, max: 41, noNaN: true }), fc.integer({ min: 1, max: 9 }))
    .map(([lon, lat, n]) => area(`a${n}`, lon, lat, lon + n / 10, lat + n / 12, "Area ".repeat(n).trim()));
  const mark: fc.Arbitrary<Box> = fc
    .tuple(fc.integer({ min: -350, max: 350 }), fc.integer({ min: -300, max: 300 }))
    .map(([x, y]) => [x - 15, y - 15, x + 15, y + 15]);

  it("never cover a mark or each other, and stay inside the opening bounds, however crowded it is", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(around, { minLength: 1, maxLength: 8 }), fc.array(mark, { maxLength: 40 }), (features, marks) => {
        const labels = contestedLabels({ disputed: collection(...features), borders: NONE }, opening, "en", WIDTH, [...marks]);
        found += labels.length;
        const rooms = labels.map((l) => roomOf(l, opening, WIDTH));
        const half = WIDTH / 2 / frame(opening).aspect;
        rooms.forEach((room, i) => {
          expect(Math.max(-room[0], room[2])).toBeLessThan(WIDTH / 2);
          expect(Math.max(-room[1], room[3])).toBeLessThan(half);
          for (const m of marks) expect(cover(room, m)).toBe(false);
          for (const other of rooms.slice(i + 1)) expect(cover(room, other)).toBe(false);
        });
      }),
      { numRuns: 400, seed: 61 },
    );
    expect(found).toBeGreaterThan(400);
  });

  it("hang on a point of their own outline, on its outer side", () => {
    const [label] = contestedLabels({ disputed: collection(area("box", 46, 39, 48, 41)), borders: NONE }, opening, "en", WIDTH, []);
    expect([46, 48]).toContain(label!.lon);
    expect([39, 41]).toContain(label!.lat);
    const inner: Box = (() => {
      const f = frame(opening);
      return [f.x(46) * WIDTH, f.y(41) * WIDTH, f.x(48) * WIDTH, f.y(39) * WIDTH];
    })();
    const room = roomOf(label!, opening, WIDTH);
    const out = {
      left: room[0] >= inner[2] - 1,
      right: room[2] <= inner[0] + 1,
      top: room[1] >= inner[3] - 1,
      bottom: room[3] <= inner[1] + 1,
    };
    expect(out[label!.anchor]).toBe(true);
  });

  it("cross no border where there is a place that does not: the longest once lay across one", () => {
    const disputed = collection(area("box", 46, 39.5, 47.5, 40.5, "Area of a long name"));
    const line = (...coordinates: number[][]): FeatureCollection => collection(feature("b", { type: "LineString", coordinates }));
    const [free] = contestedLabels({ disputed, borders: NONE }, opening, "en", WIDTH, []);
    const [lon, lat] = [free!.lon + (free!.anchor === "left" ? 0.2 : -0.2), free!.lat + (free!.anchor === "bottom" ? 0.05 : -0.05)];
    const upright = free!.anchor === "left" || free!.anchor === "right";
    const borders = upright ? line([lon, 38], [lon, 42]) : line([44, lat], [50, lat]);
    const crosses = (label: ContestedLabel): boolean => {
      const [f, room] = [frame(opening), roomOf(label, opening, WIDTH)];
      const at = upright ? f.x(lon) * WIDTH : f.y(lat) * WIDTH;
      return upright ? room[0] < at && room[2] > at : room[1] < at && room[3] > at;
    };
    expect(crosses(free!)).toBe(true);
    expect(crosses(contestedLabels({ disputed, borders }, opening, "en", WIDTH, [])[0]!)).toBe(false);
    // Where borders are everywhere, a name is still there.
    const everywhere = collection(...Array.from({ length: 80 }, (_, i) => line([44, 38 + i / 20], [50, 38 + i / 20]).features[0]!));
    expect(contestedLabels({ disputed, borders: everywhere }, opening, "en", WIDTH, [])).toHaveLength(1);
  });

  it("take their room from those that come after", () => {
    const taken: Box[] = [];
    const labels = contestedLabels(
      { disputed: collection(area("a", 46, 39, 47, 40), area("b", 46, 39, 47, 40)), borders: NONE },
      opening,
      "en",
      WIDTH,
      taken,
    );
    expect(taken).toHaveLength(labels.length);
    expect(labels.map((l) => l.id)).toEqual(["a", "b"]);
    expect(overlap(taken[0]!, taken[1]!)).toBe(false);
  });

  it("for which there is no room are left out, rather than laid over something", () => {
    const everywhere: Box = [-1000, -1000, 1000, 1000];
    expect(contestedLabels({ disputed: collection(area("a", 46, 39, 47, 40)), borders: NONE }, opening, "en", WIDTH, [everywhere])).toEqual(
      [],
    );
    expect(contestedLabels({ disputed: collection(area("elsewhere", 10, 10, 11, 11)), borders: NONE }, opening, "en", WIDTH, [])).toEqual(
      [],
    );
  });

  it("of features without a shape are left out, and nothing else is lost", () => {
    const odd = collection(
      feature("none", null),
      feature("collection", { type: "GeometryCollection", geometries: [] }),
      feature("point", { type: "Point", coordinates: [46, 40] }),
      feature("lines", { type: "MultiLineString", coordinates: [[[45, 39], [45.5, 39.5]], [[46, 40], [46.5, 40]]] }), // biome-ignore format: one line
      area("area", 46, 39, 48, 41),
    );
    const ids = contestedLabels({ disputed: odd, borders: NONE }, opening, "en", WIDTH, []).map((l) => l.id);
    expect(ids).toEqual(expect.arrayContaining(["lines", "area"]));
    expect(ids).not.toContain("none");
  });

  it("are broken into lines of at most 24 letters, and are in the page's language", () => {
    const named = feature("x", area("x", 46, 39, 48, 41).geometry);
    named.properties!["name"] = { en: "Line", fr: "Ligne de contact, de 1994 à 2020, schématique" };
    const in_ = (lang: string) => contestedLabels({ disputed: collection(named), borders: NONE }, opening, lang, WIDTH, [])[0]!.lines;
    expect(in_("fr")).toEqual(["Ligne de contact, de", "1994 à 2020, schématique"]);
    expect(in_("az")).toEqual(["Line"]);
  });
});

describe("the names on the first picture of karabakh-2023", async () => {
  const files = readFolder(fileURLToPath(new URL("../../geo/karabakh-2023", import.meta.url)));
  const { head, ...dossier } = (await compileDossier(files)).dossier!;
  const index = pageIndex({ head, ...dossier });
  const layer = (id: string) => JSON.parse(text(files, `layers/${id}.geojson`)) as FeatureCollection;
  const { names, contested, countries } = posterLabels(
    layer("places"),
    { disputed: layer("disputed"), borders: layer("borders") },
    head,
    index,
    head.lang,
  );
  const marks = (at: Sheet) =>
    openingMarks(index, head.opening, at, false, countries).flatMap(({ stack, parts }) =>
      partsOf(parts).map((box) => ({ id: stack.place.id, box })),
    );
  const shown = (at: Sheet) =>
    names.flatMap((l) => {
      const down = at === DESKTOP ? l.wide : l.phone;
      return down === null ? [] : [{ ...l, down }];
    });
  const nameRooms = (at: Sheet, width: number) => {
    const f = frame(head.opening);
    return shown(at).map((l) => {
      const [x, y] = [f.x(l.lon) * width, f.y(l.lat) * width + l.down * 14];
      const half = (Math.max(...l.lines.map(({ text }) => text.length)) * 6) / 2;
      const top = l.kind === "place" ? y + 5 : y - 9;
      return { id: l.id, box: [x - half, top, x + half, top + l.lines.length * 13.8] as Box };
    });
  };

  it.each([
    ["a desktop's map", DESKTOP],
    ["a phone's", PHONE],
  ])("in %s cover no mark and no other name", (_, at) => {
    const width = widthIn(at, head.opening);
    const hung = at === DESKTOP ? contested.map((l) => ({ id: l.id, box: roomOf(l, head.opening, width) })) : [];
    const rooms = [...hung, ...nameRooms(at, width)];
    const said = openingMarks(index, head.opening, at, false, countries).filter((m) => m.parts.name);
    expect(rooms.length + said.length).toBeGreaterThan(2);
    expect(shown(at).filter((l) => said.some((m) => m.stack.place.id === l.id))).toEqual([]);
    const clashes = rooms.flatMap((room, i) =>
      [...marks(at), ...rooms.slice(i + 1)].filter((other) => cover(room.box, other.box)).map((other) => `${room.id} × ${other.id}`),
    );
    expect(clashes).toEqual([]);
  });

  it("include both names of every place that has two", () => {
    for (const l of names) {
      const place = layer("places").features.find((f) => f.properties?.["id"] === l.id);
      const { names: byLang = {} } = (place?.properties ?? {}) as { names?: Record<string, string> };
      const forms = byLang[head.lang]?.split(" / ");
      expect(
        l.lines.map(({ text }) => text),
        l.id,
      ).toEqual(forms);
    }
  });

  it("include that of the area of 2020-2023 and that of the line before it", () => {
    expect(contested.map((l) => l.id)).toEqual(expect.arrayContaining(["nk-armenian-held-2020-2023", "loc-1994-2020"]));
  });
});
