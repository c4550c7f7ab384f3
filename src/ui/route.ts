import { OPENING, type View } from "../model/view.ts";
import { type StepRef, stepView } from "../model/story.ts";
import { readHash, writeHash } from "../model/url.ts";
import type { HistoryStep } from "./session.svelte.ts";
import { leave } from "./where.ts";

/** Writes a view into the address bar. A frame may forbid it; the page works on without. */
export function writeRoute(view: View, step: HistoryStep, story: readonly StepRef[] = []): void {
  const hash = writeHash(view, (view.step !== null && stepView(story, view.step)) || OPENING);
  if (hash === location.hash.slice(1)) return;
  try {
    const address = hash ? `#${hash}` : `${location.pathname}${location.search}`;
    if (step === "push") history.pushState(leave(), "", address);
    else history.replaceState(history.state, "", address);
  } catch {
    // A sandboxed or file page without an address of its own: views still change, they just cannot be linked.
  }
}

/** The view the address bar asks for; a step of the story is that step's view, in the reader's own theme and names. Never throws. */
export function routeView(story: readonly StepRef[] = []): View {
  const asked = readHash(location.hash, OPENING);
  if (asked.step === null) return asked;
  const step = stepView(story, asked.step, asked);
  return step ? { ...step, layers: asked.layers, camera: asked.camera ?? step.camera } : { ...asked, step: null };
}

/** Calls back whenever the address changes under the page: back, forward, an edited hash. Returns the function that stops it. */
export function watchRoute(adopt: (view: View) => void, story: readonly StepRef[] = []): () => void {
  const listen = () => adopt(routeView(story));
  addEventListener("popstate", listen);
  return () => removeEventListener("popstate", listen);
}
