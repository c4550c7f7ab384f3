import type { Stack } from "../model/select.ts";
import { grown } from "./boxes.ts";
import { widthOf } from "./label-room.ts";
import {
  around,
  ASCENT,
  CODES_BELOW,
  discRadius,
  drawn,
  NAME_LINE,
  nameBelow,
  nameRows,
  type Point,
  type Rect,
  stackCodes,
} from "./mark-parts.ts";

/** Half the width of a mark's letters, a little more than the type needs, in px. */
const codesHalf = (codes: string): number => codes.length * 3.8;

/** How far beyond its disc the ring of a chosen mark and the halo of letters reach, in px. */
const CHOSEN = 8;

/** More lines than this no mark says. */
const NAME_LINES = 4;

/** Where a mark's name stands: beneath all of it, else to one side of it. */
export type Side = "below" | "left" | "right";

/** What a mark takes, from the middle of its disc: the drawing, the letters, the name. Each of the last two only where it has it. */
export interface MarkParts {
  readonly side: Side;
  /** The disc, where there is one, and each of the lozenges around it. */
  readonly drawing: readonly Rect[];
  readonly codes: Rect | null;
  readonly name: Rect | null;
}

/**
 * What a mark takes, from the middle of its disc, in px.
 *
 * @param most for how many parties' letters there is room
 * @param name what its place is called, when the mark is to say it; null = it is not
 * @param side where the name stands
 */
export function markParts(
  { count, events, parties }: Pick<Stack, "count" | "events" | "parties">,
  most: number,
  name: string | null,
  side: Side = "below",
): MarkParts {
  const half = codesHalf(stackCodes(parties, most));
  const below = discRadius(count) + CODES_BELOW;
  const rows = name === null ? [] : nameRows(name);
  const wide = Math.max(...rows.map(widthOf)) + 2;
  const high = rows.length * NAME_LINE + 1;
  const drawing = drawn(count, events.length);
  // Beside, off the ring of a mark that is chosen.
  const [start, , end] = around([...drawing, grown([0, 0, 0, 0], discRadius(count) + CHOSEN)]);
  const left = { below: -wide / 2, left: start - wide, right: end }[side];
  // Beside, above the letters.
  const top = side === "below" ? nameBelow(count, events.length) - ASCENT : Math.min(-high / 2, below - ASCENT - 2 - high);
  return {
    side,
    drawing,
    codes: count > 0 ? [-half, below - ASCENT, half, below + 3] : null,
    name: rows.length > 0 && rows.length <= NAME_LINES ? [left, top, left + wide, top + high] : null,
  };
}

/** How a name stands that is not beneath its mark: by which end, and how far from where it would be there, in px; null = it is. */
export function besideBy(
  { side, name }: MarkParts,
  [x, y]: Point,
  beneath: number,
): { readonly anchor: string; readonly by: Point } | null {
  if (name === null || side === "below") return null;
  const [left, top, right] = name;
  const end = side === "left";
  return { anchor: end ? "end" : "start", by: [(end ? right - 1 : left + 1) - x, top + ASCENT - y - beneath] };
}

/** Its letters and its name, where it has them. */
const wordsOf = ({ codes, name }: MarkParts): readonly Rect[] => [codes, name].filter((part) => part !== null);

/** All of it in few boxes, for what only keeps off it. */
export const roomOf = (parts: MarkParts): readonly Rect[] => [around(parts.drawing), ...wordsOf(parts)];
