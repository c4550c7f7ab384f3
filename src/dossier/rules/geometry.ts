import type { Position } from "geojson";
import { antimeridianAt, crossing, turn } from "../geometry.ts";
import { visible } from "../show.ts";
import { type Say, written } from "./layer-problems.ts";

/** Positions of one ring. More is a coastline not yet simplified, too heavy for a page. */
const LONGEST_RING = 20_000;

/**
 * What RFC 7946 asks of a shape beyond its structure: positions on the globe, rings closed, wound and not crossing themselves,
 * nothing across the antimeridian. One problem of a kind for each ring or line, the first.
 */
export function checkGeometry(geometry: unknown, path: string, name: string, say: Say): void {
  const g = geometry as { type?: unknown; coordinates?: unknown; geometries?: unknown } | null;
  if (typeof g !== "object" || g === null) return;
  const at = `${path}.coordinates`;
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
  const line = (part: unknown, path: string): void => void checkLine(part, path, name, say);
  const polygon = (part: unknown, path: string): void => checkPolygon(part, path, name, say);
  if (g.type === "Point") checkPositions([g.coordinates], at, name, say, () => at);
  else if (g.type === "MultiPoint" && Array.isArray(g.coordinates)) checkPositions(g.coordinates, at, name, say);
  else if (g.type === "LineString") line(g.coordinates, at);
  else if (g.type === "MultiLineString") each(g.coordinates, line);
  else if (g.type === "Polygon") polygon(g.coordinates, at);
  else if (g.type === "MultiPolygon") each(g.coordinates, polygon);
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

function checkPolygon(polygon: unknown, path: string, name: string, say: Say): void {
  if (!Array.isArray(polygon)) return;
  const tell = (at: string, rule: string, found: string, expected: string, fix: string): void =>
    say({ path: at, severity: "error", rule, found: `${name}: ${found}`, expected, fix });
  if (polygon.length === 0) tell(path, "ring", "no ring", "a ring of positions", "Draw it, or remove the feature.");
  for (const [i, ring] of polygon.entries()) {
    const line = checkLine(ring, `${path}[${i}]`, name, say);
    const problem = line && ringProblem(line, i === 0);
    if (!problem) continue;
    const [at, ...rest] = problem;
    tell(`${path}[${i}]${at}`, ...rest);
  }
}

type RingProblem = readonly [at: string, rule: string, found: string, expected: string, fix: string];

/** The first thing wrong with a ring of good positions; what follows it would mean nothing. */
function ringProblem(ring: readonly Position[], outer: boolean): RingProblem | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4) return ["", "ring", `${ring.length} positions`, "four positions or more in a ring", "Draw the shape, or remove it."];
  if (first?.some((n, i) => n !== last?.[i])) {
    const [start, end] = [JSON.stringify(first), JSON.stringify(last)];
    return [
      `[${ring.length - 1}]`,
      "ring-open",
      `ends at ${end}`,
      `the first position again, ${start}`,
      "Repeat the first position at the end of the ring.",
    ];
  }
  if (ring.length > LONGEST_RING)
    return ["", "ring-size", `${ring.length} positions in one ring`, `at most ${LONGEST_RING}`, "Simplify the shape."];
  const [i, j] = crossing(ring) ?? [];
  if (i !== undefined) {
    const near = JSON.stringify(ring[i]);
    return [
      `[${i}]`,
      "ring-crosses",
      `segments ${i} and ${j} cross near ${near}`,
      "a ring that does not cross itself",
      "Move one of the positions.",
    ];
  }
  const area = turn(ring);
  if (area === 0) return ["", "ring", "a ring without area", "a shape with an inside", "Draw it as a line, or remove it."];
  if (area > 0 === outer) return null;
  const [found, expected] = outer
    ? ["outer ring runs with the clock", "outer rings against the clock"]
    : ["hole runs against the clock", "holes with the clock"];
  return ["", "ring-winding", found, expected, "Reverse the ring (right-hand rule, RFC 7946, section 3.1.6)."];
}
