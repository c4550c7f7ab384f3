import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lies } from "../../src/map/boxes.ts";
import { type Said, type StandingMark, standing } from "../../src/map/marks.ts";
import { withSeats } from "../../src/map/seats.ts";
import type { PlacedMark, Room } from "../../src/map/spots.ts";
import { stack } from "./marks.ts";

const NAMED: Said = { most: 2, nameOf: ({ place, count }) => (count > 0 ? place.name : null) };
const PHONE: Room = { box: [6, 0, 384, 303], off: [[10, 8, 84, 26], [6, 253, 79, 297], [340, 167, 384, 297]] }; // biome-ignore format: one line

const marks = (list: readonly (readonly [x: number, y: number, count: number, events: number])[]): readonly PlacedMark[] =>
  list.map(([x, y, count, events], i) => ({ place: [x, y], stack: stack(`Birch / Birken ${i}`, count, events, ["AL", "BE", "CE"]) }));
const CROWD = marks([[201, 172, 9, 5], [201, 180, 1, 1], [205, 162, 9, 2], [203, 112, 4, 1], [222, 196, 0, 1], [224, 136, 3, 2], [248, 36, 3, 2], [176, 196, 8, 1], [178, 208, 3, 1], [173, 210, 1, 1]]); // biome-ignore format: one line

const far = ({ place, middle }: StandingMark): number => Math.hypot(middle[0] - place[0], middle[1] - place[1]);
const longest = (stood: readonly StandingMark[]): number => Math.max(...stood.map(far));
const named = (stood: readonly StandingMark[]): number => stood.filter(({ parts }) => parts.name).length;

describe("seats of marks", () => {
  it("have more of a crowd said on a small map than marks that are put one by one, and none farther off", () => {
    const [without, seated] = [standing(CROWD, PHONE, NAMED), standing(withSeats(CROWD, PHONE, NAMED), PHONE, NAMED)];
    expect(named(seated)).toBeGreaterThan(named(without));
    expect(longest(seated)).toBeLessThanOrEqual(longest(without));
  });

  it("are in whole px, and kept by a map that has them but for a mark whose place is free", { timeout: 60_000 }, () => {
    const some = fc
      .array(fc.tuple(fc.integer({ min: 30, max: 350 }), fc.integer({ min: 40, max: 260 }), fc.integer({ min: 0, max: 12 }), fc.constant(1)), { minLength: 2, maxLength: 8 }); // biome-ignore format: one line
    fc.assert(
      fc.property(some, (list) => {
        const seated = withSeats(marks(list), PHONE, NAMED);
        expect(seated.flatMap(({ seat }) => seat!).filter((n) => !Number.isInteger(n))).toEqual([]);
        const stood = standing(seated, PHONE, NAMED);
        const at = stood.map(({ middle, place }) => [middle[0] - place[0], middle[1] - place[1]]);
        expect(at.filter((from, i) => from.some(Boolean) && String(from) !== String(seated[i]!.seat))).toEqual([]);
      }),
      { numRuns: 20, seed: 24 },
    );
  });

  it("are at their places for marks that are by themselves, and none for none", () => {
    const apart = marks([[60, 80, 3, 1], [300, 120, 5, 2]]); // biome-ignore format: one line
    expect(withSeats(apart, PHONE, NAMED).map(({ seat }) => seat)).toEqual([[0, 0], [0, 0]]); // biome-ignore format: one line
    expect(withSeats([], PHONE, NAMED)).toEqual([]);
  });

  it("bug: a mark's own letters lay on the place its leader goes to", () => {
    const stood = standing(withSeats(CROWD, PHONE, NAMED), PHONE, NAMED).filter((one) => far(one) > 0);
    const on = stood.filter(({ place, parts }) =>
      [parts.codes, parts.name].some((words) => words && lies([-3, -3, 3, 3], place[0], place[1], words)),
    );
    expect(on.map((one) => one.stack.place.id)).toEqual([]);
  });
});
