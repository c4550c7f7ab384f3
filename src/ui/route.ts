import { OPENING, type View } from "../model/view.ts";
import { readHash, writeHash } from "../model/url.ts";
import type { HistoryStep } from "./session.svelte.ts";

/** Writes a view into the address bar. A frame may forbid it; the page works on without. */
export function writeRoute(view: View, step: HistoryStep): void {
  const hash = writeHash(view);
  if (hash === location.hash.slice(1)) return;
  try {
    history[step === "push" ? "pushState" : "replaceState"](null, "", hash ? `#${hash}` : `${location.pathname}${location.search}`);
  } catch {
    // A sandboxed or file page without an address of its own: views still change, they just cannot be linked.
  }
}

/** The view the address bar asks for. Never throws. */
export const routeView = (): View => readHash(location.hash, OPENING);

/** Calls back whenever the address changes under the page: back, forward, an edited hash. Returns the function that stops it. */
export function watchRoute(adopt: (view: View) => void): () => void {
  const listen = () => adopt(routeView());
  addEventListener("popstate", listen);
  return () => removeEventListener("popstate", listen);
}
