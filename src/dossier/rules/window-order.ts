import { boundsAt } from "../build/head.ts";
import { textAt } from "../read/value.ts";
import type { Tables } from "../tables.ts";
import type { Bounds } from "../types.ts";
import { inside, positions } from "./layer-place.ts";

/** Decimal degrees of a place. */
export const DEGREES = /^-?\d{1,3}(\.\d+)?$/;

/** A box with latitude and longitude exchanged. */
const exchanged = ([a, b, c, d]: Bounds): Bounds => [b, a, d, c];

/** Longitude and latitude of every place that has both. */
export function points(tables: Tables): readonly (readonly [x: number, y: number])[] {
  return tables.rows.places.flatMap(({ map }) => {
    const [x = "", y = ""] = ["lon", "lat"].map((key) => textAt(map, key)?.text.trim());
    return DEGREES.test(x) && DEGREES.test(y) ? [[Number(x), Number(y)] as const] : [];
  });
}

/** Positions of all layers that can be read. */
const drawn = (tables: Tables): readonly (readonly [x: number, y: number])[] =>
  [...tables.layers.values()].flatMap((text) => {
    try {
      const { features } = JSON.parse(text) as { features?: unknown };
      return Array.isArray(features) ? positions(features) : [];
    } catch {
      return [];
    }
  });

/**
 * Whether the boxes of the map were written latitude first: no place lies in the first view, and some would if the numbers were exchanged.
 * The same is so where every place is written the wrong way round; then the layers, which have an order of their own, lie more in the box as it is.
 */
function latitudeFirst(tables: Tables): boolean {
  const box = tables.head && (boundsAt(tables.head, "opening") ?? boundsAt(tables.head, "window"));
  if (!box) return false;
  const meant = exchanged(box);
  const places = points(tables);
  const count = (all: readonly (readonly [number, number])[], within: Bounds): number =>
    all.filter(([x, y]) => inside(within, x, y)).length;
  if (count(places, box) > 0 || count(places, meant) === 0) return false;
  // Some shore of the world's land may lie in the wrong box, too.
  const shapes = drawn(tables);
  return count(shapes, box) <= count(shapes, meant);
}

export const within = (a: Bounds, b: Bounds): boolean => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];

/** A box of dossier.yaml with latitude first, and what was meant. */
interface TurnedBox {
  readonly name: "window" | "opening";
  readonly box: Bounds;
  readonly meant: Bounds;
}

/** The boxes of the map with latitude first: both, by where places and layers lie; or the one by the other. */
export function turnedBoxes(tables: Tables): readonly TurnedBox[] {
  const [window, opening] = (["window", "opening"] as const).map((name) => {
    const box = tables.head && boundsAt(tables.head, name);
    return box ? { name, box, meant: exchanged(box) } : null;
  });
  if (!window) return [];
  if (!opening) return latitudeFirst(tables) ? [window] : [];
  if (within(opening.box, window.box)) return latitudeFirst(tables) ? [window, opening] : [];
  if (!within(opening.meant, window.box)) return [];
  return latitudeFirst(tables) ? [opening] : [window];
}

/** The window by which places and layers are judged; null when there is none, or it is not what was meant. */
export const windowOf = (tables: Tables): Bounds | null =>
  tables.head && !turnedBoxes(tables).some(({ name }) => name === "window") ? boundsAt(tables.head, "window") : null;
