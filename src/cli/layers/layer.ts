import { createHash } from "node:crypto";
import { brotliCompressSync, constants } from "node:zlib";
import type { Feature, Geometry, Position } from "geojson";
import { turn } from "../../dossier/geometry.ts";
import type { Packages } from "./fetch.ts";
import type { DataPin } from "./pins.ts";
import type { Shaper } from "./shaper.ts";

/** What a recipe works with. */
export interface Kit {
  readonly packages: Packages;
  readonly shape: Shaper;
  /** A list of records of the dossier, e.g. `places`, as its editor wrote it. */
  readonly records: (kind: string) => readonly Readonly<Record<string, unknown>>[];
}

/** A layer as made, with what SOURCES.yaml says of it. */
export interface Layer {
  readonly file: string;
  readonly features: readonly Feature[];
  readonly decimals: number;
  readonly data: readonly DataPin[];
  readonly licence: string;
  readonly attribution: string;
  readonly precision: string;
  readonly steps: readonly string[];
}

/** A feature whose id stands both where GeoJSON has it and where a style's filter can read it. */
export const feature = (id: string, properties: Readonly<Record<string, unknown>>, geometry: Geometry): Feature => ({
  type: "Feature",
  id,
  properties: { id, ...properties },
  geometry,
});

const rounded = (p: Position, decimals: number): Position => p.map((n) => Number(n.toFixed(decimals)) + 0);

/** Rounds a line and leaves out positions that fall on the one before. */
function roundedLine(line: readonly Position[], decimals: number): Position[] {
  const out: Position[] = [];
  for (const p of line.map((q) => rounded(q, decimals))) if (p[0] !== out.at(-1)?.[0] || p[1] !== out.at(-1)?.[1]) out.push(p);
  return out;
}

/** Rings as RFC 7946 winds them; those that rounding made a point or a line are gone. */
function roundedRings(rings: readonly Position[][], decimals: number): Position[][] {
  const [outer, ...holes] = rings.map((ring) => roundedLine(ring, decimals));
  const good = (ring: Position[]): boolean => ring.length > 3 && turn(ring) !== 0;
  if (!outer || !good(outer)) return [];
  return [turn(outer) > 0 ? outer : outer.reverse(), ...holes.filter(good).map((hole) => (turn(hole) < 0 ? hole : hole.reverse()))];
}

/** The shape with `decimals` decimals; null when nothing is left of it. */
export function roundedShape(shape: Geometry, decimals: number): Geometry | null {
  switch (shape.type) {
    case "Point":
      return { type: "Point", coordinates: rounded(shape.coordinates, decimals) };
    case "LineString": {
      const coordinates = roundedLine(shape.coordinates, decimals);
      return coordinates.length > 1 ? { type: "LineString", coordinates } : null;
    }
    case "MultiLineString": {
      const [first, ...more] = shape.coordinates.map((l) => roundedLine(l, decimals)).filter((l) => l.length > 1);
      if (!first) return null;
      return more.length > 0 ? { type: "MultiLineString", coordinates: [first, ...more] } : { type: "LineString", coordinates: first };
    }
    case "Polygon": {
      const coordinates = roundedRings(shape.coordinates, decimals);
      return coordinates.length > 0 ? { type: "Polygon", coordinates } : null;
    }
    case "MultiPolygon": {
      const [first, ...more] = shape.coordinates.map((p) => roundedRings(p, decimals)).filter((p) => p.length > 0);
      if (!first) return null;
      return more.length > 0 ? { type: "MultiPolygon", coordinates: [first, ...more] } : { type: "Polygon", coordinates: first };
    }
    default:
      throw new Error(`a ${shape.type} in a layer; expected points, lines or polygons`);
  }
}

/** The file's text: one feature a line, so that a change shows as the lines it touches. */
export function layerText(layer: Pick<Layer, "features" | "decimals">): string {
  const lines = layer.features.flatMap((f) => {
    const geometry = roundedShape(f.geometry, f.geometry.type === "Point" ? 4 : layer.decimals);
    return geometry ? JSON.stringify({ type: "Feature", id: f.id, properties: f.properties, geometry }) : [];
  });
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

/** Positions in a shape. */
export function vertices(shape: Geometry): number {
  if (shape.type === "GeometryCollection") return shape.geometries.reduce((sum, g) => sum + vertices(g), 0);
  const count = (part: unknown): number =>
    Array.isArray(part) ? (typeof part[0] === "number" ? 1 : part.reduce((n, p) => n + count(p), 0)) : 0;
  return count(shape.coordinates);
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Bytes of a layer as it travels: minified, brotli 11. */
export function travels(text: string): number {
  const raw = Buffer.from(JSON.stringify(JSON.parse(text)));
  return brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } })
    .length;
}
