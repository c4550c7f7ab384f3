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
  readonly index: number;
  readonly west: number;
  readonly east: number;
  readonly a: Position;
  readonly b: Position;
}

const side = (a: Position, b: Position, p: Position): number =>
  Math.sign(((b[0] ?? 0) - (a[0] ?? 0)) * ((p[1] ?? 0) - (a[1] ?? 0)) - ((b[1] ?? 0) - (a[1] ?? 0)) * ((p[0] ?? 0) - (a[0] ?? 0)));

/** Whether two segments cross in the inside of both. Touching is left alone: simplified coastlines do, and draw well. */
const cross = (s: Segment, t: Segment): boolean =>
  side(s.a, s.b, t.a) * side(s.a, s.b, t.b) < 0 && side(t.a, t.b, s.a) * side(t.a, t.b, s.b) < 0;

/**
 * Where a ring crosses itself: the indices of two segments, or null. A sweep from west to east; turf's `kinks` compares all pairs,
 * which takes seconds for a coastline.
 */
export function crossing(ring: readonly Position[]): readonly [number, number] | null {
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const a = ring[i];
    const b = ring[i + 1];
    if (a && b) segments.push({ index: i, west: Math.min(a[0] ?? 0, b[0] ?? 0), east: Math.max(a[0] ?? 0, b[0] ?? 0), a, b });
  }
  segments.sort((s, t) => s.west - t.west || s.index - t.index);
  let open: Segment[] = [];
  for (const segment of segments) {
    open = open.filter((s) => s.east >= segment.west);
    const other = open.find((s) => cross(s, segment));
    if (other) return [Math.min(other.index, segment.index), Math.max(other.index, segment.index)];
    open.push(segment);
  }
  return null;
}
