/** Begins the ids of what the page about the dossier has, where that is inside a page: the page itself has ids of the same names. */
export const ABOUT_PART = "about-";

/** A file that the page carries inside, as the single file does: its text, in base64 where it is no text by nature. */
const held = (path: string, page: Document): HTMLScriptElement | null => page.querySelector(`script[data-file="${path}"]`);

/** The way to the dossier's folder: a page in another language stands a folder down. */
const root = (page: Document): string => page.documentElement.dataset["root"] ?? "";

/**
 * The address of a file of the dossier's folder, from whichever of its pages this is; in a page that carries the file inside, a `data:`
 * address that holds it.
 *
 * @param path inside the dossier's folder
 */
export function fileAddress(path: string, page: Document = document): string {
  const file = held(path, page);
  if (!file) return new URL(root(page) + path, page.baseURI).href;
  const text = file.textContent ?? "";
  return /json$/.test(file.type) ? `data:${file.type},${encodeURIComponent(text)}` : `data:${file.type};base64,${text}`;
}

let inside = "";
/** Address of MapLibre's worker: a `blob:` where the page carries it inside. The same at every call, since just this one is trusted. */
export function workerAddress(beside: string): string {
  const file = held("worker.js", document);
  if (file) inside ||= URL.createObjectURL(new Blob([file.textContent ?? ""], { type: "text/javascript" }));
  return inside || beside;
}

/**
 * Address of another page of the folder, for a link to it. A single file has none beside it: its links lead to the published folder,
 * and to nowhere, null, where there is none.
 */
export function pageAddress(path: string): string | null {
  const home = document.documentElement.dataset["home"];
  return home === undefined ? root(document) + path : home ? home + path : null;
}
