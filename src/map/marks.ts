import type { Stack } from "../model/select.ts";
import { size } from "./boxes.ts";
import { around, markParts, type MarkParts, meet, moved, partsOf, type Point, type Rect } from "./mark-parts.ts";
import { between, farOf, type Form, formOf, leader, type PlacedMark, type Room, spotFor, stand, type Stood } from "./spots.ts";

/** A mark that stands: at its place, or beside it with a leader to it. */
export interface StandingMark extends PlacedMark {
  /** The middle of its disc. */
  readonly middle: Point;
  /** Its parts where they stand. */
  readonly parts: MarkParts;
}

/** What is said at marks, and how much of it. */
export interface Said {
  /** For how many parties' letters a mark has room. */
  readonly most: number;
  /** What a mark may say its place is called; null = it never does. */
  readonly nameOf: (stack: Stack) => string | null;
}

/** How far from its place a mark may go that takes its name along, in px and as a share of the map's width. */
const NEAR = 104;
const NEAR_SHARE = 0.2;

/** Of the map, the share that marks may take with names for which room is kept: more would drive them too far from their places. */
const KEPT = 0.35;
/** Px of width from which on a map has room for the name in the midst of its crowd, whatever it drives away. */
const ROOMY = 500;

/**
 * Where the marks of a map stand, and which of them say what their place is called. Pure, the same for the poster and the live map:
 * each where it costs least in leaders and in what it hides. That with the most statements stands first, in a wide map then that in the
 * midst of the crowd, then those with the fewest others at their places. Room is kept for as many names as the map has room for, those
 * of the first always; the others are said where they happen to fit.
 *
 * @param room where they may stand; a mark for which there is none stands at its place
 * @returns the marks in the order given
 */
export function standing(marks: readonly PlacedMark[], room: Room, said: Said): readonly StandingMark[] {
  const [left, , right] = room.box;
  const bare = new Map(marks.map(({ stack }) => [stack, formOf(markParts(stack, said.most, null))]));
  const homes = marks.map(({ stack, place }) => moved(bare.get(stack)!.whole, place));
  const near = new Map(marks.map((mark, i) => [mark, homes.filter((home) => meet(home, homes[i]!)).length]));
  const most = [...marks].sort((a, b) => b.stack.count - a.stack.count);
  const least = (a: PlacedMark, b: PlacedMark) => near.get(a)! - near.get(b)!;
  const spread = most.toSorted(least);
  const first = new Set([...most.slice(0, 1), ...(right - left < ROOMY ? [] : spread.slice(-1))]);
  const stood = arranged([...new Set([...first, ...spread])], first.size, bare, room, said);
  const by = new Map(sayNames(stood, room, said).map((mark) => [mark.stack, mark]));
  return marks.map(({ stack, place }) => {
    const { middle, form } = by.get(stack)!;
    const at = (box: Rect) => moved(box, middle);
    const { drawing, codes, name } = form.parts;
    return { stack, place, middle, parts: { drawing: drawing.map(at), codes: codes && at(codes), name: name && at(name) } };
  });
}

/**
 * Puts marks one after the other, and then, now that all others stand, each but the first once more.
 *
 * @param sure how many of them say their names at any price
 */
function arranged(order: readonly PlacedMark[], sure: number, bare: ReadonlyMap<Stack, Form>, room: Room, { most, nameOf }: Said): Stood[] {
  const stood: Stood[] = [];
  const [left, top, right, bottom] = room.box;
  const free = room.off.reduce((area, off) => area - size(off), (right - left) * (bottom - top));
  const area = ({ parts }: Form) => size(around(partsOf(parts)));
  let taken = [...bare.values()].reduce((sum, form) => sum + area(form), 0);
  const near = leader(Math.min(NEAR, (right - left) * NEAR_SHARE));
  for (const mark of order) {
    const small = bare.get(mark.stack)!;
    const name = nameOf(mark.stack);
    const named = name === null ? small : formOf(markParts(mark.stack, most, name));
    const more = area(named) - area(small);
    const roomy = more > 0 && (stood.length < sure || taken + more <= free * KEPT);
    const found = roomy ? spotFor(mark.place, named, stood, room, near, true) : null;
    if (found) taken += more;
    const form = found ? named : small;
    stood.push(stand(mark, form, found ?? spotFor(mark.place, small, stood, room, Number.POSITIVE_INFINITY, false) ?? mark.place));
  }
  for (let i = 1; i < stood.length; i++) {
    const one = stood[i]!;
    if (one.place === one.middle) continue;
    const others = stood.filter((_, k) => k !== i);
    const now = others.reduce((sum, other) => sum + between(one, other), leader(farOf(one)));
    const found = spotFor(one.place, one.form, others, room, now - 1, false);
    if (found) stood[i] = stand(one, one.form, found);
  }
  return stood;
}

/** Those that stand, with the names that happen to fit. */
function sayNames(marks: readonly Stood[], { box, off }: Room, { most, nameOf }: Said): readonly Stood[] {
  const stood = [...marks];
  const [left, , right, bottom] = box;
  for (const [i, one] of stood.entries()) {
    const name = one.form.parts.name === null ? nameOf(one.stack) : null;
    const parts = name === null ? null : markParts(one.stack, most, name);
    const said = parts?.name && moved(parts.name, one.middle);
    if (!parts || !said || said[0] < left || said[2] > right || said[3] > bottom || off.some((other) => meet(other, said))) continue;
    if (!stood.some((other) => other !== one && [...other.solid, ...other.codes].some((part) => meet(part, said))))
      stood[i] = stand(one, formOf(parts), one.middle);
  }
  return stood;
}
