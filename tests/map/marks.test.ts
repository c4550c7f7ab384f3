import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/map/label-room.ts";
import { cuts, meet } from "../../src/map/boxes.ts";
import { around, type Point, type Rect, ringArcs } from "../../src/map/mark-parts.ts";
import { type Said, type StandingMark, standing } from "../../src/map/marks.ts";
import type { PlacedMark, Room } from "../../src/map/spots.ts";
import { partsOf, stack } from "./marks.ts";

const WIDE: Room = { box: [0, 0, 1200, 900], off: [] };
const UNNAMED: Said = { most: 4, nameOf: () => null };
const NAMED: Said = { most: 4, nameOf: ({ place }) => place.name };

const far = ({ place, middle }: StandingMark): number => Math.hypot(middle[0] - place[0], middle[1] - place[1]);
const said = (marks: readonly StandingMark[]) => marks.filter((m) => m.parts.name).map((m) => m.stack.place.id);

/** Marks at points, each with as many statements, by as many parties, and events. */
const marksAt = (list: readonly (readonly [x: number, y: number, count: number, events: number])[]): readonly PlacedMark[] =>
  list.map(([x, y, count, events], i) => ({
    place: [x, y],
    stack: stack(`Birch / Birken ${i}`, count, events, ["AL", "BE", "CE", "DEDE"].slice(0, Math.min(4, count))),
  }));

/** What of two marks lies on each other. */
const overlaps = (marks: readonly StandingMark[]): readonly string[] =>
  marks.flatMap((a, i) =>
    marks
      .slice(i + 1)
      .filter((b) => partsOf(a.parts).some((one) => partsOf(b.parts).some((other) => meet(one, other))))
      .map((b) => `${a.stack.place.id} ${b.stack.place.id}`),
  );

