import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crosses, meet } from "../../src/map/boxes.ts";
import type { Point } from "../../src/map/mark-parts.ts";
import { standing } from "../../src/map/marks.ts";
import { together } from "../../src/map/together.ts";
import type { PlaceRef } from "../../src/model/page-index.ts";
import type { Stack } from "../../src/model/select.ts";
import { partsOf, stack } from "./marks.ts";

const PARTIES = ["AL", "BE", "CE"].map((code) => ({ id: code, code, name: code }));
const by = (one: Stack, counts: Readonly<Record<string, number>>): Stack => ({
  ...one,
  count: Object.values(counts).reduce((sum, n) => sum + n, 0),
  parties: Object.entries(counts).map(([id, count]) => ({ id, code: id, count })),
});
/** Points of a map, by the ids of their places. */
const on = (points: Readonly<Record<string, Point | null>>) => (place: PlaceRef) => points[place.id] ?? null;

describe("stacks whose places are one point on the screen", () => {
  const ford = by(stack("ford", 0, 1), { AL: 2, BE: 1 });
  const mira = by(stack("mira", 0, 2), { BE: 4 });
  const far = by(stack("far", 0), { CE: 1 });
  const points = { ford: [100, 100], mira: [110, 105], far: [300, 100] } as const;

  it("bug: far off, one capital was called by another's name: a mark for places that are no surroundings of one says so", () => {
    const at = ({ place, ...rest }: Stack, lon: number): Stack => ({ ...rest, place: { ...place, lon, lat: 40 } });
    const spread = (lon: number) => together([at(mira, 46), at(ford, lon)], PARTIES, on(points))[0]?.place.spread;
    expect([45.6, 46.4, 46.6, 49.9].map(spread)).toEqual([false, false, true, true]);
  });

  it("stand as one, at the place of which most is told: all its statements and parties, most first, and how many places more", () => {
    const [one, alone] = together([ford, mira, far], PARTIES, on(points));
    expect(one).toMatchObject({
      place: { id: "mira", name: "mira", more: 1, spread: false },
      others: [{ id: "ford" }],
      count: 7,
      parties: [
        { id: "BE", count: 5 },
        { id: "AL", count: 2 },
      ],
    });
    expect(alone).toBe(far);
  });

  it("have one lozenge for all that happened there, which says all of it", () => {
    const event = (id: string) => ({ id, min: "2031-04-02", max: "2031-04-02", place: "x", title: `What ${id} was` });
    const [one] = together(
      [
        { ...ford, events: [event("a")] },
        { ...mira, events: [event("b"), event("c")] },
      ],
      PARTIES,
      on(points),
    );
    expect(one!.events.map((e) => e.title)).toEqual(["What b was · What c was · What a was"]);
  });

  it("stand for themselves where they have no point: what is chosen, a region as a whole, what is off the map", () => {
    expect(together([ford, mira, far], PARTIES, on({ ...points, ford: null }))).toEqual([ford, mira, far]);
  });

  it("lose no statement and no place, whatever lies beside what, and those that stand are not one point", () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 90 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(point, fc.integer({ min: 0, max: 9 })), { maxLength: 20 }), (list) => {
        const all = list.map(([, n], i) => by(stack(`p${i}`, 0, 1), n > 0 ? { AL: n } : {}));
        const at = on(Object.fromEntries(list.map(([place], i) => [`p${i}`, place])));
        const stood = together(all, PARTIES, at);
        const count = (stacks: readonly Stack[]) => stacks.reduce((sum, s) => sum + s.count, 0);
        expect(count(stood)).toBe(count(all));
        for (const s of stood) expect(s.parties.reduce((sum, p) => sum + p.count, 0)).toBe(s.count);
        expect(stood.flatMap((s) => [s.place.id, ...(s.others ?? []).map((p) => p.id)]).sort()).toEqual(all.map((s) => s.place.id).sort());
        const apart = stood.map((s) => at(s.place)!);
        for (const [i, a] of apart.entries())
          for (const b of apart.slice(i + 1)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThanOrEqual(24);
      }),
      { numRuns: 300, seed: 41 },
    );
  });

  it("bug: in the narrowest map a dozen marks of one small area were driven over the whole picture, their leaders beneath each other", () => {
    const list = [[165, 112, 9, 5], [164, 118, 1, 1], [168, 102, 9, 2], [166, 76, 4, 1], [179, 129, 0, 1], [167, 107, 0, 1], [180, 92, 3, 2], [199, 21, 3, 2], [147, 132, 8, 1], [148, 142, 3, 1], [48, 180, 0, 1], [145, 142, 1, 1]] as const; // biome-ignore format: one line
    const at = on(Object.fromEntries(list.map(([x, y], i) => [`p${i}`, [x, y]])));
    const all = list.map(([, , count, events], i) => by(stack(`p${i}`, 0, events), count > 0 ? { AL: count } : {}));
    const marks = together(all, PARTIES, at).map((one) => ({ stack: one, place: at(one.place)! }));
    const stood = standing(marks, { box: [6, 0, 314, 209], off: [[270, 116, 314, 203], [6, 159, 79, 203]] }, { most: 2, nameOf: () => null }); // biome-ignore format: one line
    const far = stood.map(({ place, middle }) => Math.hypot(middle[0] - place[0], middle[1] - place[1]));
    expect(Math.max(...far)).toBeLessThan(60);
    for (const [i, a] of stood.entries()) {
      for (const b of stood.slice(i + 1)) {
        expect(crosses(...a.place, ...a.middle, ...b.place, ...b.middle)).toBe(false);
        for (const one of partsOf(a.parts)) expect(partsOf(b.parts).some((other) => meet(one, other))).toBe(false);
      }
    }
  });
});
