/** Letters that nothing unseen ever joins, parts or turns: those of scripts that run from left to right, each letter by itself. */
const PLAIN = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]`;

/**
 * Joiners, marks of direction and variation selectors beside such letters: they mean something in Persian, Hindi or Hebrew, and between
 * signs of a picture; in these words they only keep a search from finding them.
 */
export const STRAY = String.raw`(?<=${PLAIN})[\u034f\u200c\u200d\ufe0e\ufe0f]|[\u034f\u200c\u200d](?=${PLAIN})|(?<=${PLAIN})[\u061c\u200e\u200f](?=${PLAIN}|\s*$)|(?<=^\s*)[\u061c\u200e\u200f](?=${PLAIN})`;

/** Characters that hide, reorder or break text on a screen: controls, bidi embeddings and isolates, invisible spaces, lone surrogates. */
const HIDDEN = new RegExp(
  String.raw`\p{Cc}|\p{Cs}|[\u00ad\u200b\u2028-\u202e\u2060-\u206f\u115f\u1160\u180e\u3164\ufeff\uffa0\ufffe\uffff]|\p{Co}|[\u{e0000}-\u{e007f}]|${STRAY}`,
  "gu",
);

/** `U+202E`. */
export const code = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

const LONGEST = 80;

/** Text as it can be printed anywhere, hidden characters as `‹U+202E›`. */
export const printable = (text: string): string => text.replace(HIDDEN, (c) => (c === "\n" ? "↵" : `‹${code(c)}›`));

/** The same, at most 80 characters. */
export function visible(text: string): string {
  const shown = [...printable(text.slice(0, 4 * LONGEST))];
  return shown.length <= LONGEST ? shown.join("") : `${shown.slice(0, LONGEST - 1).join("")}…`;
}

/** A value found in a file, in quotation marks. */
export function quoted(text: string): string {
  const shown = [...visible(text)];
  return `"${shown.length <= LONGEST - 2 ? shown.join("") : `${shown.slice(0, LONGEST - 3).join("")}…`}"`;
}
