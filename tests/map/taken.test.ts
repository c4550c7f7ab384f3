import { describe, expect, it } from "vitest";
import { type Placed, takenFrom } from "../../src/map/taken.ts";

const ROOM = { box: [6, 0, 694, 500], off: [[8, 8, 188, 40]] } as const;
/** The square of a spot: from the left, the top, to the right, to the bottom. */
const square = ({ x, y, radius, anchor }: Placed): readonly [number, number, number, number] => {
  const left = x - { left: 0, center: 1, right: 2, top: 1, bottom: 1 }[anchor] * radius;
  const top = y - { left: 1, center: 1, right: 1, top: 0, bottom: 2 }[anchor] * radius;
  return [left, top, left + 2 * radius, top + 2 * radius];
};
const covered = (x: number, y: number): boolean =>
  takenFrom([], ROOM).some((spot) => {
    const [left, top, right, bottom] = square(spot);
    return x >= left && x <= right && y >= top && y <= bottom;
  });

describe("what names keep off", () => {
  it("are marks, every spot of a control, and the box's edge, but nothing of the map between", () => {
    expect(takenFrom([[285, 185, 315, 215]], ROOM)).toContainEqual({ x: 300, y: 200, radius: 15, anchor: "center" });
    for (let x = 8; x <= 188; x += 4) for (let y = 8; y <= 40; y += 4) expect([x, y, covered(x, y)]).toEqual([x, y, true]);
    for (let y = 2; y < 500; y += 5) for (const x of [-3, 703]) expect([x, y, covered(x, y)]).toEqual([x, y, true]);
    for (let x = 2; x < 700; x += 5) for (const y of [-3, 503]) expect([x, y, covered(x, y)]).toEqual([x, y, true]);
    for (const [x, y] of [
      [300, 200],
      [195, 30],
      [20, 60],
      [680, 480],
    ] as const)
      expect([x, y, covered(x, y)]).toEqual([x, y, false]);
  });

  it("bug: a name was cut at the edge of a map at which a tile began, as spots beyond it were of a tile that is not drawn", () => {
    const outside = takenFrom([], { ...ROOM, off: [] }).filter(({ x, y }) => x < 0 || y < 0 || x > 700 || y > 500);
    expect(outside).toEqual([]);
  });

  it("bug: names of countries a few px off the edge, which nothing cut, were taken off the map", () => {
    for (const at of [1, 100, 250, 499]) expect([covered(0.5, at), covered(699.5, at)]).toEqual([false, false]);
    for (const at of [200, 350, 690]) expect([covered(at, 0.5), covered(at, 499.5)]).toEqual([false, false]);
  });
});
