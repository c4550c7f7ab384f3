import type { FontFile } from "./font-file.ts";
import { FONTS } from "./fonts.ts";

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
