import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Read by nobody here: a folder of version control or an editor's may hold anything. */
const hidden = (name: string): boolean => name.startsWith(".");

/**
 * Every file of a dossier's folder, for `compileDossier`.
 *
 * @returns path inside the folder, `/` between parts → bytes, in order of path
 * @throws when the folder is missing or cannot be read
 */
export function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (hidden(entry.name)) continue;
      const path = inside ? `${inside}/${entry.name}` : entry.name;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.set(path, readFileSync(join(folder, path)));
    }
  };
  walk("");
  return files;
}
