import { area, booleanPointInPolygon } from "@turf/turf";
import type { Feature, Polygon, Position } from "geojson";
import type { Bounds } from "../../../dossier/types.ts";
import { openShores, readBins } from "../gshhg.ts";
import { feature, type Kit, type Layer } from "../layer.ts";
import { isClosed, joined, kmLong, nearestOn, partsOf } from "../lines.ts";
import { namesInOrder } from "../names.ts";
import { COASTLINE, SHORES } from "../pins.ts";
import { collection } from "../shaper.ts";
import { WATERS, type Water } from "./water-names.ts";
import { BBOX, DECIMALS, INTERVAL, PRECISION } from "./window.ts";

/** Wider than the window, so that lakes on its edge are whole before they are cut. */
const AROUND: Bounds = [36, 34, 58, 47];
const SMALLEST_LAKE_KM2 = 30;
/** A seed is this near to its river: the source's rivers are up to 3 km off. */
const SEED_KM = 6.5;
const SHORTEST_RIVER_KM = 40;
/** A river along a state border runs up to 3 km beside it in the source; within this the border replaces it. */
const BESIDE_KM = 9;

/**
 * From the border to the Kura the Aras by hand: there the source has an old channel straight to the sea. Its towns in order: Bahramtepe,
 * Imishli, Saatli; it meets the Kura at Sabirabad.
 */
const ARAS_TO_KURA: readonly Position[] = [
  [47.97, 39.691],
  [47.965, 39.75],
  [48.06, 39.845],
  [48.2, 39.9],
  [48.36, 39.945],
  [48.46, 40],
];

const bare = (lines: readonly Position[][]): Feature[] =>
  lines.map((coordinates, i) => ({ type: "Feature", properties: { i }, geometry: { type: "LineString", coordinates } }));

export async function lakes({ packages, shape }: Kit): Promise<Layer> {
  const rings = joined(readBins(openShores(packages, "GSHHS"), AROUND, [2])).filter(isClosed);
  const whole = rings.map(
    (ring, i): Feature<Polygon> => ({ type: "Feature", properties: { i }, geometry: { type: "Polygon", coordinates: [ring] } }),
  );
  const large = whole.filter((f) => area(f) >= SMALLEST_LAKE_KM2 * 1e6).sort((a, b) => area(b) - area(a));
  const named = large.map((f, i) => {
    const water = WATERS.find(({ seeds }) => seeds.some((seed) => booleanPointInPolygon(seed, f)));
    return feature(water?.id ?? `lake-${i + 1}`, { kind: "lake", ...(water && { names: namesInOrder(water.names) }) }, f.geometry);
  });
  const out = await shape(
    `-i lakes.json -simplify dp interval=${INTERVAL / 2} keep-shapes -clip bbox=${BBOX}
     -o out.json format=geojson rfc7946 precision=${PRECISION} fix-geometry`,
    { "lakes.json": collection(named) },
  );
  return {
    file: "lakes.geojson",
    features: (out["out.json"] ?? []).map((f) => ({ ...f, id: f.properties?.["id"] })),
    decimals: DECIMALS,
    data: [SHORES],
    licence: "LGPL-3.0-or-later",
    attribution: "GSHHG",
    precision: "about 500 m; Lake Urmia and Lake Sevan at an earlier, larger extent",
    steps: [
      `shores of lakes of ${SMALLEST_LAKE_KM2} km2 or more, joined over the source's one-degree bins`,
      `simplified (Douglas-Peucker, ${INTERVAL / 2} m), cut to ${BBOX}, rounded to ${DECIMALS} decimals`,
      "names by hand",
    ],
  };
}

