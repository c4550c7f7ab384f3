import type { Claim, Correction, DossierEvent, Party, Place, StoryStep, Term, Topic } from "../types.ts";
import { type MapValue, mapsAt, wordAt, wordsAt } from "../read/value.ts";
import { dateAt, type Kept, namesAt, oneOf, orEmpty, refAt, refsAt, sourcesAt, timeAt } from "./common.ts";

export function buildParty(m: MapValue, kept: Kept): Party {
  const light = wordAt(m, "colour.light");
  const dark = wordAt(m, "colour.dark");
  return {
    id: orEmpty(m, "id"),
    code: orEmpty(m, "code"),
    name: orEmpty(m, "name"),
    kind: orEmpty(m, "kind"),
    seat: refAt(m, "seat", "places", kept),
    colour: light && dark ? { light, dark } : null,
    note: wordAt(m, "note"),
    officeHolders: mapsAt(m, "office_holders").map((o) => ({
      name: orEmpty(o, "name"),
      role: orEmpty(o, "role"),
      asOf: orEmpty(o, "as_of"),
    })),
  };
}

export function buildPlace(m: MapValue): Place {
  const precisionM = wordAt(m, "precision_m");
  return {
    id: orEmpty(m, "id"),
    names: namesAt(m, "names"),
    labels: namesAt(m, "labels"),
    kind: orEmpty(m, "kind"),
    country: orEmpty(m, "country"),
    lat: Number(wordAt(m, "lat")),
    lon: Number(wordAt(m, "lon")),
    precision: oneOf<Place["precision"]>(m, "precision"),
    precisionM: precisionM === null ? null : Number(precisionM),
    coordSource: orEmpty(m, "coord_source"),
    zone: orEmpty(m, "zone"),
    note: wordAt(m, "note"),
  };
}

export const buildTopic = (m: MapValue): Topic => ({
  id: orEmpty(m, "id"),
  name: orEmpty(m, "name"),
  description: orEmpty(m, "description"),
});

/** null when the event has no date, which its rule has reported. */
export function buildEvent(m: MapValue, kept: Kept): DossierEvent | null {
  const date = dateAt(m, "date");
  return (
    date && {
      id: orEmpty(m, "id"),
      title: orEmpty(m, "title"),
      date,
      time: timeAt(m, "event"),
      timeNote: wordAt(m, "time_note"),
      places: refsAt(m, "places", "places", kept),
      summary: orEmpty(m, "summary"),
      statements: refsAt(m, "statements", "statements", kept),
      sources: sourcesAt(m),
      certainty: oneOf<DossierEvent["certainty"]>(m, "certainty"),
      certaintyNote: wordAt(m, "certainty_note"),
    }
  );
}

export const buildTerm = (m: MapValue, kept: Kept): Term => ({
  id: orEmpty(m, "id"),
  thing: orEmpty(m, "thing"),
  neutralLabel: orEmpty(m, "neutral_label"),
  entries: mapsAt(m, "entries")
    .map((e) => ({
      party: orEmpty(e, "party"),
      term: orEmpty(e, "term"),
      statements: refsAt(e, "statements", "statements", kept),
      note: wordAt(e, "note"),
    }))
    .filter((e) => kept("parties", e.party) && e.statements.length > 0),
});

export const buildClaim = (m: MapValue, kept: Kept): Claim => ({
  n: Number(wordAt(m, "n")),
  claim: orEmpty(m, "claim"),
  status: orEmpty(m, "status"),
  note: wordAt(m, "note"),
  statements: refsAt(m, "statements", "statements", kept),
});

export const buildCorrection = (m: MapValue, kept: Kept): Correction => ({
  date: orEmpty(m, "date"),
  statement: refAt(m, "statement", "statements", kept),
  what: orEmpty(m, "what"),
  why: orEmpty(m, "why"),
});

/** null when its days cannot be told, which its rule has reported. */
export function buildStoryStep(m: MapValue, kept: Kept): StoryStep | null {
  const days = dateAt(m, "days");
  const [lat, lng, zoom] = wordsAt(m, "camera").map(Number);
  return (
    days && {
      title: orEmpty(m, "title"),
      text: orEmpty(m, "text"),
      statements: refsAt(m, "statements", "statements", kept),
      from: days.min,
      to: days.max,
      event: refAt(m, "event", "events", kept),
      place: refAt(m, "place", "places", kept),
      camera: lat !== undefined && lng !== undefined && zoom !== undefined ? { lat, lng, zoom } : null,
    }
  );
}
