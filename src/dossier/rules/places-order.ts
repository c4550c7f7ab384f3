import { wordAt } from "../read/value.ts";
import type { Tables } from "../tables.ts";
import { inside } from "./layer-place.ts";
import { DEGREES, windowOf } from "./window-order.ts";

type Point = readonly [x: number, y: number];

/** Degrees between a place and the point that a layer has for it. */
const NEAR = 1;
/** So many places at least show it: one may be far away, and right. */
const LEAST = 3;

interface Feature {
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
  readonly properties?: { readonly place?: unknown; readonly id?: unknown } | null;
}

/** Points of layers that stand for a place: its seat, or its name. Whatever is wrong with a layer is told by other rules. */
function anchors({ layers }: Tables): ReadonlyMap<string, Point> {
  const found = new Map<string, Point>();
  for (const text of layers.values())
    try {
      for (const { geometry, properties } of (JSON.parse(text) as { features: readonly Feature[] }).features) {
        const { type, coordinates } = geometry ?? {};
        const { place, id } = properties ?? {};
        const [x, y] = type === "Point" && Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
        for (const name of [place, id])
          if (typeof name === "string" && typeof x === "number" && typeof y === "number") found.set(name, [x, y]);
      }
    } catch {
      // No layer that can be read.
    }
  return found;
}

const known = new WeakMap<Tables, number>();

/**
 * How many places lie where their seats and names do, or in the map's window, only with latitude and longitude exchanged; 0 where they do
 * not outnumber by far those that lie there as they are. Then the whole file was written the wrong way round, and not a place in it.
 */
export function placesTurned(tables: Tables): number {
  const before = known.get(tables);
  if (before !== undefined) return before;
  const at = anchors(tables);
  const window = windowOf(tables);
  let [right, turned] = [0, 0];
  for (const { id, map } of tables.rows.places) {
    const [lon = "", lat = ""] = ["lon", "lat"].map((key) => wordAt(map, key) ?? "");
    if (!DEGREES.test(lon) || !DEGREES.test(lat)) continue;
    const anchor = at.get(id ?? "");
    const fits = (x: number, y: number): boolean =>
      anchor ? Math.hypot(anchor[0] - x, anchor[1] - y) < NEAR : window !== null && inside(window, x, y);
    if (fits(Number(lon), Number(lat))) right += 1;
    else if (fits(Number(lat), Number(lon))) turned += 1;
  }
  const count = turned >= LEAST && turned > 2 * right ? turned : 0;
  known.set(tables, count);
  return count;
}
