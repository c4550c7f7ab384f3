/** The room of names on a picture, in px: a box, and whether two of them are too close to be read apart. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Of a line, and the air between names; px at 12 px type, a little more than the type needs. */
export const LINE = 15;
const AIR = 4;
/** How much wider the name of a country is set than others, and how high it is, in px. */
export const COUNTRY_WIDER = 1.6;
export const COUNTRY_HIGH = 16;
/** How far the name of a country, which may stand anywhere in it, moves off what is in its way; em down. The layers keep that much room. */
export const COUNTRY_SHIFTS = [0, -2.2, 2.2] as const;
/** Zoom below which it stays: there an em is much land. */
export const SHIFTS_FROM = 6;
/** Most letters to a line of a contested feature's name. */
export const MOST = 24;

/** Letters much narrower and much wider than most, of the scripts that names come in. */
const THIN = /[ -.ijltrfIJıİյլւչ]/;
const BROAD = /[mwMWшжщюыШЖЩЮատպփխ]/;

/** How wide a text is set, in px at 12 px type: near enough to part names, with no type at hand to measure. */
export const widthOf = (text: string): number =>
  [...text].reduce((w, letter) => w + (THIN.test(letter) ? 4 : BROAD.test(letter) ? 10.6 : letter === letter.toLowerCase() ? 7 : 8.2), 0);

export const overlap = (a: Box, b: Box): boolean => a[0] < b[2] + AIR && a[2] > b[0] - AIR && a[1] < b[3] + AIR && a[3] > b[1] - AIR;

/** Breaks a text into lines of at most `most` letters, at its spaces; a longer word keeps a line to itself. */
export function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
