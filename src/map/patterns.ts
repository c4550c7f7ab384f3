/** Side of a ring pattern's tile, px. */
export const RING_TILE = 4;

/**
 * What is left bare of a party's colour on its share of a ring and on the ruler, as an SVG path in a tile of `RING_TILE`: stripes each way,
 * dots, a lattice. The first party with a colour is solid; parties without one are grey, solid, and told by their letters.
 */
export const RINGS: readonly string[] = [
  "M0 4 4 0M-1 1 1-1M3 5 5 3",
  "M1 1h1M3 3h1",
  "M0 0 4 4M-1 3 1 5M3-1 5 1",
  "M0 4 4 0M0 0 4 4",
  "M0 2h4",
  "M2 0v4",
  "M0 1h2M2 3h2",
];

/** A tile of a fill pattern as MapLibre takes it: straight RGBA, `width` × `height` px, meant for a screen of `pixelRatio`. */
export interface PatternTile {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly pixelRatio: number;
}

const SIZE = 16;
const RATIO = 2;

const rgb = (hex: string): readonly [number, number, number] => {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
};

function tile(hex: string, alpha: (x: number, y: number) => number): PatternTile {
  const [r, g, b] = rgb(hex);
  const data = new Uint8Array(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) data.set([r, g, b, Math.round(255 * alpha(x + 0.5, y + 0.5))], (y * SIZE + x) * 4);
  return { width: SIZE, height: SIZE, data, pixelRatio: RATIO };
}

/** 45° hatch: an area under control as reported at its dates. */
export const hatchTile = (hex: string): PatternTile =>
  tile(hex, (x, y) => {
    const off = Math.abs(((x + y) % SIZE) - SIZE / 2) / Math.SQRT2;
    return 0.26 * Math.min(1, Math.max(0, 1.6 - off));
  });

/** Dot screen: a corridor or peacekeeping area. */
export const dotsTile = (hex: string): PatternTile =>
  tile(hex, (x, y) => 0.5 * Math.min(1, Math.max(0, 2.1 - Math.hypot((x % 8) - 4, (y % 8) - 4))));

/** The ring that marks a place under its name; `fill` inside, `line` around, 7 px across. */
export function ringTile(fill: string, line: string): PatternTile {
  const size = 14;
  const data = new Uint8Array(size * size * 4);
  const middle = size / 2;
  const clamp = (n: number): number => Math.min(1, Math.max(0, n));
  const [inside, around] = [rgb(fill), rgb(line)];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const far = Math.hypot(x + 0.5 - middle, y + 0.5 - middle);
      const edge = clamp(far - 2.6);
      data.set(
        [...inside.map((c, i) => Math.round(c * (1 - edge) + (around[i] ?? 0) * edge)), Math.round(255 * clamp(5.6 - far))],
        (y * size + x) * 4,
      );
    }
  return { width: size, height: size, data, pixelRatio: RATIO };
}
