import { describe, expect, it } from "vitest";
import { meet, moved } from "../../src/map/boxes.ts";
import {
  around,
  discRadius,
  eventOffset,
  lozengeOffset,
  mayName,
  nameBelow,
  nameRows,
  type Rect,
  stackCodes,
} from "../../src/map/mark-parts.ts";
import { besideBy, markParts } from "../../src/map/mark-room.ts";
import { partsOf, stack } from "./marks.ts";

const distance = (a: readonly [number, number], b: readonly [number, number]): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

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
});

describe("what a mark takes", () => {
  it("holds its disc and every lozenge, however many", () => {
    for (let total = 0; total <= 40; total++)
      for (const count of [0, 1, 10, 100]) {
        if (count + total === 0) continue;
        const [left, top, right, bottom] = around(markParts(stack("a", count, total), 4, null).drawing);
        for (let n = 0; n < total; n++) {
          const [x, y] = eventOffset(n, total, count);
          expect([left <= x - 5.5, top <= y - 8, right >= x + 5.5, bottom >= y + 8], `${n} of ${total} at ${count}`).not.toContain(false);
        }
        if (count > 0) expect(Math.min(-left, -top, right, bottom)).toBeGreaterThanOrEqual(discRadius(count));
      }
  });

  it("has the letters below the disc and the name below the letters and below lozenges that go round it: none lies on another", () => {
    for (let total = 0; total <= 12; total++)
      for (const count of [1, 10, 100]) {
        const mark = markParts(stack("a", count, total, ["AL", "BE", "CE", "DE"]), 4, "Mira / Miren");
        const disc: Rect = [-discRadius(count), -discRadius(count), discRadius(count), discRadius(count)];
        expect(meet(disc, mark.codes!)).toBe(false);
        expect(meet(around(mark.drawing), mark.name!)).toBe(false);
        expect(meet(mark.codes!, mark.name!)).toBe(false);
        expect(nameBelow(count, total)).toBeGreaterThan(mark.name![1]);
      }
  });

  it("keeps other marks' lozenges 24 px from its own", () => {
    const { drawing } = markParts(stack("a", 1, 1), 4, null);
    // Half of a target on each side, and 2 px of air.
    expect(drawing[1]!.map(Math.abs).toSorted((a, b) => a - b)[0]).toBe(11);
  });

  it("has as many letters as there is room for, the last of them how many more there are", () => {
    const codes = ["AL", "BE", "CE", "DE", "EF"].map((code) => ({ code }));
    expect([1, 2, 3, 4, 5].map((n) => stackCodes(codes.slice(0, n), 2))).toEqual(["AL", "AL BE", "AL +2", "AL +3", "AL +4"]);
    expect([4, 5].map((n) => stackCodes(codes.slice(0, n)))).toEqual(["AL BE CE DE", "AL BE CE +2"]);
  });

  it("is no wider for a name that it does not say, and no letters where nothing was said", () => {
    expect(markParts(stack("a", 1, 0), 4, null).name).toBeNull();
    expect(markParts(stack("a", 0, 1), 4, null).codes).toBeNull();
    expect(partsOf(markParts(stack("a", 0, 1), 4, null))).toHaveLength(1);
  });
});

describe("a name at a mark", () => {
  it.each(["left", "right"] as const)("that stands to the %s is written in its room, off the ring of a mark that is chosen", (side) => {
    for (const count of [1, 3, 40]) {
      const { name, ...parts } = markParts(stack("a", count, 1), 4, "Mira / Miren", side);
      const [left, top, right] = name!;
      const beneath = nameBelow(count, 1);
      expect(besideBy({ ...parts, name: moved(name!, [200, 100]) }, [200, 100], beneath)).toEqual({
        anchor: side === "left" ? "end" : "start",
        by: [side === "left" ? right - 1 : left + 1, top + 11 - beneath],
      });
      expect(side === "left" ? -right : left).toBeGreaterThanOrEqual(discRadius(count) + 8);
    }
    expect(besideBy(markParts(stack("a", 1), 4, "Mira"), [0, 0], 40)).toBeNull();
  });

  it("is said where something was said, where no layer has names, and amid several events: a capital among four once had none", () => {
    const may = (count: number, events: number, named = false) => mayName(stack("a", count, events), named);
    expect([may(1, 0), may(0, 2), may(0, 1, true), may(0, 1)]).toEqual([true, true, true, false]);
  });

  it("has each of two names on lines of its own, long ones on several", () =>
    expect(nameRows("Mira / The long bridge over the river")).toEqual(["Mira", "The long bridge", "over the river"]));

  it("of more lines than one can read at a glance is not said", () =>
    expect(markParts(stack("a", 1, 0), 4, "One / Two / Three / Four / Five").name).toBeNull());
});
