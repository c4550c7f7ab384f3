import decompress from "woff2-encoder/decompress";

export interface Font {
  /** The name by which the file itself goes. */
  readonly family: string;
  /** The code points it has a glyph for, in order: what it can draw, not what a stylesheet says of it. */
  readonly points: readonly number[];
  /** Width of a character in ems; null when the font does not have it. */
  readonly advance: (character: string) => number | null;
}

/**
 * The code points for which a WOFF2 file has a glyph, in order.
 *
 * @throws when it is no WOFF2 file
 */
export async function glyphsOf(woff2: Buffer): Promise<readonly number[]> {
  if (woff2.toString("latin1", 0, 4) !== "wOF2") throw new Error("expected a WOFF2 file");
  return readFont(Buffer.from(await decompress(woff2)), "font").points;
}

/**
 * Reads of a TrueType font what is needed to set text.
 *
 * @param path for the words of an error
 * @throws when a table is missing
 * @see OpenType 1.9 "cmap", "head", "hhea", "hmtx", "name"
 */
export function readFont(ttf: Buffer, path: string): Font {
  const tables = new Map<string, number>();
  for (let i = 0; i < ttf.readUInt16BE(4); i++) tables.set(ttf.toString("latin1", 12 + 16 * i, 16 + 16 * i), ttf.readUInt32BE(20 + 16 * i));
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`${path}: a font without a table "${tag}"`);
    return offset;
  };
  const em = ttf.readUInt16BE(at("head") + 18);
  const metrics = ttf.readUInt16BE(at("hhea") + 34);
  const glyphs = characters(ttf, at("cmap"));
  return {
    points: [...glyphs.keys()].sort((a, b) => a - b),
    family: familyName(ttf, at("name")),
    advance: (character) => {
      const glyph = glyphs.get(character.codePointAt(0) ?? -1);
      return glyph === undefined ? null : ttf.readUInt16BE(at("hmtx") + 4 * Math.min(glyph, metrics - 1)) / em;
    },
  };
}

/** Code point → glyph, from the character map's segments (format 4) and groups (format 12); glyph 0 is the missing one. */
function characters(ttf: Buffer, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < ttf.readUInt16BE(cmap + 2); i++) {
    const table = cmap + ttf.readUInt32BE(cmap + 8 + 8 * i);
    const format = ttf.readUInt16BE(table);
    if (format === 12) {
      for (let g = 0; g < ttf.readUInt32BE(table + 12); g++) {
        const [from, to, glyph] = [0, 4, 8].map((o) => ttf.readUInt32BE(table + 16 + 12 * g + o)) as [number, number, number];
        for (let c = from; c <= to; c++) glyphs.set(c, glyph + c - from);
      }
    } else if (format === 4) {
      const bytes = ttf.readUInt16BE(table + 6);
      for (let s = 0; s < bytes; s += 2) {
        const to = ttf.readUInt16BE(table + 14 + s);
        const from = ttf.readUInt16BE(table + 16 + bytes + s);
        const delta = ttf.readUInt16BE(table + 16 + 2 * bytes + s);
        const place = table + 16 + 3 * bytes + s;
        const range = ttf.readUInt16BE(place);
        for (let c = from; c <= to && c < 0xffff; c++) {
          const glyph = range === 0 ? c : ttf.readUInt16BE(place + range + 2 * (c - from));
          if ((range === 0 || glyph !== 0) && ((glyph + delta) & 0xffff) !== 0) glyphs.set(c, (glyph + delta) & 0xffff);
        }
      }
    }
  }
  return glyphs;
}

function familyName(ttf: Buffer, name: number): string {
  const text = name + ttf.readUInt16BE(name + 4);
  const found = new Map<number, string>();
  for (let i = 0; i < ttf.readUInt16BE(name + 2); i++) {
    const record = name + 6 + 12 * i;
    const [platform, , , id, length, offset] = [0, 2, 4, 6, 8, 10].map((o) => ttf.readUInt16BE(record + o)) as number[];
    if (platform !== 3 || length === undefined || offset === undefined || id === undefined) continue;
    found.set(
      id,
      Buffer.from(ttf.subarray(text + offset, text + offset + length))
        .swap16()
        .toString("utf16le"),
    );
  }
  return found.get(16) ?? found.get(1) ?? "";
}
