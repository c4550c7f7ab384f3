import { describe, expect, it } from "vitest";
import { PALETTE } from "../../src/map/palette.ts";
import { dotsTile, hatchTile, type PatternTile, ringTile } from "../../src/map/patterns.ts";

const TILES = [
  ["hatch", hatchTile],
  ["dots", dotsTile],
] as const;
const alphas = (tile: PatternTile): number[] => [...tile.data].filter((_, i) => i % 4 === 3);
const at = (tile: PatternTile, x: number, y: number): number => alphas(tile)[(y % tile.height) * tile.width + (x % tile.width)]!;

describe.each(TILES)("the %s of a contested area", (_, make) => {
  const tile = make("#4a4a4b");

  it("is an image as MapLibre takes it, for screens of two pixels to one", () => {
    expect(tile.data.length).toBe(tile.width * tile.height * 4);
    expect([tile.width % tile.pixelRatio, tile.height % tile.pixelRatio, tile.pixelRatio]).toEqual([0, 0, 2]);
  });

  it("is of one ink throughout, the one it is given", () => {
    for (let i = 0; i < tile.data.length; i += 4) expect([...tile.data.slice(i, i + 3)]).toEqual([0x4a, 0x4a, 0x4b]);
    for (const theme of ["light", "dark"] as const) {
      const ink = PALETTE[theme].contest;
      expect(`#${[...make(ink).data.slice(0, 3)].map((n) => n.toString(16).padStart(2, "0")).join("")}`).toBe(ink);
    }
  });

  it("lets the land through everywhere, and leaves most of it bare", () => {
    const found = alphas(tile);
    expect(Math.max(...found)).toBeLessThanOrEqual(128);
    expect(Math.max(...found)).toBeGreaterThan(50);
    const bare = found.filter((a) => a === 0).length / found.length;
    expect(bare).toBeGreaterThan(0.5);
    expect(bare).toBeLessThan(0.95);
  });
});

describe("the patterns", () => {
  it("are told apart without colour: one is lines, the other dots", () => {
    const rows = (tile: PatternTile) =>
      Array.from({ length: tile.height }, (_, y) => Array.from({ length: tile.width }, (_, x) => at(tile, x, y)));
    // A line crosses every row; between rows of dots some are empty.
    expect(rows(hatchTile("#000000")).every((row) => row.some((a) => a > 0))).toBe(true);
    expect(rows(dotsTile("#000000")).some((row) => row.every((a) => a === 0))).toBe(true);
  });

  it("have no seam where tiles meet: a hatch goes on at 45°, dots stand 8 apart", () => {
    const [hatch, dots] = [hatchTile("#000000"), dotsTile("#000000")];
    for (let y = 0; y < 16; y++)
      for (let x = 0; x < 16; x++) {
        expect(at(hatch, x + 15, y + 1)).toBe(at(hatch, x, y));
        expect(at(dots, x + 8, y)).toBe(at(dots, x, y));
        expect(at(dots, x, y + 8)).toBe(at(dots, x, y));
      }
  });
});

describe("the ring that marks a place", () => {
  const ring = ringTile("#f6f5f1", "#33363a");
  const pixel = (x: number, y: number) => [...ring.data.slice((y * ring.width + x) * 4, (y * ring.width + x) * 4 + 4)];

  it("is land inside, ink around, and nothing outside", () => {
    expect(ring.data.length).toBe(ring.width * ring.height * 4);
    expect(pixel(7, 7)).toEqual([0xf6, 0xf5, 0xf1, 255]);
    expect(pixel(2, 7)).toEqual([0x33, 0x36, 0x3a, 255]);
    expect(pixel(0, 0)[3]).toBe(0);
  });

  it("is the same from every side", () => {
    for (let y = 0; y < ring.height; y++)
      for (let x = 0; x < ring.width; x++) {
        expect(pixel(ring.width - 1 - x, y)).toEqual(pixel(x, y));
        expect(pixel(y, x)).toEqual(pixel(x, y));
      }
  });
});
