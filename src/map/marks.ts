import type { Stack } from "../model/select.ts";
import { cuts, meet, moved } from "./boxes.ts";
import type { Point, Rect } from "./mark-parts.ts";
import { markParts, type MarkParts, type Side } from "./mark-room.ts";
import { between, COST, farOf, type Form, formOf, HOME, leader, type PlacedMark, type Room, spotFor, stand, type Stood } from "./spots.ts";

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

/** How high a mark is. */
const height = ({ whole: [, top, , bottom] }: Form): number => bottom - top;

/**
 * Where the marks of a map stand, and which of them say what their place is called. Pure, the same for the poster and the live map:
 * each where it costs least in leaders and in what it hides. The lowest stands first, with its name the smallest: one that is large, in
 * the midst of a crowd, would drive many from their places, and goes aside itself. It has its name where there is room for both near
 * its place, else as it happens to fit. One that has a seat and stands well there leaves it only for its place.
 *
 * @param room where they may stand; a mark for which there is none stands at its place
 * @returns the marks in the order given
 */
export function standing(marks: readonly PlacedMark[], room: Room, { most, nameOf }: Said): readonly StandingMark[] {
  const [left, top, right, bottom] = room.box;
  const near = leader(Math.min(NEAR, (right - left) * NEAR_SHARE));
  const all = marks
    .map((mark) => {
      const name = nameOf(mark.stack);
      const bare = formOf(markParts(mark.stack, most, null));
      return { mark, bare, named: name === null ? bare : formOf(markParts(mark.stack, most, name)) };
    })
    .sort((a, b) => height(a.named) - height(b.named));
  const stood: Stood[] = [];
  // First those that stand well where they are.
  const seated = all.filter(({ mark, bare, named }) => {
    const { seat } = mark;
    if (!seat) return false;
    const far = Math.hypot(...seat);
    const keeps = (form: Form, most: number) => {
      const found = spotFor(mark.place, form, stood, room, most, form === named, [[...seat, far]]);
      return found && stood.push(stand(mark, form, found));
    };
    return keeps(named, Number.POSITIVE_INFINITY) || keeps(bare, leader(far) + COST.codes);
  });
  const order = [...seated, ...all.filter((one) => !seated.includes(one))];
  for (const { mark, bare, named } of order.slice(seated.length)) {
    const found = named === bare ? null : spotFor(mark.place, named, stood, room, near, true);
    const form = found ? named : bare;
    stood.push(stand(mark, form, found ?? spotFor(mark.place, bare, stood, room, Number.POSITIVE_INFINITY, false) ?? mark.place));
  }
  // Now that all others stand, each but the first once more.
  for (let i = 1; i < stood.length; i++) {
    const { mark, named } = order[i]!;
    const one = stood[i]!;
    const { form, place } = one;
    const others = stood.filter((_, k) => k !== i);
    const now = others.reduce((sum, other) => sum + between(one, other), leader(farOf(one)));
    const said = form === named ? null : spotFor(place, named, others, room, Math.max(near, now), true);
    const found = said ?? spotFor(place, form, others, room, now - 1, false, i < seated.length ? [HOME] : undefined);
    if (found) stood[i] = stand(mark, said ? named : form, found);
  }
  // And the names that happen to fit: beneath, then beside, at the side without the leader first.
  const beneath = order.map(({ named }, i) => [i, named] as const);
  const beside = order.flatMap(({ mark }, i) => {
    const name = nameOf(mark.stack);
    const sides: readonly Side[] = mark.place[0] > stood[i]!.middle[0] ? ["left", "right"] : ["right", "left"];
    return name === null || stood[i]!.form.parts.name
      ? []
      : sides.map((side) => [i, formOf(markParts(mark.stack, most, name, side))] as const);
  });
  for (const [i, fits] of [...beneath, ...beside]) {
    const { form, middle } = stood[i]!;
    const said = !form.parts.name && fits.parts.name && moved(fits.parts.name, middle);
    if (!said || said[0] < left || said[1] < top || said[2] > right || said[3] > bottom) continue;
    if (room.off.some((other) => meet(other, said))) continue;
    // Beside it reaches farther into what others lead to.
    const led = fits.parts.side === "below" ? [] : stood;
    if (led.some(({ place, middle }) => cuts(...place, ...middle, said))) continue;
    if (!stood.some(({ solid, codes }, k) => k !== i && [...solid, ...codes].some((part) => meet(part, said))))
      stood[i] = stand(order[i]!.mark, fits, middle);
  }
  return marks.map((mark) => {
    const { middle, form } = stood[order.findIndex((one) => one.mark === mark)]!;
    const at = (box: Rect) => moved(box, middle);
    const { side, drawing, codes, name } = form.parts;
    return { ...mark, middle, parts: { side, drawing: drawing.map(at), codes: codes && at(codes), name: name && at(name) } };
  });
}
