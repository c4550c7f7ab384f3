import type { Rect } from "./mark-parts.ts";
import type { Room } from "./spots.ts";

/** The room a spot takes, in px of the box. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Squares at the box's edge, beyond it: a name that would be cut there finds no room. */
const EDGE = 36;

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
  const edges = [
    [-2 * EDGE, -2 * EDGE, 0, bottom + 2 * EDGE],
    [width, -2 * EDGE, width + 2 * EDGE, bottom + 2 * EDGE],
    [0, top - 2 * EDGE, width, top],
    [0, bottom, width, bottom + 2 * EDGE],
  ] as const;
  return [...marks, ...room.off, ...edges].flatMap(along);
}
