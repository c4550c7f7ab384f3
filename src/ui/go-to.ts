import { isDay } from "../dossier/calendar.ts";
import { ALL_TIME, type Camera, choose, type TimeWindow, type View } from "../model/view.ts";
import { reveal } from "./links.ts";
import type { Session } from "./session.svelte.ts";

/** Where somebody outside the page sends it; exactly one of these. */
export interface Ask {
  readonly statement?: string;
  readonly event?: string;
  readonly place?: string;
  readonly party?: string;
  readonly topic?: string;
  readonly step?: number;
  readonly time?: { readonly from: string | null; readonly to: string | null };
  readonly view?: Camera;
}

const has = (list: readonly { readonly id: string }[], id: string | undefined): id is string => list.some((x) => x.id === id);

const windowOf = ({ from, to }: NonNullable<Ask["time"]>): TimeWindow | null => {
  if (to === null) return ALL_TIME;
  if (!isDay(to) || (from !== null && !isDay(from))) return null;
  return from === null ? { kind: "until", to } : { kind: "period", from, to };
};

/**
 * Goes where it is asked to, in the reader's history in place of where it was: prose that moves the map must not stand between the reader
 * and the way back. Returns false, and does nothing, when the dossier has no such thing, step or day.
 */
export function goTo(session: Session, ask: Ask): boolean {
  const { index, view } = session;
  const go = (next: View) => session.go(next, "replace");
  if (ask.step !== undefined) return session.tell(ask.step, "replace") !== null;
  if (ask.statement !== undefined && document.getElementById(`s=${ask.statement}`)?.dataset["statement"]) {
    go(session.read(ask.statement));
    reveal(`s=${ask.statement}`, false);
    return true;
  }
  if (has(index.events, ask.event)) go(choose(view, { kind: "event", id: ask.event }));
  else if (has(index.places, ask.place)) go(choose(view, { kind: "place", id: ask.place }));
  else if (has(index.parties, ask.party)) go({ ...view, parties: [ask.party], chosen: null, statement: null, tab: "statements" });
  else if (ask.topic !== undefined && document.getElementById(`topic=${ask.topic}`)) go(choose(view, { kind: "topic", id: ask.topic }));
  else if (ask.view) go({ ...view, camera: ask.view });
  else {
    const time = ask.time ? windowOf(ask.time) : null;
    if (!time) return false;
    go({ ...view, time, statement: null });
  }
  return true;
}
