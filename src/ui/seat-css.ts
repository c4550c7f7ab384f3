import type { Dossier } from "../dossier/types.ts";
import { mayName } from "../map/mark-parts.ts";
import type { StandingMark } from "../map/marks.ts";
import { type CountryName, openingMarks, SHEETS } from "../map/opening-marks.ts";
import { nameless } from "../model/names.ts";
import type { PageIndex } from "../model/page-index.ts";

/** Which page it is: the dossier's own, or the one in an article. */
export type Ui = "full" | "embed";

/** How far a mark stands from its place. */
const aside = ({ middle, place }: StandingMark): string => middle.map((n, axis) => `${Math.round(n - place[axis]!)}px`).join();

/** `--o`, `--o1` and on. */
const nth = (name: string, i: number): string => `--${name}${i || ""}`;

/**
 * Where marks stand until a script knows their box, and where it leaves them if they stand well there: `--o` from their places in the box
 * for which there is no query, `--o1` in the next. And which of them have no room there for their names: `--s`, `--s1`.
 *
 * @param countries names for which they leave room
 * @param at the rules that say where a point is
 */
export function seatCss(
  index: PageIndex,
  { opening, layers }: Dossier["head"],
  countries: readonly CountryName[],
  ui: Ui,
  at: (lon: number, lat: number, digits: number) => string,
): string {
  const named = nameless(layers);
  const [first, ...others] = SHEETS[ui];
  const sheets = [first, ...others.map(([, sheet]) => sheet)].map((sheet) => openingMarks(index, opening, sheet, named, countries));
  const silent = ({ parts, stack }: StandingMark): boolean => (parts.name === null || parts.side !== "below") && mayName(stack, named);
  const marks = sheets[0]!.map(({ stack: { place } }, n) => {
    const seats = sheets.map((marks, i) => `;${nth("o", i)}:${aside(marks[n]!)}${silent(marks[n]!) ? `;${nth("s", i)}:hidden` : ""}`);
    return `[data-mark="${place.id}"]{${at(place.lon, place.lat, 4)}${seats.join("")}}`;
  });
  const boxes = others.map(([when], i) => `@container ${when}{g[data-mark]{--o:var(${nth("o", i + 1)});--s:var(${nth("s", i + 1)})}}`);
  return `${marks.join("")}${boxes.join("")}:root:not([data-js]) .place-name{visibility:var(--s)}`;
}
