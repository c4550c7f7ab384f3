import type { Bounds } from "../dossier/types.ts";
import type { PageIndex } from "../model/page-index.ts";
import { type Stack, stacks } from "../model/select.ts";
import { OPENING } from "../model/view.ts";
import { grown, meet } from "./boxes.ts";
import { type Box, COUNTRY_HIGH, COUNTRY_WIDER, widthOf } from "./label-room.ts";
import { around, mayName, type Rect } from "./mark-parts.ts";
import { roomOf } from "./mark-room.ts";
import { type StandingMark, standing } from "./marks.ts";
import { frame } from "./poster.ts";
import { withSeats } from "./seats.ts";
import type { Room } from "./spots.ts";

/** A map's box: the room of its marks, in px from its middle, and for how many parties' letters each has room. */
export interface Sheet extends Room {
  readonly most: number;
}

/** What the letters of a mark reach past their room, in px: without it they are cut at the edge of a narrow map. */
const MARGIN = 6;

/** @param off what of the box the controls take, from its top left */
function sheet(width: number, height: number, most: number, ...off: readonly Rect[]): Sheet {
  const [x, y] = [width / 2, height / 2];
  return { box: [MARGIN - x, -y, x - MARGIN, y], off: off.map(([l, t, r, b]) => [l - x, t - y, r - x, b - y]), most };
}

/**
 * A page's own at 1280 × 800, and on a phone, or at 680 × 540, where the box is a hair narrower still: what the style sheets put there, and
 * the chips of a dossier that has many.
 */
export const DESKTOP = sheet(781, 531, 4, [8, 8, 215, 40], [512, 8, 773, 40], [8, 52, 177, 76], [648, 52, 773, 77], [8, 471, 237, 495], [8, 499, 402, 523], [641, 391, 773, 483], [554, 503, 683, 521], [696, 492, 773, 523]); // biome-ignore format: one line
export const PHONE = sheet(367, 299, 2, [10, 8, 84, 26], [6, 249, 79, 293], [317, 163, 361, 293]);
/** The page's own at 1440 × 900. An embed of 680 × 540, a wide one, and one on a phone. */
const LARGE = sheet(900, 631, 4, [8, 8, 215, 40], [631, 8, 892, 40], [8, 52, 177, 76], [767, 52, 892, 77], [8, 571, 506, 595], [8, 599, 132, 623], [760, 491, 892, 583], [667, 603, 820, 621], [815, 592, 892, 623]); // biome-ignore format: one line
const EMBED = sheet(340, 394, 2, [245, 10, 311, 28], [8, 8, 146, 30], [8, 34, 254, 56], [8, 60, 124, 82], [6, 344, 79, 388], [204, 344, 334, 388]); // biome-ignore format: one line
const NARROW = sheet(367, 294, 2, [8, 8, 146, 30], [150, 8, 397, 30], [6, 244, 79, 288], [231, 244, 361, 288]);
const BROAD = sheet(600, 394, 2, [8, 8, 124, 52], [128, 13, 520, 35], [490, 10, 590, 28], [6, 344, 79, 388]);

/**
 * The boxes for which seats are reckoned before a script knows the one on screen, and the container queries that tell where each holds: the
 * first where no other does, else the last that does.
 */
export const SHEETS: Readonly<Record<"full" | "embed", readonly [Sheet, ...(readonly [when: string, Sheet])[]]>> = {
  full: [DESKTOP, ["(height>580px)", LARGE], ["(width<600px) or (height<400px)", PHONE]],
  embed: [EMBED, ["(width>=600px)", BROAD], ["(height<340px)", NARROW]],
};

/** How wide the opening bounds are in a box that shows them whole. */
export const widthIn = ({ box: [, top, right, bottom] }: Sheet, opening: Bounds): number =>
  Math.min(2 * (right + MARGIN), (bottom - top) * frame(opening).aspect);

/** The name of a country and where it stands: a map on which marks leave one of a conflict's countries unnamed takes sides. */
export interface CountryName {
  readonly lon: number;
  readonly lat: number;
  readonly text: string;
}

/** How far marks keep off it, in px: the map, which puts it, keeps it off the box around all lozenges of a mark. */
const ASIDE = 4;

/** The room that a mark, the letters below it and its name take. */
export const markBoxes = ({ parts }: StandingMark): readonly Box[] => roomOf(parts);

/**
 * Where the marks of the opening view stand, in px from the middle of the box.
 *
 * @param at the box, or the width of one that the opening bounds just fill
 * @param named whether no layer has names of places
 * @param countries names for which seats leave room
 */
export function openingMarks(
  index: PageIndex,
  opening: Bounds,
  at: Sheet | number,
  named: boolean,
  countries: readonly CountryName[] = [],
): readonly StandingMark[] {
  const f = frame(opening);
  const filled = (width: number): Sheet => ({ ...sheet(width + 2 * MARGIN, width / f.aspect, 4), off: [] });
  const [width, { most, ...room }] = typeof at === "number" ? [at, filled(at)] : [widthIn(at, opening), at];
  const inside = (lon: number, lat: number) => lon > opening[0] && lon < opening[2] && lat > opening[1] && lat < opening[3];
  const pins = stacks(index, OPENING)
    .filter(({ place }) => !place.region && inside(place.lon, place.lat))
    .map((stack) => ({ stack, place: [f.x(stack.place.lon) * width, f.y(stack.place.lat) * width] as const }));
  const nameOf = (stack: Stack) => (mayName(stack, named) ? stack.place.name : null);
  const said = { most, nameOf };
  const [left, top, right, bottom] = room.box;
  const whole: Rect = [left - MARGIN, top, right + MARGIN, bottom];
  const names = countries
    .map(({ lon, lat, text }): Rect => {
      const [x, y, half] = [f.x(lon) * width, f.y(lat) * width, (widthOf(text) * COUNTRY_WIDER) / 2];
      return [x - half, y - COUNTRY_HIGH / 2, x + half, y + COUNTRY_HIGH / 2];
    })
    // One that is not whole in the box, or lies under a control, is not said there anyway.
    .filter((name) => String(around([name, whole])) === String(whole) && !room.off.some((control) => meet(control, name)))
    .map((name) => grown(name, ASIDE));
  const free = { ...room, off: [...room.off, ...names] };
  return standing(withSeats(pins, free, said), free, said);
}
