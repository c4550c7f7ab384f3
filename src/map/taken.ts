import type { Rect } from "./mark-parts.ts";
import type { Room } from "./spots.ts";

/** The room a spot takes, in px of the box. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Half of the squares along the box's edge, in px: a name that would be cut there finds no room. */
const EDGE = 6;

/** What names must keep off: marks, the controls, and the edge of the box. */
export function takenFrom(marks: readonly Rect[], room: Room): readonly Placed[] {
  const along = ([left, top, right, bottom]: Rect): Placed[] => {
    const radius = Math.min(right - left, bottom - top) / 2;
    const n = 1 + Math.ceil((Math.max(right - left, bottom - top) / radius / 2 - 1) * 1.2);
    return Array.from({ length: n }, (_, i) => ({
      x: left + radius + ((right - left - 2 * radius) * i) / Math.max(1, n - 1),
      y: top + radius + ((bottom - top - 2 * radius) * i) / Math.max(1, n - 1),
      radius,
    }));
  };
  const [margin, top, right, bottom] = room.box;
  const width = right + margin;
  // Their middles are within: of what lies beyond, the map has nothing where a tile begins at its edge.
  const line = (x0: number, y0: number, x1: number, y1: number): Rect => [x0 - EDGE, y0 - EDGE, x1 + EDGE, y1 + EDGE];
  const [w, n, e, s] = [1, top + 1, width - 1, bottom - 1];
  const edges = [line(w, n, w, s), line(e, n, e, s), line(w, n, e, n), line(w, s, e, s)];
  return [...marks, ...room.off, ...edges].flatMap(along);
}
