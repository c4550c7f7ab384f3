import type { Stack } from "../model/select.ts";
import { crosses, cuts, cutsAny, lie, lies, liesOn, size } from "./boxes.ts";
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
  /** For how many parties' letters a mark has room. */
  readonly most: number;
  /** What a mark may say its place is called; null = it never does. */
  readonly nameOf: (stack: Stack) => string | null;
}

/** Px between marks. */
const AIR = 2;
/** How far from its place a mark may go, in px, by which steps, and one that takes its name along, in px and as a share of the map's width. */
const FAR = 324;
const STEP = 6;
const NEAR = 104;
const NEAR_SHARE = 0.2;
/** The share of the map's width from which on a mark is far from its place. */
const FAR_SHARE = 0.3;

/** Of the map, the share that marks may take with names for which room is kept: more would drive them too far from their places. */
const KEPT = 0.35;

/**
 * What it costs, in px of a leader, that discs lie on each other; a mark on another's disc, lozenge or name; a mark on letters; that its
 * leader crosses another; that it goes beneath a mark. Letters that are hidden tell less, a mark far from its place misleads.
 */
const COST = { disc: 20_000, mark: 900, codes: 140, crossing: 80, beneath: 50 } as const;

/** The second hundred px of a leader cost more than the first: one far off is worse than two that are a little. */
const leader = (far: number): number => far + far ** 2 / 40;

/** Where a mark can stand, from its place: the nearest first. On each ring from the top, to both sides alternately. */
const SPOTS: readonly (readonly [x: number, y: number, far: number])[] = [
  [0, 0, 0],
  ...Array.from({ length: FAR / STEP }, (_, i) => (i + 1) * STEP).flatMap((far) => {
    const n = 4 * Math.ceil(far / 8);
    return Array.from({ length: n }, (_, k) => {
      const turn = (k % 2 === 1 ? 1 : -1) * Math.ceil(k / 2) * ((2 * Math.PI) / n);
      return [far * Math.sin(turn), -far * Math.cos(turn), far] as const;
    });
  }),
];

/** What a mark takes from its middle, with half the air to others: what is not to be hidden, disc first, and its letters. */
interface Form {
  readonly parts: MarkParts;
  readonly solid: readonly Rect[];
  readonly codes: readonly Rect[];
  readonly whole: Rect;
}

/** A mark that stands, for those that come after it. */
interface Stood extends PlacedMark {
  readonly form: Form;
  readonly middle: Point;
  readonly solid: readonly Rect[];
  readonly codes: readonly Rect[];
  readonly whole: Rect;
}

function formOf(parts: MarkParts): Form {
  const airy = (...boxes: readonly (Rect | null)[]) => boxes.filter((box) => box !== null).map((box) => grown(box, AIR / 2));
  const [solid, codes] = [airy(...parts.drawing, parts.name), airy(parts.codes)];
  return { parts, solid, codes, whole: around([...solid, ...codes]) };
}

function stand({ stack, place }: PlacedMark, form: Form, middle: Point): Stood {
  const here = (boxes: readonly Rect[]) => boxes.map((box) => moved(box, middle));
  return { stack, place, form, middle, solid: here(form.solid), codes: here(form.codes), whole: moved(form.whole, middle) };
}

