import type { FeatureCollection } from "geojson";
import type { Bounds, Day, Id } from "../dossier/types.ts";
import type { Point } from "../map/mark-parts.ts";
import { together } from "../map/together.ts";
import { type ContestedRef, type Covered, shownContested } from "../model/contested.ts";
import type { PageIndex, PlaceRef } from "../model/page-index.ts";
import type { Slot } from "./readback.ts";
import type { Rest } from "./rest.ts";
import {
  activeDays,
  type Asked,
  eventsOnMap,
  fits,
  known,
  outsideWindow,
  placeless,
  type Search,
  type Shown,
  stacks,
  statementsInList,
  statementsOnMap,
  undated,
} from "../model/select.ts";
import { leaveStep, type StepRef, stepView } from "../model/story.ts";
import { clear, OPENING, type View } from "../model/view.ts";
import { t } from "../words/t.ts";

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
  /** The same of the page's late parts. */
  lacks = $state.raw("");
  /** How the page is laid out; only the embed's list and map can be exchanged by the reader. */
  ui = $state.raw<Ui>("full");
  /** False while the page is as it was prerendered: what only a script can do is added after. */
  awake = $state.raw(false);
  /** Titles of sources and details of places, once they have come. */
  rest = $state.raw<Rest | null>(null);
  /** Looks for words; it comes when somebody first looks for some, and anew when more words have come. */
  search = $state.raw<Search | null>(null);
  /** The ruler is drawn over these days; null = over all, with the focus magnified. */
  span = $state.raw<Covered | null>(null);
  /** The stretches of the ruler on screen, from left to right. */
  slots = $state.raw<readonly Slot[]>([]);
  /** The days are playing. What changes by itself is not announced. */
  playing = $state.raw(false);
  /** What the map's box shows at the moment; null = the opening bounds. */
  frame = $state.raw<Bounds | null>(null);
  /** How often marks have been put elsewhere in the same frame, for what keeps off them. */
  seated = $state(0);
  /** Where a place is on a map so small that places near each other stand as one; null = each has its own mark. */
  point = $state.raw<((place: PlaceRef) => Point | null) | null>(null);
  /** Whether that box is small. */
  narrow = $state.raw(false);
  /** What the camera is asked for by a button; the map answers and clears nothing: the number only tells two asks apart. */
  ask = $state.raw<{ readonly what: "in" | "out" | "whole" | "start"; readonly n: number }>({ what: "whole", n: 0 });

  /** Lines from the statement being read to whom it addresses and what it answers; the map draws them. */
  arcs = $state.raw<FeatureCollection | null>(null);

  /** What the address asked for that is not in the dossier: ids. Gone with the reader's next step. */
  unknown = $state.raw<readonly Id[]>([]);

  readonly #time = $derived(this.#view.time);
  readonly mode = $derived(this.#view.mode);
  readonly #parties = $derived(this.#view.parties);
  readonly #filters = $derived(this.#view.filters);
  readonly #names = $derived(this.#view.names);
  readonly #chosen = $derived(this.#view.chosen);
  /** Of the view, what the map and the list hang on: another tab or card has neither of them made anew. */
  readonly #shown: Shown = $derived({ time: this.#time, mode: this.mode, parties: this.#parties, filters: this.#filters });
  readonly #asked: Asked = $derived({ ...this.#shown, chosen: this.#chosen });

  readonly listed = $derived.by(() => statementsInList(this.index, this.#asked, this.search));
  readonly onMap = $derived.by(() => statementsOnMap(this.index, this.#shown, this.search));
  /** Whether every statement is on the map: nothing narrows it, days neither. */
  readonly all = $derived.by(() => this.onMap.length === this.index.statements.length);
  readonly stacks = $derived.by(() => stacks(this.index, this.#shown, this.search));
  readonly marks = $derived.by(() => (this.point ? together(this.stacks, this.index.parties, this.point) : this.stacks));
  readonly placeless = $derived.by(() => placeless(this.index, this.#shown, this.search));
  readonly events = $derived.by(() => eventsOnMap(this.index, this.#shown, this.search));
  readonly outside = $derived.by(() => outsideWindow(this.index, this.#asked, this.search));
  readonly undated = $derived.by(() => undated(this.index, this.#asked, this.search));

  /** Ids of the statements that fit the filters, whatever the days and whatever is chosen. */
  readonly fitting = $derived.by(() => new Set(this.index.statements.filter((s) => fits(this.#shown, s, this.search)).map((s) => s.id)));
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

  /**
   * What a place is called on the map by the names the reader chose; both names where that use or language has none of its own. A mark that
   * stands for places far apart says how many: no capital is called by another's name.
   */
  nameOf({ id, name, more, spread }: Pick<PlaceRef, "id" | "name" | "more" | "spread">): string {
    const forms = this.rest?.places[id];
    const own = forms?.labels[this.#names] ?? forms?.names[this.#names] ?? name;
    return spread && more ? t("map.places", { n: more + 1 }) : more ? `${own} +${more}` : own;
  }

  get view(): View {
    return this.#view;
  }

  /** Goes to a view and tells the address bar. */
  go(next: View, step: HistoryStep = "push"): void {
    this.#view = leaveStep(this.story, next);
    if (step === "push") this.unknown = [];
    this.#route(this.#view, step);
  }

  /** Goes to a step of the story, from 1; null when there is no such step. */
  tell(n: number, step: HistoryStep = "push"): View | null {
    const view = stepView(this.story, n, this.#view);
    if (view) this.go(view, step);
    return view;
  }

  /** Takes over a view that the address bar already shows; the one on screen, read anew, has nothing made anew. */
  adopt(next: View): void {
    if (JSON.stringify(next) !== JSON.stringify(this.#view)) this.#view = next;
  }

  /** The view an address asks for: filters nobody knows are dropped, and whatever would hide its statement. A step of the story stays as it is told. */
  arrive(asked: View): View {
    const view = known(this.index, asked);
    return view.statement !== null && view.step === null ? this.read(view.statement, view) : view;
  }

  /** Opens a statement; when the view would hide it, what hides it is cleared and it is shown among all. */
  read(id: Id, from: View = this.#view): View {
    const next: View = { ...from, statement: id, tab: "statements" };
    const visible = (view: View) =>
      [statementsInList, undated].some((list) => list(this.index, view, this.search).some((s) => s.id === id));
    if (visible(next)) return next;
    const unscoped: View = { ...next, chosen: null };
    return visible(unscoped) ? unscoped : { ...clear(next), statement: id };
  }
}
