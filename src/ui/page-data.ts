import type { Dossier, DossierEvent, Id, Lang, Party, Place, Statement } from "../dossier/types.ts";
import { pageIndex, placeName, type PageIndex } from "../model/page-index.ts";
import { buildTimeline, type Timeline } from "../model/timeline.ts";
import { withdrawn, withoutWithdrawn } from "../model/withdrawn.ts";
import type { Poster } from "../map/poster.ts";
import type { posterLabels } from "../map/poster-labels.ts";
import { spoken } from "../words/t.ts";
import type { Editions } from "./edition.ts";
import { wordsOr } from "./strings.ts";

type PosterLabels = ReturnType<typeof posterLabels>;

/** Everything the page is rendered from, with look-ups by id. Used at build only; nothing of it is sent as data. */
export interface PageData {
  readonly dossier: Dossier;
  readonly index: PageIndex;
  readonly timeline: Timeline;
  readonly poster: Poster;
  readonly labels: PosterLabels;
  readonly editions: Editions;
  /** The language of the dossier's own text where it is not the page's: for `lang` on what is not the interface's. */
  readonly textLang: Lang | undefined;
  /** What can be taken away: file name beside the page, words. */
  readonly downloads: readonly { readonly href: string; readonly label: string }[];
  readonly statement: (id: Id) => Statement | undefined;
  readonly event: (id: Id) => DossierEvent | undefined;
  readonly place: (id: Id) => Place | undefined;
  readonly party: (id: Id) => Party | undefined;
  readonly placeName: (id: Id) => string;
  readonly partyName: (id: Id) => string;
  /** The language of a party's name where it is not the page's. */
  readonly partyLang: (id: Id) => Lang | undefined;
  /** How many of a statement's source titles stand in the page; the others are in `rest.json`. */
  readonly titles: (id: Id) => number;
  /** What was withdrawn, for the pages that say so; it is nowhere else. */
  readonly withdrawn: readonly Statement[];
  /** Statements that answer this one. */
  readonly answers: (id: Id) => readonly Statement[];
  /** Ids of statements related to this one; not fitting together and being on the same matter hold from both ends. */
  readonly related: (s: Statement, relation: "cites" | "contradicts" | "same_matter") => readonly Id[];
}

/** No key of a catalogue has a colon, whatever a party's id is. */
const partyKey = (id: Id): string => `record.party:${id}`;
/** A party by its name in the language that is spoken, where the catalogue has one. */
const named = (party: Party): Party => ({ ...party, name: wordsOr(partyKey(party.id), party.name) });

/** Cards of the first screen of the list, which have the titles of their sources from the start. */
const FIRST_SCREEN = 2;

/** The statements that name each one, in their order. Asked for by every card, so looked up once. */
function whoNames(statements: readonly Statement[], ids: (s: Statement) => readonly Id[]): ReadonlyMap<Id, readonly Statement[]> {
  const found = new Map<Id, Statement[]>();
  for (const s of statements)
    for (const id of new Set(ids(s))) {
      const list = found.get(id) ?? [];
      list.push(s);
      found.set(id, list);
    }
  return found;
}

/**
 * Gathers it for the pages of one edition.
 *
 * @param written as compiled; `head.lang` is the language it is written in
 */
export function pageData(
  written: Dossier,
  poster: Poster,
  labels: PosterLabels,
  downloads: PageData["downloads"],
  editions: Editions,
): PageData {
  const { lang } = editions.own;
  // For the page everything is told in its own language where the dossier has it: names of places and of countries, and which languages are foreign.
  const dossier: Dossier = { ...withoutWithdrawn(written), head: { ...written.head, lang }, parties: written.parties.map(named) };
  const by = <T extends { readonly id: Id }>(list: readonly T[]) => {
    const map = new Map(list.map((x) => [x.id, x]));
    return (id: Id) => map.get(id);
  };
  const textLang = written.head.lang === lang ? undefined : written.head.lang;
  const place = by(dossier.places);
  const party = by(dossier.parties);
  const index = pageIndex(dossier);
  const answers = whoNames(dossier.statements, (s) => s.respondsTo);
  const naming = whoNames(dossier.statements, (s) => s.seeAlso.map((x) => x.id));
  const first = new Set(dossier.statements.slice(0, FIRST_SCREEN).map((s) => s.id));
  return {
    dossier,
    index,
    timeline: buildTimeline(dossier.head.period, dossier.head.focus, index),
    poster,
    labels,
    editions,
    textLang,
    downloads,
    statement: by(dossier.statements),
    event: by(dossier.events),
    place,
    party,
    placeName: (id) => {
      const p = place(id);
      return p ? placeName(p, dossier.head.lang) : id;
    },
    partyName: (id) => party(id)?.name ?? id,
    partyLang: (id) => (partyKey(id) in spoken().words ? undefined : textLang),
    withdrawn: withdrawn(written),
    titles: (id) => (first.has(id) ? Number.POSITIVE_INFINITY : 0),
    answers: (id) => answers.get(id) ?? [],
    related: (s, relation) => {
      const own = s.seeAlso.filter((x) => x.relation === relation).map((x) => x.id);
      if (relation === "cites") return own;
      return [
        ...new Set([
          ...own,
          ...(naming.get(s.id) ?? []).flatMap((o) => (o.seeAlso.some((x) => x.id === s.id && x.relation === relation) ? o.id : [])),
        ]),
      ];
    },
  };
}
