import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import decompress from "woff2-encoder/decompress";
import { FONTS } from "../../map/fonts.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** One of the shipped fonts, unpacked: what draws text outside a browser takes no woff2. */
export interface Face {
  readonly path: string;
  /** The name by which the file itself goes. */
  readonly family: string;
  /** Width of a character in ems; null when the font does not have it. */
  readonly advance: (character: string) => number | null;
}

/** The text styles of a picture. */
export type Style = "regular" | "semibold" | "serif";

export interface Faces {
  /** Every unpacked file, Latin ones first. */
  readonly paths: readonly string[];
  readonly family: Readonly<Record<Style, string>>;
  /** Width of a text in px; what no font has counts as half an em. */
  readonly width: (text: string, size: number, style: Style) => number;
  /** Characters of a text that no shipped font has. */
  readonly lacking: (text: string) => readonly string[];
}

/** Reads of a TrueType font what is needed to set text: its name, its characters and their widths. */
export function readFace(ttf: Buffer, path: string): Face {
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
    path,
    family: familyName(ttf, at("name")),
    advance: (character) => {
      const glyph = glyphs.get(character.codePointAt(0) ?? -1);
      return glyph === undefined ? null : ttf.readUInt16BE(at("hmtx") + 4 * Math.min(glyph, metrics - 1)) / em;
    },
  };
}

/** Code point → glyph, from the character map's segments (format 4) and groups (format 12). */
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
          if (glyph !== 0) glyphs.set(c, (glyph + delta) & 0xffff);
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

let made: Promise<Faces> | null = null;

/** The fonts of public/fonts/, unpacked once into .cache/ under the hashes of what they were. */
export const shippedFaces = (): Promise<Faces> => {
  made ??= unpack();
  return made;
};

async function unpack(): Promise<Faces> {
  const folder = join(ROOT, ".cache/pages/fonts");
  mkdirSync(folder, { recursive: true });
  const files = new Map(FONTS.map((f) => [f.file, f]));
  const faces = new Map<string, Face>();
  for (const { file, sha256 } of files.values()) {
    const path = join(folder, `${sha256.slice(0, 16)}.ttf`);
    if (!existsSync(path)) writeFileSync(path, await decompress(readFileSync(join(ROOT, "public/fonts", file))));
    faces.set(file, readFace(readFileSync(path), path));
  }
  const of = (family: string, weight: number): readonly Face[] => {
    const own = FONTS.filter((f) => f.family === family && f.weight === weight).flatMap((f) => faces.get(f.file) ?? []);
    return [...own, ...faces.values()];
  };
  const chains: Readonly<Record<Style, readonly Face[]>> = {
    regular: of("Dateline Sans", 400),
    semibold: of("Dateline Sans", 600),
    serif: of("Dateline Serif", 400),
  };
  const advance = (character: string, style: Style): number => {
    for (const face of chains[style]) {
      const width = face.advance(character);
      if (width !== null) return width;
    }
    return 0.5;
  };
  return {
    paths: [...faces.values()].map((f) => f.path),
    family: {
      regular: chains.regular[0]?.family ?? "",
      semibold: chains.semibold[0]?.family ?? "",
      serif: chains.serif[0]?.family ?? "",
    },
    width: (text, size, style) => [...text].reduce((sum, character) => sum + advance(character, style), 0) * size,
    lacking: (text) => [...new Set(text)].filter((c) => ![...faces.values()].some((face) => face.advance(c) !== null)),
  };
}
