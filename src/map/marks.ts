import type { Stack } from "../model/select.ts";
import { around, grown, markParts, type MarkParts, meet, moved, partsOf, type Point, type Rect } from "./mark-parts.ts";

/** Where marks may stand: inside a box, and off the controls that lie on it. */
export interface Room {
  readonly box: Rect;
  readonly off: readonly Rect[];
}

/** A mark whose place is known, in CSS pixels. */
export interface PlacedMark {
  readonly stack: Stack;
  readonly place: Point;
}

/** A mark that stands: at its place, or beside it with a leader to it. */
export interface StandingMark extends PlacedMark {
  /** The middle of its disc. */
  readonly middle: Point;
  /** Its parts where they stand. */
  readonly parts: MarkParts;
}

/** What is said at marks, and how much of it. */
export interface Said {
  /** Letters of parties that a mark names. */
  readonly most: number;
  /** What a mark may say its place is called; null = it never does. */
  readonly nameOf: (stack: Stack) => string | null;
}

/** Px between marks. */
const AIR = 2;
/** How far from its place a mark is to go at most, in px and as a share of the map's width, and how far it may go in a crowd, in px. */
const NEAR = 104;
const NEAR_SHARE = 0.2;
const FAR = 320;

/** Of the map, the share that marks may take with names for which room is kept: more would drive them too far from their places. */
const KEPT = 0.35;

/** Where a mark can stand, from its place: the nearest first. On each ring from the top, to both sides alternately. */
const SPOTS: readonly Point[] = [
  [0, 0],
  ...Array.from({ length: FAR / 8 }, (_, i) => (i + 1) * 8).flatMap((far) => {
    const n = 4 * Math.ceil(far / 8);
    return Array.from({ length: n }, (_, k): Point => {
      const turn = (k % 2 === 1 ? 1 : -1) * Math.ceil(k / 2) * ((2 * Math.PI) / n);
      return [far * Math.sin(turn), -far * Math.cos(turn)];
    });
  }),
];

/**
 * How strict a spot is looked for, near its place and then far from it: no leader crosses another mark or leader; it may; the mark keeps off
 * discs, lozenges and names alone. A mark that hides letters tells less than one far from its place, but misleads nobody. Where nothing else is
 * left, discs keep off discs and names: a mark that lies on another cannot be had.
 */
const WAYS = ["clear", "crossing", "crowded"] as const;
type Way = (typeof WAYS)[number] | "tight";

/**
 * Where the marks of a map stand, and which of them say what their place is called. Pure, the same for the poster and the live map:
 * those with the most statements first, each at the nearest spot at which it hides no other mark, no letters and no name. Room is kept for
 * as many names as the map has room for, that of the first mark always; the others are said where they happen to fit.
 *
 * @param room where they may stand; a mark for which there is none stands at its place
 * @returns the marks in the order given
 */
export function standing(marks: readonly PlacedMark[], room: Room, { most, nameOf }: Said): readonly StandingMark[] {
  const stood: Stood[] = [];
  const [left, top, right, bottom] = room.box;
  const free = room.off.reduce((area, off) => area - size(off), (right - left) * (bottom - top));
  const bare = new Map(marks.map(({ stack }) => [stack, markParts(stack, most, null)]));
  let taken = [...bare.values()].reduce((sum, parts) => sum + size(around(partsOf(parts))), 0);
  const near = Math.min(NEAR, (right - left) * NEAR_SHARE);
  for (const mark of [...marks].sort((a, b) => b.stack.count - a.stack.count)) {
    const { stack, place } = mark;
    const small = bare.get(stack)!;
    const name = nameOf(stack);
    const named = name === null ? small : markParts(stack, most, name);
    const more = size(around(partsOf(named))) - size(around(partsOf(small)));
    const roomy = named !== small && (stood.length === 0 || taken + more <= free * KEPT);
    let found = roomy ? spotFor(place, named, stood, room, "clear", near) : null;
    if (found) taken += more;
    const parts = found ? named : small;
    for (const far of [near, FAR]) for (const way of WAYS) found ??= spotFor(place, small, stood, room, way, far);
    found ??= spotFor(place, small, stood, room, "tight", FAR);
    stood.push(stand(mark, parts, found ?? place));
  }
  for (const [i, one] of stood.entries()) {
    const name = one.parts.name === null ? nameOf(one.stack) : null;
    if (name === null) continue;
    const named = stand(one, markParts(one.stack, most, name), one.middle);
    const said = named.parts.name;
    const within = said && said[0] >= left && said[2] <= right && said[3] <= bottom;
    if (
      within &&
      ![...stood.filter((other) => other !== one).flatMap((other) => other.boxes), ...room.off].some((other) => meet(other, said))
    )
      stood[i] = named;
  }
  const by = new Map(stood.map((mark) => [mark.stack, mark]));
  return marks.map(({ stack }) => by.get(stack)!);
}

