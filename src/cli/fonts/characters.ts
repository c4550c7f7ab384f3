import type { Dossier } from "../../dossier/types.ts";

const from = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");

/** What any page may show: Basic Latin, and the punctuation and signs of the interface. */
export const SIGNS = `${from(0x20, 0x7e)}\u00a0–—“”„‘’‚«»‹›…·•−×±°©½→←↑↓↗↻`;

/** Letters beyond A to Z of Azerbaijani, Turkish, French and German. */
export const LATIN = "ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜàâäæçèéêëîïôöùûüÿßƏəĞğİıŒœŞşŸ";

/** Basic Cyrillic and its numero sign; the letters and stops of Armenian; Georgian mkhedruli. */
export const SCRIPTS = `${from(0x410, 0x44f)}Ёё№${from(0x531, 0x556)}${from(0x561, 0x587)}՛՜՝՞։֊${from(0x10d0, 0x10f0)}`;

/** Text that is set in the serif face: titles, and the words that are a speaker's own. */
export const serifText = (dossier: Dossier): string =>
  [
    dossier.head.title,
    ...dossier.topics.map((topic) => topic.name),
    ...dossier.statements.flatMap((statement) => statement.terms),
    ...dossier.terms.flatMap((term) => term.entries.map((entry) => entry.term)),
  ].join("");

/** The code points of a text in order, without control characters and line ends. */
export const pointsOf = (text: string): readonly number[] =>
  [...new Set(text)]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((point) => point >= 0x20 && !(point >= 0x7f && point < 0xa0))
    .sort((a, b) => a - b);

const hex = (point: number): string => point.toString(16).toUpperCase().padStart(4, "0");

/** Code points, in order, as the exact ranges of CSS `unicode-range`. */
export function unicodeRanges(points: readonly number[]): readonly string[] {
  const runs: [number, number][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && run[1] === point - 1) run[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`));
}
