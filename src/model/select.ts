import type { Day, Id } from "../dossier/types.ts";
import type { EventRef, PageIndex, PlaceRef, StatementRef } from "./page-index.ts";
import { touches, type View } from "./view.ts";

const byParty = (view: View, s: StatementRef): boolean =>
  view.parties.length === 0 || s.parties.some((p) => view.parties.includes(p)) || view.parties.includes(s.party);

/** Where a statement's mark stands in this view: a place id, or null when it has none. */
export const markPlace = (view: View, s: StatementRef): Id | null => (view.mode === "about" ? (s.about[0] ?? null) : s.said);

/** Stands for a place in a choice: statements that have none in this mode. */
export const NOWHERE = "none";

function inChosen(view: View, s: StatementRef): boolean {
  const chosen = view.chosen;
  if (chosen?.kind === "event") return s.events.includes(chosen.id);
  if (chosen?.kind === "place") return (markPlace(view, s) ?? NOWHERE) === chosen.id;
  return true;
}

/** Statements on the map: in the window and by the chosen parties. Undated ones only when all days are shown. */
export const statementsOnMap = (index: PageIndex, view: View): readonly StatementRef[] =>
  index.statements.filter((s) => touches(view.time, s.min, s.max) && byParty(view, s));

/** Statements in the list: those on the map, narrowed to the chosen event or place. */
export const statementsInList = (index: PageIndex, view: View): readonly StatementRef[] =>
  statementsOnMap(index, view).filter((s) => inChosen(view, s));

/** How many the list would hold with all days shown; what is outside the window is said, not hidden in silence. */
export const outsideWindow = (index: PageIndex, view: View): number =>
  index.statements.filter((s) => s.min !== "" && !touches(view.time, s.min, s.max) && byParty(view, s) && inChosen(view, s)).length;

/** Events that touch the window, in the dossier's order. A chosen place or party does not hide an event. */
export const eventsOnMap = (index: PageIndex, view: View): readonly EventRef[] =>
  index.events.filter((e) => touches(view.time, e.min, e.max));

/** All marks at one place. */
export interface Stack {
  readonly place: PlaceRef;
  readonly count: number;
  /** Statements per party, most first, then in the dossier's order of parties. */
  readonly parties: readonly { readonly id: Id; readonly code: string; readonly count: number }[];
  readonly events: readonly EventRef[];
}

/** Stacks of statements and events by place, in the dossier's order of places. Places with neither are left out. */
export function stacks(index: PageIndex, view: View): readonly Stack[] {
  const statements = statementsOnMap(index, view);
  const events = eventsOnMap(index, view);
  const out: Stack[] = [];
  for (const place of index.places) {
    const here = statements.filter((s) => markPlace(view, s) === place.id);
    const happened = events.filter((e) => e.place === place.id);
    if (here.length + happened.length === 0) continue;
    const counts = new Map<Id, number>();
    for (const s of here) counts.set(s.party, (counts.get(s.party) ?? 0) + 1);
    const parties = index.parties
      .filter((p) => counts.has(p.id))
      .map((p) => ({ id: p.id, code: p.code, count: counts.get(p.id)! }))
      .sort((a, b) => b.count - a.count);
    out.push({ place, count: here.length, parties, events: happened });
  }
  return out;
}

/** Statements on the map that have no place in this mode: about no place, or said where nobody recorded. */
export const placeless = (index: PageIndex, view: View): readonly StatementRef[] =>
  statementsOnMap(index, view).filter((s) => markPlace(view, s) === null);

/** Days on which something was said or happened, in order. Items that may be on any of several days count on each end. */
export function activeDays(index: PageIndex): readonly Day[] {
  const days = new Set<Day>();
  for (const item of [...index.statements, ...index.events]) {
    if (item.min) days.add(item.min);
    if (item.max) days.add(item.max);
  }
  return [...days].sort();
}

/** The nearest active day after (or before) a day; null at the end. */
export function stepDay(days: readonly Day[], from: Day, direction: 1 | -1): Day | null {
  return (direction === 1 ? days.find((d) => d > from) : days.findLast((d) => d < from)) ?? null;
}
