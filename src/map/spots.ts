import type { Stack } from "../model/select.ts";
import { crosses, cuts, cutsAny, grown, lie, lies, liesOn, meet, moved } from "./boxes.ts";
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
 * What it costs, in px of a leader, that discs lie on each other; a mark on another's disc, lozenge or name; a mark on letters; that a mark
 * which may say its name does not; that its leader crosses another; that it goes beneath a mark; that a mark lies on a place a leader goes
 * to; that its own words lie on that; that a name stands beside. Letters that are hidden tell less, a mark far from its place misleads.
 */
export const COST = {
  disc: 20_000,
  mark: 900,
  codes: 250,
  silent: 300,
  crossing: 100,
  beneath: 80,
  over: 30,
  own: 100,
  beside: 10,
} as const;
/** How much of the map a place takes to which a leader goes, from its middle, in px. */
const POINT: Rect = [-5, -5, 5, 5];

/** The second hundred px of a leader cost more than the first: one far off is worse than two that are a little. */
const BENT = 25;
export const leader = (far: number): number => far + far ** 2 / BENT;

/** How far a mark goes for that at most. */
const farFor = (most: number): number => (BENT / 2) * (Math.sqrt(1 + (4 / BENT) * Math.max(0, most)) - 1);

/** Where a mark can stand, from its place, and how far that is. */
export type Spot = readonly [x: number, y: number, far: number];
export const HOME: Spot = [0, 0, 0];

/** Spots on rings so far apart, the nearest first, in whole px, as style sheets have them. On each ring from the top, to both sides alternately. */
const rings = (step: number): readonly Spot[] => [
  HOME,
  ...Array.from({ length: FAR / step }, (_, i) => (i + 1) * step).flatMap((far) => {
    const n = 4 * Math.ceil(far / (step + 2));
    return Array.from({ length: n }, (_, k) => {
      const turn = (k % 2 === 1 ? 1 : -1) * Math.ceil(k / 2) * ((2 * Math.PI) / n);
      return [Math.round(far * Math.sin(turn)), Math.round(-far * Math.cos(turn)), far] as const;
    });
  }),
];

/** All spots; and few, for a first look. */
const SPOTS = rings(STEP);
export const FEW: readonly Spot[] = rings(2 * STEP);

/** What a mark takes from its middle, with half the air to others: what is not to be hidden, disc first, and its letters. */
export interface Form {
  readonly parts: MarkParts;
  readonly solid: readonly Rect[];
  readonly codes: readonly Rect[];
  readonly whole: Rect;
  /** What it costs wherever it stands. */
  readonly alone: number;
}

/** A mark that stands, for those that come after it. */
export interface Stood extends PlacedMark {
  readonly form: Form;
  readonly middle: Point;
  readonly solid: readonly Rect[];
  readonly codes: readonly Rect[];
  readonly whole: Rect;
  /** All of it and its leader. */
  readonly reach: Rect;
}

/** @param hushed whether it might say its name, which it does not in this form */
export function formOf(parts: MarkParts, hushed = false): Form {
  const airy = (...boxes: readonly (Rect | null)[]) => boxes.filter((box) => box !== null).map((box) => grown(box, AIR / 2));
  const [solid, codes] = [airy(...parts.drawing, parts.name), airy(parts.codes)];
  const alone = hushed ? COST.silent : parts.side === "below" ? 0 : COST.beside;
  return { parts, solid, codes, whole: around([...solid, ...codes]), alone };
}

export function stand({ stack, place }: PlacedMark, form: Form, middle: Point): Stood {
  const here = (boxes: readonly Rect[]) => boxes.map((box) => moved(box, middle));
  const whole = moved(form.whole, middle);
  return {
    stack,
    place,
    form,
    middle,
    solid: here(form.solid),
    codes: here(form.codes),
    whole,
    reach: around([whole, [...place, ...place]]),
  };
}

const farOf = ({ place, middle }: Stood): number => Math.hypot(middle[0] - place[0], middle[1] - place[1]);

/** What a mark costs where it stands, among others. */
export function costOf(one: Stood, others: readonly Stood[]): number {
  const [x, y] = one.middle;
  const far = farOf(one);
  return others.reduce((sum, other) => sum + costBeside(one.place, x, y, far, one.form, other), costAlone(one.place, x, y, far, one.form));
}