const some = fc
  .array(
    fc.record({
      place: fc.tuple(fc.integer({ min: 100, max: 1100 }), fc.integer({ min: 100, max: 800 })),
      count: fc.integer({ min: 0, max: 40 }),
      events: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 16 },
  )
  .map((list) => list.map(({ place, count, events }, i): PlacedMark => ({ place, stack: stack(`Birchport ${i}`, count, events) })));

describe("marks that would overlap", () => {
  it("no longer do, with their letters and the names they say", () => {
    fc.assert(
      fc.property(some, (list) => {
        expect(overlaps(standing(list, WIDE, NAMED))).toEqual([]);
      }),
      { numRuns: 300, seed: 25 },
    );
  });

  it("are parted even on the very same spot, one of them left where it is", () => {
    const list = Array.from({ length: 8 }, (_, i): PlacedMark => ({ place: [600, 400], stack: stack(`p${i}`, i + 1, 1) }));
    const stood = standing(list, WIDE, NAMED);
    expect(overlaps(stood)).toEqual([]);
    expect(stood.filter((m) => far(m) === 0)).toHaveLength(1);
  });

  it("do not lie disc on disc where a small map leaves no room for their lozenges: once the last stood at its place, on another", () => {
    const list = Array.from({ length: 9 }, (_, i): PlacedMark => ({ place: [150 + i, 110], stack: stack(`p${i}`, i + 1, 4) }));
    const discs = standing(list, { box: [0, 0, 300, 220], off: [] }, UNNAMED).map((mark) => mark.parts.drawing[0]!);
    expect(discs.filter((one, i) => discs.some((other, k) => k !== i && meet(one, other)))).toEqual([]);
  });

  it("stand at the same spots every time, in the order given", () => {
    fc.assert(
      fc.property(some, (list) => {
        const stood = standing(list, WIDE, NAMED);
        expect(standing(list, WIDE, NAMED)).toEqual(stood);
        expect(stood.map((m) => m.stack)).toEqual(list.map((m) => m.stack));
      }),
      { numRuns: 100, seed: 26 },
    );
  });

  it("are the only ones that move", () => {
    const at = (id: string, x: number): PlacedMark => ({ place: [x, 400], stack: stack(id, 1) });
    expect(standing([at("a", 300), at("b", 310), at("c", 900)], WIDE, UNNAMED).map((m) => far(m) > 0)).toEqual([false, true, false]);
    expect(standing([], WIDE, UNNAMED)).toEqual([]);
  });

  it("bug: event marks lay on the letters of a stack: letters are room that others keep off", () => {
    const [letters, event] = standing(
      [
        { place: [600, 400], stack: stack("a", 9, 0, ["AL", "BE", "CE", "DE"]) },
        { place: [632, 426], stack: stack("b", 0, 1) },
      ],
      WIDE,
      UNNAMED,
    );
    expect(meet(letters!.parts.codes!, event!.parts.drawing[0]!)).toBe(false);
  });

  it("have leaders that cross no other, nor another mark, where there is room for it: six around one town once did", () => {
    const spots = [[200, 200], [205, 190], [195, 188], [210, 205], [190, 210], [201, 195]] as const; // biome-ignore format: one line
    const stood = standing(
      spots.map(([x, y], i) => ({ place: [x + 400, y + 200], stack: stack(`p${i}`, 3, 1) })),
      WIDE,
      UNNAMED,
    );
    for (const a of stood) {
      for (const b of stood) {
        const home: Rect = [a.place[0] - 0.1, a.place[1] - 0.1, a.place[0] + 0.1, a.place[1] + 0.1];
        // Marks may hide the place of another, which is below them.
        if (a === b || meet(around(partsOf(b.parts)), home)) continue;
        for (let share = 0.02; share < 1; share += 0.02) {
          const x = a.place[0] + (a.middle[0] - a.place[0]) * share;
          const y = a.place[1] + (a.middle[1] - a.place[1]) * share;
          const spot: Rect = [x - 0.1, y - 0.1, x + 0.1, y + 0.1];
          for (const part of partsOf(b.parts)) expect(meet(part, spot)).toBe(false);
        }
      }
    }
  });

  it("keep within their room and off its controls", () => {
    const room: Room = { box: [0, 0, 500, 400], off: [[0, 0, 200, 60]] };
    fc.assert(
      fc.property(fc.tuple(fc.integer({ min: 1, max: 499 }), fc.integer({ min: 1, max: 399 })), (place) => {
        const [mark] = standing([{ place, stack: stack("Mira", 5, 2) }], room, NAMED);
        for (const [left, top, right, bottom] of partsOf(mark!.parts)) {
          expect([left >= 0, top >= 0, right <= 500, bottom <= 400]).not.toContain(false);
          expect(meet([left, top, right, bottom], room.off[0]!)).toBe(false);
        }
      }),
      { numRuns: 300, seed: 31 },
    );
  });

  it("bug: one far from a crowd was driven to the other side of a small map by those that stood nearer it, its leader across the picture", () => {
    const crowd = Array.from(
      { length: 9 },
      (_, i): PlacedMark => ({ place: [150 + 4 * i, 100 + 3 * i], stack: stack(`p${i}`, 9 - i, 1 + (i % 2)) }),
    );
    const aside: PlacedMark = { place: [230, 20], stack: stack("aside", 1, 2) };
    const stood = standing([...crowd, aside], { box: [6, 0, 314, 198], off: [[6, 147, 79, 192], [270, 105, 314, 192]] }, { ...NAMED, most: 2 }); // biome-ignore format: one line
    expect(far(stood.at(-1)!)).toBeLessThan(60);
    expect(Math.max(...stood.map(far))).toBeLessThan(110);
  });

  it("take the room between another's lozenges, which are parts by themselves: once they kept off the box around all of them", () => {
    const [first, beside] = standing(
      [
        { place: [600, 400], stack: stack("a", 9, 5) },
        { place: [630, 440], stack: stack("b", 0, 1) },
      ],
      WIDE,
      UNNAMED,
    );
    expect(overlaps([first!, beside!])).toEqual([]);
    expect(far(beside!)).toBeLessThan(12);
  });

  it("in a hopeless crowd end somewhere, not nowhere, and a name is not covered by a disc as long as there is any other spot", () => {
    const list = Array.from(
      { length: 60 },
      (_, i): PlacedMark => ({ place: [150 + (i % 3), 100 + (i % 5)], stack: stack(`p${i}`, 60 - i, 1) }),
    );
    const stood = standing(list, { box: [0, 0, 320, 220], off: [] }, NAMED);
    for (const { middle } of stood) expect(middle.every(Number.isFinite)).toBe(true);
    expect(stood).toHaveLength(60);
  });
});

describe("marks that have seats", () => {
  const at = (x: number, y: number, count = 3): PlacedMark => ({ place: [x, y], stack: stack(`Birch ${x}`, count, 1) });
  const crowd = [at(600, 400), at(606, 404), at(612, 398), at(618, 402)];
  const offsets = (marks: readonly StandingMark[]) => marks.map(({ place, middle }): Point => [middle[0] - place[0], middle[1] - place[1]]);
  const seats = offsets(standing(crowd, WIDE, NAMED));
  const seated = (marks: readonly PlacedMark[], at = seats, room = WIDE) =>
    standing(
      marks.map((mark, i) => ({ ...mark, seat: at[i]! })),
      room,
      NAMED,
    );

  it("bug: went elsewhere once the box was known, though they stood well: they stay, on a larger map too", () => {
    expect(seats.filter(([x, y]) => Math.hypot(x, y) > 20).length).toBeGreaterThan(1);
    expect(offsets(seated(crowd))).toEqual(seats);
    const farther = crowd.map((mark): PlacedMark => ({ ...mark, place: [mark.place[0] * 1.02, mark.place[1] * 1.02] }));
    for (const [i, offset] of offsets(seated(farther)).entries())
      for (const axis of [0, 1]) expect(offset[axis]).toBeCloseTo(seats[i]![axis]!);
  });

  it("leave one on which a control lies, or another mark, and the others stay", () => {
    const [x, y] = [crowd[0]!.place[0] + seats[0]![0], crowd[0]!.place[1] + seats[0]![1]];
    const room: Room = { ...WIDE, off: [[x - 4, y - 4, x + 4, y + 4]] };
    const stood = seated(crowd, seats, room);
    expect(overlaps(stood)).toEqual([]);
    expect(partsOf(stood[0]!.parts).some((part) => meet(part, room.off[0]!))).toBe(false);
    const same = seated(crowd, [seats[0]!, seats[0]!, ...seats.slice(2)]);
    expect(overlaps(same)).toEqual([]);
    expect(offsets(same).slice(2)).toEqual(seats.slice(2));
  });

  it("go to their places where those are free: a leader tells of a crowd that is there", () => {
    const alone = [at(300, 400), at(900, 400)];
    expect(seated(alone, [[0, 0], [80, 40]]).map(far)).toEqual([0, 0]); // biome-ignore format: one line
  });
});

describe("names that marks say", () => {
  it("bug: the place that most is about had no name on the map, for its own mark covered it: it is said, both names", () => {
    const list = [
      { place: [160, 110] as const, stack: stack("Mira / Miren", 9, 5) },
      ...Array.from({ length: 7 }, (_, i): PlacedMark => ({ place: [150 + 6 * i, 100 + 4 * i], stack: stack(`p${i}`, 3, 1) })),
    ];
    expect(said(standing(list, { box: [0, 0, 340, 260], off: [] }, NAMED))).toContain("Mira / Miren");
  });

  it("bug: the town in the midst of a crowd had no name in a wide map, and its letters lay on the disc beside it", () => {
    const stood = standing(
      marksAt([[402, 284, 5, 2], [401, 300, 1, 1], [410, 260, 6, 1], [406, 192, 4, 1], [439, 327, 0, 1], [441, 234, 2, 1], [490, 53, 2, 1], [357, 335, 8, 1], [361, 359, 3, 1]]), // biome-ignore format: one line
      { box: [6, 0, 774, 530], off: [] },
      { most: 4, nameOf: ({ place, count }) => (count > 0 ? place.name : null) },
    );
    expect(said(stood)).toContain("Birch / Birken 0");
    expect(overlaps(stood)).toEqual([]);
  });

  it("bug: the largest, put first in the midst of a crowd, drove the others from their places and two out of their names", () => {
    const stood = standing(
      marksAt([[402, 284, 5, 2], [401, 300, 1, 1], [410, 260, 6, 1], [406, 192, 4, 1], [439, 327, 0, 1], [441, 234, 2, 1], [490, 53, 2, 1], [357, 335, 8, 1], [361, 359, 3, 1]]), // biome-ignore format: one line
      { box: [6, 0, 774, 530], off: [] },
      { most: 4, nameOf: ({ place, count }) => (count > 0 ? place.name : null) },
    );
    expect(said(stood)).toHaveLength(8);
    expect(stood.reduce((sum, mark) => sum + far(mark), 0)).toBeLessThan(300);
  });

  it("bug: names side by side read as one: there is the room of a letter between them", () => {
    const stood = standing(
      [0, 1, 2, 3].map((i): PlacedMark => ({ place: [300 + 40 * i, 300], stack: stack(`Birchport ${i}`, 3, 1) })),
      { box: [0, 0, 1200, 500], off: [] },
      NAMED,
    );
    const names = stood.map(({ parts }) => parts.name).filter((name) => name !== null);
    expect(names).toHaveLength(4);
    const wide = widthOf("Birchport 0");
    for (const [i, a] of names.entries()) {
      for (const b of names.slice(i + 1)) {
        if (a[1] >= b[3] || b[1] >= a[3]) continue;
        expect(Math.abs((a[0] + a[2]) / 2 - (b[0] + b[2]) / 2) - wide).toBeGreaterThanOrEqual(4);
      }
    }
  });

  it("are all said where there is room, and fewer where there is less", () => {
    const list = (step: number) =>
      Array.from({ length: 8 }, (_, i): PlacedMark => ({ place: [60 + step * i, 120], stack: stack(`Birch ${i}`, 3, 1) }));
    expect(said(standing(list(150), { box: [0, 0, 1300, 900], off: [] }, NAMED))).toHaveLength(8);
    const few = said(standing(list(12), { box: [0, 0, 340, 260], off: [] }, NAMED));
    expect(few.length).toBeGreaterThan(0);
    expect(few.length).toBeLessThan(8);
  });

  it("stand beside their marks where there is no room beneath, inside the map: half of the marks of a phone once had none", () => {
    const flat: Room = { box: [0, 0, 600, 62], off: [] };
    const town = { ...stack("Birch / Birken", 3), events: [] };
    const [one, other] = [100, 560].map((x) => standing([{ place: [x, 28], stack: town }], flat, NAMED)[0]!);
    expect([one!.parts.side, other!.parts.side]).toEqual(["right", "left"]);
    for (const { parts, middle } of [one!, other!]) {
      const [left, top, right, bottom] = parts.name!;
      expect(left > 0 && top > 0 && right < 600 && bottom < 62).toBe(true);
      expect(right < middle[0] || left > middle[0]).toBe(true);
      expect([...parts.drawing, parts.codes!].filter((part) => meet(part, parts.name!))).toEqual([]);
    }
  });

  it("beside a mark lie on no other and on no leader, in a small map with many", () => {
    let beside = 0;
    fc.assert(
      fc.property(some, (list) => {
        const near = list.map(({ place: [x, y], stack }) => ({
          place: [x / 3, y / 3] as const,
          stack: { ...stack, events: stack.events.slice(0, 2) },
        }));
        const stood = standing(near, { box: [0, 0, 400, 300], off: [] }, NAMED);
        for (const one of stood) {
          const { name, side } = one.parts;
          if (!name || side === "below") continue;
          beside++;
          expect(stood.filter((other) => cuts(...other.place, ...other.middle, name))).toEqual([]);
          expect(stood.filter((other) => other !== one && partsOf(other.parts).some((part) => meet(part, name)))).toEqual([]);
        }
      }),
      { numRuns: 300, seed: 27 },
    );
    expect(beside).toBeGreaterThan(20);
  });

  it("are not those that a mark may not say", () => {
    const list: PlacedMark[] = [{ place: [600, 400], stack: stack("a", 0, 1) }];
    expect(said(standing(list, WIDE, UNNAMED))).toEqual([]);
    expect(said(standing(list, WIDE, NAMED))).toEqual(["a"]);
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
