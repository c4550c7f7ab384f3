import type { Bounds, Id } from "../dossier/types.ts";
import { mayName } from "../map/mark-parts.ts";
import type { PlaceRef } from "../model/page-index.ts";
import { markPlace, type Stack } from "../model/select.ts";
import { t } from "../words/t.ts";
import type { Session } from "./session.svelte.ts";

/** What a mark is called by whoever hears it; with no place, what follows where the place has been said. */
export function markLabel(session: Session, { place: at, count, parties }: Stack, place = session.nameOf(at)): string {
  const words = { place, n: count, parties: parties.map((p) => `${p.code} ${p.count}`).join(", ") };
  return t(count === 0 ? "map.mark_none" : session.mode === "about" ? "map.mark_about" : "map.mark_said", words);
}

/** Whether a place lies in what the camera shows. */
export const inFrame = (p: PlaceRef, [west, south, east, north]: Bounds): boolean =>
  p.lon > west && p.lon < east && p.lat > south && p.lat < north;

/** The place that is chosen, or that of the statement being read. */
export function chosenPlace({ view, index }: Session): Id | null {
  if (view.chosen?.kind === "place") return view.chosen.id;
  const spoken = index.statements.find((s) => s.id === view.statement);
  return spoken ? markPlace(view, spoken) : null;
}

export const chosenEvent = ({ view }: Session): Id | null => (view.chosen?.kind === "event" ? view.chosen.id : null);

/** For how many parties' letters a mark has room. In an article and on a phone the map is small: longer letters would push marks from their places. */
export const mostCodes = ({ ui, narrow }: Session): number => (ui === "full" && !narrow ? 4 : 2);

/** What a mark may say its place is called; `named`: whether no layer has names. */
export const saidName = (session: Session, named: boolean, stack: Stack): string | null =>
  mayName(stack, named) ? session.nameOf(stack.place) : null;
