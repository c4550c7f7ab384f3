import type { Bounds } from "../dossier/types.ts";
import type { PageIndex } from "../model/page-index.ts";
import { type Stack, stacks } from "../model/select.ts";
import { OPENING } from "../model/view.ts";
import type { Box } from "./label-room.ts";
import { mayName, roomOf } from "./mark-parts.ts";
import { type StandingMark, standing } from "./marks.ts";
import { frame } from "./poster.ts";

/** The room that a mark, the letters below it and its name take. */
export const markBoxes = ({ parts }: StandingMark): readonly Box[] => roomOf(parts);

/**
 * Where the marks of the opening view stand when its bounds are `width` px wide, in px from the middle of a box that these just fill.
 *
 * @param named whether no layer has names of places
 */
export function openingMarks(index: PageIndex, opening: Bounds, width: number, named: boolean): readonly StandingMark[] {
  const f = frame(opening);
  const inside = (lon: number, lat: number) => lon > opening[0] && lon < opening[2] && lat > opening[1] && lat < opening[3];
  const pins = stacks(index, OPENING)
    .filter(({ place }) => !place.region && inside(place.lon, place.lat))
    .map((stack) => ({ stack, place: [f.x(stack.place.lon) * width, f.y(stack.place.lat) * width] as const }));
  const nameOf = (stack: Stack) => (mayName(stack, named) ? stack.place.name : null);
  return standing(pins, { box: [-width / 2, -width / f.aspect / 2, width / 2, width / f.aspect / 2], off: [] }, { most: 4, nameOf });
}
