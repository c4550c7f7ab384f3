import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { asId, okay } from "../dossier/ids.ts";
import { exampleFiles, smallest } from "./example.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const USAGE = "usage: npm run init -- geo/<id>";
/** npm runs commands in the package's folder and keeps the one the editor stands in here. */
const here = process.env["INIT_CWD"] ?? process.cwd();

/** The folder itself, or the next above it that there is. */
const nearestThere = (path: string): string => (existsSync(path) ? path : nearestThere(dirname(path)));

/** Why no dossier can be begun in a folder; null when one can. */
function no(folder: string): string | null {
  const name = basename(folder);
  const id = asId(name);
  if (!okay(name)) return `no id of a dossier: ${name}; small letters, digits and - are.${id !== null && okay(id) ? ` Write ${id}.` : ""}`;
  const inGeo = relative(join(ROOT, "geo"), folder);
  if (!inGeo.startsWith("..") && inGeo.split(sep).length > 1)
    return `a folder in a folder of geo/: ${inGeo}; a dossier stands directly in geo/. Write geo/${name}.`;
  const above = nearestThere(folder);
  if (!statSync(above).isDirectory()) return `a file, not a folder: ${above}; name a new folder.`;
  if (above !== folder) return null;
  return readdirSync(folder).length === 0 ? null : `there is something in ${folder}; name a new folder.`;
}

/**
 * `npm run init`: begins a dossier with the five files that geo/README.md shows, to be changed. They are read from there, so that the
 * two are never apart.
 *
 * @param argv the folder, relative to the current one; its name is the dossier's id
 * @returns 2 when it is missing or cannot be one, 0 otherwise
 */
export default async function init(argv: readonly string[]): Promise<number> {
  const [named, ...more] = argv;
  const folder = resolve(here, named ?? "");
  const wrong = named === undefined || named.startsWith("-") || more.length > 0 ? "name one folder." : no(folder);
  if (wrong !== null) {
    console.error(wrong);
    console.error(USAGE);
    return 2;
  }
  const files = smallest(exampleFiles(readFileSync(join(ROOT, "geo/README.md"), "utf8")));
  const shown = relative(here, folder);
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file === "dossier.yaml" ? text.replace(/^id: .*$/m, `id: ${basename(folder)}`) : text);
    console.log(`${shown}/${file}`);
  }
  console.log(`\nIt is the invented dossier of geo/README.md, with one statement: put your own in the place of each line. Then:`);
  console.log(
    `  npm run check -- ${shown}\n  DOSSIER=${relative(ROOT, folder).startsWith("..") ? folder : relative(ROOT, folder)} npm start`,
  );
  return 0;
}
