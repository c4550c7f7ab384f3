import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { antimeridianAt, crossing, locator, meeting, spikeAt, turn } from "../../src/dossier/geometry.ts";

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

const moved = (ring: readonly Position[], x: number, y: number): Position[] => ring.map(([a = 0, b = 0]) => [a + x, b + y]);

describe("meeting", () => {
  const diamond: Position[] = [
    [1, 0],
    [2, 1],
    [1, 2],
    [0, 1],
    [1, 0],
  ];
  it.each([
    ["apart", moved(square, 5, 0), undefined],
    ["inside", moved(square, 0.5, 0.5).map(([x = 0, y = 0]) => [x / 4 + 0.5, y / 4 + 0.5] as Position), undefined],
    ["touching at one corner", moved(square, 2, 2), undefined],
    ["touching with four corners", diamond, undefined],
    ["crossing", moved(square, 1, 1), "cross"],
    ["sharing a part of an edge", moved(square, 2, 1), "along"],
    ["the same, the other way round", [...square].reverse(), "along"],
  ] as const)("of a square and one %s", (_, other, how) => {
    expect(meeting([square, other])?.how).toBe(how);
    expect(meeting([other, square])?.how).toBe(how);
  });
  it("does not speak of what a ring does to itself", () => expect(meeting([[...square, ...square], moved(square, 5, 5)])).toBeNull());
});

describe("locator", () => {
  const bay: Position[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 1],
    [0, 4],
    [0, 0],
  ];
  it("tells inside, outside and on, at corners and at the latitudes of corners too", () => {
    const where = locator(bay);
    const at = (...positions: Position[]) => positions.map(where);
    expect(at([1, 1], [3.9, 1], [3.5, 3])).toEqual(["inside", "inside", "inside"]);
    expect(at([2, 2], [-1, 1], [5, 1], [-1, 0], [5, 0], [-1, 4], [2, 4], [1, 9], [1, -9])).toEqual(Array(9).fill("outside"));
    expect(at([0, 0], [2, 1], [4, 2], [2, 0], [3, 2.5], [4, 4])).toEqual(Array(6).fill("on"));
  });
  it("agrees with counting all crossings on many positions", () => {
    const ring = Array.from({ length: 201 }, (_, i): Position => {
      const angle = (2 * Math.PI * (i % 200)) / 200;
      const far = i % 2 === 0 ? 10 : 3;
      return [far * Math.cos(angle), far * Math.sin(angle)];
    });
    const where = locator(ring);
    for (let x = -10.03; x < 10; x += 0.37)
      for (let y = -10.01; y < 10; y += 0.41) {
        const crossings = ring.slice(1).filter(([bx = 0, by = 0], i) => {
          const [ax = 0, ay = 0] = ring[i]!;
          return ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay);
        }).length;
        expect(where([x, y]), `${x} ${y}`).toBe(crossings % 2 === 1 ? "inside" : "outside");
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

describe("a position far from all others", () => {
  it("bug: one wrong digit in an area was drawn as a spike of hundreds of kilometres, unsaid", () => {
    const far = square.map(([x = 0, y = 0], i): Position => (i === 2 ? [x, y + 20] : [x, y]));
    expect(spikeAt(far)).toBe(2);
    expect(
      spikeAt([
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 30],
        [4, 0],
        [5, 0],
      ]),
    ).toBe(3);
    expect(spikeAt([[3, 30], ...square.slice(1, -1), [3, 30]])).toBe(0);
  });
  it("is none in an area as it is, in a strip, in a wedge of three, and at the end of a line", () => {
    for (const line of [
      square,
      [
        [0, 0],
        [9, 0],
        [9, 0.1],
        [0, 0.1],
        [0, 0],
      ],
      [
        [0, 0],
        [0.5, 0],
        [0, 9],
        [0, 0],
      ],
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 30],
      ],
    ])
      expect(spikeAt(line)).toBe(-1);
  });
});
