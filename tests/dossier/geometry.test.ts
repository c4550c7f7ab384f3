import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { antimeridianAt, crossing, turn } from "../../src/dossier/geometry.ts";

const square: Position[] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];

describe("crossing", () => {
  it("finds no crossing in a square, a star with a concave edge, or a ring with a position twice in a row", () => {
    expect(crossing(square)).toBeNull();
    expect(
      crossing([
        [0, 0],
        [4, 0],
        [2, 1],
        [4, 4],
        [0, 4],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      crossing([
        [0, 0],
        [2, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ]),
    ).toBeNull();
  });
  it("names the segments of a bow tie", () => {
    expect(
      crossing([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ]),
    ).toEqual([0, 2]);
  });
  it("leaves touching alone: a ring pinched at one position", () => {
    expect(
      crossing([
        [0, 0],
        [1, 1],
        [2, 0],
        [2, 2],
        [1, 1],
        [0, 2],
        [0, 0],
      ]),
    ).toBeNull();
  });
  it("finds a crossing of an upright segment, where a sweep can miss it", () => {
    expect(
      crossing([
        [0, 0],
        [1, 0],
        [1, 3],
        [2, 3],
        [2, 1],
        [0, 1],
        [0, 0],
      ]),
    ).toEqual([1, 4]);
  });
  it("agrees with comparing all pairs on many small rings", () => {
    let seed = 7;
    const next = (): number => {
      seed = (seed * 16807) % 2147483647;
      return seed % 8;
    };
    const side = (a: Position, b: Position, p: Position): number =>
      Math.sign((b[0]! - a[0]!) * (p[1]! - a[1]!) - (b[1]! - a[1]!) * (p[0]! - a[0]!));
    for (let run = 0; run < 2000; run++) {
      const open = Array.from({ length: 3 + (run % 6) }, (): Position => [next(), next()]);
      const ring = [...open, open[0]!];
      const pairs = ring.slice(1).flatMap((b, i) => ring.slice(1, i + 1).map((d, j) => [ring[i]!, b, ring[j]!, d] as const));
      const any = pairs.some(([a, b, c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0);
      expect(crossing(ring) !== null, JSON.stringify(ring)).toBe(any);
    }
  });
});

describe("turn and antimeridianAt", () => {
  it("tells which way a ring runs", () => {
    expect(turn(square)).toBe(8);
    expect(turn([...square].reverse())).toBe(-8);
  });
  it("finds the jump across 180 degrees, and none in a line that goes round the other way", () => {
    expect(
      antimeridianAt([
        [170, 0],
        [179, 0],
        [-179, 0],
      ]),
    ).toBe(2);
    expect(
      antimeridianAt([
        [-90, 0],
        [90, 0],
      ]),
    ).toBe(-1);
  });
  it("bug: the edges of Antarctica and of a sheet as wide as the world were taken for jumps", () => {
    for (const [west, east, lat] of [
      [-180, 180, -90],
      [-150, 179, 85.05],
      [180, -180, 85],
    ] as const)
      expect(
        antimeridianAt([
          [west, lat],
          [east, lat],
        ]),
      ).toBe(-1);
  });
});
