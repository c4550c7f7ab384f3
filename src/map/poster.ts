import { bboxClip, featureCollection, simplify, union } from "@turf/turf";
import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import type { Bounds } from "../dossier/types.ts";
import { mercator } from "./camera.ts";
import { type ContestedFeature, contestedFeature } from "./contested.ts";

/** Width in CSS pixels, and in drawing units, at which the poster is drawn one to one; wider boxes scale it up until the live map takes over. */
const WIDTH = 800;
/** How far, in drawing units, a simplified line may stray. */
const TOLERANCE = 0.9;
/** How much of the opening bounds' width and height is drawn beyond them on each side: what the narrowest and widest boxes show of it. What lies beyond has no water: rest.css, embed.css. */
const BEYOND = [0.4, 0.75] as const;

export type Drawable = Feature<Polygon | MultiPolygon | LineString | MultiLineString>;

/** The map as numbers for one SVG: a box that shows the opening bounds whole, and paths that reach beyond it. */
export interface Poster {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly lakes: string;
  readonly rivers: string;
  readonly borders: string;
  readonly disputed: readonly DisputedShape[];
}

/** A contested feature as drawn. */
export interface DisputedShape extends ContestedFeature {
  readonly area: boolean;
  readonly d: string;
}

/** A point of the map in the poster's own 0..1 frame: x from the left edge of the opening bounds, both in units of its width. */
export interface Frame {
  readonly x: (lon: number) => number;
  readonly y: (lat: number) => number;
  readonly aspect: number;
}

/** The frame of the opening bounds: offsets from its middle in units of its width. */
export function frame(opening: Bounds): Frame {
  const [x0, y0] = mercator(opening[0], opening[3]);
  const [x1, y1] = mercator(opening[2], opening[1]);
  return {
    x: (lon) => (mercator(lon, 0)[0] - (x0 + x1) / 2) / (x1 - x0),
    y: (lat) => (mercator(0, lat)[1] - (y0 + y1) / 2) / (x1 - x0),
    aspect: (x1 - x0) / (y1 - y0),
  };
}

function path(points: readonly Position[], close: boolean): string {
  let px = 0;
  let py = 0;
  let out = "";
  let n = 0;
  for (const p of points) {
    const x = Math.round(p[0] ?? 0);
    const y = Math.round(p[1] ?? 0);
    if (n === 0) out = `M${x} ${y}l`;
    else if (x === px && y === py) continue;
    else out += `${n > 1 && x - px >= 0 ? " " : ""}${x - px}${y - py >= 0 ? " " : ""}${y - py}`;
    px = x;
    py = y;
    n++;
  }
  return n < 2 ? "" : close ? `${out}z` : out;
}

/** Clips, projects to drawing units, simplifies to about half a pixel and writes one path. Only whole numbers, relative. */
export function draw(features: readonly Drawable[], bounds: Bounds, toUnits: (p: Position) => Position, tolerance: number): string {
  let out = "";
  for (const feature of features) {
    if (!/^(Multi)?(Polygon|LineString)$/.test(feature.geometry?.type)) continue;
    const clipped = bboxClip(feature, [...bounds]) as Drawable;
    const { type, coordinates } = clipped.geometry;
    const parts = (
      type === "Polygon" || type === "MultiLineString" ? coordinates : type === "LineString" ? [coordinates] : coordinates.flat()
    ) as Position[][];
    const close = type.endsWith("Polygon");
    for (const part of parts) {
      if (part.length < 2) continue;
      const line: Feature<LineString> = {
        type: "Feature",
        properties: {},
        geometry: { type: "LineString", coordinates: part.map(toUnits) },
      };
      out += path(simplify(line, { tolerance, highQuality: true }).geometry.coordinates, close);
    }
  }
  return out;
}

/** All countries as one land, so that a border travels once: in the layer of borders, not twice more as the edge of each neighbour. */
export function oneLand(countries: FeatureCollection): readonly Feature[] {
  const polygons = countries.features.filter((f): f is Feature<Polygon | MultiPolygon> => f.geometry?.type.endsWith("Polygon") ?? false);
  const land = polygons.length > 1 ? union(featureCollection(polygons)) : null;
  return land ? [land] : polygons;
}

export interface PosterLayers {
  readonly countries: FeatureCollection;
  readonly borders: FeatureCollection;
  readonly lakes: FeatureCollection;
  readonly rivers: FeatureCollection;
  readonly disputed: FeatureCollection;
}

/**
 * Draws the poster: the opening bounds at 800 px and as much beyond as any box can show.
 *
 * @param lang which of a disputed feature's names to give; English when it has none in that language
 */
export function buildPoster(layers: PosterLayers, opening: Bounds, window: Bounds, lang: string): Poster {
  const f = frame(opening);
  const width = WIDTH;
  const height = Math.round(width / f.aspect);
  const dx = (opening[2] - opening[0]) * BEYOND[0];
  const dy = (opening[3] - opening[1]) * BEYOND[1];
  const reach: Bounds = [
    Math.max(window[0], opening[0] - dx),
    Math.max(window[1], opening[1] - dy),
    Math.min(window[2], opening[2] + dx),
    Math.min(window[3], opening[3] + dy),
  ];
  const toUnits = (p: Position): Position => [width / 2 + f.x(p[0] ?? 0) * width, height / 2 + f.y(p[1] ?? 0) * width];
  const all = (features: readonly Feature[], tolerance = TOLERANCE) => draw(features as Drawable[], reach, toUnits, tolerance);
  return {
    width,
    height,
    land: all(oneLand(layers.countries)),
    lakes: all(layers.lakes.features),
    rivers: all(layers.rivers.features, TOLERANCE * 1.3),
    borders: all(layers.borders.features),
    disputed: layers.disputed.features.map((feature) => ({
      ...contestedFeature(feature, lang),
      area: feature.geometry?.type.endsWith("Polygon") ?? false,
      d: all([feature]),
    })),
  };
}
