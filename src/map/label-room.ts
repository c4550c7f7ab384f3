/** The room of names on a picture, in px: a box, and whether two of them are too close to be read apart. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Of an average letter and of a line, and the air between names; px at 12 px type, a little more than the type needs. */
export const LETTER = 6.6;
export const LINE = 15;
const AIR = 4;
/** Most letters to a line of a contested feature's name. */
export const MOST = 24;

/** The width of the longest line, in px. Armenian letters are wider: of three, the room of four. */
export const widthOf = (lines: readonly string[]): number =>
  Math.max(...lines.map((line) => line.replace(/[\u0531-\u0587]{1,3}/g, "$&_").length)) * LETTER;

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
