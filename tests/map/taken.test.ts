import { describe, expect, it } from "vitest";
import { takenFrom } from "../../src/map/taken.ts";

const ROOM = { box: [6, 0, 694, 500], off: [[8, 8, 188, 40]] } as const;
const covered = (x: number, y: number): boolean =>
  takenFrom([], ROOM).some((p) => Math.abs(p.x - x) <= p.radius && Math.abs(p.y - y) <= p.radius);

describe("what names keep off", () => {
  it("are marks, every spot of a control, and the box's edge, but nothing of the map between", () => {
    expect(takenFrom([[285, 185, 315, 215]], ROOM)).toContainEqual({ x: 300, y: 200, radius: 15 });
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
});
