import type { FontFile } from "./font-file.ts";
import { FONTS } from "./fonts.ts";

/** A face as the page uses it. */
export interface PageFace extends Omit<FontFile, "family"> {
  readonly family: FontFile["family"] | "Dateline Scripts";
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
    unicodeRange,
  }));
}
