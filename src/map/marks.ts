import type { Stack } from "../model/select.ts";
import { cuts, meet, moved } from "./boxes.ts";
import type { Point, Rect } from "./mark-parts.ts";
import { markParts, type MarkParts, type Side } from "./mark-room.ts";
import {
  COST,
  costOf,
  type Form,
  formOf,
  HOME,
  leader,
  type PlacedMark,
  type Room,
  type Spot,
  spotFor,
  stand,
  type Stood,
} from "./spots.ts";

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
const NEAR = 130;
const NEAR_SHARE = 0.25;

/** A mark in all the forms it may take: the one it takes first has its name, if it may say it, and the last one has not. */
export interface Placing {
  readonly mark: PlacedMark;
  readonly forms: readonly [Form, ...Form[]];
}

const SIDES: readonly Side[] = ["below", "right", "left"];

/** How high a mark is with its name. */
const height = ({ forms: [first] }: Placing): number => first.whole[3] - first.whole[1];
const bare = ({ forms }: Placing): Form => forms.at(-1)!;

/** The lowest first: one that is large, in the midst of a crowd, would drive many from their places, and goes aside itself. */
export const placings = (marks: readonly PlacedMark[], { most, nameOf }: Said): readonly Placing[] =>
  marks
    .map((mark): Placing => {
      const name = nameOf(mark.stack);
      const silent = formOf(markParts(mark.stack, most, null), name !== null);
      const saying = name === null ? [] : SIDES.map((side) => formOf(markParts(mark.stack, most, name, side)));
      // More lines than a mark says are none.
      return { mark, forms: [...saying.filter((form) => form.parts.name), silent] as unknown as Placing["forms"] };
    })
    .sort((a, b) => height(a) - height(b));

/** Where a mark, in whichever form, costs least beside others, and less than `most`; null = nowhere. */
export function cheapest(
  { mark, forms }: Placing,
  others: readonly Stood[],
  room: Room,
  most: number,
  spots?: readonly Spot[],
): Stood | null {
  let least = most;
  let found: Stood | null = null;
  for (const form of forms) {
    const spot = spotFor(mark.place, form, others, room, least, false, spots);
    if (!spot) continue;
    found = stand(mark, form, spot);
    least = costOf(found, others);
  }
  return found;
}

/**
 * Where the marks of a map stand, and which of them say what their place is called. Pure, the same for the poster and the live map:
 * each where it costs least in leaders and in what it hides, the lowest first. It has its name where there is room for both near its
 * place, else as it happens to fit. One that has a seat and stands well there leaves it only for its place.
 *
 * @param room where they may stand; a mark for which there is none stands at its place
 * @returns the marks in the order given
 */
export const standing = (marks: readonly PlacedMark[], room: Room, said: Said): readonly StandingMark[] => {
  const stood = stoodIn(marks, room, said);
  return marks.map((mark) => {
    const { middle, form } = stood.get(mark)!;
    const at = (box: Rect) => moved(box, middle);
    const { side, drawing, codes, name } = form.parts;
    return { ...mark, middle, parts: { side, drawing: drawing.map(at), codes: codes && at(codes), name: name && at(name) } };
  });
};

/** The same as it is reckoned with. */
export function stoodIn(marks: readonly PlacedMark[], room: Room, said: Said): ReadonlyMap<PlacedMark, Stood> {
  const near = leader(Math.min(NEAR, (room.box[2] - room.box[0]) * NEAR_SHARE));
  const all = placings(marks, said);
  const stood: Stood[] = [];
  // First those that stand well where they are, then what they are called.
  const seated = all.filter((one) => {
    const { seat, place } = one.mark;
    if (!seat) return false;
    const far = Math.hypot(...seat);
    const form = bare(one);
    const found = spotFor(place, form, stood, room, form.alone + leader(far) + COST.codes, false, [[...seat, far]]);
    return found && stood.push(stand(one.mark, form, found));
  });
  const order = [...seated, ...all.filter((one) => !seated.includes(one))];
  sayNames(order, stood, room);
  // A name that is taken along stands beneath its mark and hides nothing.
  const saying = ({ mark, forms: [form] }: Placing, others: readonly Stood[], most: number): Stood | null => {
    const spot = form.parts.name ? spotFor(mark.place, form, others, room, most, true) : null;
    return spot && stand(mark, form, spot);
  };
  for (const one of order.slice(seated.length)) {
    const { mark } = one;
    const spot = () => spotFor(mark.place, bare(one), stood, room, Number.POSITIVE_INFINITY, false) ?? mark.place;
    stood.push(saying(one, stood, near) ?? stand(mark, bare(one), spot()));
  }
  // Now that all others stand, each but the first once more.
  for (let i = 1; i < stood.length; i++) {
    const { form, place } = stood[i]!;
    const [others, seat] = [stood.filter((_, k) => k !== i), i < seated.length];
    const now = costOf(stood[i]!, others);
    const said = form.parts.name || seat ? null : saying(order[i]!, others, Math.max(near, now - form.alone));
    const spot = said ? null : spotFor(place, form, others, room, now - 1, false, seat ? [HOME] : undefined);
    stood[i] = said ?? (spot ? stand(order[i]!.mark, form, spot) : stood[i]!);
  }
  sayNames(order, stood, room);
  return new Map(order.map(({ mark }, i) => [mark, stood[i]!]));
}

/** Has marks say their names that happen to fit where they stand: all beneath, then beside, at the side without the leader first. */
function sayNames(order: readonly Placing[], stood: Stood[], { box: [left, top, right, bottom], off }: Room): void {
  const ways = stood.flatMap(({ form, place, middle }, i) => {
    const [below, ...beside] = form.parts.name
      ? []
      : SIDES.flatMap((side) => order[i]!.forms.find(({ parts }) => parts.name && parts.side === side) ?? []);
    return below ? [{ i, below, beside: place[0] > middle[0] ? beside.reverse() : beside }] : [];
  });
  for (const [i, form] of [
    ...ways.map(({ i, below }) => [i, below] as const),
    ...ways.flatMap(({ i, beside }) => beside.map((form) => [i, form] as const)),
  ]) {
    const {
      form: { parts },
      middle,
    } = stood[i]!;
    const name = moved(form.parts.name!, middle);
    if (parts.name || name[0] < left || name[1] < top || name[2] > right || name[3] > bottom) continue;
    if (off.some((control) => meet(control, name))) continue;
    // Beside it reaches farther into what others lead to.
    const led = form.parts.side === "below" ? [] : stood;
    if (led.some(({ place, middle }) => cuts(...place, ...middle, name))) continue;
    if (!stood.some(({ solid, codes }, k) => k !== i && [...solid, ...codes].some((part) => meet(part, name))))
      stood[i] = stand(order[i]!.mark, form, middle);
  }
}
