import { type MapValue, textAt, type TextValue, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Bounds } from "../types.ts";
import { inside } from "./layer-place.ts";
import { placesTurned } from "./places-order.ts";
import type { Rule } from "./rule.ts";
import { DEGREES, windowOf } from "./window-order.ts";

function advice(text: string): string {
  if (/^-?\d{1,3},\d+$/.test(text)) return `Write ${text.replace(",", ".")}, with a point.`;
  if (/^[−–]\d/.test(text)) return `Write -${text.slice(1)}, with the sign of the keyboard.`;
  if (/^\+\d/.test(text)) return `Write ${text.slice(1)}, without the sign.`;
  if (/[°'′"″]|[NSEWnsew]$/.test(text)) return "Write decimal degrees, e.g. 51.5072; south and west are negative.";
  const [, lat, lon] = /^(-?\d{1,3}\.\d+)[\s,;]+(-?\d{1,3}\.\d+)$/.exec(text) ?? [];
  if (lat) return `Two numbers are two fields: write lat: ${lat} and lon: ${lon}.`;
  if (/^-?\d{4,}$/.test(text)) return "The decimal point is missing: write it after the degrees, e.g. 51.5072.";
  return "Write decimal degrees, e.g. 51.5072.";
}

/** Latitude and longitude are decimal degrees on this globe, and not in each other's place. */
export const coordinates: Rule = (tables, report) => {
  const window = windowOf(tables);
  const points = tables.rows.places.flatMap(({ map }) => {
    const lat = textAt(map, "lat");
    const lon = textAt(map, "lon");
    const numbers = [lat, lon].map((at) => at !== null && DEGREES.test(at.text.trim()));
    for (const at of [lat, lon]) {
      if (at && at.text.trim() !== "" && !DEGREES.test(at.text.trim())) {
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
  const turned = placesTurned(tables);
  const first = points[0];
  if (turned > 0 && first)
    report({
      severity: "error",
      rule: "lat-lon-swapped",
      at: first.lat.spot,
      found: `${turned} of ${points.length} places, which lie on their map only with lat and lon exchanged`,
      expected: "latitude in lat, longitude in lon",
      fix: "Exchange the words lat and lon in all of places.yaml; the layers are right.",
    });
  const sign = turned > 0 ? (): null => null : swapSigns(points, window);
  for (const point of points) {
    const { lat, lon, x, y } = point;
    const impossible = turned === 0 && Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90;
    const swapped = impossible ? "error" : Math.abs(y) > 90 || Math.abs(x) > 180 ? null : sign(point);
    if (swapped) {
      report({
        severity: swapped,
        rule: "lat-lon-swapped",
        at: lat.spot,
        found: `lat ${lat.text.trim()}, lon ${lon.text.trim()}`,
        expected: "latitude in lat, longitude in lon",
        fix: `They seem to have changed places. Write lat: ${lon.text.trim()} and lon: ${lat.text.trim()}${swapped === "error" ? "" : ", unless it does lie far away"}.`,
      });
    } else if (x === 0 && y === 0) {
      report({
        severity: "warning",
        rule: "coordinate",
        at: lat.spot,
        found: "0, 0",
        expected: "where the place is",
        fix: "That is in the sea off Africa, and mostly means that the numbers were missing. Fill them in.",
      });
    } else if (turned > 0) continue;
    else if (Math.abs(y) > 90) outOfRange(lat, "latitude from -90 to 90");
    else if (Math.abs(x) > 180) outOfRange(lon, "longitude from -180 to 180");
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

/** Degrees, near enough to tell one country from another. */
const apart = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Places looked at beside one; more would tell nothing new. */
const MOST_NEIGHBOURS = 200;

/**
 * Whether a place looks as if its latitude and longitude had changed places.
 *
 * A place may well be far away, and some far city lands in the window when exchanged, so that is not enough of a sign: the
 * other places of its country (of its zone, when it is the only one) must agree, and when there are none it is but a warning.
 * Where the window does not tell, because both readings lie in it, three of them must, and by their median, so that one wrong
 * place does not accuse the right ones.
 */
function swapSigns(points: readonly Point[], window: Bounds | null): (point: Point) => "error" | "warning" | null {
  const groups = new Map<string, Point[]>();
  const keys = ({ map }: Point): readonly string[] => [`country ${wordAt(map, "country")}`, `zone ${wordAt(map, "zone")}`];
  for (const point of points)
    for (const key of keys(point))
      groups
        .set(key, groups.get(key) ?? [])
        .get(key)
        ?.push(point);
  return (point) => {
    const swapped = { x: point.y, y: point.x };
    if (!window || !inside(window, swapped.x, swapped.y)) return null;
    const [country = [], zone = []] = keys(point).map((key) =>
      groups
        .get(key)
        ?.slice(0, MOST_NEIGHBOURS)
        .filter((other) => other !== point),
    );
    const neighbours = country.length > 0 ? country : zone;
    const far = (from: { x: number; y: number }): number[] => neighbours.map((n) => apart(n, from)).sort((a, b) => a - b);
    if (!inside(window, point.x, point.y)) {
      const [near] = far(swapped);
      if (near === undefined) return "warning";
      return near < 5 && near * 3 < (far(point)[0] ?? 0) ? "error" : null;
    }
    const median = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? 0;
    return neighbours.length >= 3 && median(far(swapped)) * 3 < median(far(point)) ? "error" : null;
  };
}