/** What it costs at x, y, `far` px from its place, whatever else there is: a place that its own words lie on or touch is not to be seen. */
function costAlone([px, py]: Point, x: number, y: number, far: number, { parts, solid, alone }: Form): number {
  const cost = alone + leader(far);
  if (far === 0) return cost;
  if (silenced(parts, solid, px - x, py - y, 0, 0)) return cost + COST.silent;
  const { codes, name } = parts;
  const hidden = (codes && lies(POINT, px - x, py - y, codes)) || (name && lies(POINT, px - x, py - y, name));
  return hidden ? cost + COST.own : cost;
}

/**
 * The cheapest spot for a mark of this form; null = there is none within the room that costs less than `most`.
 *
 * @param clear whether only spots will do at which it hides nothing of a mark; places that it lies on are not counted then
 */
export function spotFor(
  place: Point,
  form: Form,
  all: readonly Stood[],
  room: Room,
  most: number,
  clear: boolean,
  spots: readonly Spot[] = SPOTS,
): Point | null {
  const own = grown(form.whole, -AIR / 2);
  const [left, top, right, bottom] = [room.box[0] - own[0], room.box[1] - own[1], room.box[2] - own[2], room.box[3] - own[3]];
  // So far it goes at most: what is farther off is not asked.
  const farthest = farFor(most - form.alone);
  const near = grown(moved(form.whole, place), farthest);
  const others = farthest < FAR ? all.filter(({ reach }) => meet(reach, near)) : all;
  let least = most;
  let found: Point | null = null;
  for (let s = 0; s < spots.length; s++) {
    const spot = spots[s]!;
    const far = spot[2];
    const free = form.alone + leader(far);
    if (free >= least) break;
    const x = place[0] + spot[0];
    const y = place[1] + spot[1];
    if (x < left || y < top || x > right || y > bottom || liesOn(own, x, y, room.off)) continue;
    let cost = clear ? free : costAlone(place, x, y, far, form);
    for (let i = 0; i < others.length && (clear ? cost === free : cost < least); i++)
      cost += costBeside(place, x, y, far, form, others[i]!, clear);
    // Nothing is hidden, and all other spots are farther.
    if (cost === free) return [x, y];
    if (cost >= least || clear) continue;
    least = cost;
    found = [x, y];
  }
  return found;
}

/** What a mark costs at x, y, `far` px from its place, beside another. In plain numbers: it is asked thousands of times. */
function costBeside(place: Point, x: number, y: number, far: number, form: Form, other: Stood, clear = false): number {
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
    if (silenced(other.form.parts, solid, px, py, x, y)) cost += COST.silent;
    if (!clear && on(other, px, py)) cost += COST.over;
  }
  // Another's leader, as this mark's own boxes have it.
  if (!led) return cost;
  if (!clear && on(form, ox - x, oy - y)) cost += COST.over;
  if (silenced(form.parts, form.solid, ox - x, oy - y, mx - x, my - y)) cost += COST.silent;
  return cost + beneath(ox - x, oy - y, mx - x, my - y, form);
}

/** Whether a name beside a mark, the last of its boxes, is not said there, since a leader goes beneath it. */
const silenced = ({ name, side }: MarkParts, solid: readonly Rect[], ax: number, ay: number, bx: number, by: number): boolean =>
  name !== null && side !== "below" && cuts(ax, ay, bx, by, solid.at(-1)!);

type Boxes = Pick<Form, "whole" | "solid" | "codes">;

/** Whether a mark lies on a place to which a leader goes, or touches it. */
const on = ({ whole, solid, codes }: Boxes, x: number, y: number): boolean =>
  lies(POINT, x, y, whole) && (liesOn(POINT, x, y, solid) || liesOn(POINT, x, y, codes));

/** What it costs that the line from a to b goes beneath a mark; beneath its letters half as much. */
const beneath = (ax: number, ay: number, bx: number, by: number, { whole, solid, codes }: Boxes): number =>
  !cuts(ax, ay, bx, by, whole) ? 0 : cutsAny(ax, ay, bx, by, solid) ? COST.beneath : cutsAny(ax, ay, bx, by, codes) ? COST.beneath / 2 : 0;
