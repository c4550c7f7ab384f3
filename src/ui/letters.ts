import { layOut } from "./pause.ts";

/** The page's faces, whose rules its head has; nothing is set in them yet. */
const FACES = ['16px "Dateline Sans", "Dateline Scripts"', '600 16px "Dateline Sans"', '20px "Dateline Serif"'];

let put: Promise<void> | null = null;

/**
 * Sets the page in the dossier's fonts region by region, once those of the first screen have come. The others come when a text needs them.
 * Where the style sheet does so itself, there is nothing to do.
 *
 * @returns a promise that is kept when the page has its letters, or has to do without
 */
export function letters(): Promise<void> {
  put ??= dress();
  return put;
}

async function dress(): Promise<void> {
  const root = document.documentElement;
  if (root.dataset["home"] !== undefined || [...document.fonts].some(({ family }) => family.includes("Embed"))) return;
  const screen = `${document.querySelector("header")?.textContent} ${document.getElementById("map")?.textContent}`;
  await Promise.allSettled(FACES.map((face) => document.fonts.load(face, screen)));
  await layOut();
  // Region by region, the inner ones before those around them: all lines laid out anew in one go would hold up the reader's hand.
  for (const region of [...document.querySelectorAll<HTMLElement>("body > *, main > *, .box > *, .scroll > *")].toReversed()) {
    region.dataset["letters"] = "";
    await layOut();
  }
}
