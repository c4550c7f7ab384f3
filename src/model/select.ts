import type { Day, Id } from "../dossier/types.ts";
import type { EventRef, PageIndex, PlaceRef, StatementRef } from "./page-index.ts";
import { FACETS, type Facet, isFiltered, touches, type View } from "./view.ts";

/** Finds the statements that hold what is looked for. null instead of one = nothing can be looked for yet, and nothing is left out. */
export type Search = (q: string) => ReadonlySet<Id>;

/** A statement's values of a facet: a joint text is of everyone who made it, and a place is one it is about or was said in. */
export function valuesOf(s: StatementRef, facet: Facet | "party"): readonly Id[] {
  switch (facet) {
    case "party":
      return s.parties.includes(s.party) ? s.parties : [s.party, ...s.parties];
    case "topic":
      return s.topics;
    case "form":
      return [s.form];
    case "level":
      return [s.level];
    case "source":
      return s.langs;
    case "event":
      return s.events;
    case "place":
      return s.said === null || s.about.includes(s.said) ? s.about : [...s.about, s.said];
  }
}

/** What of a view decides which marks the map has, and with what is chosen, what the list holds. */
export type Shown = Pick<View, "time" | "mode" | "parties" | "filters">;
export type Asked = Shown & Pick<View, "chosen">;

const among = (wanted: readonly Id[], s: StatementRef, facet: Facet | "party"): boolean =>
  wanted.length === 0 || wanted.some((id) => valuesOf(s, facet).includes(id));

/** Whether a statement fits parties, filters and what is looked for, whatever its day; `but` leaves one of them out of account. */
export const fits = (view: Shown, s: StatementRef, search: Search | null, but?: Facet | "party" | "q"): boolean =>
  (but === "party" || among(view.parties, s, "party")) &&
  FACETS.every((f) => f === but || among(view.filters[f], s, f)) &&
  (but === "q" || search === null || view.filters.q === "" || search(view.filters.q).has(s.id));

/**
 * The same view without filters that no statement could ever fit: a link may be older than the dossier, or made by hand. A party of the
 * dossier stays though nothing by it is recorded, for that is an answer too.
 */
export function known(index: PageIndex, view: View): View {
  const there = (facet: Facet, wanted: readonly Id[]) =>
    wanted.filter((id) => index.statements.some((s) => valuesOf(s, facet).includes(id)));
  const filters = { ...view.filters, ...Object.fromEntries(FACETS.map((f) => [f, there(f, view.filters[f])])) };
  return { ...view, parties: view.parties.filter((id) => index.parties.some((p) => p.id === id)), filters };
}

/** Where a statement's mark stands in this view: a place id, or null when it has none. */
export const markPlace = (view: Shown, s: StatementRef): Id | null => (view.mode === "about" ? (s.about[0] ?? null) : s.said);

/** Stands for a place in a choice: statements that have none in this mode. */
export const NOWHERE = "none";

export function inChosen(view: Asked, s: StatementRef): boolean {
  const chosen = view.chosen;
  if (chosen?.kind === "event") return s.events.includes(chosen.id);
  if (chosen?.kind === "place") return (markPlace(view, s) ?? NOWHERE) === chosen.id;
  return true;
}

/** Statements on the map: in the window, and fitting the filters. Undated ones only when all days are shown. */
export const statementsOnMap = (index: PageIndex, view: Shown, search: Search | null = null): readonly StatementRef[] =>
  index.statements.filter((s) => touches(view.time, s.min, s.max) && fits(view, s, search));

/** Statements in the list: those on the map, narrowed to the chosen event or place. */
export const statementsInList = (index: PageIndex, view: Asked, search: Search | null = null): readonly StatementRef[] =>
  statementsOnMap(index, view, search).filter((s) => inChosen(view, s));

const beside = (index: PageIndex, view: Asked, search: Search | null): readonly StatementRef[] =>
  index.statements.filter((s) => !touches(view.time, s.min, s.max) && fits(view, s, search) && inChosen(view, s));

/** How many the list would hold with all days shown; what is outside the window is said, not hidden in silence. */
export const outsideWindow = (index: PageIndex, view: Asked, search: Search | null = null): number =>
  beside(index, view, search).filter((s) => s.min !== "").length;

/** Undated statements that fit all but the days: they have a tray of their own. With all days shown they are in the list as it is. */
export const undated = (index: PageIndex, view: Asked, search: Search | null = null): readonly StatementRef[] =>
  beside(index, view, search).filter((s) => s.min === "");

