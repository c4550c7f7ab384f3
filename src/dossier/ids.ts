import { FORBIDDEN_KEYS } from "./read/yaml-tree.ts";

export const ID = /^[a-z0-9][a-z0-9_-]*$/;
/** Characters. */
export const LONGEST = 100;

/** Small letters of other alphabets that look like one of a-z, each before it. */
const ALIKE = new Map(
  ["аa", "еe", "оo", "рp", "сc", "уy", "хx", "іi", "јj", "ѕs", "һh", "ԁd", "ԛq", "ԝw", "αa", "οo", "ρp", "νv", "ıi", "օo", "սu"].map(
    ([a, b]) => [a, b],
  ),
);

/** Letters without marks and what hides between them. */
const plain = (text: string): string =>
  text
    .slice(0, 2 * LONGEST)
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\p{Cc}]/gu, "")
    .toLowerCase();

/** The first letter or digit of a text that is none of a-z and 0-9, marks aside; it may look like one. */
export const foreignLetter = (text: string): string | null => /(?![a-z0-9])[\p{L}\p{N}]/u.exec(plain(text))?.[0] ?? null;

/** A text with the letters that only look like ours in place of each other; null when it has no such letter, or also others. */
export function inLatin(text: string): string | null {
  if (foreignLetter(text) === null) return null;
  const letters = [...plain(text)].map((letter) => ALIKE.get(letter) ?? letter).join("");
  return foreignLetter(letters) === null ? letters : null;
}

/** What an id would be if its letters were the allowed ones; null when nothing is left, or some letter would be lost. */
export const asId = (text: string): string | null => {
  const letters = [...plain(text)].map((letter) => ALIKE.get(letter) ?? letter).join("");
  if (foreignLetter(letters) !== null) return null;
  const made = letters
    .replace(/['"‘’“”„]/g, "")
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^[-_]+|-+$/g, "");
  return made === "" || made.length > LONGEST ? null : made;
};

/** Whether a text has the form of an id. */
export const okay = (id: string): boolean => ID.test(id) && id.length <= LONGEST && !FORBIDDEN_KEYS.has(id);