/** What of a river in the source is not along the border, its loose ends led to it. */
function besideBorder(line: Position[], border: readonly Position[][]): Position[][] {
  const near = (p: Position): { point: Position; km: number } =>
    border.map((b) => nearestOn(b, p)).reduce((best, n) => (n.km < best.km ? n : best));
  const runs: Position[][] = [[]];
  for (const p of line) {
    if (near(p).km > BESIDE_KM) runs.at(-1)?.push(p);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  const reach = (p: Position | undefined): Position[] => {
    if (!p) return [];
    const to = near(p);
    return to.km < BESIDE_KM * 1.5 ? [to.point] : [];
  };
  return runs.filter((run) => run.length > 1 && kmLong(run) > 3).map((run) => [...reach(run[0]), ...run, ...reach(run.at(-1))]);
}

/** The last stretch of the Aras, ending on the Kura as drawn. */
function toKura(made: readonly Feature[]): Position[] {
  const end = ARAS_TO_KURA.at(-1) ?? [];
  const kura = made.filter((f) => f.id === "kura").flatMap(partsOf);
  const nearest = kura.map((line) => nearestOn(line, end)).reduce((best, n) => (n.km < best.km ? n : best));
  return [...ARAS_TO_KURA.slice(0, -1), nearest.point];
}

export async function rivers({ packages, shape }: Kit, borders: Readonly<Record<string, readonly Feature[]>>): Promise<Layer> {
  const all = joined(readBins(openShores(packages, "river"), AROUND, [1, 2, 3]));
  const known = WATERS.filter((w) => w.kind === "river");
  const found = new Map<Water | null, Position[][]>();
  for (const line of all) {
    const water = known.find(({ seeds }) => seeds.some((seed) => nearestOn(line, seed).km < SEED_KM)) ?? null;
    if (water || kmLong(line) >= SHORTEST_RIVER_KM) found.set(water, [...(found.get(water) ?? []), line]);
  }
  const borderOf = (id: string): Position[][] => joined((borders[id] ?? []).flatMap(partsOf));
  const along = Object.keys(borders).flatMap(borderOf);
  const simplified = async (lines: readonly Position[][]): Promise<Position[][]> => {
    const out = await shape(`-i r.json -simplify dp interval=${INTERVAL} -clip bbox=${BBOX} -o out.json format=geojson`, {
      "r.json": collection(bare(lines)),
    });
    return joined((out["out.json"] ?? []).flatMap(partsOf));
  };
  const features: Feature[] = [];
  for (const water of [...known, null]) {
    const lines = await simplified(found.get(water) ?? []);
    const border = borderOf(water?.id ?? "");
    const own = border.length > 0 ? [...lines.flatMap((line) => besideBorder(line, along)), ...border] : lines;
    if (water?.id === "aras") {
      const old = own.findIndex((line) => line.every(([lon = 0]) => lon >= 47.96));
      own.splice(old, old < 0 ? 0 : 1, toKura(features));
    }
    if (own.length === 0) throw new Error(`no ${water?.id ?? "river"} in ${SHORES.name} ${SHORES.version}; expected at least one line`);
    const properties = water ? { kind: "river", names: namesInOrder(water.names) } : { kind: "river" };
    features.push(feature(water?.id ?? "other-rivers", properties, { type: "MultiLineString", coordinates: own }));
  }
  return {
    file: "rivers.geojson",
    features,
    decimals: DECIMALS,
    data: [SHORES, COASTLINE],
    licence: "LGPL-3.0-or-later; Aras and Akhurian where they are a state border: ODbL-1.0",
    attribution: "GSHHG; © OpenStreetMap contributors",
    precision: "about 1 km, the last 60 km of the Aras 3 km; Aras and Akhurian along the border as exact as borders.geojson",
    steps: [
      `rivers of levels 1 to 3, joined over the source's bins; without a name only from ${SHORTEST_RIVER_KM} km`,
      "Kura, Aras, Tigris and Euphrates found by points on them, names by hand",
      `simplified (Douglas-Peucker, ${INTERVAL} m), cut to ${BBOX}, rounded to ${DECIMALS} decimals`,
      "where the border of Azerbaijan and Armenia with Iran and Turkey runs in the Aras or the Akhurian, the river is that border",
      "the Aras from the border to the Kura drawn by hand, off by up to 3 km, in place of an old channel to the sea",
    ],
  };
}
