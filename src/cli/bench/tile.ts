import { crc32, deflateSync } from "node:zlib";
import type { Responder } from "../serve.ts";

const SIZE = 256;
const COLOURS = 16;
/** Share of pixels that are noise: chosen so that a tile has the 12.6 kB of a usual street-map tile. */
const NOISE = 0.122;

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
};

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
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 3], 8);
  const palette = Buffer.from(Array.from({ length: COLOURS * 3 }, (_, i) => 226 - Math.floor(i / 3) * 3));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A tile host: the same tile under every /z/x/y.png. */
export function tileResponder(): Responder {
  const body = stubTile();
  return async (_, target) =>
    /^\/\d+\/\d+\/\d+\.png$/.test(target)
      ? { status: 200, headers: { "content-type": "image/png", "access-control-allow-origin": "*" }, body }
      : { status: 404, headers: {}, body: Buffer.alloc(0) };
}
