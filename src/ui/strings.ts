import type { Form, Place, SourceLevel } from "../dossier/types.ts";

/** Words of the interface. Plain, short, specific; buttons say what happens. Languages other than English come as catalogues of this shape. */
export const FORM: Readonly<Record<Form, { readonly label: string; readonly about: string }>> = {
  verbatim: { label: "Verbatim", about: "The speaker's own words in the language they were said." },
  official_translation: { label: "Official translation", about: "The speaker's words as translated by the party itself." },
  our_translation: { label: "Our translation", about: "The speaker's words, translated by us." },
  machine_translation_checked: { label: "Machine translation, checked", about: "Translated by machine and checked by a person." },
  paraphrase: { label: "Paraphrase", about: "Put in our own words; only the words in quotation marks are the speaker's." },
  reported: { label: "Reported", about: "Known only through someone else, who is named." },
};

export const LEVEL: Readonly<Record<SourceLevel, { readonly label: string; readonly about: string }>> = {
  primary: { label: "Primary source", about: "The party's own publication or transcript." },
  secondary: { label: "Secondary source", about: "An agency or newsroom that carried it directly." },
  tertiary: { label: "Tertiary source", about: "A mirror, a repost or a machine translation." },
};

/** The form a statement's source list is summed up by: its best level. */
export const BEST: readonly SourceLevel[] = ["primary", "secondary", "tertiary"];

export const LANGUAGE: Readonly<Record<string, string>> = {
  ar: "Arabic",
  az: "Azerbaijani",
  de: "German",
  en: "English",
  es: "Spanish",
  et: "Estonian",
  fa: "Persian",
  fr: "French",
  hy: "Armenian",
  it: "Italian",
  ka: "Georgian",
  nl: "Dutch",
  pl: "Polish",
  pt: "Portuguese",
  ro: "Romanian",
  ru: "Russian",
  sq: "Albanian",
  tr: "Turkish",
  uk: "Ukrainian",
};

/** Who uses a form of a place's name. */
export const USED_IN: Readonly<Record<string, string>> = {
  baku: "used in Baku",
  yerevan_stepanakert: "used in Yerevan and Stepanakert",
  soviet_era: "Soviet-era",
};

/** How sure it is that an event happened as told. */
export const CERTAINTY = { stated: "Stated", "reported by one side": "Reported by one side", disputed: "Disputed" } as const;

export const RELATION = { cites: "Cites", contradicts: "Does not fit with", same_matter: "On the same matter" } as const;

export const RELATION_ABOUT = "The two do not fit together. This is no verdict, and no order in time.";

/** How exact a place's point is, and where it comes from. */
export const pointWords = (p: Pick<Place, "country" | "precision" | "precisionM" | "coordSource">): string =>
  `${p.country} · point: ${p.precision}${p.precisionM ? ` within ${Math.round(p.precisionM / 1000)} km` : ""} · ${p.coordSource}`;

/** `1 statement`, `14 statements`. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
