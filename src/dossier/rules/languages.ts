import { mapsAt, pairsAt, type Spot, textAt, textsAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Tables } from "../tables.ts";
import { missing, type Rule } from "./rule.ts";

/** BCP 47 without extensions: language, script, region, variant. */
const TAG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[a-z0-9]{5,8})?$/;
export const isLanguage = (text: string): boolean => TAG.test(text);

const KNOWN: Readonly<Record<string, string>> = {
  english: "en",
  azerbaijani: "az",
  armenian: "hy",
  russian: "ru",
  french: "fr",
  german: "de",
  turkish: "tr",
  spanish: "es",
  arabic: "ar",
  italian: "it",
  georgian: "ka",
  persian: "fa",
  ukrainian: "uk",
  chinese: "zh",
};

/** `en_us` as it is written, `en-US`; null when it cannot be made one. */
function canonical(text: string): string | null {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(text.replaceAll("_", "-"));
    return TAG.test(tag) ? tag : null;
  } catch {
    return null;
  }
}

/** A two-letter code that no language has; most often it is a country's, and then its language is meant. */
function noLanguage(text: string): string | null {
  const [code = ""] = text.split("-");
  if (code.length !== 2 || new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(code) !== undefined) return null;
  const { language, region } = new Intl.Locale(`und-${code.toUpperCase()}`).maximize();
  const known = new Intl.DisplayNames("en", { type: "region", fallback: "none" }).of(code.toUpperCase());
  return known && language !== "en"
    ? `${code.toUpperCase()} is the country ${known}: write ${language}, or whichever language it is.`
    : region === "GB" || region === "US"
      ? "Write en."
      : "Write the two-letter code of the language.";
}

/** The language in which every place has a name, when none has one in this; of several that which it is a part of, else the first. Null otherwise. */
function noPlaceIn(own: string, { rows }: Tables): string | null {
  const places = rows.places.map(({ map }) => pairsAt(map, "names").map(({ key }) => key)).filter((names) => names.length > 0);
  if (places.some((names) => names.includes(own))) return null;
  const all = (places[0] ?? []).filter((lang) => TAG.test(lang) && places.every((names) => names.includes(lang)));
  return all.find((lang) => own.startsWith(`${lang}-`)) ?? all[0] ?? null;
}

/** Languages are codes that `lang=` on the page can carry; every place has a name in the dossier's language, better in all of them. */
export const languages: Rule = (tables, report) => {
  const check = (text: string, at: Spot): void => {
    // A code of three letters, where the language has one of two: the voice that reads the page knows the short one.
    if (text === "") return;
    const good = TAG.test(text) && canonical(text) === text;
    const none = good ? noLanguage(text) : null;
    if (none !== null)
      report({ severity: "warning", rule: "language", at, found: quoted(text), expected: "the code of a language", fix: none });
    if (good) return;
    const named = text.toLowerCase();
    const code = (Object.hasOwn(KNOWN, named) ? KNOWN[named] : null) ?? canonical(text);
    report({
      severity: "error",
      rule: "language",
      at,
      found: quoted(text),
      expected: "a language code such as en",
      fix: code ? `Write ${code}.` : "Write the two-letter code of the language.",
    });
  };
  const head = tables.head;
  for (const at of head ? [textAt(head, "lang"), ...textsAt(head, "languages")] : []) if (at) check(at.text.trim(), at.spot);
  for (const use of head ? mapsAt(head, "uses") : []) for (const { key, at } of pairsAt(use, "names")) check(key, at);
  for (const kind of ["statements", "events"] as const) {
    for (const { map } of tables.rows[kind]) {
      for (const at of [textAt(map, "lang"), ...mapsAt(map, "sources").map((s) => textAt(s, "lang"))])
        if (at) check(at.text.trim(), at.spot);
    }
  }
  const own = head && wordAt(head, "lang");
  const listed = head ? textsAt(head, "languages") : [];
  const nameless = own && !listed.some(({ text }) => text.trim() === own) ? noPlaceIn(own, tables) : null;
  const lang = head && textAt(head, "lang");
  // No place has a name in it, so it is the mistake, and not each of the places.
  if (own && lang && TAG.test(own) && canonical(own) === own && nameless !== null)
    report({
      severity: "error",
      rule: "languages",
      at: lang.spot,
      found: `${quoted(own)}, in which no place has a name`,
      expected: `the language of the dossier's own text, one of "languages"`,
      fix: own.startsWith(`${nameless}-`)
        ? `Write ${nameless}.`
        : `Write ${nameless}, or add ${own} to "languages" and to the names of places.`,
    });
  else if (own && TAG.test(own) && listed.length > 0 && !listed.some(({ text }) => text.trim() === own))
    report({
      severity: "warning",
      rule: "languages",
      at: listed[0]!.spot,
      found: listed.map(({ text }) => text.trim()).join(", "),
      expected: `${own} among them, the dossier's own language`,
      fix: `Add ${own}: pages are made in it, and places have names in it.`,
    });
  for (const { map } of tables.rows.places) {
    const names = pairsAt(map, "names");
    for (const { key, at } of names) check(key, at);
    if (
      !own ||
      nameless !== null ||
      canonical(own) !== own ||
      names.length === 0 ||
      names.some(({ key }) => !TAG.test(key) || canonical(key) !== key)
    )
      continue;
    const there = new Set(names.map(({ key }) => key));
    const lacking = wordsAt(head, "languages").filter((lang) => lang !== own && TAG.test(lang) && !there.has(lang));
    if (!there.has(own))
      report({
        severity: "error",
        rule: "place-name",
        at: missing(map.spot, `names.${own}`),
        found: `names in ${[...there].join(", ")}`,
        expected: `a name in ${own}, the dossier's language`,
        fix: `Add ${own}: to the names.`,
      });
    else if (lacking.length > 0)
      report({
        severity: "warning",
        rule: "place-name",
        at: missing(map.spot, "names"),
        found: `no name in ${lacking.join(", ")}`,
        expected: `a name in each language of the dossier`,
        fix: `Add it, or take the language off "languages" in dossier.yaml.`,
      });
  }
};
