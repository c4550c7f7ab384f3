import type { Form, Id, SourceLevel } from "../dossier/types.ts";
import { ALL_FACETS, type AnyFacet, type Narrowing } from "../model/facets.ts";
import { FACETS, type View } from "../model/view.ts";
import { list, t } from "../words/t.ts";
import { scopeWords, timeWords } from "./scope.ts";
import type { Session } from "./session.svelte.ts";
import { formWords, languageWords, levelWords } from "./strings.ts";

/** The words looked for, to stand within quotation marks: those that were written around all of them are left out. */
const bare = (q: string): string => q.trim().replace(/^["“”„«»]([^"“”„«»]*)["“”„«»]?$/u, "$1");

/** A facet's value as it is called in the page. */
export function valueName({ index }: Session, facet: AnyFacet, id: Id): string {
  switch (facet) {
    case "party":
    case "place":
      return (facet === "party" ? index.parties : index.places).find((one) => one.id === id)?.name ?? id;
    case "event":
      return index.events.find((e) => e.id === id)?.title ?? id;
    case "topic":
      // From the heading of its positions: it stands in the page once.
      return document.getElementById(`topic=${id}`)?.querySelector("h3")?.textContent ?? id;
    case "form":
      return formWords(id as Form);
    case "level":
      return levelWords(id as SourceLevel);
    case "source":
      return languageWords(id);
  }
}

/** One thing the list is narrowed by, as on its button. */
export function narrowingName(session: Session, { kind, value }: Narrowing): string {
  if (kind === "q") return t("find.quoted", { words: bare(value) });
  if (kind === "time") return timeWords(session.view.time);
  if (kind === "chosen") return scopeWords(session) ?? value;
  return valueName(session, kind, value);
}

/** What the list is narrowed by besides days and what is chosen, each a part of the line that says what is shown. */
export function filterWords(session: Session): readonly string[] {
  const { view } = session;
  const values = (facet: AnyFacet) => (facet === "party" ? view.parties : view.filters[facet]);
  const facets = ALL_FACETS.filter((f) => values(f).length > 0).map((f) =>
    t(`find.in_${f}`, {
      list: list(
        values(f).map((id) => valueName(session, f, id)),
        "or",
      ),
    }),
  );
  return view.filters.q === "" ? facets : [...facets, t("find.in_q", { list: bare(view.filters.q) })];
}

/** How many values are chosen, and whether words are looked for; parties are not counted. */
export const filterCount = ({ filters }: View): number => FACETS.reduce((n, f) => n + filters[f].length, filters.q === "" ? 0 : 1);
