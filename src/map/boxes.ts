import type { Point, Rect } from "./mark-parts.ts";

// Boxes and lines in plain numbers: what puts the marks asks these thousands of times.

/** Whether a box, moved by x and y, lies on another. */
export const lies = (own: Rect, x: number, y: number, other: Rect): boolean =>
  other[0] < x + own[2] && other[2] > x + own[0] && other[1] < y + own[3] && other[3] > y + own[1];

/** Whether it lies on one of several, and whether one of several does. */
export function liesOn(own: Rect, x: number, y: number, others: readonly Rect[]): boolean {
  for (let i = 0; i < others.length; i++) if (lies(own, x, y, others[i]!)) return true;
  return false;
}
export function lie(own: readonly Rect[], x: number, y: number, others: readonly Rect[]): boolean {
  for (let i = 0; i < own.length; i++) if (liesOn(own[i]!, x, y, others)) return true;
  return false;
}

/** On which side of the line from a to b a point lies. */
const side = (ax: number, ay: number, bx: number, by: number, x: number, y: number): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax);

/** Whether the line from a to b crosses that from c to d. */
export const crosses = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): boolean =>
  side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0;

/** Whether the line from a to b has a part in a box. */
export function cuts(ax: number, ay: number, bx: number, by: number, box: Rect): boolean {
  const l = box[0];
  const t = box[1];
  const r = box[2];
  const b = box[3];
  if ((ax < l && bx < l) || (ax > r && bx > r) || (ay < t && by < t) || (ay > b && by > b)) return false;
  const one = side(ax, ay, bx, by, l, t) > 0;
  return one !== side(ax, ay, bx, by, r, t) > 0 || one !== side(ax, ay, bx, by, l, b) > 0 || one !== side(ax, ay, bx, by, r, b) > 0;
}

/** Whether it has one in any of these, but for those in which it begins: a place may lie beneath a mark. */
export function cutsAny(ax: number, ay: number, bx: number, by: number, boxes: readonly Rect[]): boolean {
  for (let i = 0; i < boxes.length; i++) {
    const box = boxes[i]!;
    if (!(ax > box[0] && ax < box[2] && ay > box[1] && ay < box[3]) && cuts(ax, ay, bx, by, box)) return true;
  }
  return false;
}

/** What a box takes, in square px. */
export const size = ([left, top, right, bottom]: Rect): number => (right - left) * (bottom - top);

/** A box that begins and ends so much farther to the right and down. */
export const moved = ([left, top, right, bottom]: Rect, [x, y]: Point): Rect => [left + x, top + y, right + x, bottom + y];

/** A box that is larger by so much at each side. */
export const grown = ([left, top, right, bottom]: Rect, by: number): Rect => [left - by, top - by, right + by, bottom + by];

/** Whether two boxes lie on each other. */
export const meet = (a: Rect, b: Rect): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