/**
 * Where the marks of a map stand, and which of them say what their place is called. Pure, the same for the poster and the live map:
 * each where it costs least in leaders and in what it hides. That with the most statements stands first, then those with the fewest
 * others at their places. Room is kept for as many names as the map has room for, that of the first mark always; the others are said
 * where they happen to fit.
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
  let stood = arranged([...most.slice(0, 1), ...most.slice(1).sort((a, b) => near.get(a)! - near.get(b)!)], bare, room, said);
  // A small map that is full: the other order may drive nobody so far.
  if (stood.some((mark) => farOf(mark) > (right - left) * FAR_SHARE)) {
    const other = arranged(most, bare, room, said);
    if (costOf(other) < costOf(stood)) stood = other;
  }
  const by = new Map(sayNames(stood, room, said).map((mark) => [mark.stack, mark]));
  return marks.map(({ stack, place }) => {
    const { middle, form } = by.get(stack)!;
    const at = (box: Rect) => moved(box, middle);
    const { drawing, codes, name } = form.parts;
    return { stack, place, middle, parts: { drawing: drawing.map(at), codes: codes && at(codes), name: name && at(name) } };
  });
}

/** Puts marks one after the other, and then, now that all others stand, each but the first once more. */
function arranged(order: readonly PlacedMark[], bare: ReadonlyMap<Stack, Form>, room: Room, { most, nameOf }: Said): Stood[] {
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
    const roomy = more > 0 && (stood.length === 0 || taken + more <= free * KEPT);
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

const farOf = ({ place, middle }: Stood): number => Math.hypot(middle[0] - place[0], middle[1] - place[1]);

const between = (one: Stood, other: Stood): number => costBeside(one.place, one.middle[0], one.middle[1], farOf(one), one.form, other);

/** What all leaders cost, and all that is hidden. */
const costOf = (stood: readonly Stood[]): number =>
  stood.reduce((sum, one, i) => stood.slice(0, i).reduce((more, other) => more + between(one, other), sum + leader(farOf(one))), 0);

/**
 * The cheapest spot for a mark of this form; null = there is none within the room that costs less than `most`.
 *
 * @param clear whether only spots will do at which it hides nothing
 */
function spotFor(place: Point, form: Form, others: readonly Stood[], room: Room, most: number, clear: boolean): Point | null {
  // What is in the way at a spot mostly is at the next one too: it is asked first.
  const beside = [...others];
  const own = grown(form.whole, -AIR / 2);
  const [left, top, right, bottom] = [room.box[0] - own[0], room.box[1] - own[1], room.box[2] - own[2], room.box[3] - own[3]];
  let least = most;
  let found: Point | null = null;
  for (let s = 0; s < SPOTS.length; s++) {
    const spot = SPOTS[s]!;
    const far = spot[2];
    const alone = leader(far);
    if (alone >= least) break;
    const x = place[0] + spot[0];
    const y = place[1] + spot[1];
    if (x < left || y < top || x > right || y > bottom || liesOn(own, x, y, room.off)) continue;
    let cost = alone;
    for (let i = 0; i < beside.length && (clear ? cost === alone : cost < least); i++) {
      const other = beside[i]!;
      const more = costBeside(place, x, y, far, form, other);
      if (i > 0 && more >= COST.mark) {
        beside[i] = beside[0]!;
        beside[0] = other;
      }
      cost += more;
    }
    // Nothing is hidden, and all other spots are farther.
    if (cost === alone) return [x, y];
    if (cost >= least || clear) continue;
    least = cost;
    found = [x, y];
  }
  return found;
}

/** What a mark costs at x, y, `far` px from its place, beside another. In plain numbers: it is asked thousands of times. */
function costBeside(place: Point, x: number, y: number, far: number, form: Form, other: Stood): number {
  const { whole, solid, codes } = other;
  let cost = 0;
  if (lies(form.whole, x, y, whole)) {
    if (lie(form.solid, x, y, solid)) return lies(form.solid[0]!, x, y, solid[0]!) ? COST.disc : COST.mark;
    if (lie(form.codes, x, y, solid) || lie(form.codes, x, y, codes)) cost += COST.codes;
    if (lie(form.solid, x, y, codes)) cost += COST.codes;
  }
  const px = place[0];
  const py = place[1];
  const ox = other.place[0];
  const oy = other.place[1];
  const mx = other.middle[0];
  const my = other.middle[1];
  const led = mx !== ox || my !== oy;
  if (far > 0) {
    if (led && crosses(px, py, x, y, ox, oy, mx, my)) cost += COST.crossing;
    cost += beneath(px, py, x, y, other);
  }
  // Another's leader, as this mark's own boxes have it.
  return led ? cost + beneath(ox - x, oy - y, mx - x, my - y, form) : cost;
}

/** What it costs that the line from a to b goes beneath a mark; beneath its letters half as much. */
const beneath = (
  ax: number,
  ay: number,
  bx: number,
  by: number,
  { whole, solid, codes }: Pick<Form, "whole" | "solid" | "codes">,
): number =>
  !cuts(ax, ay, bx, by, whole) ? 0 : cutsAny(ax, ay, bx, by, solid) ? COST.beneath : cutsAny(ax, ay, bx, by, codes) ? COST.beneath / 2 : 0;
