import type { Rect } from "./mark-parts.ts";
import type { Room } from "./spots.ts";

/** The room a spot takes, in px of the box: a square around a point, or one of whose sides that point is the middle. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly anchor: "center" | "left" | "right" | "top" | "bottom";
}

/** Half of each square beyond the box's edge: a name that would be cut there finds no room. */
const EDGE = 36;
/** How far within it they hang: no more than a tile's coordinates can tell. */
const WITHIN = 0.1;

/** Points from one end of a side to the other, so near to each other that their squares leave no gap. */
function along(from: number, to: number): readonly number[] {
  const n = Math.ceil((to - from) / EDGE / 2);
  return Array.from({ length: n + 1 }, (_, i) => from + ((to - from) * i) / n);
}

/** What names must keep off: marks, the controls, and the edge of the box. */
export function takenFrom(marks: readonly Rect[], room: Room): readonly Placed[] {
  const inside = ([left, top, right, bottom]: Rect): Placed[] => {
    const radius = Math.min(right - left, bottom - top) / 2;
    const n = 1 + Math.ceil((Math.max(right - left, bottom - top) / radius / 2 - 1) * 1.2);
    return Array.from({ length: n }, (_, i) => ({
      x: left + radius + ((right - left - 2 * radius) * i) / Math.max(1, n - 1),
      y: top + radius + ((bottom - top - 2 * radius) * i) / Math.max(1, n - 1),
      radius,
      anchor: "center",
    }));
  };
  const [margin, top, right, bottom] = room.box;
  // They hang on points within: of a tile that begins at the edge the map has nothing beyond it.
  const [w, n, e, s] = [WITHIN, top + WITHIN, right + margin - WITHIN, bottom - WITHIN];
  const beyond = [
    ...along(n, s).flatMap((y) => [{ x: w, y, anchor: "right" } as const, { x: e, y, anchor: "left" } as const]),
    ...along(w, e).flatMap((x) => [{ x, y: n, anchor: "bottom" } as const, { x, y: s, anchor: "top" } as const]),
  ];
  return [...[...marks, ...room.off].flatMap(inside), ...beyond.map((at) => ({ ...at, radius: EDGE }))];
}
