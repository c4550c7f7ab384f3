import { begins } from "../begins.ts";
import { dateOrder } from "../date-order.ts";
import type { DossierDate, Statement, StatedPosition } from "../types.ts";
import { type MapValue, mapsAt, pairsAt, wordAt, wordsAt } from "../read/value.ts";
import { dateAt, type Kept, oneOf, orEmpty, refAt, refsAt, sourcesAt, timeAt } from "./common.ts";

/** `lang`: the dossier's own, for a text that names none. */
export function buildStatement(m: MapValue, lang: string, kept: Kept): Statement {
  const party = orEmpty(m, "party");
  const parties = refsAt(m, "parties", "parties", kept);
  const topics = refsAt(m, "topics", "topics", kept);
  const stance = new Map(pairsAt(m, "stance").map(({ key, value }) => [key, value.text.trim()]));
  const place = refAt(m, "said_in", "places", kept);
  return {
    id: orEmpty(m, "id"),
    status: oneOf<Statement["status"]>(m, "status"),
    group: wordAt(m, "group"),
    party,
    parties: parties.length > 0 ? parties : [party],
    speaker: { name: orEmpty(m, "speaker.name"), role: wordAt(m, "speaker.role"), each: wordsAt(m, "speaker.each") },
    audience: wordsAt(m, "audience"),
    venue: wordAt(m, "venue"),
    date: dateAt(m, "date"),
    dateBasis: oneOf<Statement["dateBasis"]>(m, "date_basis"),
    dateNote: wordAt(m, "date_note"),
    time: timeAt(m, oneOf<"statement" | "publication" | "event">(m, "time_is")),
    timeNote: wordAt(m, "time_note"),
    saidIn: place === null ? null : { place, basis: oneOf<"stated" | "office">(m, "said_in_basis") },
    about: refsAt(m, "about", "places", kept),
    event: refAt(m, "event", "events", kept),
    topics,
    form: oneOf<Statement["form"]>(m, "form"),
    reportedBy: wordAt(m, "reported_by"),
    text: orEmpty(m, "text"),
    lang: wordAt(m, "lang") ?? lang,
    terms: wordsAt(m, "terms"),
    // In the order of the topics, so that the order of a table's columns changes nothing.
    stance: Object.fromEntries(topics.flatMap((t) => (stance.has(t) ? [[t, stance.get(t) ?? ""]] : []))),
    respondsTo: refsAt(m, "responds_to", "statements", kept),
    seeAlso: mapsAt(m, "see_also")
      .map((s) => ({ id: orEmpty(s, "id"), relation: oneOf<"cites" | "contradicts" | "same_matter">(s, "relation") }))
      .filter((s) => kept("statements", s.id)),
    sources: sourcesAt(m),
    editorNote: wordAt(m, "editor_note"),
    disagreement: wordAt(m, "disagreement"),
    supersededBy: refAt(m, "superseded_by", "statements", kept),
  };
}

const LAST = "9999-99-99";

/** By date, then as in the files; undated last. */
export function inOrder(statements: readonly Statement[]): readonly Statement[] {
  const key = (date: DossierDate | null): string => (date ? dateOrder(date) : LAST);
  return statements
    .map((statement, i) => ({ statement, i, key: key(statement.date) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i))
    .map(({ statement }) => statement);
}

/**
 * `dates`: of the statements in the dossier. A cited draft is not in it, so the position begins with the earliest that is. Who declined may
 * have done so in no statement of the record; then the day that is written counts.
 */
export function buildPosition(m: MapValue, dates: ReadonlyMap<string, DossierDate | null>, kept: Kept): StatedPosition {
  const statements = refsAt(m, "statements", "statements", kept);
  const kind = oneOf<StatedPosition["kind"]>(m, "kind");
  const written = kind === "declined" && statements.length === 0 ? dateAt(m, "valid_from") : null;
  return {
    id: orEmpty(m, "id"),
    party: orEmpty(m, "party"),
    topic: orEmpty(m, "topic"),
    kind,
    summary: orEmpty(m, "summary"),
    ...begins(written ? [written] : statements.flatMap((id) => dates.get(id) ?? [])),
    statements,
    changedFrom: refAt(m, "changed_from", "positions", kept),
    lastSearched: wordAt(m, "last_searched"),
  };
}
