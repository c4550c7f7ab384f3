import type { Day, Id } from "../dossier/types.ts";
import { spoken } from "../words/t.ts";
import type { Search } from "./select.ts";

/** Letters that no rule of Unicode takes apart, and what somebody types instead of them. As codes: not all of them are in the page's fonts. */
const LETTERS: Readonly<Record<string, string>> = {
  "\u0131": "i",
  "\u0259": "e",
  "\u0142": "l",
  "\u00f8": "o",
  "\u0111": "d",
  "\u00f0": "d",
  "\u00fe": "th",
  "\u00df": "ss",
  "\u00e6": "ae",
  "\u0153": "oe",
  "\u03c2": "\u03c3",
};

/**
 * A text as it is looked for: words in lower case between single spaces, with no mark on any letter. So `Xankəndi`, `XANKƏNDİ` and
 * `xankendi` are one, and the Armenian և is what its two spellings, եւ and եվ, are. A sign within a word (`’`) is left out, and
 * a comma within a number; any other parts words.
 */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}’'`\u00b4\u02bb\u02bc\u055a\u055b]/gu, "")
    .replace(/(\d),(?=\d)/g, "$1")
    .replace(/[\u00df-\u03c2]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll("եւ", "եվ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A day as it is looked for: its number, its month in the language spoken, its year. Nothing else when there is no such month. */
export function dayText(day: Day): string {
  const [y, m, d] = day.split("-").map(Number);
  const month = spoken().months.long[(m ?? 0) - 1];
  return month ? `${d} ${month} ${y}` : day;
}

/** A query with its days in words, `2023-09-19`, `19.09.2023` and `9/19/2023`, and without the full stops of `U.N.` */
const spelt = (query: string): string =>
  query
    .replace(/\b\d{4}-\d\d?-\d\d?\b/g, dayText)
    .replace(/\b(\d\d?)[./](\d\d?)[./](\d{4})\b/g, (_, a, b, y) => dayText(b > 12 ? `${y}-${a}-${b}` : `${y}-${b}-${a}`))
    .replace(/(?<!\p{L})\p{L}(?:\.\p{L}(?!\p{L}))+/gu, (letters) => letters.replaceAll(".", ""));

const isDayNumber = (word = "") => /^\d\d?$/.test(word);
const isMonthName = (word = "") => word.length > 2 && spoken().months.long.some((month) => fold(month).startsWith(word));

/** One thing asked for, with a space before it: the beginning of a word, or whole words with a space behind, too. */
type Needle = string;

/** What else things are called: a name, folded, and the names that are as good, each whole. */
export type Names = ReadonlyMap<string, readonly Needle[]>;

/**
 * What a query asks for, all of it: each word is the beginning of one; words within quotation marks are whole and follow one another.
 * A number of one or two digits is a day, and whole; beside the name of a month it is that month's. Beside each stands what is as good.
 *
 * @param codes of parties, folded. Each is a whole word: who writes “un” or “AM” means whom the map calls so, and not every “until” or “ambassador”
 * @param names of several words are one thing asked for
 */
export function needles(query: string, codes: ReadonlySet<string>, names: Names): readonly (readonly Needle[])[] {
  const out: (readonly Needle[])[] = [];
  // An opening mark alone is one that is still being typed: what follows it is whole so far.
  for (const [i, part] of spelt(query)
    .split(/["“”„«»]/u)
    .entries()) {
    let words = fold(part);
    if (words === "") continue;
    if (i % 2 === 1) out.push([` ${words} `]);
    else {
      // A sign that no folded text has holds the words of a name together.
      for (const name of names.keys()) words = ` ${words} `.replaceAll(` ${name} `, ` ${name.replaceAll(" ", "_")} `).trim();
      out.push(
        ...words
          .split(" ")
          .reduce<string[]>((all, word) => {
            const before = all.at(-1);
            if (isDayNumber(before) && isMonthName(word)) all[all.length - 1] = `${before} ${word}`;
            else if (isDayNumber(word) && isMonthName(before)) all[all.length - 1] = `${word} ${before}`;
            else all.push(word);
            return all;
          }, [])
          .map((held) => held.replaceAll("_", " "))
          .map((word) => [` ${word}${codes.has(word) || isDayNumber(word) ? " " : ""}`, ...(names.get(word) ?? [])]),
      );
    }
  }
  return out;
}

/** Parts what stands in a card from the other spellings of its places; no folded word has it. */
export const SPELT = " | ";

/**
 * Makes the search over folded texts, one a statement or event. What is whole must stand in the card: who writes “Artsakh” in quotation
 * marks asks who said it, not what was said of the place. It remembers its last answer: everything on screen asks the same.
 */
export function searchIn(texts: ReadonlyMap<Id, string>, codes: ReadonlySet<string>, names: Names): Search {
  let last: readonly [q: string, found: ReadonlySet<Id>] | null = null;
  const spaced = [...texts].map(([id, text]) => [id, ` ${text} `, ` ${text.split(SPELT)[0]} `] as const);
  return (q) => {
    if (last?.[0] === q) return last[1];
    const wanted = needles(q, codes, names);
    const found = new Set(
      spaced
        .filter(([, all, written]) => wanted.every((ways) => ways.some((way) => (way.endsWith(" ") ? written : all).includes(way))))
        .map(([id]) => id),
    );
    last = [q, found];
    return found;
  };
}

/** How many letters have to be exchanged, left out or put in to make one word of another; more than `most` are not counted on. */
function apart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? most + 1;
}

/** Russian and Armenian small letters in their order, in Latin ones: near enough to guess by. */
const LATIN = {
  1072: "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya",
  1377: "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f",
};
const latin = (folded: string): string =>
  Object.entries(LATIN).reduce(
    (text, [first, letters]) => text.replace(/[\u0430-\u0586]/g, (c) => letters.split(" ")[c.charCodeAt(0) - Number(first)] ?? c),
    folded.replaceAll("ու", "ւ"),
  );

/**
 * The word of the texts, as it is written there, that a word was most likely meant to be; null = none is near enough. Of equals the one
 * that is written most often. A word in another script is read aloud: nobody finds `Pashinyan` by `Пашинян`, which a text does not hold.
 *
 * @param texts as they stand, not folded
 */
export function nearestWord(texts: readonly string[], word: string): string | null {
  const typed = fold(word);
  const asked = latin(typed);
  const most = asked.length < 4 ? 0 : asked.length < 8 ? 1 : 2;
  const written = new Map<string, number>();
  for (const text of texts) for (const w of new Set(text.split(/[^\p{L}\p{M}\p{N}’']+/u))) written.set(w, (written.get(w) ?? 0) + 1);
  return (
    [...written]
      .map(([word, times]) => {
        const folded = fold(word);
        return { word, times, far: folded.startsWith(typed) ? 9 : apart(asked, folded, most) };
      })
      .filter(({ far }) => far <= most)
      .sort((a, b) => a.far - b.far || b.times - a.times)[0]?.word ?? null
  );
}

/**
 * What to look for when nothing fits a query: the query with one of its words, one that nothing has if there is such, as it was meant or by
 * its own beginning; else those of its longer words that stand together somewhere, for who asks in a whole sentence. null = nothing helps.
 */
export function meant(search: Search, texts: readonly string[], query: string): string | null {
  const has = (q: string): boolean => search(q).size > 0;
  const words = query.split(/[\s"“”„«»?]+/u).filter((word) => fold(word) !== "");
  const lost = words.filter((word) => !has(word));
  // A number is not meant to be another.
  if (has(query) || lost.some((word) => /\d/.test(word))) return null;
  const near = (word: string, within: string): string | undefined =>
    [nearestWord(texts, word) ?? word, ...[1, 2, 3, 4].map((n) => word.slice(0, Math.max(5, word.length - n)))]
      .map((way) => within.replace(word, way))
      .find(has);
  for (const word of lost[0] ? lost : words) {
    const other = near(word, query);
    if (other) return other;
  }
  const held = words
    .map((word) => (has(word) ? word : (near(word, word) ?? "")))
    .filter((word) => word.length > 3)
    .map((word) => [word, search(word)] as const)
    // What half of them have tells nothing.
    .filter(([, ids]) => ids.size * 2 < texts.length);
  const together = [...search("")].map((id) => held.flatMap(([word, ids]) => (ids.has(id) ? word : [])).join(" "));
  return together.sort((a, b) => b.length - a.length)[0] || null;
}
