import type { Day, Id } from "../dossier/types.ts";
import { fromDay, toDay, type View } from "./view.ts";

/** A contested line or area of the map: from which day it stood, and the last day on which it did, if only in the morning; null = it still does. */
export interface ContestedRef {
  readonly id: Id;
  readonly from: Day;
  readonly to: Day | null;
}

/** The days a dossier covers; what "all days" means for something that lasted. */
export interface Covered {
  readonly min: Day;
  readonly max: Day;
}

/**
 * Whether a contested feature stood in the days on screen. Up to a day: as of that day. A period: at any time in it. All days: at
 * any time the dossier covers, so that a line of another age is not drawn beside those of this one unless asked for.
 */
export function stood(view: View, feature: ContestedRef, covered: Covered): boolean {
  const first = view.time.kind === "until" ? view.time.to : fromDay(view.time) || covered.min;
  const last = view.time.kind === "all" ? covered.max : toDay(view.time);
  return feature.from <= last && (feature.to === null || feature.to >= first);
}

/** Ids of the contested features that are drawn: those that stood, and those the reader switched on, less those switched off. */
export const shownContested = (view: View, features: readonly ContestedRef[], covered: Covered): readonly Id[] =>
  features.filter((f) => view.layers.includes(f.id) || (stood(view, f, covered) && !view.layers.includes(`-${f.id}`))).map((f) => f.id);

/** The view with a contested feature switched on or off. Switching back to what the days say leaves no trace in the address. */
export function switchContested(view: View, feature: ContestedRef, on: boolean, covered: Covered): View {
  const rest = view.layers.filter((l) => l !== feature.id && l !== `-${feature.id}`);
  if (on === stood(view, feature, covered)) return { ...view, layers: rest };
  return { ...view, layers: [...rest, on ? feature.id : `-${feature.id}`] };
}
