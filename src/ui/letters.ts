import type { PageFace } from "../map/page-fonts.ts";
import { fileAddress } from "./address.ts";
import { layOut, pause } from "./pause.ts";

let put: Promise<void> | null = null;

/**
 * Gives the dossier's fonts to the page in one go, once those of the first screen have come, since each face that it learns of makes the
 * browser lay out every line again; then sets the page in them region by region. The others come when a text needs them. Where the style sheet has
 * brought the fonts itself, there is nothing to do.
 *
 * @returns a promise that is kept when the page has its letters, or has to do without
 */
export function letters(): Promise<void> {
  put ??= dress();
  return put;
}

async function dress(): Promise<void> {
  if ([...document.fonts].some(({ family }) => family.includes("Dateline"))) return;
  const part = await import("../map/page-fonts.ts").catch(() => null);
  if (!part) return;
  const screen = `${document.querySelector("header")?.textContent} ${document.getElementById("map")?.textContent}`;
  const face = (family: string, { weight, file, unicodeRange }: PageFace): FontFace =>
    new FontFace(family, `url("${fileAddress(`fonts/${file}`)}") format("woff2")`, {
      weight: String(weight),
      unicodeRange: unicodeRange.join(),
      display: "swap",
    });
  const all = part.pageFaces();
  const upright = all.map((f) => ({ face: face(f.family, f), range: new RegExp(`[${f.unicodeRange.map(inPattern).join("")}]`, "u") }));
  await Promise.allSettled(upright.filter(({ range }) => range.test(screen)).map((f) => f.face.load()));
  // The map leans its names of waters, ranges and roads over, and asks for the same files under a name of their own.
  const leaning = all.filter((f) => f.weight === 400).map((f) => face(`${f.family} Italic`, f));
  await pause();
  for (const one of [...upright.map((f) => f.face), ...leaning]) document.fonts.add(one);
  await layOut();
  // Region by region, the inner ones before those around them: all lines laid out anew in one go would hold up the reader's hand.
  for (const region of [...document.querySelectorAll<HTMLElement>("body > *, main > *, .box > *, .scroll > *")].toReversed()) {
    region.dataset["letters"] = "";
    await layOut();
  }
}

/** `U+2018-201A` as part of a pattern. */
const inPattern = (range: string): string =>
  range
    .slice(2)
    .split("-")
    .map((code) => `\\u{${code}}`)
    .join("-");
