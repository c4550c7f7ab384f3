import type { Kind } from "./schema.ts";
import { type MapValue, type Spot, type Value, valueAt } from "./read/value.ts";

/**
 * What becomes of a row when the row it names is left out:
 * `needs`: it is left out too; `needs-one`: it is left out when none of its list remains; `drops`: it stays and loses the reference.
 */
export type Bond = "needs" | "needs-one" | "drops";

export interface Reference {
  readonly from: Kind;
  /** Field names with a dot between; `[]` each item of a list, `{}` the keys of a mapping. */
  readonly path: string;
  readonly to: Kind;
  readonly bond: Bond;
}

/** Every field that names another record. Dangling ones and left-out ones are found by this one list. */
export const REFERENCES: readonly Reference[] = [
  { from: "parties", path: "seat", to: "places", bond: "drops" },
  { from: "events", path: "places[]", to: "places", bond: "needs-one" },
  { from: "events", path: "statements[]", to: "statements", bond: "drops" },
  { from: "statements", path: "party", to: "parties", bond: "needs" },
  { from: "statements", path: "parties[]", to: "parties", bond: "drops" },
  { from: "statements", path: "said_in", to: "places", bond: "drops" },
  { from: "statements", path: "about[]", to: "places", bond: "drops" },
  { from: "statements", path: "event", to: "events", bond: "drops" },
  { from: "statements", path: "topics[]", to: "topics", bond: "needs-one" },
  { from: "statements", path: "responds_to[]", to: "statements", bond: "drops" },
  { from: "statements", path: "see_also[].id", to: "statements", bond: "drops" },
  { from: "statements", path: "superseded_by", to: "statements", bond: "drops" },
  { from: "positions", path: "party", to: "parties", bond: "needs" },
  { from: "positions", path: "topic", to: "topics", bond: "needs" },
  { from: "positions", path: "statements[]", to: "statements", bond: "needs-one" },
  { from: "positions", path: "changed_from", to: "positions", bond: "drops" },
  { from: "terms", path: "entries[].party", to: "parties", bond: "drops" },
  { from: "terms", path: "entries[].statements[]", to: "statements", bond: "drops" },
  { from: "claims", path: "statements[]", to: "statements", bond: "drops" },
  { from: "corrections", path: "statement", to: "statements", bond: "drops" },
  { from: "story", path: "statements[]", to: "statements", bond: "needs-one" },
  { from: "story", path: "event", to: "events", bond: "drops" },
  { from: "story", path: "place", to: "places", bond: "drops" },
];

/** One record of each list, in words. */
export const ONE: Readonly<Record<Kind, string>> = {
  parties: "party",
  places: "place",
  topics: "topic",
  events: "event",
  statements: "statement",
  positions: "position",
  terms: "term",
  claims: "claim",
  corrections: "correction",
  story: "step of the story",
};

/** `a party`, `an event`. */
export const aRecord = (kind: Kind): string => `${kind === "events" ? "an" : "a"} ${ONE[kind]}`;

export interface Named {
  readonly id: string;
  readonly spot: Spot;
}

/** The ids a record names under a path of the form used in `Reference`. */
export function namedAt(map: MapValue, path: string): readonly Named[] {
  const [head = "", ...rest] = path.split("[].");
  const many = head.endsWith("[]");
  const value = valueAt(map, many ? head.slice(0, -2) : head);
  const items: readonly Value[] = value === null ? [] : many || rest.length > 0 ? (value.kind === "list" ? value.items : []) : [value];
  if (rest.length > 0) return items.flatMap((item) => (item.kind === "map" ? namedAt(item, rest.join("[].")) : []));
  return items.flatMap((item) => (item.kind === "text" && item.text.trim() !== "" ? [{ id: item.text.trim(), spot: item.spot }] : []));
}
