import { SLANTED } from "./layers/ref.ts";
import type { StyleWish } from "./style.ts";

/** A letter of each script that has a file of its own, by language; those of Latin letters need two. */
const LETTERS: Readonly<Record<string, string>> = { hy: "Ա", ka: "ა", ru: "А" };

/** The font, and a text for which every file of it has to be there. */
const slanted = ({ lang, names }: StyleWish): [font: string, text: string] => [
  `italic 24px ${SLANTED}`,
  `aə${names === "all" ? Object.values(LETTERS).join("") : `${LETTERS[lang] ?? ""}${LETTERS[names] ?? ""}`}`,
];

/** Waits for the leaning letters of a style: the map draws each letter once, and would keep one that was drawn too early. */
export const letters = (wish: StyleWish): Promise<unknown> => document.fonts.load(...slanted(wish)).catch(() => {});
