import type { Position } from "geojson";

/** Twice the area of a ring in square degrees, positive when it runs against the clock. */
export function turn(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[i + 1] ?? [];
    sum += ax * by - bx * ay;
  }
  return sum;
}

/** Index of the first position after which a line jumps more than half around the globe: it crosses the antimeridian. -1 when none. */
export function antimeridianAt(line: readonly Position[]): number {
  return line.findIndex(([x = 0, y = 0], i) => {
    const [px = 0, py = 0] = line[i - 1] ?? [x];
    // Along a pole, as the edges of Antarctica and of a whole sheet run, a line does go the long way.
    return Math.abs(x - px) > 180 && !(Math.abs(y) >= 85 && Math.abs(py) >= 85);
  });
}

interface Segment {
  readonly ring: number;
  readonly index: number;
  readonly west: number;
  readonly east: number;
  readonly a: Position;
  readonly b: Position;
}

function segments(line: readonly Position[], ring: number): readonly Segment[] {
  return line.slice(1).flatMap((b, index) => {
    const a = line[index];
    return a ? [{ ring, index, west: Math.min(a[0] ?? 0, b[0] ?? 0), east: Math.max(a[0] ?? 0, b[0] ?? 0), a, b }] : [];
  });
}

const side = (a: Position, b: Position, p: Position): number =>
  Math.sign(((b[0] ?? 0) - (a[0] ?? 0)) * ((p[1] ?? 0) - (a[1] ?? 0)) - ((b[1] ?? 0) - (a[1] ?? 0)) * ((p[0] ?? 0) - (a[0] ?? 0)));

/** Whether two segments cross in the inside of both. Touching is left alone: simplified coastlines do, and draw well. */
const cross = (s: Segment, t: Segment): boolean =>
  side(s.a, s.b, t.a) * side(s.a, s.b, t.b) < 0 && side(t.a, t.b, s.a) * side(t.a, t.b, s.b) < 0;

/** Whether two segments of one line have more than a point in common. */
function along(s: Segment, t: Segment): boolean {
  if (side(s.a, s.b, t.a) !== 0 || side(s.a, s.b, t.b) !== 0) return false;
  const axis = s.west === s.east ? 1 : 0;
  const [p, q, r, u] = [s.a, s.b, t.a, t.b].map((at) => at[axis] ?? 0) as [number, number, number, number];
  return Math.min(Math.max(p, q), Math.max(r, u)) > Math.max(Math.min(p, q), Math.min(r, u));
}

/**
 * The first two segments that do what they should not. A sweep from west to east; turf's `kinks` compares all pairs, which takes seconds
 * for a coastline.
 */
function firstPair(all: readonly Segment[], wrong: (s: Segment, t: Segment) => boolean): readonly [Segment, Segment] | null {
  let open: Segment[] = [];
  for (const segment of [...all].sort((s, t) => s.west - t.west || s.ring - t.ring || s.index - t.index)) {
    open = open.filter((s) => s.east >= segment.west);
    const other = open.find((s) => wrong(s, segment));
    if (other)
      return other.ring < segment.ring || (other.ring === segment.ring && other.index < segment.index)
        ? [other, segment]
        : [segment, other];
    open.push(segment);
  }
  return null;
}

/** Where a ring crosses itself: the indices of two segments, or null. */
export function crossing(ring: readonly Position[]): readonly [number, number] | null {
  const pair = firstPair(segments(ring, 0), cross);
  return pair && [pair[0].index, pair[1].index];
}

/** Two rings that cross, or run along each other, by their numbers, with the position of the second after which they do. */
export interface Meeting {
  readonly rings: readonly [number, number];
  readonly near: Position;
  readonly how: "cross" | "along";
}

/** The first two of several rings that have more than single points in common; null when none have. */
export function meeting(rings: readonly (readonly Position[])[]): Meeting | null {
  const pair = firstPair(rings.flatMap(segments), (s, t) => s.ring !== t.ring && (cross(s, t) || along(s, t)));
  if (!pair) return null;
  const [s, t] = pair;
  return { rings: [s.ring, t.ring], near: t.a, how: cross(s, t) ? "cross" : "along" };
}

/** Tells of positions whether they lie inside a ring, outside or on it. It looks only at the segments of a position's latitude. */
export function locator(ring: readonly Position[]): (p: Position) => "inside" | "outside" | "on" {
  const latitudes = ring.map((p) => p[1] ?? 0);
  const south = latitudes.reduce((a, b) => Math.min(a, b), 90);
  const north = latitudes.reduce((a, b) => Math.max(a, b), -90);
  const many = Math.ceil(Math.sqrt(ring.length));
  const bandOf = (y: number): number => Math.min(many - 1, Math.floor(((y - south) / (north - south)) * many));
  const bands: Segment[][] = Array.from({ length: many }, () => []);
  for (const s of segments(ring, 0)) {
    const [from, to] = [bandOf(Math.min(s.a[1] ?? 0, s.b[1] ?? 0)), bandOf(Math.max(s.a[1] ?? 0, s.b[1] ?? 0))];
    for (let i = from; i <= to; i++) bands[i]?.push(s);
  }
  return (p) => {
    const [x = 0, y = 0] = p;
    if (y < south || y > north) return "outside";
    let inside = false;
    for (const { a, b, west, east } of bands[bandOf(y)] ?? []) {
      const [ay, by] = [a[1] ?? 0, b[1] ?? 0];
      if (y < Math.min(ay, by) || y > Math.max(ay, by)) continue;
      const at = side(a, b, p);
      if (at === 0 && x >= west && x <= east) return "on";
      // A position sees each segment to its east that passes its latitude; an end on it counts for the one that goes north.
      if (ay <= y !== by <= y && at > 0 === by > ay) inside = !inside;
    }
    return inside ? "inside" : "outside";
  };
}

/** Degrees of latitude between two positions, near enough. */
const apart = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number =>
  Math.hypot((bx - ax) * Math.cos((((ay + by) / 2) * Math.PI) / 180), by - ay);

/** Degrees, some fifty kilometres: what stands out less may be a cape. */
const LEAST_SPIKE = 0.5;

/**
 * Index of a position to which a line goes far out and straight back, as to one with a wrong digit: both ways many times as long as the
 * others and as the gap they leave. -1 when there is none.
 */
export function spikeAt(line: readonly Position[]): number {
  const ring = line.length > 3 && line[0]!.every((n, i) => n === line.at(-1)?.[i]);
  const steps = line.slice(1).map((to, i) => apart(line[i]!, to));
  return line.findIndex((_, i) => {
    const before = i > 0 ? i - 1 : ring ? steps.length - 1 : -1;
    if (before < 0 || i >= steps.length) return false;
    const reach = Math.min(steps[before]!, steps[i]!);
    if (reach < LEAST_SPIKE || apart(line[before]!, line[i + 1]!) * 4 > reach) return false;
    const others = steps.filter((_, j) => j !== before && j !== i).sort((a, b) => a - b);
    return others.length > 1 && reach > 4 * others[others.length >> 1]!;
  });
}
