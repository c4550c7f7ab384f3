import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import decompress from "woff2-encoder/decompress";
import { FONT_HASHES, FONTS } from "../../map/fonts.ts";
import { type Font, readFont } from "../fonts/truetype.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** One of the shipped fonts, unpacked: what draws text outside a browser takes no woff2. */
interface Face extends Font {
  readonly path: string;
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

let made: Promise<Faces> | null = null;

/** The fonts of public/fonts/, unpacked once into .cache/ under the hashes of what they were. */
export const shippedFaces = (): Promise<Faces> => {
  made ??= unpack();
  return made;
};

async function unpack(): Promise<Faces> {
  const folder = join(ROOT, ".cache/pages/fonts");
  mkdirSync(folder, { recursive: true });
  const faces = new Map<string, Face>();
  for (const [file, sha256] of Object.entries(FONT_HASHES)) {
    const path = join(folder, `${sha256.slice(0, 16)}.ttf`);
    if (!existsSync(path)) writeFileSync(path, await decompress(readFileSync(join(ROOT, "public/fonts", file))));
    faces.set(file, { path, ...readFont(readFileSync(path), path) });
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
