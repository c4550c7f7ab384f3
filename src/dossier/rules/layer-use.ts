import { isDay } from "../calendar.ts";
import { nearest } from "../nearest.ts";
import { type Say, written } from "./layer-problems.ts";

/** What a layer's entry says of it, and what its features may name. */
export interface LayerFacts {
  readonly id: string | null;
  readonly kind: string | null;
  /** The day at which the data stands, where it is told. */
  readonly updated: string | null;
  readonly ids: {
    /** By id: what each is called. */
    readonly parties: ReadonlyMap<string, string>;
    /** Where each place lies, as longitude and latitude; numbers that are none where it does not say. */
    readonly places: ReadonlyMap<string, readonly [lon: number, lat: number]>;
    /** Of the features of all layers. */
    readonly features: ReadonlySet<string>;
    /** Whose each seat and area is, by the feature's id. */
    readonly owners: ReadonlyMap<string, string>;
  };
}

/** The shape without which a feature of these layers is drawn nowhere. */
const SHAPE: Readonly<Record<string, string>> = { countries: "Polygon", lakes: "Polygon", places: "Point" };

/** Years after the day of the data: a treaty may end in them, and no line was ever known to end later. */
const MOST_AHEAD = 100;
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** A feature has the shape that its layer is drawn by, and names parties and places that there are: otherwise nobody would see it. */
export function checkUse(
  geometry: unknown,
  properties: Readonly<Record<string, unknown>>,
  path: string,
  name: string,
  { id, kind, ids, updated }: LayerFacts,
  say: Say,
): void {
  const type = (geometry as { type?: unknown } | null | undefined)?.type;
  const shape = id !== null && kind === "region" && Object.hasOwn(SHAPE, id) ? SHAPE[id] : undefined;
  if (shape && typeof type === "string" && /^(Multi)?(Point|LineString|Polygon)$/.test(type) && type.replace("Multi", "") !== shape)
    say({
      path: `${path}.geometry`,
      severity: "warning",
      rule: "layer-shape",
      found: `${name}: ${type}`,
      expected: `${shape} in the layer "${id}"`,
      fix: "It is not drawn. Export it with that shape, or put it in a layer with another id.",
    });
  if (kind === "disputed" && typeof type === "string" && /Point$/.test(type))
    say({
      path: `${path}.geometry`,
      severity: "warning",
      rule: "layer-shape",
      found: `${name}: ${type}`,
      expected: "a line or an area",
      fix: "It is not drawn. Export it as one of them; a point is a place of places.yaml.",
    });
  const from = properties["validFrom"];
  if (kind === "disputed" && typeof from === "string" && isDay(from) && updated !== null && from > updated)
    say({
      path: `${path}.properties.validFrom`,
      severity: "warning",
      rule: "disputed",
      found: `${name}: validFrom "${from}"`,
      expected: `a day up to ${updated}, at which the data stands`,
      fix: "It is shown on no day before. Check the year.",
    });
  const until = properties["validTo"];
  if (kind === "disputed" && typeof until === "string" && isDay(until) && updated !== null && yearOf(until) - yearOf(updated) > MOST_AHEAD)
    say({
      path: `${path}.properties.validTo`,
      severity: "warning",
      rule: "disputed",
      found: `${name}: validTo "${until}"`,
      expected: "the last day on which it stood; null where it still does",
      fix: "Check the year, or write null without quotation marks.",
    });
  if (kind === "parties") checkParties(geometry, properties, path, name, ids, say);
  if (kind === "region" && id === "places") checkName(properties, path, name, say);
  if (kind === "region" && id === "borders") for (const side of ["a", "b"]) checkSide(side, properties, path, name, ids, say);
}

type Properties = Readonly<Record<string, unknown>>;

/** Tells of a property of a feature. */
type Warn = (key: string, found: string, expected: string, fix: string, near?: string | null) => void;

/** What a layer of parties holds, and the shape of each. */
const PARTY_SHAPES: Readonly<Record<string, RegExp>> = { seat: /^Point$/, area: /^(Multi)?Polygon$/ };

/** So many degrees from its place a seat is not in it. */
const FAR = 1;

