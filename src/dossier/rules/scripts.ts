import { pairsAt, type TextValue, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { isLanguage } from "./languages.ts";
import { eachText, type Rule } from "./rule.ts";

/** Codes of scripts that Unicode has under names of its own. */
const OTHER: Readonly<Record<string, string>> = {
  Hans: "Hani",
  Hant: "Hani",
  Jpan: "Hira}\\p{Script=Kana}\\p{Script=Hani",
  Kore: "Hang}\\p{Script=Hani",
};

/** The letters a language is mostly written in; null when nobody knows. */
function lettersOf(lang: string): RegExp | null {
  try {
    const script = new Intl.Locale(lang).maximize().script;
    return script ? new RegExp(`[\\p{Script=${OTHER[script] ?? script}}]`, "u") : null;
  } catch {
    return null;
  }
}

/**
 * A word of letters of two alphabets that look alike: it reads well, and no search finds it. Looked for from where a word begins, else a
 * long one would be read once for each of its letters. An Armenian ending on a Latin name is right: no Latin letter comes after it.
 */
const MIXED =
  /(?<!\p{L})(?=\p{L}*\p{Script=Latin})(?=\p{L}*(?:[\p{Script=Cyrillic}\p{Script=Greek}]|\p{Script=Armenian}\p{Script=Latin}))[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]{3,}/u;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/gu;

/** Fields that name a record or an address: what is none of those there are is told as that. */
const NAMES_RECORD =
  /^(id|url|archive_url|party|parties|event|topics?|said_in|about|seat|statements?|changed_from|responds_to|superseded_by|places?|audience|zone)$/;

/** Names and texts are in letters of the language they are said to be in, and each word in letters of one alphabet. */
export const scripts: Rule = (tables, report) => {
  const { head, rows } = tables;
  const own = (head && wordAt(head, "lang")) ?? "";
  const check = (at: TextValue | null, lang: string, fix: string): void => {
    const letters = isLanguage(lang) ? lettersOf(lang) : null;
    // Of two names of a place each is one.
    const other = letters && at?.text.split(" / ").find((form) => /\p{L}{3}/u.test(form) && !letters.test(form));
    if (at && other !== undefined && other !== null)
      report({
        severity: "warning",
        rule: "script",
        at: at.spot,
        found: quoted(other.trim()),
        expected: `letters as ${lang} is written in`,
        fix,
      });
  };
  for (const { map } of rows.places)
    for (const { key, value } of pairsAt(map, "names"))
      check(value, key, `Write the name in ${key}; if ${key} is meant in other letters, say which, as in sr-Latn.`);
  for (const { map } of rows.statements)
    check(
      textAt(map, "text"),
      wordAt(map, "lang") ?? own,
      'Write "lang" with the language that the text is in, or the text in the dossier\'s.',
    );
  eachText(tables, ({ text, spot }, key) => {
    // A headline stands as it was printed.
    const word = NAMES_RECORD.test(key) || spot.field.includes("sources") ? null : MIXED.exec(text)?.[0];
    const letter = word?.match(FOREIGN)?.[0];
    if (word && letter)
      report({
        severity: "warning",
        rule: "mixed-letters",
        at: spot,
        found: `${quoted(word)}, with ${letter} (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`,
        expected: "a word in letters of one alphabet",
        fix: "Type the word again: some of its letters only look like the others, and no search finds it.",
      });
  });
};
