import { namesIn } from "./names.ts";
import type { Day, Dossier, Form, Id, Lang, Place, SourceLevel, Statement } from "../dossier/types.ts";
import { certainDay } from "./dates.ts";
import { standing } from "./glossary.ts";
import { orderedSources } from "./sources.ts";

/**
 * What the page's script knows of a dossier: who, when, where and what belongs to what. The words themselves stay in the
 * document, where they were prerendered; so nothing travels twice. Made from a dossier at build (`pageIndex`) and read back
 * from the document in the browser (`ui/readback.ts`): the two are equal, and a test holds them so.
 */
export interface PageIndex {
  readonly statements: readonly StatementRef[];
  readonly events: readonly EventRef[];
  readonly places: readonly PlaceRef[];
  readonly parties: readonly PartyRef[];
}

export interface StatementRef {
  readonly id: Id;
  /** First and last day it can have been made; both empty = undated. */
  readonly min: Day;
  readonly max: Day;
  readonly party: Id;
  /** Everyone it counts for; `[party]` but for joint texts. */
  readonly parties: readonly Id[];
  /** Place ids; the first carries the mark. */
  readonly about: readonly Id[];
  readonly said: Id | null;
  /** The event it belongs to, and every event that lists it. */
  readonly events: readonly Id[];
  readonly topics: readonly Id[];
  /** The day is not certain: a span, about a day, or doubtful. */
  readonly open: boolean;
  readonly form: Form;
  /** The level of its best source. */
  readonly level: SourceLevel;
  /** In which languages its sources are, each once, in the order in which they are shown. */
  readonly langs: readonly Lang[];
}

export interface EventRef {
  readonly id: Id;
  readonly min: Day;
  readonly max: Day;
  readonly place: Id;
  readonly title: string;
}

export interface PlaceRef {
  readonly id: Id;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** A label point for something with an extent: shown as a badge, never as a pin. */
  readonly region: boolean;
  /** How many other places its mark stands for as well. */
  readonly more?: number;
  /** Those are too far from it to be called by its name. */
  readonly spread?: boolean;
}

export interface PartyRef {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
}

/** The name of a place in the page's language, else English, else its own: both names where it has two. */
export const placeName = (place: Place, lang: string): string => namesIn(place.names, lang) ?? Object.values(place.names)[0] ?? place.id;

/** The event a statement belongs to, and every event that lists it, as a function, for it is asked of each. */
export function eventsOf(events: Dossier["events"]): (s: Pick<Statement, "id" | "event">) => readonly Id[] {
  const listing = new Map<Id, Id[]>();
  for (const event of events) {
    for (const id of event.statements) listing.set(id, [...(listing.get(id) ?? []), event.id]);
  }
  return (s) => [...new Set([...(s.event ? [s.event] : []), ...(listing.get(s.id) ?? [])])];
}

/**
 * Builds the index of a compiled dossier. Orders are the dossier's own. What was superseded is not in it: a statement is counted, and has
 * its mark, once. The card of its older version stays in the page for links that lead there.
 */
export function pageIndex(dossier: Dossier): PageIndex {
  const events = eventsOf(dossier.events);
  return {
    statements: standing(dossier).map((s) => ({
      id: s.id,
      min: s.date?.min ?? "",
      max: s.date?.max ?? "",
      party: s.party,
      parties: s.parties,
      about: s.about,
      said: s.saidIn?.place ?? null,
      events: events(s),
      topics: s.topics,
      open: s.date !== null && !certainDay(s.date),
      form: s.form,
      level: orderedSources(s.sources)[0]?.level ?? "tertiary",
      langs: [...new Set(orderedSources(s.sources).map((x) => x.lang))],
    })),
    events: dossier.events.map((e) => ({ id: e.id, min: e.date.min, max: e.date.max, place: e.places[0] ?? "", title: e.title })),
    places: dossier.places.map((p) => ({
      id: p.id,
      name: placeName(p, dossier.head.lang),
      lon: p.lon,
      lat: p.lat,
      region: p.precision === "region",
    })),
    parties: dossier.parties.map((p) => ({ id: p.id, code: p.code, name: p.name })),
  };
}
