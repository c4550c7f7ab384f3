import { crc32, deflateSync } from "node:zlib";

const MOST = 256;

/** Five bits of red, six of green, five of blue: colours that no eye tells apart share a cell. */
const CELLS = 65536;
const cell = (rgba: Uint8Array, i: number): number => ((rgba[i]! >> 3) << 11) | ((rgba[i + 1]! >> 2) << 5) | (rgba[i + 2]! >> 3);

interface Palette {
  readonly colours: Uint8Array;
  /** Cell → number of its colour. */
  readonly index: Uint8Array;
}

/** The most frequent cells, at most 256, each by the mean of its pixels; the others give way to the nearest of them. */
function palette(rgba: Uint8Array): Palette {
  const sums = new Float64Array(CELLS * 4);
  for (let i = 0; i < rgba.length; i += 4) {
    const at = cell(rgba, i) * 4;
    sums[at]! += rgba[i]!;
    sums[at + 1]! += rgba[i + 1]!;
    sums[at + 2]! += rgba[i + 2]!;
    sums[at + 3]!++;
  }
  const used: number[] = [];
  for (let c = 0; c < CELLS; c++) if (sums[c * 4 + 3]! > 0) used.push(c);
  used.sort((a, b) => sums[b * 4 + 3]! - sums[a * 4 + 3]! || a - b);
  const mean = (c: number, i: number): number => Math.round(sums[c * 4 + i]! / sums[c * 4 + 3]!);
  const colours = Uint8Array.from(used.slice(0, MOST).flatMap((c) => [mean(c, 0), mean(c, 1), mean(c, 2)]));
  const index = new Uint8Array(CELLS);
  for (const [n, c] of used.entries()) index[c] = n < MOST ? n : nearest(colours, mean(c, 0), mean(c, 1), mean(c, 2));
  return { colours, index };
}

function nearest(colours: Uint8Array, r: number, g: number, b: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < colours.length; i += 3) {
    const far = (colours[i]! - r) ** 2 + (colours[i + 1]! - g) ** 2 + (colours[i + 2]! - b) ** 2;
    if (far < least) [best, least] = [i / 3, far];
  }
  return best;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

/**
 * A PNG file of at most 256 colours.
 *
 * @param colours red, green, blue of each
 * @param rows a line after the other: the filter's byte (0), then a colour's number for each pixel
 * @param level of compression, 0 to 9
 * @see PNG Specification, third edition
 */
export function indexedPng(colours: Uint8Array, rows: Uint8Array, width: number, height: number, level: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * An opaque picture as PNG with a palette: a drawing in few inks has few colours, and then a third of the bytes.
 */
export function palettePng(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const { colours, index } = palette(rgba);
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = index[cell(rgba, 4 * (y * width + x))]!;
  return indexedPng(colours, rows, width, height, 8);
}
