import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discRadius, eventOffset, lozengeOffset, type MarkBox, ringArcs, spread, stackReach } from "../../src/map/marks.ts";

const distance = (a: readonly [number, number], b: readonly [number, number]): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** By how much the two marks that overlap most do so, in px; 0 = none does. */
function worstOverlap(boxes: readonly MarkBox[], at: readonly (readonly [number, number])[]): number {
  let worst = 0;
  for (const [i, a] of boxes.entries()) {
    for (const [j, b] of boxes.entries()) if (j > i) worst = Math.max(worst, a.radius + b.radius - distance(at[i]!, at[j]!));
  }
  return worst;
}

describe("a stack's disc", () => {
  it("grows with its count, from 13 to 19 px, and is small when nothing was said there", () => {
    const radii = Array.from({ length: 200 }, (_, n) => discRadius(n + 1));
    expect([discRadius(0), radii[0], Math.max(...radii)]).toEqual([7, 13, 19]);
    expect(radii).toEqual([...radii].sort((a, b) => a - b));
  });
});

describe("event lozenges around a disc", () => {
  const ring = (total: number, radius: number) => Array.from({ length: total }, (_, n) => lozengeOffset(n, total, radius));

  it("begin at the top and go to both sides alternately", () => {
    const [top, right, left] = ring(3, 15);
    expect(top).toEqual([0, -26]);
    expect(right![0]).toBeGreaterThan(0);
    expect(left![0]).toBeCloseTo(-right![0]);
  });

  it("never touch the disc, and no two are closer than 24 px, however many: five around a small disc and nine around a large one once were", () => {
    for (let total = 1; total <= 40; total++) {
      for (const radius of [7, 13, 16, 19]) {
        const all = ring(total, radius);
        for (const [i, a] of all.entries()) {
          expect(distance(a, [0, 0])).toBeGreaterThanOrEqual(radius + 10.8);
          for (const b of all.slice(i + 1)) expect(distance(a, b), `${total} around ${radius} px`).toBeGreaterThanOrEqual(24);
        }
      }
    }
  });

  it("are within the reach of their stack, however many", () => {
    for (let total = 1; total <= 40; total++) {
      for (const count of [0, 1, 10, 100]) {
        const farthest = Math.max(...Array.from({ length: total }, (_, n) => distance(eventOffset(n, total, count), [0, 0])));
        expect(stackReach(count, total)).toBeGreaterThanOrEqual(farthest + 6.5);
      }
    }
  });

  it("cost no room where there are none", () => {
    expect(stackReach(1, 0)).toBe(discRadius(1) + 2);
  });
});

describe("marks that would overlap", () => {
  const box = fc.record({
    x: fc.integer({ min: 0, max: 760 }),
    y: fc.integer({ min: 0, max: 560 }),
    radius: fc.integer({ min: 9, max: 37 }),
  });
  const boxes = fc.array(box, { maxLength: 16 }).map((list): MarkBox[] => list.map((b, i) => ({ ...b, id: `b${i}` })));

  it("no longer do", () => {
    fc.assert(
      fc.property(boxes, (list) => {
        expect(worstOverlap(list, spread(list))).toBeLessThan(1);
      }),
      { numRuns: 1000, seed: 25 },
    );
  });

  it("are parted even on the very same spot", () => {
    const list = Array.from({ length: 8 }, (_, i): MarkBox => ({ id: `b${i}`, x: 100, y: 100, radius: 20 }));
    expect(worstOverlap(list, spread(list))).toBeLessThan(1);
  });

  it("are parted to the same places every time, and the boxes stay as they were", () => {
    fc.assert(
      fc.property(boxes, (list) => {
        const before = structuredClone(list);
        expect(spread(list)).toEqual(spread(list));
        expect(list).toEqual(before);
      }),
      { numRuns: 100, seed: 26 },
    );
  });

  it("are the only ones that move", () => {
    const list: MarkBox[] = [
      { id: "a", x: 0, y: 0, radius: 10 },
      { id: "b", x: 10, y: 0, radius: 10 },
      { id: "far", x: 300, y: 0, radius: 10 },
    ];
    expect(spread(list)).toEqual([
      [-5, 0],
      [15, 0],
      [300, 0],
    ]);
    expect(spread([])).toEqual([]);
  });

  it("stand so that no leader crosses another where changing places would help: six around one town once did", () => {
    const spot = (id: string, x: number, y: number): MarkBox => ({ id, x, y, radius: 28 });
    const list = [
      spot("a", 200, 200),
      spot("b", 205, 190),
      spot("c", 195, 188),
      spot("d", 210, 205),
      spot("e", 190, 210),
      spot("f", 201, 195),
    ];
    const at = spread(list);
    const far = (i: number, j: number): number => (list[i]!.x - at[j]![0]) ** 2 + (list[i]!.y - at[j]![1]) ** 2;
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) expect(far(i, i) + far(j, j)).toBeLessThanOrEqual(far(i, j) + far(j, i) + 400);
  });

  it("in a hopeless crowd end somewhere, not nowhere", () => {
    const list = Array.from({ length: 60 }, (_, i): MarkBox => ({ id: `b${i}`, x: i % 3, y: i % 5, radius: 37 }));
    for (const at of spread(list)) expect(at.every(Number.isFinite)).toBe(true);
  });
});

describe("the ring of a stack", () => {
  const lengths = (dash: string) => dash.split(" ").map(Number);
  const shares = fc.array(fc.record({ id: fc.constant("a"), count: fc.integer({ min: 1, max: 300 }) }), { minLength: 1, maxLength: 8 });

  it("of one party is whole", () => {
    expect(ringArcs([{ id: "a", count: 5 }]).map((arc) => [arc.id, arc.dash, arc.offset + 0])).toEqual([["a", "5 0", 0]]);
  });

  it("gives each party an arc as long as its share, one after the other", () => {
    const arcs = ringArcs([
      { id: "a", count: 3 },
      { id: "b", count: 1 },
    ]);
    expect(arcs.map((arc) => [arc.id, arc.dash, arc.offset + 0])).toEqual([
      ["a", "2.952 1.048", 0],
      ["b", "0.952 3.048", -3],
    ]);
  });

  it("has for every share an arc that can be drawn, also for one statement among hundreds: its length once was less than nothing", () => {
    fc.assert(
      fc.property(shares, (list) => {
        const total = list.reduce((sum, s) => sum + s.count, 0);
        for (const arc of ringArcs(list)) {
          const [drawn = 0, rest = 0] = lengths(arc.dash);
          expect(drawn).toBeGreaterThan(0);
          expect(rest).toBeGreaterThanOrEqual(0);
          expect(drawn + rest).toBeCloseTo(total, 2);
        }
      }),
      { numRuns: 500, seed: 27 },
    );
  });

  it("of nobody has no arc", () => {
    expect(ringArcs([])).toEqual([]);
  });
});
