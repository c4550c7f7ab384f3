import type { Feature, FeatureCollection, Position } from "geojson";
import type { Bounds } from "../dossier/types.ts";
import { contestedFeature } from "./contested.ts";
import { type Box, widthOf, LINE, MOST, overlap, wrap } from "./label-room.ts";
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

/** The lines of a shape, rings among them; a point is a line of one. */
const linesOf = ({ geometry: g }: Feature): readonly (readonly Position[])[] => {
  if (!g || g.type === "GeometryCollection") return [];
  const flat = (value: unknown): Position[][] => {
    if (!Array.isArray(value)) return [];
    if (typeof value[0] === "number") return [[value as Position]];
    return typeof value[0]?.[0] === "number" ? [value as Position[]] : value.flatMap(flat);
  };
  return flat(g.coordinates);
};

type Segment = readonly [ax: number, ay: number, bx: number, by: number];

/** How much of a segment lies within a box, in the segment's own units. */
function within([left, top, right, bottom]: Box, [ax, ay, bx, by]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  for (const [way, room] of [
    [-dx, ax - left],
    [dx, right - ax],
    [-dy, ay - top],
    [dy, bottom - ay],
  ] as const) {
    if (way === 0) {
      if (room < 0) return 0;
    } else if (way < 0) from = Math.max(from, room / way);
    else to = Math.min(to, room / way);
  }
  return Math.max(0, to - from) * Math.hypot(dx, dy);
}

/**
 * Finds a place for the name of each contested feature at the opening camera: outside its outline, clear of marks and of each other,
 * and across borders and its own outline only where every other place is.
 *
 * @param width px of the opening bounds' width
 * @param taken boxes, from the middle of the bounds, that a name must not cover; the names found are added to it
 * @returns labels in the order of the features; a feature for whose name there is no room has none
 */
export function contestedLabels(
  { disputed, borders }: Readonly<Record<"disputed" | "borders", FeatureCollection>>,
  opening: Bounds,
  lang: string,
  width: number,
  taken: Box[],
): readonly ContestedLabel[] {
  const f = frame(opening);
  const [halfW, halfH] = [width / 2, width / f.aspect / 2];
  const at = ([lon = 0, lat = 0]: Position) => ({ lon, lat, x: f.x(lon) * width, y: f.y(lat) * width });
  const segmentsOf = (feature: Feature): readonly Segment[] =>
    linesOf(feature).flatMap((line) => {
      const points = line.map(at);
      return points.slice(1).map(({ x, y }, i): Segment => [points[i]!.x, points[i]!.y, x, y]);
    });
  const inSight = ([ax, ay, bx, by]: Segment): boolean =>
    Math.max(ax, bx) > -halfW && Math.min(ax, bx) < halfW && Math.max(ay, by) > -halfH && Math.min(ay, by) < halfH;
  const others = borders.features.flatMap(segmentsOf).filter(inSight);
  const out: ContestedLabel[] = [];
  for (const feature of disputed.features) {
    const { id, name } = contestedFeature(feature, lang);
    const lines = wrap(name, MOST);
    const w = widthOf(lines);
    const h = lines.length * LINE;
    const points = linesOf(feature).flatMap((line) => line.map(at));
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
    const drawn = [...others, ...segmentsOf(feature)];
    const good = spots
      .filter(({ box }) => box[0] > -halfW && box[2] < halfW && box[1] > -halfH + 40 && box[3] < halfH - 8)
      .filter(({ box }) => !taken.some((t) => overlap(t, box)))
      .map((spot) => ({ ...spot, crossed: drawn.reduce((sum, segment) => sum + within(spot.box, segment), 0) }))
      // Farthest out: there a name leaves the most of the middle free.
      .sort((a, b) => a.crossed - b.crossed || b.reach - a.reach)[0];
    if (!good) continue;
    taken.push(good.box);
    out.push({ id, lon: good.p.lon, lat: good.p.lat, anchor: good.anchor, lines });
  }
  return out;
}
