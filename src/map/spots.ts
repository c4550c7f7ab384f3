import type { Stack } from "../model/select.ts";
import { crosses, cuts, cutsAny, grown, lie, lies, liesOn, moved } from "./boxes.ts";
import { around, type Point, type Rect } from "./mark-parts.ts";
import type { MarkParts } from "./mark-room.ts";

/** Where marks may stand: inside a box, and off the controls that lie on it. */
export interface Room {
  readonly box: Rect;
  readonly off: readonly Rect[];
}

/** A mark whose place is known, in CSS pixels. */
export interface PlacedMark {
  readonly stack: Stack;
  readonly place: Point;
  /** Where it stands already, from its place; nothing where that is not known. */
  readonly seat?: Point | null;
}

/** Px between marks. */
const AIR = 2;
/** How far from its place a mark may go, in px, and by which steps. */
const FAR = 324;
const STEP = 6;

/**
 * What it costs, in px of a leader, that discs lie on each other; a mark on another's disc, lozenge or name; a mark on letters; that its
 * leader crosses another; that it goes beneath a mark. Letters that are hidden tell less, a mark far from its place misleads.
 */
export const COST = { disc: 20_000, mark: 900, codes: 250, crossing: 100, beneath: 80 } as const;

/** The second hundred px of a leader cost more than the first: one far off is worse than two that are a little. */
export const leader = (far: number): number => far + far ** 2 / 40;

/** Where a mark can stand, from its place, and how far that is. */
export type Spot = readonly [x: number, y: number, far: number];
export const HOME: Spot = [0, 0, 0];

/** All of them, the nearest first. On each ring from the top, to both sides alternately. */
const SPOTS: readonly Spot[] = [
  HOME,
  ...Array.from({ length: FAR / STEP }, (_, i) => (i + 1) * STEP).flatMap((far) => {
    const n = 4 * Math.ceil(far / 8);
    return Array.from({ length: n }, (_, k) => {
      const turn = (k % 2 === 1 ? 1 : -1) * Math.ceil(k / 2) * ((2 * Math.PI) / n);
      return [far * Math.sin(turn), -far * Math.cos(turn), far] as const;
    });
  }),
];

/** What a mark takes from its middle, with half the air to others: what is not to be hidden, disc first, and its letters. */
export interface Form {
  readonly parts: MarkParts;
  readonly solid: readonly Rect[];
  readonly codes: readonly Rect[];
  readonly whole: Rect;
}

/** A mark that stands, for those that come after it. */
export interface Stood extends PlacedMark {
  readonly form: Form;
  readonly middle: Point;
  readonly solid: readonly Rect[];
  readonly codes: readonly Rect[];
  readonly whole: Rect;
}

export function formOf(parts: MarkParts): Form {
  const airy = (...boxes: readonly (Rect | null)[]) => boxes.filter((box) => box !== null).map((box) => grown(box, AIR / 2));
  const [solid, codes] = [airy(...parts.drawing, parts.name), airy(parts.codes)];
  return { parts, solid, codes, whole: around([...solid, ...codes]) };
}

export function stand({ stack, place }: PlacedMark, form: Form, middle: Point): Stood {
  const here = (boxes: readonly Rect[]) => boxes.map((box) => moved(box, middle));
  return { stack, place, form, middle, solid: here(form.solid), codes: here(form.codes), whole: moved(form.whole, middle) };
}

export const farOf = ({ place, middle }: Stood): number => Math.hypot(middle[0] - place[0], middle[1] - place[1]);

export const between = (one: Stood, other: Stood): number =>
  costBeside(one.place, one.middle[0], one.middle[1], farOf(one), one.form, other);

/**
 * The cheapest spot for a mark of this form; null = there is none within the room that costs less than `most`.
 *
 * @param clear whether only spots will do at which it hides nothing
 */
export function spotFor(
  place: Point,
  form: Form,
  others: readonly Stood[],
  room: Room,
  most: number,
  clear: boolean,
  spots: readonly Spot[] = SPOTS,
): Point | null {
  const own = grown(form.whole, -AIR / 2);
  const [left, top, right, bottom] = [room.box[0] - own[0], room.box[1] - own[1], room.box[2] - own[2], room.box[3] - own[3]];
  let least = most;
  let found: Point | null = null;
  for (let s = 0; s < spots.length; s++) {
    const spot = spots[s]!;
    const far = spot[2];
    const alone = leader(far);
    if (alone >= least) break;
    const x = place[0] + spot[0];
    const y = place[1] + spot[1];
    if (x < left || y < top || x > right || y > bottom || liesOn(own, x, y, room.off)) continue;
    let cost = alone;
    for (let i = 0; i < others.length && (clear ? cost === alone : cost < least); i++)
      cost += costBeside(place, x, y, far, form, others[i]!);
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
