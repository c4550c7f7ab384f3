import { quoted } from "../show.ts";
import type { Bounds } from "../types.ts";
import { isLanguage } from "./languages.ts";
import { featureName, written, type Say } from "./layer-problems.ts";

/** Whether a point lies in a box, its edges included. */
export const inside = ([west, south, east, north]: Bounds, x: number, y: number): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/** Positions looked at in a layer: enough to tell whether it lies in the window. */
const MOST_POSITIONS = 20_000;

/** Pairs of numbers in a geometry, however deep. A stack of its own: brackets nest deeper than the platform's. */
export function positions(features: readonly unknown[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  const stack: unknown[] = features.map((f) => (f as { geometry?: unknown } | null)?.geometry);
  while (stack.length > 0 && found.length < MOST_POSITIONS) {
    const value = stack.pop();
    if (Array.isArray(value)) {
      const [x, y] = value;
      if (typeof x === "number" && typeof y === "number") found.push([x, y]);
      else for (const inner of value) stack.push(inner);
    } else if (typeof value === "object" && value !== null) {
      const { coordinates, geometries } = value as { coordinates?: unknown; geometries?: unknown };
      stack.push(coordinates, geometries);
    }
  }
  return found;
}

type Places = ReadonlyMap<string, readonly [lon: number, lat: number]>;
/** Degrees within which a name stands at its place. */
const AT = 0.1;

/**
 * One feature among others that was written latitude first. A line or an area shows it by where it lies; a point that would lie in the
 * window may be a far city's, and shows it only when a place of the dossier is there.
 */
function turnedAlone(feature: unknown, i: number, window: Bounds, places: Places, say: Say): void {
  const all = positions([feature]);
  const [first] = all;
  if (!first || all.some(([x, y]) => inside(window, x, y)) || !all.every(([x, y]) => inside(window, y, x))) return;
  const [x, y] = first;
  if (all.length === 1 && ![...places.values()].some(([lon, lat]) => Math.hypot(y - lon, x - lat) < AT)) return;
  say({
    path: `features[${i}].geometry`,
    severity: "error",
    rule: "lat-lon-swapped",
    found: `${featureName(feature, i)} at [${x}, ${y}], outside the window`,
    expected: "[longitude, latitude]",
    fix: `They seem to have changed places: [${y}, ${x}] lies in the window. Write longitude first.`,
  });
}

/** A layer of which nothing lies in the window, and all of it would with latitude first, was written latitude first. */
export function checkPlace(features: readonly unknown[], window: Bounds | null, places: Places, say: Say): void {
  if (!window) return;
  const all = positions(features);
  if (all.length === 0) return;
  if (all.some(([x, y]) => inside(window, x, y))) {
    for (const [i, feature] of features.entries()) turnedAlone(feature, i, window, places, say);
    return;
  }
  const [x, y] = all[0]!;
  if (!all.every(([x, y]) => inside(window, y, x))) {
    const onGlobe = all.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
    if (onGlobe && all.length < MOST_POSITIONS && apart(all, window))
      say({
        path: "",
        severity: "warning",
        rule: "layer-outside",
        found: `[${x}, ${y}] and every other position outside the window`,
        expected: `something of the layer in the window ${window.join(", ")}`,
        fix: "Nothing of it is seen. Check that it is in longitude and latitude, and of this region.",
      });
    return;
  }
  say({
    path: "",
    severity: "error",
    rule: "lat-lon-swapped",
    found: `[${x}, ${y}] and every other position outside the window`,
    expected: "[longitude, latitude]",
    fix: `They seem to have changed places: [${y}, ${x}] lies in the window. Export the layer again, longitude first.`,
  });
}

/** Whether a layer lies wholly on one side of the window: a great area may hold all of it and have no corner inside. */
const apart = (all: readonly (readonly [number, number])[], [west, south, east, north]: Bounds): boolean =>
  all.every(([x]) => x < west) || all.every(([x]) => x > east) || all.every(([, y]) => y < south) || all.every(([, y]) => y > north);

const isWords = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((v) => typeof v === "string");
const isNumber = (value: unknown): boolean => typeof value === "number" && value >= 0;

/** What the map reads of a feature beyond its shape, and what each must be. */
const READ: readonly (readonly [string, (value: unknown) => boolean, string])[] = [
  ["names", isWords, "texts by language"],
  ["labels", isWords, "texts by who uses them"],
  ["minzoom", isNumber, "a number from 0"],
  ["rank", isNumber, "a number from 0"],
  ["precision_m", isNumber, "a number of metres"],
];

/** The properties that the map reads have the form it reads. */
export function checkRead(properties: Readonly<Record<string, unknown>>, path: string, name: string, disputed: boolean, say: Say): void {
  for (const [key, fits, expected] of READ) {
    // A contested line must have it, and its own rule says so.
    if (disputed && key === "precision_m") continue;
    const value = Object.hasOwn(properties, key) ? properties[key] : null;
    if (value === null || value === undefined || fits(value)) continue;
    say({
      path: `${path}.${key}`,
      severity: "error",
      rule: "property",
      found: `${name}: ${written(value).slice(0, 60)}`,
      expected,
      fix: "Correct the value, or remove the property.",
    });
  }
  for (const key of ["names", "name"]) {
    const names = Object.hasOwn(properties, key) ? properties[key] : null;
    for (const lang of typeof names === "object" && names !== null && !Array.isArray(names) ? Object.keys(names) : [])
      if (!isLanguage(lang))
        say({
          path: `${path}.${key}.${lang}`,
          severity: "error",
          rule: "language",
          found: `${name}: ${quoted(lang)}`,
          expected: "names by language codes such as en",
          fix: "Write the code of the language; a name by another key is shown nowhere.",
        });
  }
}
