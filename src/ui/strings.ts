import type { DossierEvent, Form, Place, SourceLevel } from "../dossier/types.ts";
import { type Key, spoken, t } from "../words/t.ts";

/** Words for the terms of a dossier: forms, levels, languages, who uses a name. */

/** A text as the beginning of a line; `lang` says which capital its first letter has. */
export const capital = (text: string, lang: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);

/** The forms that a statement can have, from the speaker's own words to hearsay. */
export const FORMS: readonly Form[] = [
  "verbatim",
  "official_translation",
  "our_translation",
  "machine_translation_checked",
  "paraphrase",
  "reported",
];

export const formWords = (form: Form): string => t(`common.form_${form}`);
export const levelWords = (level: SourceLevel): string => t(`common.level_${level}`);

/** How sure it is that an event happened as told. */
export const certaintyWords = (certainty: DossierEvent["certainty"]): string => t(`record.certainty_${certainty}`);

/** Words that the catalogue need not have, since the dossier names the thing: then its own code stands. */
export const wordsOr = (key: string, own: string): string => (key in spoken().words ? t(key as Key) : own);

/** A language's name; its code when the catalogue does not know it. */
export const languageWords = (lang: string): string => wordsOr(`common.language_${lang}`, lang);

/** What a party is, in the page's language where its catalogue knows such; else as the dossier writes it. */
export const kindWords = (kind: string): string => wordsOr(kindKey(kind), kind);
/** Whether what a party is stays in the dossier's own words. */
export const ownKind = (kind: string): boolean => !(kindKey(kind) in spoken().words);
const kindKey = (kind: string): string => `record.kind_${kind.replaceAll(" ", "_")}`;

/** A precision: whole kilometres, and metres below one. */
const farWords = (m: number): string => (m < 1000 ? t("common.m", { n: m }) : t("common.km", { n: Math.round(m / 1000) }));

/** How exact a place's point is: `point: approximate within 5 km`. */
export function precisionWords({ precision, precisionM }: Pick<Place, "precision" | "precisionM">): string {
  const point = t(`common.point_${precision}`);
  return precisionM ? t("common.point_within", { point, far: farWords(precisionM) }) : point;
}

/** How exact a place's point is, and where it comes from. */
export const pointWords = (p: Pick<Place, "country" | "precision" | "precisionM" | "coordSource">): string =>
  `${p.country} · ${precisionWords(p)} · ${p.coordSource}`;

/** Days of a magnified scale that are left out where it is narrow, and where it is narrower still. */
export const sparing = ({ focus, label }: { readonly focus: boolean; readonly label: string }): string =>
  !focus ? "" : Number(label) % 2 === 1 ? " odd" : Number(label) % 4 === 0 ? " fourth" : "";
