import type { Bounds, Day, Id } from "../dossier/types.ts";
import { type ContestedRef, type Covered, shownContested } from "../model/contested.ts";
import type { PageIndex } from "../model/page-index.ts";
import type { Rest } from "./rest.ts";
import { activeDays, eventsOnMap, outsideWindow, placeless, stacks, statementsInList, statementsOnMap } from "../model/select.ts";
import { leaveStep, type StepRef, stepView } from "../model/story.ts";
import { clear, OPENING, type View } from "../model/view.ts";

/** How a change of view enters the browser's history. */
export type HistoryStep = "push" | "replace";
export type Ui = "full" | "embed" | "list" | "static";
export type MapStatus = "poster" | "loading" | "ready" | "unavailable";

/** The only mutable state in the page. A view is replaced whole, never edited; everything else is derived from it. */
export class Session {
  readonly index: PageIndex;
  readonly days: readonly Day[];
  /** Contested lines and areas of the map, and the days the dossier covers. */
  readonly features: readonly ContestedRef[];
  readonly covered: Covered;
  readonly story: readonly StepRef[];
  #view = $state.raw<View>(OPENING);
  readonly #route: (view: View, step: HistoryStep) => void;
  /** Where the map stands on its way from picture to live map, and what is missing from it, in words. */
  map = $state.raw<MapStatus>("poster");
  missing = $state.raw("");
  /** How the page is laid out; only the embed's list and map can be exchanged by the reader. */
  ui = $state.raw<Ui>("full");
  /** False while the page is as it was prerendered: what only a script can do is added after. */
  awake = $state.raw(false);
  /** Titles of sources and details of places, once they have come. */
  rest = $state.raw<Rest | null>(null);
  /** What the map's box shows at the moment; null = the opening bounds. */
  frame = $state.raw<Bounds | null>(null);
  /** What the camera is asked for by a button; the map answers and clears nothing: the number only tells two asks apart. */
  ask = $state.raw<{ readonly what: "in" | "out" | "whole" | "start"; readonly n: number }>({ what: "whole", n: 0 });

  readonly listed = $derived.by(() => statementsInList(this.index, this.#view));
  readonly onMap = $derived.by(() => statementsOnMap(this.index, this.#view));
  readonly stacks = $derived.by(() => stacks(this.index, this.#view));
  readonly placeless = $derived.by(() => placeless(this.index, this.#view));
  readonly events = $derived.by(() => eventsOnMap(this.index, this.#view));
  readonly outside = $derived.by(() => outsideWindow(this.index, this.#view));

  readonly contested = $derived.by(() => shownContested(this.#view, this.features, this.covered));

  constructor(
    index: PageIndex,
    route: (view: View, step: HistoryStep) => void = () => {},
    map: { readonly contested: readonly ContestedRef[]; readonly covered: Covered; readonly story?: readonly StepRef[] } = {
      contested: [],
      covered: { min: "", max: "9999-12-31" },
    },
  ) {
    this.index = index;
    this.features = map.contested;
    this.covered = map.covered;
    this.story = map.story ?? [];
    this.days = activeDays(index);
    this.#route = route;
  }

  get view(): View {
    return this.#view;
  }

  /** Goes to a view and tells the address bar. */
  go(next: View, step: HistoryStep = "push"): void {
    this.#view = leaveStep(this.story, next);
    this.#route(this.#view, step);
  }

  /** Goes to a step of the story, from 1; null when there is no such step. */
  tell(n: number): View | null {
    const view = stepView(this.story, n, this.#view);
    if (view) this.go(view);
    return view;
  }

  /** Takes over a view that the address bar already shows. */
  adopt(next: View): void {
    this.#view = next;
  }

  /** The view an address asks for, with whatever would hide its statement cleared. A step of the story stays as it is told. */
  arrive(asked: View): View {
    return asked.statement !== null && asked.step === null ? this.read(asked.statement, asked) : asked;
  }

  /** Opens a statement; when the view would hide it, what hides it is cleared and it is shown among all. */
  read(id: Id, from: View = this.#view): View {
    const next: View = { ...from, statement: id, tab: "statements" };
    const visible = (view: View) =>
      statementsInList(this.index, view).some((s) => s.id === id) || this.index.statements.some((s) => s.id === id && s.min === "");
    if (visible(next)) return next;
    const unscoped: View = { ...next, chosen: null };
    return visible(unscoped) ? unscoped : { ...clear(next), statement: id };
  }
}
