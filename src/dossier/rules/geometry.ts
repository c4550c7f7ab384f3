import type { Position } from "geojson";
import { antimeridianAt, spikeAt } from "../geometry.ts";
import { visible } from "../show.ts";
import { type Say, written } from "./layer-problems.ts";
import { ringKey, ringProblems, spikeWords } from "./rings.ts";

/** How deep a number stands in the coordinates of each type. */
const BRACKETS: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  Polygon: 3,
  MultiLineString: 3,
  MultiPolygon: 4,
};

/** How deep the first number stands; 0 where there is none. */
function depthOf(value: unknown): number {
  let [inner, depth] = [value, 0];
  for (; Array.isArray(inner) && depth < 9; depth++) inner = inner[0];
  return typeof inner === "number" ? depth : 0;
}

/**
 * What RFC 7946 asks of a shape beyond its structure: positions on the globe, rings closed, wound and not crossing, holes in
 * their place, nothing across the antimeridian. One problem of a kind for each ring or line, the first.
 */
export function checkGeometry(geometry: unknown, path: string, name: string, say: Say): void {
  const g = geometry as { type?: unknown; coordinates?: unknown; geometries?: unknown } | null;
  if (typeof g !== "object" || g === null) return;
  const at = `${path}.coordinates`;
  const [asked, depth] = [BRACKETS[String(g.type)], depthOf(g.coordinates)];
  if (asked !== undefined && depth > 0 && depth !== asked) {
    const [like] = Object.entries(BRACKETS).find(([type, n]) => n === depth && type.endsWith(String(g.type).replace("Multi", ""))) ?? [];
    say({
      path: at,
      severity: "error",
      rule: "geometry-depth",
      found: `${name}: coordinates ${depth} brackets deep`,
      expected: `${asked} for a ${g.type}: ${"[".repeat(asked)}longitude, latitude${"]".repeat(asked)}`,
      fix: like ? `Write "type": "${like}" if it is one, or export the layer again.` : "Export the layer again.",
    });
    return;
  }
  if (/^Multi/.test(String(g.type)) && Array.isArray(g.coordinates) && g.coordinates.length === 0) {
    const fix = "Draw it, or remove the feature.";
    say({
      path: at,
      severity: "error",
      rule: "null-geometry",
      found: `${name}: ${g.type} of nothing`,
      expected: "one shape at least",
      fix,
    });
  }
  const each = (value: unknown, check: (part: unknown, path: string) => void, under = at): void => {
    if (Array.isArray(value)) for (const [i, part] of value.entries()) check(part, `${under}[${i}]`);
  };
  const line = (part: unknown, path: string): void => {
    const [first, ...rest] = checkLine(part, path, name, say) ?? [];
    if (first) checkSpike([first, ...rest], path, name, say);
    if (first && rest.length > 0 && rest.every((p) => p[0] === first[0] && p[1] === first[1]))
      say({
        path,
        severity: "error",
        rule: "line",
        found: `${name}: ${rest.length + 1} times ${JSON.stringify(first)}`,
        expected: "a line from one position to another",
        fix: "Draw the line, or remove it: nobody would see it.",
      });
  };
  if (g.type === "Point") checkPositions([g.coordinates], at, name, say, () => at);
  else if (g.type === "MultiPoint" && Array.isArray(g.coordinates)) checkPositions(g.coordinates, at, name, say);
  else if (g.type === "LineString") line(g.coordinates, at);
  else if (g.type === "MultiLineString") each(g.coordinates, line);
  else if (g.type === "Polygon") checkPolygon(g.coordinates, at, name, say);
  else if (g.type === "MultiPolygon" && Array.isArray(g.coordinates)) checkPolygons(g.coordinates, at, name, say);
  else if (g.type === "GeometryCollection") {
    say({
      path,
      severity: "error",
      rule: "geometry-collection",
      found: `${name}: several shapes of different kinds in one`,
      expected: "one kind of shape, Polygon, LineString or Point, or several of that kind",
      fix: "Make a feature of each; a GeometryCollection is not drawn.",
    });
  }
}

