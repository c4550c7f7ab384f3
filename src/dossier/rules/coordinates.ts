import { boundsAt } from "../build/head.ts";
import { type MapValue, textAt, type TextValue, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Bounds } from "../types.ts";
import type { Rule } from "./rule.ts";

const NUMBER = /^-?\d{1,3}(\.\d+)?$/;

function advice(text: string): string {
  if (/^-?\d{1,3},\d+$/.test(text)) return `Write ${text.replace(",", ".")}, with a point.`;
  if (/[°'′"″]|[NSEWnsew]$/.test(text)) return "Write decimal degrees, e.g. 51.5072; south and west are negative.";
  return "Write decimal degrees, e.g. 51.5072.";
}

/** Latitude and longitude are decimal degrees on this globe, and not in each other's place. */
export const coordinates: Rule = (tables, report) => {
  const window = tables.head && boundsAt(tables.head, "window");
  const points = tables.rows.places.flatMap(({ map }) => {
    const lat = textAt(map, "lat");
    const lon = textAt(map, "lon");
    const numbers = [lat, lon].map((at) => at !== null && NUMBER.test(at.text.trim()));
    for (const at of [lat, lon]) {
      if (at && at.text.trim() !== "" && !NUMBER.test(at.text.trim())) {
        report({
          severity: "error",
          rule: "coordinate",
          at: at.spot,
          found: quoted(at.text),
          expected: "a number of degrees",
          fix: advice(at.text.trim()),
        });
      }
    }
    return lat && lon && numbers.every(Boolean) ? [{ map, lat, lon, y: Number(lat.text), x: Number(lon.text) }] : [];
  });
  for (const point of points) {
    const swap = (found: string): void =>
      report({
        severity: "error",
        rule: "lat-lon-swapped",
        at: point.lat.spot,
        found,
        expected: "latitude in lat, longitude in lon",
        fix: `They seem to have changed places. Write lat: ${point.lon.text.trim()} and lon: ${point.lat.text.trim()}.`,
      });
    const found = `lat ${point.lat.text.trim()}, lon ${point.lon.text.trim()}`;
    if (Math.abs(point.y) > 90 && Math.abs(point.y) <= 180 && Math.abs(point.x) <= 90) swap(found);
    else if (Math.abs(point.y) > 90) outOfRange(point.lat, "latitude from -90 to 90");
    else if (Math.abs(point.x) > 180) outOfRange(point.lon, "longitude from -180 to 180");
    else if (window && looksSwapped(point, window, points)) swap(found);
  }
  function outOfRange(at: TextValue, expected: string): void {
    report({
      severity: "error",
      rule: "coordinate",
      at: at.spot,
      found: quoted(at.text),
      expected,
      fix: "Check the number in the source of the coordinates.",
    });
  }
};

interface Point {
  readonly map: MapValue;
  readonly x: number;
  readonly y: number;
}

const inside = ([west, south, east, north]: Bounds, { x, y }: { x: number; y: number }): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/** Degrees, near enough to tell one country from another. */
const apart = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);

/**
 * A place may well be far away, and some far city lands in the window when exchanged, so that is not enough of a sign: the
 * other places of its country (of its zone, when it is the only one) must agree. Where the window does not tell, because both
 * readings lie in it, three of them must, and by their median, so that one wrong place does not accuse the right ones.
 */
function looksSwapped(point: Point, window: Bounds, points: readonly Point[]): boolean {
  const swapped = { x: point.y, y: point.x };
  if (!inside(window, swapped)) return false;
  const others = (field: string): readonly Point[] =>
    points.filter((o) => o !== point && wordAt(o.map, field) === wordAt(point.map, field));
  const country = others("country");
  const neighbours = country.length > 0 ? country : others("zone");
  const far = (from: { x: number; y: number }): number[] => neighbours.map((n) => apart(n, from)).sort((a, b) => a - b);
  if (!inside(window, point)) {
    const [near = Number.POSITIVE_INFINITY] = far(swapped);
    return near < 5 && near * 3 < (far(point)[0] ?? 0);
  }
  const median = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? 0;
  return neighbours.length >= 3 && median(far(swapped)) * 3 < median(far(point));
}