/**
 * Events that touch the window, in the dossier's order, and hold what is looked for. A chosen place does not hide an event; of chosen parties
 * there are those of which they say something in the window. What a statement alone can be is asked of none, and where it is asked for there
 * are none.
 */
export const eventsOnMap = (index: PageIndex, view: Shown, search: Search | null = null): readonly EventRef[] => {
  const { q } = view.filters;
  if (isFiltered({ ...view.filters, q: "" })) return [];
  const { parties } = view;
  const told = new Set(
    parties.length > 0
      ? index.statements.flatMap((s) => (touches(view.time, s.min, s.max) && among(parties, s, "party") ? s.events : []))
      : [],
  );
  return index.events.filter(
    (e) =>
      touches(view.time, e.min, e.max) && (parties.length === 0 || told.has(e.id)) && (q === "" || (search?.(q).has(`e=${e.id}`) ?? true)),
  );
};

/** All marks at one place. */
export interface Stack {
  readonly place: PlaceRef;
  readonly count: number;
  /** Statements per party, most first, then in the dossier's order of parties. */
  readonly parties: readonly { readonly id: Id; readonly code: string; readonly count: number }[];
  readonly events: readonly EventRef[];
  /** Places near this one, whose marks it stands for as well on a map so far off that they would be one point. */
  readonly others?: readonly PlaceRef[];
}

const groups = <T>(all: readonly T[], key: (one: T) => Id | null): ReadonlyMap<Id | null, readonly T[]> => {
  const by = new Map<Id | null, T[]>();
  for (const one of all) {
    const there = by.get(key(one));
    if (there) there.push(one);
    else by.set(key(one), [one]);
  }
  return by;
};

/** Stacks of statements and events by place, in the dossier's order of places. Places with neither are left out. */
export function stacks(index: PageIndex, view: Shown, search: Search | null = null): readonly Stack[] {
  const said = groups(statementsOnMap(index, view, search), (s) => markPlace(view, s));
  const events = groups(eventsOnMap(index, view, search), (e) => e.place);
  const out: Stack[] = [];
  for (const place of index.places) {
    const here = said.get(place.id) ?? [];
    const happened = events.get(place.id) ?? [];
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

/** Whether something happened at a place of which no statement is on the map. */
export const eventsAlone = (s: Stack): boolean => s.count === 0 && s.events.length > 0;

/** Most places off one edge of the map at which something only happened that stand there one by one. */
const FEW_ALONE = 2;

/**
 * The places off one edge of the map, those with most statements first, in those that stand there and those told as one chip, which
 * opens. One left over is not worth a chip of its own.
 *
 * @param few how many with statements stand there at most, those with a tenth of the first's or fewer not among them
 */
export function foldChips(off: readonly Stack[], few = 3): readonly [standing: readonly Stack[], folded: readonly Stack[]] {
  const all = [...off].sort((a, b) => b.count - a.count);
  const said = all.filter((s) => !eventsAlone(s));
  const most = said.filter((s, i) => i < few && s.count * 10 > (said[0]?.count ?? 0)).length;
  const n = said.length > most + 1 ? most : said.length;
  return n < said.length || all.length - n > FEW_ALONE ? [all.slice(0, n), all.slice(n)] : [all, []];
}

/** Statements on the map that have no place in this mode: about no place, or said where nobody recorded. */
export const placeless = (index: PageIndex, view: Shown, search: Search | null = null): readonly StatementRef[] =>
  statementsOnMap(index, view, search).filter((s) => markPlace(view, s) === null);

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

/** The nearest event that began after (or before) the one that is open, else after the days on screen; null at the end. In the order of their days. */
export function stepEvent(index: PageIndex, view: View, direction: 1 | -1): EventRef | null {
  const events = [...index.events].sort((a, b) => (a.min === b.min ? 0 : a.min < b.min ? -1 : 1));
  const open = view.chosen?.kind === "event" ? events.findIndex((e) => e.id === view.chosen?.id) : -1;
  if (open >= 0) return events[open + direction] ?? null;
  const { time } = view;
  if (direction === 1) return events.find((e) => time.kind === "all" || e.min > time.to) ?? null;
  return events.findLast((e) => time.kind !== "all" && e.min < (time.kind === "period" ? time.from : time.to)) ?? null;
}
