import type { Packages } from "./fetch.ts";
import { COUNTRY_NAMES } from "./pins.ts";

/** Language → name. */
export type Names = Readonly<Record<string, string>>;

/** `A / B` in alphabetical order of that language: where two names are in use, neither comes first by anybody's choice. */
export function inOrder(name: string, lang: string): string {
  const collator = new Intl.Collator(lang);
  return name.split(" / ").sort(collator.compare).join(" / ");
}

export const namesInOrder = (names: Names): Names =>
  Object.fromEntries(Object.entries(names).map(([lang, name]) => [lang, inOrder(name, lang)]));

/** Names too long for a map, as the package has them. */
const SHORT: Readonly<Record<string, Names>> = { SY: { en: "Syria" } };

/** A country's names in these languages. Where the package has several in one language, the shortest: the one people say. */
export function countryNames(packages: Packages, iso: string, langs: readonly string[]): Names {
  return Object.fromEntries(
    langs.map((lang) => {
      const { countries } = packages.json<{ countries: Record<string, string | readonly string[]> }>(COUNTRY_NAMES, `langs/${lang}.json`);
      const found = countries[iso];
      const [name] = [found ?? []].flat().sort((a, b) => a.length - b.length);
      if (name === undefined) throw new Error(`${COUNTRY_NAMES.name} has no name of ${iso} in ${lang}; expected one`);
      return [lang, SHORT[iso]?.[lang] ?? name];
    }),
  );
}
