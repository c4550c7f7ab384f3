import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dossier } from "../dossier/types.ts";
import { countryNames } from "./country-names.ts";
import type { Catalogue, Entry, Months, PluralCategory } from "../words/t.ts";

const WORDS = fileURLToPath(new URL("../words", import.meta.url));

/** What a language's folder says of the language itself, and where the house writes otherwise than Node's ICU. */
interface About extends Pick<Catalogue, "name" | "reviewed" | "colon"> {
  readonly dir?: Catalogue["dir"];
  readonly months?: Partial<Months> & { readonly alone?: Partial<Months> };
  readonly list?: Partial<Catalogue["list"]>;
}

/** The languages that there are catalogues for: the folders of src/words. */
const catalogueLanguages = (): readonly string[] =>
  readdirSync(WORDS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Areas whose words only prerendered pages say; the script never asks for them. */
const PRERENDERED = ["about", "page", "record"];
/** Areas whose words the script says only in parts that it fetches late; they come with those. */
const LATE = ["embed", "share"];

/** All entries of a language's folder. */
function wordsIn(folder: string): Record<string, Entry> {
  const areas = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "language.json");
  return Object.assign({}, ...areas.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Record<string, Entry>));
}

/**
 * Reads a language's catalogue and adds what Node's ICU knows of it, so that browsers without the language are right too.
 * A language is a folder `src/words/<lang>` with the files of `src/words/en` and a `language.json`; it takes no code.
 *
 * @throws when the folder is not there
 */
export function catalogue(lang: string): Catalogue {
  const folder = join(WORDS, lang);
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
  const { name, dir = "ltr", reviewed, colon, months: ownMonths, list: ownList } = read<About>("language.json");
  // What a catalogue lacks is said in English rather than not at all; tests hold that those here lack nothing.
  const own = wordsIn(folder);
  const words = Object.fromEntries(Object.entries(wordsIn(join(WORDS, "en"))).map(([key, english]) => [key, own[key] ?? english]));
  const months = (month: "long" | "short", options: Intl.DateTimeFormatOptions): string[] => {
    const format = new Intl.DateTimeFormat(lang, { ...options, month, calendar: "gregory", timeZone: "UTC" });
    return Array.from(
      { length: 12 },
      (_, m) => format.formatToParts(Date.UTC(2023, m, 15)).find((part) => part.type === "month")?.value ?? "",
    );
  };
  const monthsOf = (options: Intl.DateTimeFormatOptions): Months => ({ long: months("long", options), short: months("short", options) });
  const { alone: ownAlone, ...ownInDates } = ownMonths ?? {};
  const inDates = { ...monthsOf({ day: "numeric" }), ...ownInDates };
  const alone = { ...monthsOf({}), ...ownAlone };
  const rules = new Intl.PluralRules(lang);
  const joined = (type: "conjunction" | "disjunction") => {
    const format = new Intl.ListFormat(lang, { type });
    const [, comma = "", , last = ""] = format.formatToParts(["a", "b", "c"]).map((part) => part.value);
    return { comma, last, two: format.formatToParts(["a", "b"])[1]?.value ?? "" };
  };
  return {
    lang,
    name,
    dir,
    reviewed,
    ...(colon ? { colon } : {}),
    months: alone.long.join() === inDates.long.join() ? inDates : { ...inDates, alone },
    plural: Array.from({ length: 200 }, (_, n) => rules.select(n) as PluralCategory),
    list: { and: joined("conjunction"), or: joined("disjunction"), ...ownList },
    words,
  };
}

/** A catalogue that also names what it has no words for: the languages of a dossier's texts and sources, and its parties that are countries. */
function naming(words: Catalogue, { head, parties, statements, events }: Dossier): Catalogue {
  const used = [head.lang, ...statements.map((s) => s.lang), ...[...statements, ...events].flatMap((r) => r.sources.map((s) => s.lang))];
  const names = new Intl.DisplayNames([words.lang], { type: "language" });
  const countries = words.lang === head.lang ? () => null : countryNames(head.lang, words.lang);
  const named = [
    ...[...new Set(used)].map((lang) => [`common.language_${lang}`, names.of(lang) ?? lang] as const),
    ...parties.flatMap((party) => {
      const own = countries(party);
      return own === null ? [] : [[`record.party:${party.id}`, own] as const];
    }),
  ];
  return { ...words, words: { ...words.words, ...Object.fromEntries(named.filter(([key]) => !(key in words.words))) } };
}

/** The catalogues the pages are made with: those of the dossier's languages that there are, its own first; English when there is none. */
export function cataloguesFor(dossier: Dossier): readonly [Catalogue, ...Catalogue[]] {
  const there = new Set(catalogueLanguages());
  const [first = "en", ...others] = [...new Set([dossier.head.lang, ...dossier.head.languages])].filter((l) => there.has(l));
  return [naming(catalogue(first), dossier), ...others.map((lang) => naming(catalogue(lang), dossier))];
}

/** The part of a catalogue that the page's script speaks. */
export function scriptCatalogue(full: Catalogue): Catalogue {
  return { ...full, words: ofAreas(full, (area) => !PRERENDERED.includes(area) && !LATE.includes(area)) };
}

/** The words that the script asks for with its late parts. */
export const lateWords = (full: Catalogue): Catalogue["words"] => ofAreas(full, (area) => LATE.includes(area));

const ofAreas = ({ words }: Catalogue, wanted: (area: string) => boolean): Catalogue["words"] =>
  Object.fromEntries(Object.entries(words).filter(([key]) => wanted(key.split(".")[0] ?? "")));
