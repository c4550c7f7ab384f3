import type { Feature, LineString, MultiLineString, MultiPolygon, Position } from "geojson";

export type Line = readonly Position[];
const KM = 111.32;
const x = (p: Position): number => p[0] ?? 0;
const y = (p: Position): number => p[1] ?? 0;

/** The lines of a feature of lines. */
export function partsOf({ geometry }: Feature): Position[][] {
  const shape = geometry as LineString | MultiLineString;
  return shape.type === "LineString" ? [shape.coordinates] : shape.coordinates;
}

/** Kilometres between two points, on a plane that touches the globe between them: right to a few metres over the distances here. */
export function kmBetween(a: Position, b: Position): number {
  const squeeze = Math.cos(((y(a) + y(b)) * Math.PI) / 360);
  return Math.hypot((x(a) - x(b)) * KM * squeeze, (y(a) - y(b)) * KM);
}

export const kmLong = (line: Line): number => line.reduce((sum, p, i) => (i === 0 ? 0 : sum + kmBetween(line[i - 1] ?? p, p)), 0);

/** The point of a line nearest to `p`, and how far it is. */
export function nearestOn(line: Line, p: Position): { readonly point: Position; readonly km: number } {
  const squeeze = Math.cos((y(p) * Math.PI) / 180);
  let best: { point: Position; km: number } = { point: line[0] ?? p, km: Number.POSITIVE_INFINITY };
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] ?? p, line[i] ?? p];
    const [dx, dy] = [(x(b) - x(a)) * squeeze, y(b) - y(a)];
    const along = ((x(p) - x(a)) * squeeze * dx + (y(p) - y(a)) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, along));
    const point = [x(a) + (x(b) - x(a)) * t, y(a) + (y(b) - y(a)) * t];
    const km = kmBetween(point, p);
    if (km < best.km) best = { point, km };
  }
  return best;
}

const key = (p: Position): string => `${x(p).toFixed(5)},${y(p).toFixed(5)}`;
export const isClosed = (line: Line): boolean => line.length > 3 && key(line[0] ?? []) === key(line.at(-1) ?? []);

/** Joins lines end to end wherever exactly two ends meet; where three or more meet, a river forks and the lines stay apart. */
export function joined(lines: readonly Line[]): Position[][] {
  // A line of one place over and over, as sources have at the edges of their tiles, would count as two more ends there.
  const chains = lines.filter((l) => l.some((p) => key(p) !== key(l[0] ?? []))).map((l) => [...l]);
  const into = chains.map((_, i) => i);
  const owner = (i: number): number => (into[i] === i ? i : owner(into[i] ?? i));
  const ends = new Map<string, number[]>();
  for (const [i, line] of chains.entries()) {
    if (isClosed(line)) continue;
    for (const p of [line[0], line.at(-1)]) if (p) ends.set(key(p), [...(ends.get(key(p)) ?? []), i]);
  }
  for (const [at, lines] of ends) {
    const [a = -1, b = -1] = lines.map(owner);
    const [first, second] = [chains[a], chains[b]];
    if (lines.length !== 2 || a === b || !first || !second) continue;
    const head = key(first.at(-1) ?? []) === at ? first : first.reverse();
    const tail = key(second[0] ?? []) === at ? second : second.reverse();
    chains[a] = [...head, ...tail.slice(1)];
    into[b] = a;
  }
  return chains.filter((_, i) => into[i] === i);
}

/** Moves ends that lie within `gapKm` of an earlier end onto it, so that lines drawn a little apart can be joined. */
export function bridged(lines: readonly Line[], gapKm: number): Position[][] {
  const ends: Position[] = [];
  const met = (p: Position): Position => {
    const end = ends.find((e) => kmBetween(e, p) <= gapKm);
    if (!end) ends.push(p);
    return end ?? p;
  };
  return lines.map((line) => line.map((p, i) => (i === 0 || i === line.length - 1 ? met(p) : p)));
}

/**
 * A strip around a line, as pieces that overlap: a rectangle on each stretch and a disc on each bend, flat at both ends. Dissolved they
 * are one area.
 */
export function strip(line: Line, widthKm: number): Position[][] {
  const half = widthKm / 2;
  const move = (p: Position, eastKm: number, northKm: number): Position => [
    x(p) + eastKm / (KM * Math.cos((y(p) * Math.PI) / 180)),
    y(p) + northKm / KM,
  ];
  const stretches = line.slice(1).map((b, i) => {
    const a = line[i] ?? b;
    const [east, north] = [(x(b) - x(a)) * Math.cos((y(a) * Math.PI) / 180), y(b) - y(a)];
    const length = Math.hypot(east, north) || 1;
    const [dx, dy] = [(-north / length) * half, (east / length) * half];
    return [move(a, -dx, -dy), move(b, -dx, -dy), move(b, dx, dy), move(a, dx, dy), move(a, -dx, -dy)];
  });
  const around = Array.from({ length: 25 }, (_, i) => (i * Math.PI) / 12);
  const bends = line.slice(1, -1).map((p) => around.map((t) => move(p, Math.cos(t) * half, Math.sin(t) * half)));
  return [...stretches, ...bends];
}

/** Ids of the areas along whose edge a line runs: those in which its first two positions stand next to each other. */
export function alongEdge(line: Feature, areas: readonly Feature[]): readonly string[] {
  const [first, second] = partsOf(line)[0] ?? [];
  if (!first || !second) return [];
  const same = (p: Position | undefined, q: Position): boolean => p?.[0] === q[0] && p?.[1] === q[1];
  const next = (ring: readonly Position[]): boolean =>
    ring.some((p, i) => (same(p, first) && same(ring[i + 1], second)) || (same(p, second) && same(ring[i + 1], first)));
  const rings = ({ geometry }: Feature): readonly Position[][] =>
    geometry.type === "Polygon" ? geometry.coordinates : (geometry as MultiPolygon).coordinates.flat();
  return areas.filter((area) => rings(area).some(next)).map((area) => String(area.id));
}