/** A feature of a party's: a seat or an area of a party that there is, at a place that there is. */
function checkParties(geometry: unknown, properties: Properties, path: string, name: string, ids: LayerFacts["ids"], say: Say): void {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const warn: Warn = (key, found, expected, fix, near = null) =>
    say({
      path: properties[key] === undefined ? path : `${path}.properties.${key}`,
      severity: "warning",
      rule: key === "kind" ? "layer-shape" : "layer-reference",
      found: found.slice(0, 120),
      expected,
      fix,
      nearest: near,
    });
  for (const [key, there] of [
    ["party", ids.parties],
    ["place", ids.places],
  ] as const) {
    const value = properties[key];
    if (key === "place" && (value === undefined || value === null)) continue;
    if (typeof value === "string" && there.has(value)) continue;
    const found = value === undefined ? `${name} without "${key}"` : `${name}: ${key} ${written(value)}`;
    const near = typeof value === "string" ? nearest(value, there.keys()) : null;
    warn(key, found, `the id of a ${key}`, "It is not drawn. Correct the id, or remove the feature.", near);
  }
  const area = properties["areaFeature"];
  if (area !== undefined && area !== null && !(typeof area === "string" && ids.features.has(area)))
    warn(
      "areaFeature",
      `${name}: areaFeature ${written(area)}`,
      "the id of a feature of a layer",
      "The party has no area on its map. Correct the id, or remove the property.",
      typeof area === "string" ? nearest(area, ids.features) : null,
    );
  isOwn(properties, name, ids, warn);
  const place = ids.places.get(String(properties["place"]));
  if (place && type === "Point" && Array.isArray(coordinates)) {
    const [lon, lat] = coordinates as readonly unknown[];
    if (typeof lon === "number" && typeof lat === "number" && Math.hypot(lon - place[0], lat - place[1]) > FAR)
      warn(
        "place",
        `${name} at [${lon}, ${lat}]`,
        `the place "${String(properties["place"])}", at [${place.join(", ")}]`,
        "The seat stands somewhere else than its place. Correct the one that is wrong; longitude comes first in a layer.",
      );
  }
  const kind = properties["kind"];
  const shape = typeof kind === "string" && Object.hasOwn(PARTY_SHAPES, kind) ? PARTY_SHAPES[kind] : undefined;
  if (!shape)
    warn(
      "kind",
      kind === undefined ? `${name} without "kind"` : `${name}: kind ${written(kind)}`,
      "seat or area",
      "It is not drawn. Write which of the two it is.",
      typeof kind === "string" ? nearest(kind, Object.keys(PARTY_SHAPES)) : null,
    );
  else if (typeof type === "string" && !shape.test(type))
    warn(
      "kind",
      `${name}: kind ${kind}, ${type}`,
      `${kind === "seat" ? "Point" : "Polygon"} with kind: ${kind}`,
      "It is not drawn. Export it with that shape.",
    );
}

/** A seat or an area is the party's own: it is not called as another one is, and stands for no area of another. */
function isOwn(properties: Properties, name: string, ids: LayerFacts["ids"], warn: Warn): void {
  const { party, areaFeature, names } = properties;
  if (typeof party !== "string" || !ids.parties.has(party)) return;
  const called = [names ?? []].flatMap((value) => Object.values(value)).filter((word) => typeof word === "string");
  const others = [...ids.parties].filter(([id, word]) => id !== party && word !== "" && called.includes(word));
  const other = called.includes(ids.parties.get(party)!) ? undefined : others[0];
  if (other)
    warn(
      "party",
      `${name}: party ${written(party)}, and the name ${written(other[1])}`,
      `"${other[0]}", the party of that name`,
      "Correct the id, or the name: one party's land is drawn for another.",
    );
  const owner = typeof areaFeature === "string" ? ids.owners.get(areaFeature) : undefined;
  if (owner !== undefined && owner !== party)
    warn(
      "areaFeature",
      `${name} of ${written(party)}: areaFeature ${written(areaFeature)} of ${written(owner)}`,
      "the id of an area of the same party",
      "Correct the id: one party's land is drawn for another.",
    );
}

/** What a name on the map is a name of. */
const NAMED = ["country", "capital", "city", "town", "village", "world", "sea", "lake", "river", "range"];

/** A point of the names' layer has a name, and a kind that says how it is written. */
function checkName(properties: Properties, path: string, name: string, say: Say): void {
  const { kind, names } = properties;
  const warn = (key: string, found: string, expected: string, fix: string, near: string | null = null): void =>
    say({
      path: properties[key] === undefined ? path : `${path}.properties.${key}`,
      severity: "warning",
      rule: "layer-name",
      found,
      expected,
      fix,
      nearest: near,
    });
  if (typeof kind !== "string" || !NAMED.includes(kind)) {
    const found = kind === undefined ? `${name} without "kind"` : `${name}: kind ${written(kind).slice(0, 60)}`;
    const near = typeof kind === "string" ? nearest(kind, NAMED) : null;
    warn("kind", found, `one of ${NAMED.join(", ")}`, "The name is not drawn. Write the kind that comes nearest.", near);
  }
  // One that is no mapping has its own message.
  if (names === undefined || names === null || (typeof names === "object" && Object.keys(names).length === 0))
    warn("names", `${name} without "names"`, "a name in the dossier's language", "Its id is written on the map. Add the name.");
}

/** The states on the sides of a border need not be parties; an id that is nearly one was meant to be. */
function checkSide(side: string, properties: Properties, path: string, name: string, ids: LayerFacts["ids"], say: Say): void {
  const value = properties[side];
  if (typeof value !== "string" || ids.parties.has(value)) return;
  const near =
    value.length > 3
      ? nearest(
          value,
          [...ids.parties.keys()].filter((id) => id.length > 3),
        )
      : null;
  if (near !== null)
    say({
      path: `${path}.properties.${side}`,
      severity: "warning",
      rule: "layer-reference",
      found: `${name}: ${side} ${written(value).slice(0, 60)}`,
      expected: "the id of a party, where the state is one",
      fix: "It outlines no party. Correct the id.",
      nearest: near,
    });
}
