import type { Feature, FeatureCollection, Position } from "geojson";
import type { Bounds } from "../dossier/types.ts";
import { contestedFeature } from "./contested.ts";
import { type Box, LETTER, LINE, MOST, overlap, wrap } from "./label-room.ts";
import { frame } from "./poster.ts";

/** The name of a contested line or area, at a point of its own outline: on the side where there is room for it. */
export interface ContestedLabel {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  /** Which edge of the text is at the point, as MapLibre's `text-anchor`. */
  readonly anchor: "left" | "right" | "top" | "bottom";
  readonly lines: readonly string[];
}

/** Px between the outline and its name. */
const GAP = 5;

const positions = (feature: Feature): readonly Position[] => {
  const g = feature.geometry;
  if (!g || g.type === "GeometryCollection") return [];
  const flat = (value: unknown): Position[] =>
    Array.isArray(value) ? (typeof value[0] === "number" ? [value as Position] : value.flatMap(flat)) : [];
  return flat(g.coordinates);
};

/**
 * Finds a place for the name of each contested feature at the opening camera: outside its outline, clear of marks and of each other.
 *
 * @param width px of the opening bounds' width
 * @param taken boxes, from the middle of the bounds, that a name must not cover; the names found are added to it
 * @returns labels in the order of the features; a feature for whose name there is no room has none
 */
export function contestedLabels(
  disputed: FeatureCollection,
  opening: Bounds,
  lang: string,
  width: number,
  taken: Box[],
): readonly ContestedLabel[] {
  const f = frame(opening);
  const [halfW, halfH] = [width / 2, width / f.aspect / 2];
  const out: ContestedLabel[] = [];
  for (const feature of disputed.features) {
    const { id, name } = contestedFeature(feature, lang);
    const lines = wrap(name, MOST);
    const w = Math.max(...lines.map((l) => l.length)) * LETTER;
    const h = lines.length * LINE;
    const points = positions(feature).map(([lon = 0, lat = 0]) => ({ lon, lat, x: f.x(lon) * width, y: f.y(lat) * width }));
    const middle = points.reduce((m, p) => [m[0] + p.x / points.length, m[1] + p.y / points.length] as const, [0, 0] as readonly [
      number,
      number,
    ]);
    const spots = points.flatMap((p) => {
      const dx = p.x - middle[0];
      const dy = p.y - middle[1];
      const sideways = Math.abs(dx) > Math.abs(dy);
      const anchor: ContestedLabel["anchor"] = sideways ? (dx > 0 ? "left" : "right") : dy > 0 ? "top" : "bottom";
      const box: Box = sideways
        ? dx > 0
          ? [p.x + GAP, p.y - h / 2, p.x + GAP + w, p.y + h / 2]
          : [p.x - GAP - w, p.y - h / 2, p.x - GAP, p.y + h / 2]
        : dy > 0
          ? [p.x - w / 2, p.y + GAP, p.x + w / 2, p.y + GAP + h]
          : [p.x - w / 2, p.y - GAP - h, p.x + w / 2, p.y - GAP];
      return [{ p, anchor, box, reach: Math.hypot(dx, dy) }];
    });
    const good = spots
      .filter(({ box }) => box[0] > -halfW && box[2] < halfW && box[1] > -halfH + 40 && box[3] < halfH - 8)
      .filter(({ box }) => !taken.some((t) => overlap(t, box)))
      // Farthest out: there a name leaves the most of the middle free.
      .sort((a, b) => b.reach - a.reach)[0];
    if (!good) continue;
    taken.push(good.box);
    out.push({ id, lon: good.p.lon, lat: good.p.lat, anchor: good.anchor, lines });
  }
  return out;
}
