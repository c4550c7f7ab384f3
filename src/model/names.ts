import type { Lang } from "../dossier/types.ts";

/** Between two names of one place, in alphabetical order; both are shown in the same size. */
export const BETWEEN_NAMES = " / ";

/**
 * What a place is called in a language: its name there, or its names. A place with several names in English is never shown under one
 * alone: where the language has one, the English ones follow.
 *
 * @param names language → name; several stand as `A / B`
 * @returns undefined when it has a name neither in the language nor in English
 */
export function namesIn(names: Readonly<Record<Lang, string>>, lang: Lang): string | undefined {
  const english = names["en"];
  const own = names[lang] ?? english;
  if (own === undefined || english === undefined || own.includes(BETWEEN_NAMES) || !english.includes(BETWEEN_NAMES)) return own;
  return [own, ...english.split(BETWEEN_NAMES).filter((name) => name !== own)].join(BETWEEN_NAMES);
}

/**
 * Who uses a form of a place's name: as the dossier says it in a language, else in the one it says first, else the party with that id.
 *
 * @param who the form's key
 */
export function usedBy(
  who: string,
  lang: Lang,
  uses: Readonly<Record<string, Readonly<Record<Lang, string>>>>,
  parties: readonly { readonly id: string; readonly name: string }[],
): string {
  const words = uses[who] ?? {};
  return words[lang] ?? Object.values(words)[0] ?? parties.find((p) => p.id === who)?.name ?? who;
}

/** Whether no layer gives the names of places: then each mark says what its place is called. */
export const nameless = (layers: readonly { readonly id: string }[]): boolean => !layers.some((l) => l.id === "places");
