import { brotliDecompressSync } from "node:zlib";

/** The tags a WOFF2 directory entry names by number, in the order of the specification. */
const KNOWN = (
  "cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS " +
  "GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop " +
  "trak Zapf Silf Glat Gloc Feat Sill"
).match(/.{4} ?/g)!;

/** A table of a WOFF2 file that is stored as it is, not transformed (so never glyf, loca or hmtx); null when there is none. */
function tableOf(file: Buffer, wanted: string): Buffer | null {
  if (file.toString("latin1", 0, 4) !== "wOF2") throw new Error("expected a WOFF2 file");
  let at = 48;
  const base128 = (): number => {
    for (let n = 0; ; ) {
      const byte = file.readUInt8(at++);
      n = n * 128 + (byte & 127);
      if (byte < 128) return n;
    }
  };
  let offset = 0;
  let found: readonly [from: number, to: number] | null = null;
  for (let i = file.readUInt16BE(12); i > 0; i--) {
    const flags = file.readUInt8(at++);
    let tag = KNOWN[flags & 63]?.slice(0, 4) ?? "";
    if ((flags & 63) === 63) {
      tag = file.toString("latin1", at, at + 4);
      at += 4;
    }
    const plain = base128();
    // glyf and loca are transformed unless the version says 3; any other table only when it is not 0.
    const transformed = tag === "glyf" || tag === "loca" ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const length = transformed ? base128() : plain;
    if (tag === wanted) found = [offset, offset + length];
    offset += length;
  }
  return found && brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20))).subarray(...found);
}

/** Code points of a cmap subtable of format 4 whose glyph is not the missing one. */
function format4(cmap: Buffer, from: number, add: (point: number) => void): void {
  const size = cmap.readUInt16BE(from + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const last = cmap.readUInt16BE(from + 14 + segment);
    const first = cmap.readUInt16BE(from + 16 + size + segment);
    const delta = cmap.readUInt16BE(from + 16 + 2 * size + segment);
    const rangeAt = from + 16 + 3 * size + segment;
    const range = cmap.readUInt16BE(rangeAt);
    for (let point = first; point <= last && point < 0xffff; point++) {
      const glyph = range === 0 ? point : cmap.readUInt16BE(rangeAt + range + 2 * (point - first));
      if (range !== 0 && glyph === 0) continue;
      if (((glyph + delta) & 0xffff) !== 0) add(point);
    }
  }
}

/** Code points of a cmap subtable of format 12. */
function format12(cmap: Buffer, from: number, add: (point: number) => void): void {
  for (let group = cmap.readUInt32BE(from + 12); group > 0; group--) {
    const at = from + 4 + 12 * group;
    for (let point = cmap.readUInt32BE(at); point <= cmap.readUInt32BE(at + 4); point++) add(point);
  }
}

/**
 * The code points for which a WOFF2 font has a glyph, in order: what it can draw, not what a stylesheet says of it.
 *
 * @throws when the file is no WOFF2 or has no character map
 * @see WOFF File Format 2.0 §4, OpenType 1.9 "cmap"
 */
export function glyphsOf(file: Buffer): readonly number[] {
  const cmap = tableOf(file, "cmap");
  if (!cmap) throw new Error("the font has no character map");
  const points = new Set<number>();
  for (let i = cmap.readUInt16BE(2); i > 0; i--) {
    const from = cmap.readUInt32BE(8 * i);
    const format = cmap.readUInt16BE(from);
    if (format === 4) format4(cmap, from, (point) => points.add(point));
    else if (format === 12) format12(cmap, from, (point) => points.add(point));
  }
  return [...points].sort((a, b) => a - b);
}
