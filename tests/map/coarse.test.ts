import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarse } from "../../src/map/coarse.ts";

/** Absolute points of each part of a path, and whether it is closed. */
const points = (path: string) =>
  [...path.matchAll(/M(-?\d+) (-?\d+)l([^Mz]*)(z?)/g)].map(([, x0, y0, rest = "", close]) => {
    const numbers = (rest.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [Number(x0), Number(y0)];
    const all = [[x, y]];
    for (let i = 0; i < numbers.length; i += 2) {
      x += numbers[i]!;
      y += numbers[i + 1]!;
      all.push([x, y]);
    }
    return { all, closed: close === "z" };
  });

describe("a path made coarser", () => {
  it("has its points on the grid, those that fall together once", () => {
    expect(coarse("M10 10l4 0 1 0 5-6z", 2)).toBe("M5 5l2 0 1 0 2-3z");
    expect(coarse("M10 10l4 0 0 4-4-4", 2)).toBe("M5 5l2 0 0 2-2-2");
  });

  it("loses a part that shrinks to one point, and keeps the others", () => {
    expect(coarse("M10 10l0 1zM0 0l8 8z", 4)).toBe("M0 0l2 2z");
  });

  it("does not drift: however many the points, each lies within half a step of where it was", () => {
    const move = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
    fc.assert(
      fc.property(move, fc.array(move, { minLength: 1, maxLength: 60 }), ([x, y], moves) => {
        const path = `M${x} ${y}l${moves.map(([dx, dy], i) => `${i > 0 && dx >= 0 ? " " : ""}${dx}${dy >= 0 ? " " : ""}${dy}`).join("")}`;
        const grid = new Set((points(coarse(path, 2))[0]?.all ?? []).map((p) => p.join()));
        for (const [px = 0, py = 0] of points(path)[0]?.all ?? []) {
          if (grid.size > 0)
            expect(grid).toContain(`${Math.round(px / 2)},${Math.round(py / 2)}`.replaceAll("-0,", "0,").replace(/,-0$/, ",0"));
        }
      }),
    );
  });
});
