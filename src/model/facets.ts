import type { Id } from "../dossier/types.ts";
import type { PageIndex } from "./page-index.ts";
import { fits, inChosen, type Search, statementsInList, valuesOf } from "./select.ts";
import { ALL_TIME, FACETS, type Facet, toggle, touches, type View } from "./view.ts";

export type AnyFacet = Facet | "party";
export const ALL_FACETS: readonly AnyFacet[] = ["party", ...FACETS];

/** How many statements each value of a facet would leave, given everything else the view is narrowed by. Values that leave none are not in it. */
export function counts(index: PageIndex, view: View, facet: AnyFacet, search: Search | null): ReadonlyMap<Id, number> {
  const out = new Map<Id, number>();
  for (const s of index.statements) {
    if (!touches(view.time, s.min, s.max) || !inChosen(view, s) || !fits(view, s, search, facet)) continue;
    for (const id of valuesOf(s, facet)) out.set(id, (out.get(id) ?? 0) + 1);
  }
  return out;
}

/** Every value that any statement has, with how many have it, most first; equals stay in the order in which they first come. */
export function values(index: PageIndex, facet: AnyFacet): readonly (readonly [id: Id, count: number])[] {
  const out = new Map<Id, number>();
  for (const s of index.statements) for (const id of valuesOf(s, facet)) out.set(id, (out.get(id) ?? 0) + 1);
  return [...out].sort(([, a], [, b]) => b - a);
}

/** One thing a view is narrowed by. */
export interface Narrowing {
  readonly kind: AnyFacet | "q" | "chosen" | "time";
  /** The value; the text looked for, or one of its words; empty for days. */
  readonly value: string;
}

/** Everything a view is narrowed by, in the order in which it is said. */
export function narrowings(view: View): readonly Narrowing[] {
  const out: Narrowing[] = [];
  if (view.filters.q !== "") out.push({ kind: "q", value: view.filters.q });
  for (const kind of ALL_FACETS) for (const value of kind === "party" ? view.parties : view.filters[kind]) out.push({ kind, value });
  if (view.chosen && view.chosen.kind !== "topic") out.push({ kind: "chosen", value: view.chosen.id });
  if (view.time.kind !== "all") out.push({ kind: "time", value: "" });
  return out;
}

/** The view without it. */
export function lifted(view: View, n: Narrowing): View {
  if (n.kind === "q") {
    const { q } = view.filters;
    const left = q === n.value ? [] : q.split(" ").filter((word) => word !== n.value);
    return { ...view, filters: { ...view.filters, q: left.join(" ") } };
  }
  if (n.kind === "chosen") return { ...view, chosen: null };
  if (n.kind === "time") return { ...view, time: ALL_TIME };
  return toggle(view, n.kind, n.value);
}

/** A way out of an empty list: what to lift, and how many statements that would show. */
export interface WayBack {
  readonly lift: readonly Narrowing[];
  readonly view: View;
  readonly count: number;
}

/**
 * What to lift so that something is shown, most statements first: all of one kind, or one of the words, where that is enough, else of two
 * kinds. When even that leaves nothing, only clearing all will help.
 */
export function waysBack(index: PageIndex, view: View, search: Search | null): readonly WayBack[] {
  const all = narrowings(view);
  const ways = (groups: readonly (readonly Narrowing[])[]): readonly WayBack[] =>
    groups
      .map((lift) => {
        const without = lift.reduce(lifted, view);
        return { lift, view: without, count: statementsInList(index, without, search).length };
      })
      .filter((way) => way.count > 0)
      .sort((a, b) => b.count - a.count);
  const kinds = [...new Set(all.map((n) => n.kind))];
  const words = [...new Set(view.filters.q.split(" "))].map((value): readonly Narrowing[] => [{ kind: "q", value }]);
  const one = ways([...kinds.map((kind) => all.filter((n) => n.kind === kind)), ...(words.length > 1 ? words : [])]);
  if (one.length > 0) return one;
  return ways(kinds.flatMap((a, i) => kinds.slice(i + 1).map((b) => all.filter((n) => n.kind === a || n.kind === b))));
}
