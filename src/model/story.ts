import type { Day, Id, StoryStep } from "../dossier/types.ts";
import { type Camera, OPENING, type View } from "./view.ts";

/** A step of the story as the page's script knows it; its words stay in the document. */
export interface StepRef {
  readonly from: Day;
  readonly to: Day;
  /** The card shown with it. */
  readonly statement: Id | null;
  readonly event: Id | null;
  readonly place: Id | null;
  readonly camera: Camera | null;
}

export const stepRef = (step: StoryStep): StepRef => ({
  from: step.from,
  to: step.to,
  statement: step.statements[0] ?? null,
  event: step.event,
  place: step.place,
  camera: step.camera,
});

/**
 * The view of a step, by its number from 1; what is the reader's own (theme, names) is kept. null = there is no such step.
 */
export function stepView(story: readonly StepRef[], n: number, view: View = OPENING): View | null {
  const step = story[n - 1];
  if (!step) return null;
  return {
    ...OPENING,
    theme: view.theme,
    names: view.names,
    time: { kind: "period", from: step.from, to: step.to },
    chosen: step.event ? { kind: "event", id: step.event } : step.place ? { kind: "place", id: step.place } : null,
    statement: step.statement,
    camera: step.camera,
    step: n,
  };
}

/** The same view, no longer of its step once it shows something else than the step does. Zooming, names and theme are not something else. */
export function leaveStep(story: readonly StepRef[], view: View): View {
  const step = view.step === null ? null : stepView(story, view.step);
  if (!step) return view.step === null ? view : { ...view, step: null };
  const shows = (v: View) => JSON.stringify([v.time, v.chosen, v.statement, v.mode, v.parties, v.filters, v.tab]);
  return shows(step) === shows(view) ? view : { ...view, step: null };
}
