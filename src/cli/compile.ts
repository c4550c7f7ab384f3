import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders and files of version control, of editors and of packages may hold anything. */
const foreign = (name: string): boolean => name.startsWith(".") || name === "node_modules";
/** A dossier has two levels. Somebody may name the wrong folder, and links may lead in a circle. */
const DEEPEST = 3;

/**
 * Every file of a dossier's folder, for `compileDossier`. Links to files and folders are followed.
 *
 * @returns path inside the folder, `/` between parts → bytes, in order of path
 * @throws when the folder is missing or a file cannot be read
 */
export function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const walk = (inside: readonly string[]): void => {
    for (const name of readdirSync(join(folder, ...inside)).sort()) {
      if (foreign(name)) continue;
      const path = [...inside, name];
      const found = statSync(join(folder, ...path), { throwIfNoEntry: false });
      if (found?.isDirectory() && path.length < DEEPEST) walk(path);
      else if (found?.isFile()) files.set(path.join("/"), readFileSync(join(folder, ...path)));
    }
  };
  walk([]);
  return files;
}
