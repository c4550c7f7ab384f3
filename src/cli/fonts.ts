import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileDossier } from "../dossier/compile.ts";
import type { FontFile } from "../map/font-file.ts";
import { readFolder } from "./compile.ts";
import { LATIN, pointsOf, SCRIPTS, SIGNS, serifText, unicodeRanges } from "./fonts/characters.ts";
import { type FontTools, fontTools } from "./fonts/tools.ts";
import { glyphsOf } from "./fonts/truetype.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** All font files together, in bytes: what a reader on a slow line may be asked to fetch for the page's type. */
export const FONT_BUDGET = 45_000;

/** Where the glyphs of a script come from. A character is taken from the first source that has it. */
interface Source {
  readonly script: string;
  readonly pack: (style: "sans" | "serif") => string;
  readonly part: string;
  /** Whether it is drawn in 600 of its own; else 600 shows the 400. Only what headings, names of parties and map labels are set in is worth its bytes. */
  readonly semibold: boolean;
  /** Kept layout features. Pairs are kerned in Latin, which is read at length; labels in other scripts are not worth the bytes. */
  readonly features: readonly string[];
  /** Which characters it is asked for; all when absent. */
  readonly only?: RegExp;
}

const own = (style: string): string => `noto-${style}`;
const SOURCES: readonly Source[] = [
  { script: "latin", pack: own, part: "latin", semibold: true, features: ["kern"] },
  { script: "latin-ext", pack: own, part: "latin-ext", semibold: true, features: [] },
  { script: "cyrillic", pack: own, part: "cyrillic", semibold: false, features: [] },
  { script: "cyrillic-ext", pack: own, part: "cyrillic-ext", semibold: false, features: [] },
  { script: "greek", pack: own, part: "greek", semibold: false, features: [] },
  { script: "armenian", pack: () => "noto-sans-armenian", part: "armenian", semibold: false, features: [] },
  { script: "georgian", pack: () => "noto-sans-georgian", part: "georgian", semibold: false, features: [] },
  // The mathematical font also has Arabic letters, but unjoined: not for reading.
  { script: "signs", pack: () => "noto-sans-math", part: "latin", semibold: false, features: [], only: /[\p{S}\p{P}]/u },
];

/** Makes the faces of one style and returns what no source can draw. */
async function facesOf(tools: FontTools, style: "sans" | "serif", wanted: readonly number[], weights: readonly FontFile["weight"][]) {
  const faces: FontFile[] = [];
  const files = new Map<string, Buffer>();
  let left = wanted;
  for (const { script, pack, part, semibold, features, only } of SOURCES) {
    if (style === "serif" && pack(style) !== own(style)) continue;
    const source = (weight: number): Buffer => tools.read(pack(style), `files/${pack(style)}-${part}-${weight}-normal.woff2`);
    const has = new Set(await glyphsOf(source(400)));
    const points = left.filter((point) => has.has(point) && (only?.test(String.fromCodePoint(point)) ?? true));
    left = left.filter((point) => !points.includes(point));
    if (points.length === 0) continue;
    for (const weight of weights) {
      const drawn = semibold ? weight : 400;
      const file = `${style}-${drawn}-${script}.woff2`;
      if (!files.has(file)) {
        const options = {
          targetFormat: "woff2",
          keepFeatures: features,
          noHinting: true,
          noLayoutClosure: true,
          dropTables: ["gasp", "STAT", "GDEF"],
        } as const;
        files.set(file, await tools.subset(source(drawn), String.fromCodePoint(...points), options));
      }
      const bytes = files.get(file)!;
      if ((await glyphsOf(bytes)).join() !== points.join())
        throw new Error(`${file}: the subset does not hold exactly the characters asked for`);
      const family = style === "sans" ? "Dateline Sans" : "Dateline Serif";
      faces.push({ family, weight, file, unicodeRange: unicodeRanges(points) });
    }
  }
  return { faces, files, left };
}

const faceText = (f: FontFile): string => `  {
    family: "${f.family}",
    weight: ${f.weight},
    file: "${f.file}",
    // biome-ignore format: generated
    unicodeRange: ${JSON.stringify(f.unicodeRange)},
  },`;