/** Whether all are positions on the globe; the first that is none is told. */
function checkPositions(
  positions: readonly unknown[],
  path: string,
  name: string,
  say: Say,
  at = (i: number): string => `${path}[${i}]`,
): boolean {
  const wrong = positions.findIndex((p) => !onGlobe(p));
  if (wrong < 0) return true;
  const p = positions[wrong];
  const numbers = Array.isArray(p) && p.length >= 2 && p.length <= 3 && p.every((n) => typeof n === "number");
  const finite = numbers && p.every(Number.isFinite);
  const [x, y] = (finite ? p : [0, 0]) as [number, number];
  const swapped = Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90;
  say({
    path: at(wrong),
    severity: "error",
    rule: "position",
    found: `${name}: ${visible(finite ? JSON.stringify(p) : numbers ? "a number too large to be one" : written(p))}`,
    expected: "[longitude, latitude] in degrees, -180 to 180 and -90 to 90",
    fix: isLong(p)
      ? "A position has two numbers, or three with its height; take the others off."
      : swapped
        ? "Longitude comes first; exchange the two."
        : Math.abs(x) > 400 || Math.abs(y) > 400
          ? "These are metres of a projection; export the layer in longitude and latitude (WGS 84, EPSG:4326)."
          : Math.abs(x) > 180
            ? "Cut the shape at 180° and write longitudes from -180 to 180."
            : "Correct the position, or export the layer again.",
  });
  return false;
}

const isLong = (p: unknown): boolean => Array.isArray(p) && p.length > 3 && p.every((n) => typeof n === "number");

function onGlobe(p: unknown): p is Position {
  if (!Array.isArray(p) || (p.length !== 2 && p.length !== 3) || !p.every((n) => typeof n === "number" && Number.isFinite(n))) return false;
  const [x, y] = p as [number, number];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

/** The positions of a line or ring when all are good. A list that is none was told by its structure. */
function checkLine(line: unknown, path: string, name: string, say: Say): readonly Position[] | null {
  if (!Array.isArray(line) || !checkPositions(line, path, name, say)) return null;
  const jump = antimeridianAt(line);
  if (jump >= 0) {
    say({
      path: `${path}[${jump}]`,
      severity: "error",
      rule: "antimeridian",
      found: `${name}: from ${line[jump - 1][0]} to ${line[jump][0]} degrees`,
      expected: "no line across 180°",
      fix: "Cut the shape at 180° into two parts (RFC 7946, section 3.1.9); a line that does go the long way needs a point halfway.",
    });
    return null;
  }
  return line;
}

/** A cape or a corridor may reach far; mostly it is a wrong digit. */
function checkSpike(line: readonly Position[], path: string, name: string, say: Say): void {
  const far = spikeAt(line);
  if (far < 0) return;
  const [found, expected, fix] = spikeWords(line[far]!);
  say({ path: `${path}[${far}]`, severity: "warning", rule: "spike", found: `${name}: ${found}`, expected, fix });
}

/** Checks one polygon. Returns its outer ring when it is good. */
function checkPolygon(polygon: unknown, path: string, name: string, say: Say): readonly Position[] | null {
  if (!Array.isArray(polygon)) return null;
  const tell = (at: string, rule: string, found: string, expected: string, fix: string): void =>
    say({ path: at, severity: "error", rule, found: `${name}: ${found}`, expected, fix });
  if (polygon.length === 0) tell(path, "ring", "no ring", "a ring of positions", "Draw it, or remove the feature.");
  const rings = polygon.map((ring, i) => checkLine(ring, `${path}[${i}]`, name, say));
  const problems = ringProblems(rings);
  for (const [i, [at, ...rest]] of problems) tell(`${path}[${i}]${at}`, ...rest);
  for (const [i, ring] of rings.entries()) if (ring && !problems.has(i)) checkSpike(ring, `${path}[${i}]`, name, say);
  return problems.has(0) ? null : (rings[0] ?? null);
}

/** Checks the polygons of one shape, each once. */
function checkPolygons(polygons: readonly unknown[], path: string, name: string, say: Say): void {
  const seen = new Map<string, number>();
  for (const [i, polygon] of polygons.entries()) {
    const outer = checkPolygon(polygon, `${path}[${i}]`, name, say);
    const key = outer && ringKey(outer);
    const first = key ? seen.get(key) : undefined;
    if (first !== undefined)
      say({
        path: `${path}[${i}]`,
        severity: "error",
        rule: "ring-twice",
        found: `${name}: polygons ${first + 1} and ${i + 1} are the same`,
        expected: "each polygon once",
        fix: "Remove one of the two.",
      });
    else if (key) seen.set(key, i);
  }
}
