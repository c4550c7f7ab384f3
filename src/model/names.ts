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

/** Whether no layer gives the names of places: then each mark says what its place is called. */
export const nameless = (layers: readonly { readonly id: string }[]): boolean => !layers.some((l) => l.id === "places");
