import { booleanPointInPolygon, pointToPolygonDistance } from "@turf/turf";
import type { MultiPolygon, Position } from "geojson";
import { nearest } from "../nearest.ts";
import { type TextValue, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Tables } from "../tables.ts";
import { offsetsOn } from "./clock-of-place.ts";
import { inside } from "./layer-place.ts";
import { placesTurned } from "./places-order.ts";
import type { Rule } from "./rule.ts";
import { windowOf } from "./window-order.ts";

interface Country {
  readonly names: readonly string[];
  readonly area: MultiPolygon;
}

/** Degrees from its country's outline, however coarsely that is drawn, within which a place may lie. */
const NEAR = 0.5;
/** Hours by which a zone's clock may be off the sun's: the west of China is three behind its own. */
const MOST_HOURS = 4;
/** Near the poles any clock will do. */
const POLAR = 75;

const isRing = (value: unknown): value is Position[] =>
  Array.isArray(value) && value.length > 3 && value.every((p) => Array.isArray(p) && typeof p[0] === "number" && typeof p[1] === "number");

/** The land as the map draws it: what each country is called, and its areas. Whatever is wrong with the layer is told by other rules. */
function countriesOf({ rows, layers }: Tables): readonly Country[] {
  const entry = rows.layers.find(({ map }) => wordAt(map, "id") === "countries");
  const text = entry && layers.get(`layers/${wordAt(entry.map, "file")}`);
  try {
    const { features } = JSON.parse(text ?? "") as {
      features: readonly { properties: { names: object }; geometry: { type: string; coordinates: unknown[] } }[];
    };
    return features.flatMap(({ properties, geometry }) => {
      const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
      const polygons = parts.filter((p): p is Position[][] => Array.isArray(p) && p.every(isRing));
      const names = Object.values(properties.names ?? {}).filter((name) => typeof name === "string");
      return names.length > 0 && polygons.length > 0 ? [{ names, area: { type: "MultiPolygon", coordinates: polygons } }] : [];
    });
  } catch {
    return [];
  }
}

/** How far a point is from a country, in degrees of a great circle; 0 = in it, which is soon known of most. */
const away = ({ area }: Country, lon: number, lat: number): number =>
  booleanPointInPolygon([lon, lat], area) ? 0 : pointToPolygonDistance([lon, lat], area, { units: "degrees" });

/** Hours by which a zone's clock differs from UTC, in winter and in summer. */
const hoursOf = (zone: string): readonly number[] =>
  ["2023-01-15", "2023-07-15"].flatMap((day) =>
    [...offsetsOn(zone, day)].map((offset) => {
      const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
      return (hours + minutes / 60) * (offset.startsWith("-") ? -1 : 1);
    }),
  );

/** A place lies in the country that it names, and the clock of its zone is one of its own longitude. */
export const whereabouts: Rule = (tables, report) => {
  if (placesTurned(tables) > 0) return;
  const countries = countriesOf(tables);
  const window = windowOf(tables);
  const names = countries.flatMap((c) => c.names);
  for (const { map } of tables.rows.places) {
    const [lat, lon] = ["lat", "lon"].map((key) => Number(wordAt(map, key) ?? "x")) as [number, number];
    const [country, zone, at] = [textAt(map, "country"), textAt(map, "zone"), textAt(map, "lat")];
    if (!at || !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) continue;
    const say = ({ spot }: TextValue, found: string, expected: string, fix: string, near: string | null = null): void =>
      report({ severity: "warning", rule: "whereabouts", at: spot, found, expected, fix, nearest: near });
    const word = country?.text.trim() ?? "";
    const own = countries.find((c) => c.names.some((name) => name.toLowerCase() === word.toLowerCase()));
    const near = own || !country ? null : nearest(word, names);
    if (near !== null && country)
      say(country, quoted(word), "a country by the name it has on the map", "Correct it, if it is the same.", near);
    // The layer ends at the window's edge: of what lies beyond only a lost or an added minus can be told.
    const within = window !== null && inside(window, lon, lat);
    const turned =
      within || (own && away(own, lon, lat) <= NEAR)
        ? undefined
        : [
            [-lon, lat],
            [lon, -lat],
            [-lon, -lat],
          ].find(([x, y]) => own && away(own, x!, y!) === 0);
    if (own && wordAt(map, "precision") !== "region" && (within ? away(own, lon, lat) > NEAR : turned)) {
      const other = countries.find((c) => away(c, lon, lat) === 0);
      say(
        at,
        `lat ${lat}, lon ${lon}, ${turned ? `which is far from ${word}` : other ? `in ${other.names[0]}` : "in none of the countries of the map"}`,
        `a point in ${word}`,
        turned
          ? `Check the signs: lat ${turned[1]}, lon ${turned[0]} lies in it.`
          : away(own, lat, lon) === 0
            ? `Exchange the two: lat ${lon}, lon ${lat} lies in it.`
            : "Check each digit of lat and lon; or correct country.",
      );
    }
    const apart = hoursOf(zone?.text.trim() ?? "").map((h) => Math.abs(((h - lon / 15 + 36) % 24) - 12));
    if (zone && apart.length > 0 && Math.abs(lat) < POLAR && Math.min(...apart) > MOST_HOURS) {
      const hours = Math.round(lon / 15);
      const sign = /^Etc\/GMT[+-]/.test(zone.text.trim()) ? " In Etc/GMT+4 the sign says the opposite: it is UTC-4." : "";
      say(
        zone,
        quoted(zone.text),
        `a time zone of longitude ${lon}, near UTC${hours < 0 ? "" : "+"}${hours}`,
        `Hours are told by this clock. Correct the zone, or the longitude.${sign}`,
      );
    }
  }
};
