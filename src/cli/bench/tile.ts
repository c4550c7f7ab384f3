import { indexedPng } from "../pages/png.ts";
import type { Responder } from "../serve.ts";

const SIZE = 256;
const COLOURS = 16;
/** Share of pixels that are noise: chosen so that a tile has the 12.6 kB of a usual street-map tile. */
const NOISE = 0.122;

/** A 256 px raster tile (PNG, 16 greys), the same bytes on every machine. */
export function stubTile(): Buffer {
  let seed = 1;
  const random = (): number => {
    // Park and Miller's generator: no two machines may measure different tiles.
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const rows = Buffer.alloc((SIZE + 1) * SIZE);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++)
      rows[y * (SIZE + 1) + 1 + x] = random() < NOISE ? Math.floor(random() * COLOURS) : ((x >> 5) + (y >> 5)) % 2;
  const greys = Buffer.from(Array.from({ length: COLOURS * 3 }, (_, i) => 226 - Math.floor(i / 3) * 3));
  return indexedPng(greys, rows, SIZE, SIZE, 9);
}

/** A tile host: the same tile under every /z/x/y.png. */
export function tileResponder(): Responder {
  const body = stubTile();
  return async (_, target) =>
    /^\/\d+\/\d+\/\d+\.png$/.test(target)
      ? { status: 200, headers: { "content-type": "image/png", "access-control-allow-origin": "*" }, body }
      : { status: 404, headers: {}, body: Buffer.alloc(0) };
}
