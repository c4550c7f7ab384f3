import { isDay } from "../model/url.ts";
import { ALL_TIME, type Camera, choose, type TimeWindow } from "../model/view.ts";
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

/** Goes where it is asked to. Returns false, and does nothing, when the dossier has no such thing, step or day. */
export function goTo(session: Session, ask: Ask): boolean {
  const { index, view } = session;
  if (ask.step !== undefined) return session.tell(ask.step) !== null;
  if (has(index.statements, ask.statement)) {
    session.go(session.read(ask.statement));
    reveal(`s=${ask.statement}`, false);
    return true;
  }
  if (has(index.events, ask.event)) session.go(choose(view, { kind: "event", id: ask.event }));
  else if (has(index.places, ask.place)) session.go(choose(view, { kind: "place", id: ask.place }));
  else if (has(index.parties, ask.party)) session.go({ ...view, parties: [ask.party], chosen: null, statement: null, tab: "statements" });
  else if (ask.topic !== undefined && document.getElementById(`topic=${ask.topic}`))
    session.go(choose(view, { kind: "topic", id: ask.topic }));
  else if (ask.view) session.go({ ...view, camera: ask.view });
  else {
    const time = ask.time ? windowOf(ask.time) : null;
    if (!time) return false;
    session.go({ ...view, time, statement: null });
  }
  return true;
}
