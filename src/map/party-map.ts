import type { Feature, FeatureCollection, Position } from "geojson";
import type { Bounds, Party, Place } from "../dossier/types.ts";
import { mercator, unmercator } from "./camera.ts";
import { type ContestedFeature, contestedFeature } from "./contested.ts";
import type { PosterLabel } from "./poster-labels.ts";
import { type Drawable, draw, oneLand } from "./poster.ts";

/** Layers a party's picture is drawn from. */
export interface PartyLayers {
  readonly countries: FeatureCollection;
  readonly borders: FeatureCollection;
  readonly lakes: FeatureCollection;
  readonly world: FeatureCollection;
  readonly parties: FeatureCollection;
  readonly disputed: FeatureCollection;
  /** Names of countries; others are left out. */
  readonly names: readonly PosterLabel[];
}

/** Where a party sits and which area it stands for, in drawing units. Outlines only: no area is ever filled for a party. */
export interface PartyMap {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly borders: string;
  readonly lakes: string;
  /** The outline of its area; empty = it stands for none. */
  readonly area: string;
  /** What is known of the area when it is contested: its dates, whose view, how exact. */
  readonly contested: ContestedFeature | null;
  /** By how many metres the outline may be off. */
  readonly precisionM: number | null;
  /** Names of countries in the picture, away from the seat. */
  readonly names: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly seat: { readonly x: number; readonly y: number } | null;
}

const WIDTH = 640;
/** Width by height; what is wider or higher gets more of the map on the other two sides. */
const ASPECT = [1.25, 2] as const;
/** A simplified line may stray by this much, in drawing units: two to a pixel of the picture. */
const TOLERANCE = 1.2;

const positions = (f: Feature): Position[] => {
  const flat = (c: unknown): Position[] =>
    Array.isArray(c) ? (typeof c[0] === "number" ? [c as Position] : (c as unknown[]).flatMap(flat)) : [];
  return f.geometry && "coordinates" in f.geometry ? flat(f.geometry.coordinates) : [];
};

function box(points: readonly Position[]): Bounds {
  const lon = points.map((p) => p[0] ?? 0);
  const lat = points.map((p) => p[1] ?? 0);
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}

const within = (inner: Bounds, outer: Bounds): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

/** Widens a box by a margin on each side and to a picture's proportions, in the plane of the map. */
function frameOf(bounds: Bounds, margin: number): { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number } {
  let [x0, y0] = mercator(bounds[0], Math.min(80, bounds[3]));
  let [x1, y1] = mercator(bounds[2], Math.max(-60, bounds[1]));
  const pad = Math.max(x1 - x0, y1 - y0, 0.004) * margin;
  [x0, x1, y0, y1] = [x0 - pad, x1 + pad, y0 - pad, y1 + pad];
  const [w, h] = [x1 - x0, y1 - y0];
  const wide = Math.max(w, h * ASPECT[0]);
  const high = Math.max(h, w / ASPECT[1]);
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return { x0: cx - wide / 2, x1: cx + wide / 2, y0: cy - high / 2, y1: cy + high / 2 };
}

/**
 * Draws a party's seat and area. The picture is as near as the two allow and never leaves out the region; what lies beyond the
 * dossier's own map is drawn from the world's coasts.
 *
 * @returns null when it has neither seat nor area
 */
export function partyMap(
  layers: PartyLayers,
  party: Party,
  seat: Place | null,
  window: Bounds,
  opening: Bounds,
  lang: string,
): PartyMap | null {
  const seatFeature = layers.parties.features.find((f) => f.properties?.["party"] === party.id && f.properties["kind"] === "seat");
  const areaId = seatFeature?.properties?.["areaFeature"];
  const area =
    layers.parties.features.find((f) => f.properties?.["party"] === party.id && f.properties["kind"] === "area") ??
    layers.disputed.features.find((f) => areaId !== undefined && f.properties?.["id"] === areaId) ??
    null;
  if (!area && !seat) return null;
  const own = [...(area ? positions(area) : []), ...(seat ? [[seat.lon, seat.lat]] : [])];
  const near = within(box(own), window);
  const region: Position[] = [
    [opening[0], opening[1]],
    [opening[2], opening[3]],
  ];
  const f = near ? frameOf(box([...own, ...region]), 0.08) : frameOf(box([...own, ...region]), 0.06);
  const [west, north] = unmercator(Math.max(0, f.x0), Math.max(0.05, f.y0));
  const [east, south] = unmercator(Math.min(1, f.x1), Math.min(0.95, f.y1));
  const reach: Bounds = [west, south, east, north];
  const scale = WIDTH / (f.x1 - f.x0);
  const to = ([lon = 0, lat = 0]: Position): Position => {
    const [x, y] = mercator(lon, Math.max(-80, Math.min(84, lat)));
    return [(x - f.x0) * scale, (y - f.y0) * scale];
  };
  const path = (features: readonly Feature[]) => draw(features as Drawable[], reach, to, TOLERANCE);
  // Beyond its own map the dossier has coasts only: borders that end in the middle of a picture would say something.
  const whole = within(reach, window);
  const [x = 0, y = 0] = seat ? to([seat.lon, seat.lat]) : [];
  const edge = whole ? layers.borders.features.filter((f) => [f.properties?.["a"], f.properties?.["b"]].includes(party.id)) : [];
  const contested = area && layers.disputed.features.includes(area) ? contestedFeature(area, lang) : null;
  return {
    width: WIDTH,
    height: Math.round((f.y1 - f.y0) * scale),
    land: path(whole ? oneLand(layers.countries) : layers.world.features),
    borders: whole ? path(layers.borders.features) : "",
    lakes: whole ? path(layers.lakes.features) : "",
    // On the borders that are drawn, not beside them.
    area: area ? path(edge.length > 0 ? edge : [area]) : "",
    contested,
    precisionM: area ? Number(area.properties?.["precision_m"]) || null : null,
    names: layers.names
      .filter((l) => l.kind === "country")
      .map((l) => {
        const [nx = 0, ny = 0] = to([l.lon, l.lat]);
        return { x: Math.round(nx), y: Math.round(ny), text: l.lines.map((line) => line.text).join(" / ") };
      })
      .filter((l) => near && l.x > 70 && l.x < WIDTH - 70 && l.y > 20 && (!seat || Math.abs(l.x - x) > 190 || Math.abs(l.y - y) > 34)),
    seat: seat ? { x, y } : null,
  };
}
