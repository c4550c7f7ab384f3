/** What a field may hold. `of`: the only texts allowed. `most`: characters. `hash`: it begins with `#`. */
export type Field =
  | { readonly is: "text"; readonly need?: true; readonly of?: readonly string[]; readonly most?: number; readonly hash?: true }
  | { readonly is: "words"; readonly need?: true }
  | { readonly is: "pairs"; readonly need?: true }
  | { readonly is: "map"; readonly need?: true; readonly fields: Fields }
  | { readonly is: "maps"; readonly need?: true; readonly fields: Fields };
export type Fields = { readonly [name: string]: Field };

const text: Field = { is: "text" };
const needed: Field = { is: "text", need: true };
/** What headings and marks are made of: longer ones would leave no room for what they stand over. */
const short = (most: number): Field => ({ is: "text", need: true, most });
const colour: Field = { is: "text", need: true, hash: true };
const words: Field = { is: "words" };
const oneOf = (...of: string[]): Field => ({ is: "text", of });
const needOneOf = (...of: string[]): Field => ({ is: "text", need: true, of });

const SOURCE: Fields = {
  url: needed,
  publisher: needed,
  title: text,
  description: text,
  lang: needed,
  published: text,
  published_basis: oneOf("page", "address", "text", "uncertain"),
  type: oneOf("official", "agency", "press"),
  level: needOneOf("primary", "secondary", "tertiary"),
  archive_url: text,
  locator: text,
};
const SOURCES: Field = { is: "maps", need: true, fields: SOURCE };

const LAYER: Fields = {
  id: needed,
  file: needed,
  kind: needOneOf("region", "parties", "disputed", "world"),
  title: needed,
  attribution: needed,
  licence: needed,
};

export const HEAD: Fields = {
  format: needOneOf("1"),
  id: needed,
  title: short(200),
  dek: short(1000),
  lang: needed,
  languages: { is: "words", need: true },
  updated: needed,
  period: needed,
  focus: needed,
  axis_zone: { is: "map", need: true, fields: { id: needed, label: needed } },
  window: { is: "words", need: true },
  opening: { is: "words", need: true },
  notes: short(1000),
  licence: needed,
  coverage: words,
  method: words,
  credits: words,
  contact: text,
  report: text,
  site: text,
  aliases: { is: "pairs" },
  uses: { is: "maps", fields: { id: needed, names: { is: "pairs", need: true } } },
  layers: { is: "maps", fields: LAYER },
};

const PARTY: Fields = {
  id: needed,
  code: needed,
  name: short(120),
  kind: needed,
  seat: text,
  colour: { is: "map", fields: { light: colour, dark: colour } },
  note: text,
  office_holders: { is: "maps", fields: { name: needed, role: needed, as_of: needed } },
};

const PLACE: Fields = {
  id: needed,
  names: { is: "pairs", need: true },
  labels: { is: "pairs" },
  kind: needed,
  country: needed,
  lat: needed,
  lon: needed,
  precision: needOneOf("building", "site", "village", "town", "city", "region", "approximate"),
  precision_m: text,
  coord_source: needed,
  zone: needed,
  note: text,
};

const STATEMENT: Fields = {
  id: needed,
  status: needOneOf("draft", "published", "superseded", "withdrawn"),
  superseded_by: text,
  embargo: text,
  group: text,
  party: needed,
  parties: words,
  speaker: { is: "map", need: true, fields: { name: short(200), role: text, each: words } },
  audience: words,
  venue: text,
  date: text,
  date_basis: needOneOf("said", "published", "reported", "inferred", "undated"),
  date_note: text,
  time: text,
  utc_offset: text,
  time_is: oneOf("statement", "publication", "event"),
  time_note: text,
  said_in: text,
  said_in_basis: oneOf("stated", "office"),
  about: words,
  event: text,
  topics: { is: "words", need: true },
  form: needOneOf("verbatim", "official_translation", "our_translation", "machine_translation_checked", "paraphrase", "reported"),
  reported_by: text,
  text: short(5000),
  lang: text,
  terms: words,
  stance: { is: "pairs" },
  responds_to: words,
  see_also: { is: "maps", fields: { id: needed, relation: needOneOf("cites", "contradicts", "same_matter") } },
  sources: SOURCES,
  editor_note: text,
  disagreement: text,
};

const EVENT: Fields = {
  id: needed,
  title: short(200),
  date: needed,
  time: text,
  utc_offset: text,
  time_note: text,
  places: { is: "words", need: true },
  summary: needed,
  statements: words,
  sources: SOURCES,
  certainty: needOneOf("stated", "reported by one side", "disputed"),
  certainty_note: text,
};

const POSITION: Fields = {
  id: needed,
  party: needed,
  topic: needed,
  kind: needOneOf("stated", "conflicting", "declined", "none_found", "not_searched"),
  summary: { is: "text", need: true, most: 140 },
  valid_from: text,
  statements: words,
  changed_from: text,
  last_searched: text,
};

const TERM: Fields = {
  id: needed,
  thing: needed,
  neutral_label: needed,
  entries: { is: "maps", need: true, fields: { party: needed, term: needed, statements: { is: "words", need: true }, note: text } },
};

/** The lists of records of a dossier, in the order they are read and counted. */
export const KINDS = [
  "parties",
  "places",
  "topics",
  "events",
  "statements",
  "positions",
  "terms",
  "claims",
  "corrections",
  "story",
] as const;
export type Kind = (typeof KINDS)[number];
/** Lists without which there is no dossier; the others may be missing. */
export const REQUIRED: ReadonlySet<Kind> = new Set(["parties", "places", "topics", "statements"]);

/** Every field of every record, by the names the files use. What is not here is an unknown key. */
export const FIELDS: Readonly<Record<Kind | "layers", Fields>> = {
  parties: PARTY,
  places: PLACE,
  topics: { id: needed, name: short(120), description: needed },
  events: EVENT,
  statements: STATEMENT,
  positions: POSITION,
  terms: TERM,
  claims: { n: needed, claim: needed, status: needed, note: text, statements: words },
  corrections: { date: needed, statement: text, what: needed, why: needed },
  story: {
    title: { is: "text", need: true, most: 60 },
    text: { is: "text", need: true, most: 400 },
    statements: { is: "words", need: true },
    days: needed,
    event: text,
    place: text,
    camera: words,
  },
  layers: LAYER,
};