/** A mark that stands, and all its parts: for those that come after it. */
interface Stood extends StandingMark {
  readonly boxes: readonly Rect[];
  readonly whole: Rect;
}

function stand({ stack, place }: PlacedMark, { drawing, middle: disc, codes, name }: MarkParts, middle: Point): Stood {
  const parts = {
    drawing: moved(drawing, middle),
    middle: moved(disc, middle),
    codes: codes && moved(codes, middle),
    name: name && moved(name, middle),
  };
  const boxes = partsOf(parts);
  return { stack, place, middle, parts, boxes, whole: around(boxes) };
}

/** The nearest spot that is free for a mark with these parts; null = there is none so near. */
function spotFor(place: Point, parts: MarkParts, stood: readonly Stood[], room: Room, way: Way, far: number): Point | null {
  const own = kept(way, parts).map((part) => grown(part, AIR));
  const whole = around(own);
  const [left, top, right, bottom] = room.box;
  for (const [dx, dy] of SPOTS) {
    if (Math.hypot(dx, dy) > far) break;
    const middle: Point = [place[0] + dx, place[1] + dy];
    const box = moved(whole, middle);
    if (box[0] < left || box[1] < top || box[2] > right || box[3] > bottom || room.off.some((off) => meet(off, box))) continue;
    const on = (one: Rect): boolean => meet(one, box) && own.some((part) => meet(one, moved(part, middle)));
    if (
      stood.some((other) => meet(other.whole, box) && [...kept(way, other.parts), ...(other.parts.name ? [other.parts.name] : [])].some(on))
    )
      continue;
    if (way !== "clear" || !stood.some((other) => crossed(place, middle, own, box, other))) return middle;
  }
  return null;
}

/** What of a mark keeps off others. */
const kept = (way: Way, parts: MarkParts): readonly Rect[] =>
  way === "tight" ? [parts.middle] : way === "crowded" ? [parts.drawing] : partsOf(parts);

/** Whether a mark's leader crosses that of another, or one of the two goes through the other mark. */
const crossed = (place: Point, middle: Point, own: readonly Rect[], box: Rect, other: Stood): boolean =>
  crosses(place, middle, other.place, other.middle) ||
  (cuts(place, middle, other.whole) && other.boxes.some((one) => cuts(place, middle, one) && !holds(one, place))) ||
  (cuts(other.place, other.middle, box) &&
    own.map((part) => moved(part, middle)).some((part) => cuts(other.place, other.middle, part) && !holds(part, other.place)));

const size = ([left, top, right, bottom]: Rect): number => (right - left) * (bottom - top);

/** On which side of the line from a to b a point lies. */
const side = (a: Point, b: Point, p: Point): number => Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

/** Whether the line from a to b crosses that from c to d. */
const crosses = (a: Point, b: Point, c: Point, d: Point): boolean => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

const holds = ([left, top, right, bottom]: Rect, [x, y]: Point): boolean => x > left && x < right && y > top && y < bottom;

/** Whether the line from a to b has a part in a box. */
const cuts = (a: Point, b: Point, box: Rect): boolean =>
  holds(box, a) || holds(box, b) || crosses(a, b, [box[0], box[1]], [box[2], box[3]]) || crosses(a, b, [box[2], box[1]], [box[0], box[3]]);
