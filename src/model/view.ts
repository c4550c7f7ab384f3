import type { Day, Id } from "../dossier/types.ts";

/** Which days are on screen. `period`: only from–to. `until`: everything up to a day. */
export type TimeWindow =
  | { readonly kind: "all" }
  | { readonly kind: "period"; readonly from: Day; readonly to: Day }
  | { readonly kind: "until"; readonly to: Day };

/** What the list is narrowed to, or which topic is open. */
export type Chosen = { readonly kind: "event" | "place" | "topic"; readonly id: Id };

export type Tab = "statements" | "positions" | "parties" | "about";
export type Theme = "auto" | "light" | "dark";
/** Where a statement's mark stands: at what it is about, or where it was said. */
export type MarkMode = "about" | "said";

export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Everything on screen follows from (dossier, view). Replaced whole, never edited. */
export interface View {
  readonly time: TimeWindow;
  readonly mode: MarkMode;
  readonly chosen: Chosen | null;
  /** The statement being read; it can be read inside a chosen event or place. */
  readonly statement: Id | null;
  /** Party ids; empty = all. */
  readonly parties: readonly Id[];
  readonly tab: Tab;
  readonly theme: Theme;
  /** What a place's label on the map says: `both`, `all`, or a language of the dossier. */
  readonly names: string;
  /** Contested features switched from what the days on screen say: an id = on, `-id` = off. */
  readonly layers: readonly string[];
  /** The step of the story on screen, from 1; null = the reader's own way. */
  readonly step: number | null;
  /** null = the dossier's opening bounds, fitted to the map's box. */
  readonly camera: Camera | null;
}

export const OPENING: View = {
  time: { kind: "all" },
  mode: "about",
  chosen: null,
  statement: null,
  parties: [],
  tab: "statements",
  theme: "auto",
  names: "both",
  layers: [],
  step: null,
  camera: null,
};

export const ALL_TIME: TimeWindow = { kind: "all" };
export const oneDay = (day: Day): TimeWindow => ({ kind: "period", from: day, to: day });

/** The first day shown, empty = from the start. Compares with plain `<`. */
export const fromDay = (time: TimeWindow): Day => (time.kind === "period" ? time.from : "");

/** The last day shown; `9999-12-31` = to the end. Positions are "as stated up to" it. */
export const toDay = (time: TimeWindow): Day => (time.kind === "all" ? "9999-12-31" : time.to);

/** Whether something that can have been on any day from min to max touches the window. Undated (empty) only touches all time. */
export function touches(time: TimeWindow, min: Day, max: Day): boolean {
  if (time.kind === "all") return true;
  if (min === "") return false;
  return min <= time.to && max >= fromDay(time);
}

/** Narrows the list to an event or place, or opens a topic; the tab that can show it comes to the front. */
export const choose = (view: View, chosen: Chosen | null): View => ({
  ...view,
  chosen,
  statement: null,
  tab: chosen === null ? view.tab : chosen.kind === "topic" ? "positions" : "statements",
});

/** The same view with nothing left out: all days, all parties, nothing chosen. */
export const clear = (view: View): View => ({ ...view, time: ALL_TIME, parties: [], chosen: null, statement: null });
