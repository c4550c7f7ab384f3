import { SLANTED } from "./layers/ref.ts";
import type { StyleWish } from "./style.ts";

/** A letter of each script that has a file of its own, by language; those of Latin letters need two. */
const LETTERS: Readonly<Record<string, string>> = { hy: "Ա", ka: "ა", ru: "А" };

/** The leaning letters that a style needs: the font, and a text for which every file of it has to be there. */
export const slanted = ({ lang, names }: StyleWish): [font: string, text: string] => [
  `italic 24px ${SLANTED}`,
  `aə${names === "all" ? Object.values(LETTERS).join("") : `${LETTERS[lang] ?? ""}${LETTERS[names] ?? ""}`}`,
];
