import { fileAddress } from "./address.ts";

let put: Promise<void> | null = null;

/**
 * Puts the dossier's fonts into the page, all at once and once those of the first screen have come: each face that the page learns of
 * and each that comes makes the browser lay out every line again. The others come when a text needs them. Where the style sheet has
 * brought the fonts itself, there is nothing to do.
 *
 * @returns a promise that is kept when the page has its letters, or has to do without
 */
export function letters(): Promise<void> {
  put ??= dress();
  return put;
}

async function dress(): Promise<void> {
  if (document.fonts.size > 0) return;
  const part = await import("../map/page-fonts.ts").catch(() => null);
  if (!part) return;
  const { pageFaces } = part;
  const screen = `${document.querySelector("header")?.textContent} ${document.getElementById("map")?.textContent}`;
  const faces = pageFaces().map(({ family, weight, file, unicodeRange }) => {
    const url = fileAddress(`fonts/${file}`);
    const face = new FontFace(family, `url("${url}") format("woff2")`, {
      weight: String(weight),
      unicodeRange: unicodeRange.join(),
      display: "swap",
    });
    return { face, range: new RegExp(`[${unicodeRange.map(inPattern).join("")}]`, "u") };
  });
  await Promise.allSettled(faces.filter(({ range }) => range.test(screen)).map(({ face }) => face.load()));
  for (const { face } of faces) document.fonts.add(face);
  document.documentElement.dataset["letters"] = "";
  // The map leans its names of waters, ranges and roads over, and asks for the same files under a name of their own.
  for (const { family, weight, file, unicodeRange } of pageFaces().filter((f) => f.weight === 400))
    document.fonts.add(
      new FontFace(`${family} Italic`, `url("${fileAddress(`fonts/${file}`)}") format("woff2")`, {
        weight: String(weight),
        unicodeRange: unicodeRange.join(),
      }),
    );
}

/** `U+2018-201A` as part of a pattern. */
const inPattern = (range: string): string =>
  range
    .slice(2)
    .split("-")
    .map((code) => `\\u{${code}}`)
    .join("-");
