import type { FontFile } from "../map/font-file.ts";
import { FONTS } from "../map/fonts.ts";

/** A face as the page uses it. */
export interface PageFace extends Omit<FontFile, "family"> {
  readonly family: FontFile["family"] | "Dateline Scripts";
}

const parse = (range: string): readonly [number, number] => {
  const [from = 0, to = from] = range
    .slice(2)
    .split("-")
    .map((code) => Number.parseInt(code, 16));
  return [from, to];
};
const hex = (code: number): string => code.toString(16).toUpperCase();

/** The same ranges in fewer words: over characters that no font has they go on, and such a character is asked of the next family anyway. */
function inFewer(ranges: readonly string[]): readonly string[] {
  const others = FONTS.flatMap((f) => f.unicodeRange.map(parse));
  const out: [number, number][] = [];
  for (const [from, to] of ranges.map(parse)) {
    const last = out.at(-1);
    if (last && !others.some(([start, end]) => end > last[1] && start < from)) last[1] = to;
    else out.push([from, to]);
  }
  return out.map(([from, to]) => `U+${hex(from)}${to === from ? "" : `-${hex(to)}`}`);
}

/**
 * The fonts as faces of the page. A script that is drawn in one weight only is a family of its own: then the browser makes its letters
 * bolder where they stand beside the bold digits of a date.
 */
export function pageFaces(): readonly PageFace[] {
  const drawnOnce = new Set(
    FONTS.filter((f) => f.weight === 600 && FONTS.some((o) => o.weight === 400 && o.file === f.file)).map((f) => f.file),
  );
  return FONTS.filter((f) => f.weight === 400 || !drawnOnce.has(f.file)).map(({ family, weight, file, unicodeRange }) => ({
    family: drawnOnce.has(file) ? "Dateline Scripts" : family,
    weight,
    file,
    unicodeRange: inFewer(unicodeRange),
  }));
}

/** A face of the page as a rule; `fonts` is the way to their folder. */
export const faceRule = (fonts: string, family: string, display: "swap" | "optional" | "block", f: PageFace): string =>
  `@font-face{font-family:"${family}";font-weight:${f.weight};font-display:${display};src:url(${fonts}${f.file}) format("woff2");unicode-range:${f.unicodeRange.join()}}`;

/**
 * The dossier's fonts for the page of its own. It has them from its head on, and is set in them when they have come (ui/letters.ts): a
 * face that it learns of later makes the browser lay out every line again.
 *
 * @param folder of the edition, empty or ending in `/`
 */
export const pageFonts = ({ folder }: { readonly folder: string }): string => {
  const fonts = `${folder && "../"}fonts/`;
  return pageFaces()
    .map((f) => faceRule(fonts, f.family, "swap", f))
    .join("");
};
