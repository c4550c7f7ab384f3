import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, overlap, widthOf, wrap } from "../../src/map/label-room.ts";

const box: fc.Arbitrary<Box> = fc
  .tuple(...[-300, -300, 1, 1].map((min) => fc.integer({ min, max: 300 })))
  .map(([x = 0, y = 0, w = 1, h = 1]) => [x, y, x + w, y + h]);

describe("two boxes", () => {
  it("that share a point are too close, in either order", () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const share = a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
        if (share) expect(overlap(a, b)).toBe(true);
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
      { numRuns: 1000, seed: 51 },
    );
  });

  it.each([
    ["beside", [40, 0, 60, 10]],
    ["below", [0, 30, 20, 40]],
  ] as const)("one %s the other need a little air between them, and no more", (_, [x0, y0, x1, y1]) => {
    const a: Box = [0, 0, 20, 10];
    const moved = (by: number): Box => (x0 > 0 ? [20 + by, y0, 20 + by + x1 - x0, y1] : [x0, 10 + by, x1, 10 + by + y1 - y0]);
    expect([0, 3, 4, 5].map((by) => overlap(a, moved(by)))).toEqual([true, true, false, false]);
  });
});

describe("a name that is broken into lines", () => {
  const word = fc.stringMatching(/^[a-zəşğЖքა,()0-9-]{1,14}$/u);
  const words = fc.array(word, { minLength: 1, maxLength: 14 });

  it("keeps every word in its order, and loses nothing but the spaces at the breaks", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (list, most) => {
        expect(wrap(list.join(" "), most).join(" ")).toBe(list.join(" "));
      }),
      { numRuns: 500, seed: 52 },
    );
  });

  it("has no line over the most letters, unless one word alone is longer", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (list, most) => {
        for (const line of wrap(list.join(" "), most)) expect(line.length <= most || !line.includes(" "), line).toBe(true);
      }),
      { numRuns: 500, seed: 53 },
    );
  });

  it("has as few lines as its order allows: the first word of a line did not fit on the line above", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (list, most) => {
        const lines = wrap(list.join(" "), most);
        for (const [i, line] of lines.slice(1).entries()) expect(lines[i]!.length + 1 + line.split(" ")[0]!.length).toBeGreaterThan(most);
      }),
      { numRuns: 500, seed: 54 },
    );
  });

  it("is broken between words", () => {
    expect(wrap("Lachin corridor, 5 km wide", 16)).toEqual(["Lachin corridor,", "5 km wide"]);
  });
});

it("an Armenian name has the room its wider letters take: once a mark covered the first of Ստեփանակերտ", () => {
  // As drawn by the page's own letters at 12 px.
  expect(widthOf("Ստեփանակերտ")).toBeGreaterThan(96);
  expect(widthOf("Stepanakert")).toBeLessThan(80);
});
