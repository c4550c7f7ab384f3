/** Characters that hide, reorder or break text on a screen: controls, bidi embeddings and isolates, invisible spaces, lone surrogates. */
const HIDDEN =
  /\p{Cc}|\p{Cs}|[\u00ad\u200b\u2028-\u202e\u2060-\u206f\u115f\u1160\u180e\u3164\ufeff\uffa0\ufffe\uffff]|\p{Co}|[\u{e0000}-\u{e007f}]/gu;

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
