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

/** What statements can be narrowed by besides days, parties and what is chosen. */
export const FACETS = ["topic", "form", "level", "source", "place", "event"] as const;
export type Facet = (typeof FACETS)[number];

/** What the list and the map are narrowed to. Empty = all; several values of one facet mean any of them. */
export interface Filters extends Readonly<Record<Facet, readonly Id[]>> {
  /** What the reader looks for, as typed. */
  readonly q: string;
}

export const NO_FILTERS: Filters = { q: "", topic: [], form: [], level: [], source: [], place: [], event: [] };

/** Whether anything is narrowed; parties are not counted, they have a place of their own in the view. */
export const isFiltered = (filters: Filters): boolean => filters.q !== "" || FACETS.some((f) => filters[f].length > 0);

/** Longest text looked for. */
const LONGEST = 100;

/** A text to look for as the view keeps it: one line, no half characters, not too long; white space alone is nothing. */
export function cleanQuery(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .trimStart()
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, "");
  return clean.trim() === "" ? "" : clean;
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
  readonly filters: Filters;
  /** Among the positions only topics on which every chosen party had spoken; of use with two parties or more. */
  readonly both: boolean;
  readonly tab: Tab;
  readonly theme: Theme;
  /** What a place's label on the map says: `both`, `all`, a language of the dossier, or the form that somebody uses, by their key in the places. */
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
  filters: NO_FILTERS,
  both: false,
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

/** The same view with nothing left out: all days, all parties, no filter, nothing chosen. */
export const clear = (view: View): View => ({ ...unfiltered(view), time: ALL_TIME, chosen: null, statement: null });

/** The same view with every filter lifted; days and what is chosen stay. */
export const unfiltered = (view: View): View => ({ ...view, parties: [], filters: NO_FILTERS });

/** The same view with one value of a facet taken in or left out. */
export function toggle(view: View, facet: Facet | "party", value: Id): View {
  const flip = (list: readonly Id[]) => (list.includes(value) ? list.filter((x) => x !== value) : [...list, value]);
  return facet === "party"
    ? { ...view, parties: flip(view.parties) }
    : { ...view, filters: { ...view.filters, [facet]: flip(view.filters[facet]) } };
}
