import type { Dossier, DossierHead, Lang, Party, Place } from "../dossier/types.ts";
import { type Called, called } from "../model/called.ts";
import { orderedSources } from "../model/sources.ts";
import { fileAddress } from "./address.ts";

/** A place's names and how exact its point is: what is not needed before somebody asks for the place. */
export type PlaceDetail = Pick<Place, "names" | "labels" | "country" | "precision" | "precisionM" | "coordSource" | "note">;

/**
 * What the page needs only after its first paint. Titles by id of the record, in the order in which its sources are shown; no language
 * is that of the dossier.
 */
export interface Rest {
  readonly titles: Readonly<Record<string, readonly (readonly [title: string, lang: Lang | null] | null)[]>>;
  readonly places: Readonly<Record<string, PlaceDetail>>;
  readonly called: readonly Called[];
  /** Who uses a form of a name: language → words. */
  readonly uses: DossierHead["uses"];
}

/**
 * Builds it from a dossier, whose own language is not named.
 *
 * @param elsewhere what a party is called in other languages
 */
export function buildRest(dossier: Dossier, elsewhere: (party: Party) => Called): Rest {
  const lang = dossier.head.lang;
  const titles = (sources: Dossier["events"][number]["sources"]) =>
    orderedSources(sources).map((s) => (s.title ? ([s.title, s.lang === lang ? null : s.lang] as const) : null));
  return {
    titles: Object.fromEntries([
      ...dossier.statements.map((s) => [`s=${s.id}`, titles(s.sources)] as const),
      ...dossier.events.map((e) => [`e=${e.id}`, titles(e.sources)] as const),
    ]),
    places: Object.fromEntries(
      dossier.places.map(({ id, names, labels, country, precision, precisionM, coordSource, note }) => [
        id,
        { names, labels, country, precision, precisionM, coordSource, note },
      ]),
    ),
    called: called(dossier, elsewhere),
    uses: dossier.head.uses,
  };
}

/** Records whose titles are put in at one go: few enough not to hold up a hand. */
const SLICE = 12;

/**
 * Puts the titles of sources into the cards, into a few whenever there is nothing else to do. A line stays one line, so nothing moves. Where the
 * address asks for something they are all put in at once: they may be what it asks for, and words looked for are marked in what is there.
 */
export function putTitles(rest: Rest, asked: boolean): void {
  const records = Object.entries(rest.titles);
  const idle = asked ? (run: () => void) => run() : (globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 30)));
  const slice = (from: number): void => {
    for (const [id, titles] of records.slice(from, from + SLICE)) putInto(id, titles);
    if (from + SLICE < records.length) idle(() => slice(from + SLICE));
  };
  idle(() => slice(0));
}

function putInto(id: string, titles: Rest["titles"][string]): void {
  const { lang, dataset } = document.documentElement;
  const links = document.getElementById(id)?.querySelectorAll<HTMLAnchorElement>(".sources li > a:first-child");
  titles.forEach((entry, i) => {
    const link = links?.[i];
    if (!entry || !link || link.querySelector("cite")) return;
    const cite = document.createElement("cite");
    cite.textContent = entry[0];
    const written = entry[1] ?? dataset["textLang"] ?? lang;
    if (written !== lang) cite.lang = written;
    link.append(": ", cite);
  });
}

/** Fetches it. null when it cannot be had, or something else is there: the page has every source without it. */
export const fetchRest = (): Promise<Rest | null> =>
  fetch(fileAddress("data/rest.json"))
    .then((response) => response.json())
    .then((rest: Partial<Rest> | null) => (rest?.titles && rest.places ? (rest as Rest) : null))
    .catch(() => null);
