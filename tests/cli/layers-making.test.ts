import { readFileSync } from "node:fs";
import type { Feature, Position } from "geojson";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import layersCommand from "../../src/cli/layers.ts";
import { hashOf, refusal } from "../../src/cli/layers/fetch.ts";
import { entryFor, plain } from "../../src/cli/layers/gazetteer.ts";
import { readBins } from "../../src/cli/layers/gshhg.ts";
import { rankOf, readTowns } from "../../src/cli/layers/karabakh-2023/places.ts";
import type { Layer } from "../../src/cli/layers/layer.ts";
import { inOrder } from "../../src/cli/layers/names.ts";
import { COASTLINE, DISPUTED_LINES, type Pin, SHORES, TOOLS, WORLD } from "../../src/cli/layers/pins.ts";
import { sourcesText } from "../../src/cli/layers/sources.ts";
import { readGeoPackageShape } from "../../src/cli/layers/wkb.ts";

const bytes = new TextEncoder().encode("a package");

describe("a fetched package", () => {
  const npm: Pin = { from: "npm", name: "thing", version: "1.0.0", hash: hashOf(bytes, "npm") };

  it("is used when its bytes have the pinned hash, in the form of its registry", () => {
    expect(refusal(npm, bytes)).toBeNull();
    expect(npm.hash).toMatch(/^sha512-[\w+/]+==$/);
    expect(hashOf(bytes, "debian")).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  it("is refused otherwise, with what was found, what was expected and what to do", () => {
    const words = refusal(npm, new TextEncoder().encode("another")) ?? "";
    for (const part of ["thing 1.0.0", "not used", npm.hash, "pins.ts"]) expect(words).toContain(part);
  });

  it("is pinned by exact version and whole hash", () => {
    for (const { version, hash } of [COASTLINE, WORLD, DISPUTED_LINES, SHORES, ...TOOLS]) {
      expect(version).toMatch(/^\d[\w.+-]*$/);
      expect(hash).toMatch(/^(sha512-[\w+/]{86}==|sha256-[0-9a-f]{64})$/);
    }
  });
});

it("names of one place stand in the alphabetical order of their language", () => {
  expect(inOrder("Stepanakert / Khankendi", "en")).toBe("Khankendi / Stepanakert");
  expect(inOrder("Мартакерт / Агдере", "ru")).toBe("Агдере / Мартакерт");
  expect(inOrder("Yerevan", "en")).toBe("Yerevan");
});

describe("the entry of a place in a table", () => {
  const at: Position = [44.51, 40.18];
  const entries = [
    { iso: "AM", name: "Kentron", at: [44.5108, 40.1805] },
    { iso: "AM", name: "Yerevan", at: [44.5126, 40.1777] },
    { iso: "TR", name: "Yerevan", at },
  ];

  it("is the one with its name and country, not the nearest", () => {
    expect(entryFor(entries, "AM", at, ["Yerevan"])?.at).toEqual([44.5126, 40.1777]);
  });

  it("is none when only others lie near, or its own lies far", () => {
    expect(entryFor(entries.slice(0, 1), "AM", [44.6, 40.3], ["Yerevan"])).toBeNull();
    expect(entryFor(entries, "AM", [44.6, 40.18], ["Yerevan"])).toBeNull();
  });

  it("compares names without accents", () => {
    expect(plain("Xankəndi")).toBe(plain("XANKANDI"));
    expect(plain("Şuşa")).toBe("susa");
  });
});

describe("sources in their own formats", () => {
  it("GeoPackage lines are read, other kinds refused by number", () => {
    const wkb = (kind: number): Uint8Array => {
      const view = new DataView(new ArrayBuffer(8 + 9 + 32));
      view.setUint16(0, 0x4750);
      view.setUint8(8, 1);
      view.setUint32(9, kind, true);
      view.setUint32(13, 2, true);
      for (const [i, n] of [46.5, 39.5, 46.6, 39.6].entries()) view.setFloat64(17 + i * 8, n, true);
      return new Uint8Array(view.buffer);
    };
    expect(readGeoPackageShape(wkb(2))).toEqual({
      type: "LineString",
      coordinates: [
        [46.5, 39.5],
        [46.6, 39.6],
      ],
    });
    expect(() => readGeoPackageShape(wkb(1))).toThrow("kind 1");
    expect(() => readGeoPackageShape(new Uint8Array(16))).toThrow("0x4750");
  });

  it("GSHHG bins give positions of their own degree, of the levels asked for", () => {
    // 49° north of 40 lie above it: the bin of 46-47° E, 40-41° N is row 49, column 46.
    const bin = 49 * 360 + 46;
    const fill = (n: number): number[] => Object.assign(new Array(bin + 1).fill(0), { [bin]: n });
    const bins = {
      firstSegment: fill(0),
      segments: fill(2),
      firstPoint: [0, 2],
      level: (s: number) => s + 1,
      points: () => 2,
      x: [0, -1, 0, 0],
      y: [0, 32767, 0, 0],
    };
    const [line, ...more] = readBins(bins, [46, 40, 47, 41], [1]);
    expect(more).toEqual([]);
    expect(line?.[0]).toEqual([46, 40]);
    expect(line?.[1]?.[0]).toBeCloseTo(47, 4);
    expect(line?.[1]?.[1]).toBeCloseTo(40.5, 4);
  });

  it("the table of towns is read by its columns, with the names it has", () => {
    const [town] = readTowns("id\tcc\tlon\tlat\tkind\tminzoom\ten\taz\thy\tru\tka\nx\tAM\t46.5\t39.5\ttown\t7\tX\t\tԽ\tИкс\t\n");
    expect(town).toEqual({ id: "x", iso: "AM", at: [46.5, 39.5], kind: "town", minzoom: 7, names: { en: "X", hy: "Խ", ru: "Икс" } });
  });

  it("capitals weigh most, then places shown from farther out", () => {
    expect(["capital", "city", "town"].map((kind, i) => rankOf(kind, 3 + i * 2))).toEqual([1, 2, 4]);
  });
});

it("SOURCES.yaml has each layer's own hash, packages and steps, and is the same every time", () => {
  const layer: Layer = {
    file: "x.geojson",
    features: [] as Feature[],
    decimals: 1,
    data: [WORLD],
    licence: "public domain",
    attribution: "Natural Earth",
    precision: "20 km",
    steps: ["cut"],
  };
  const text = sourcesText([{ layer, text: "abc" }]);
  expect(text).toBe(sourcesText([{ layer, text: "abc" }]));
  const [entry] = parse(text).layers;
  expect(entry).toMatchObject({ file: "x.geojson", licence: "public domain", precision: "20 km", steps: ["cut"] });
  expect(entry.sha256).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(entry.packages).toEqual([{ name: WORLD.name, version: WORLD.version, from: "npm", hash: WORLD.hash, licence: WORLD.licence }]);
  expect(parse(text).tools).toHaveLength(TOOLS.length);
});

describe("npm run layers", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("tells which dossiers it has a recipe for when asked for another", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await layersCommand(["lake-mira"])).toBe(2);
    expect(said.mock.calls.flat().join("\n")).toMatch(/no recipe for layers: lake-mira\nusage: .*\n.*karabakh-2023/);
  });

  it("is no part of a build: nothing it needs is a dependency", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    for (const { name } of [COASTLINE, WORLD, ...TOOLS]) expect({ ...dependencies, ...devDependencies }).not.toHaveProperty([name]);
  });
});
