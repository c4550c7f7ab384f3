import { OPENING, type View } from "../model/view.ts";
import { type StepRef, stepView } from "../model/story.ts";
import { readHash, writeHash } from "../model/url.ts";
import type { HistoryStep } from "./session.svelte.ts";
import { leave } from "./where.ts";

/** What the address bar is to say: over the entry it shows, or in a new one that keeps where the reader was. */
let due: { readonly hash: string; readonly keeps: ReturnType<typeof leave> | undefined } | null = null;
/** What it said when that became due; when it says something else by now, somebody went there, and that holds. */
let said = "";

function write(): void {
  const now = due;
  due = null;
  if (!now || location.hash !== said || now.hash === said.slice(1)) return;
  const address = now.hash ? `#${now.hash}` : `${location.pathname}${location.search}`;
  try {
    history[now.keeps ? "pushState" : "replaceState"](now.keeps ?? history.state, "", address);
  } catch {
    // A sandboxed or file page without an address of its own: views still change, they just cannot be linked.
  }
}
/** Milliseconds after which it is written all the same: a map that is being drawn holds frames up, and Back would lead elsewhere. */
const LATEST = 250;
let latest: ReturnType<typeof setTimeout> | undefined;

/** Writes a view into the address bar once the page has shown its answer: the browser takes as long over it as over a piece of the list. A frame may forbid it; the page works on without. */
export function writeRoute(view: View, step: HistoryStep, story: readonly StepRef[] = []): void {
  const hash = writeHash(view, (view.step !== null && stepView(story, view.step)) || OPENING);
  if (step === "push") write();
  said = location.hash;
  due = { hash, keeps: step === "push" ? leave() : due?.keeps };
  clearTimeout(latest);
  latest = setTimeout(write, LATEST);
  // Its task comes when the frame has left the page.
  requestAnimationFrame(() => setTimeout(write));
}

/** The view the address bar asks for; a step of the story is that step's view, in the reader's own theme and names. Never throws. */
export function routeView(story: readonly StepRef[] = []): View {
  const asked = readHash(location.hash, OPENING);
  if (asked.step === null) return asked;
  const step = stepView(story, asked.step, asked);
  return step ? { ...step, layers: asked.layers, camera: readHash(location.hash, step).camera } : { ...asked, step: null };
}

/** Calls back whenever the address changes under the page: back, forward, an edited hash; and leaves none unwritten. */
export function watchRoute(adopt: (view: View) => void, story: readonly StepRef[] = []): void {
  addEventListener("popstate", () => adopt(routeView(story)));
  // Before where the reader is gets written into the entry they leave.
  for (const kind of ["click", "pagehide"]) addEventListener(kind, write, true);
}