const isMaps = ({ family, weight }: FontFile): boolean => family === "Dateline Sans" && weight === 400;

const moduleText = (faces: readonly FontFile[], files: ReadonlyMap<string, Uint8Array>): string => `// Made by npm run fonts; do not edit.

import type { FontFile } from "./font-file.ts";

/** What the map's names are set in. */
export const MAP_FONTS: readonly FontFile[] = [
${faces.filter(isMaps).map(faceText).join("\n")}
];

/** Every face. The map's script travels without those that are not its own. */
export const FONTS: readonly FontFile[] = /* @__PURE__ */ MAP_FONTS.concat([
${faces
  .filter((f) => !isMaps(f))
  .map(faceText)
  .join("\n")}
]);

/** SHA-256 of each file. A list of its own: no reader needs it. */
export const FONT_HASHES: Readonly<Record<string, string>> = {
${[...files].map(([name, bytes]) => `  "${name}": "${createHash("sha256").update(bytes).digest("hex")}",`).join("\n")}
};
`;

/** The source of the interface and its words in every language: the signs and letters it uses are in it as they are. */
const interfaceText = (): string =>
  readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /^((ui|map|model)\/.*\.(svelte|ts)|words\/.*\.json)$/.test(file))
    .sort()
    .map((file) => readFileSync(join(ROOT, "src", file), "utf8"))
    .join("");

/** The characters of every dossier in geo/, its layers included, and the text of them that is set in serif. */
async function dossierText(): Promise<{ readonly all: string; readonly serif: string }> {
  let all = "";
  let serif = "";
  const folders = readdirSync(join(ROOT, "geo"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const files = readFolder(join(ROOT, "geo", name));
    for (const [path, bytes] of files) if (/\.(yaml|csv|geojson)$/.test(path)) all += new TextDecoder().decode(bytes);
    const { dossier } = await compileDossier(files);
    if (dossier) serif += serifText(dossier);
  }
  return { all, serif };
}

const licence = (tools: FontTools): string => {
  const packs = ["noto-sans", "noto-sans-armenian", "noto-sans-georgian", "noto-sans-math", "noto-serif"];
  const texts = packs.map((pack) => tools.read(pack, "LICENSE").toString("utf8"));
  const holders = texts.map((text, i) => `${packs[i]}: ${text.slice(0, text.indexOf("\n")).trim()}`);
  const body = texts[0]!.slice(texts[0]!.indexOf("\n")).replace(/\r/g, "").trim();
  return `The fonts in this folder are subsets of Noto fonts, made by npm run fonts.\n\n${holders.join("\n")}\n\n${body}\n`;
};

/** `npm run fonts`: makes the fonts of public/fonts/ and what src/map/fonts.ts says of them. The same dossiers and interface give the same bytes. */
export default async function fonts(): Promise<number> {
  const tools = fontTools(join(ROOT, ".cache/fonts"));
  const text = await dossierText();
  const sans = await facesOf(tools, "sans", pointsOf(SIGNS + LATIN + SCRIPTS + interfaceText() + text.all), [400, 600]);
  const serif = await facesOf(tools, "serif", pointsOf(SIGNS + text.serif), [400]);
  const files = new Map([...sans.files, ...serif.files]);
  const faces = [...sans.faces, ...serif.faces];
  const folder = join(ROOT, "public/fonts");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, "OFL.txt"), licence(tools));
  writeFileSync(join(ROOT, "src/map/fonts.ts"), moduleText(faces, files));
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  for (const [name, bytes] of files) {
    const uses = faces.filter((f) => f.file === name);
    const count = (await glyphsOf(bytes)).length;
    console.log(
      `${name.padEnd(28)} ${String(bytes.length).padStart(6)} bytes  ${String(count).padStart(4)} characters  ${uses.map((f) => f.weight).join(", ")}`,
    );
  }
  console.log(`${"total".padEnd(28)} ${String(total).padStart(6)} bytes of ${FONT_BUDGET}`);
  if (sans.left.length > 0) console.log(`left to the reader's own fonts: ${String.fromCodePoint(...sans.left)}`);
  return total <= FONT_BUDGET ? 0 : 1;
}
