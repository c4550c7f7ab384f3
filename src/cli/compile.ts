import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { Unreadable } from "../dossier/read/decode.ts";

/** Folders and files of version control, of editors and of packages may hold anything. */
export const foreign = (name: string): boolean => name.startsWith(".") || name.startsWith("~$") || name === "node_modules";
/** A dossier has two levels. Somebody may name the wrong folder, and links may lead in a circle. */
const DEEPEST = 3;

/** What a file of the format is called. A folder of such a name is a mistake. */
const FILE = /\.(ya?ml|csv|geojson)$/i;

/** Bytes of a file of no use to a dossier, of which the name is told and nothing read: a film may lie beside it. */
const LARGEST_OTHER = 1024 * 1024;

const reason = (error: unknown): string => {
  const { code } = error as { code?: string };
  return code === "ELOOP"
    ? "a link that leads in a circle"
    : code === "EACCES" || code === "EPERM"
      ? "a file nobody here may read"
      : `a file that gives an error, ${code ?? error}`;
};

/**
 * Every file of a dossier's folder, for `compileDossier`. Links to files and folders are followed; what is there and cannot be read is
 * `Unreadable`.
 *
 * @returns path inside the folder, `/` between parts → bytes, in order of path
 * @throws when the folder itself is missing or cannot be read
 */
export function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const read = (path: readonly string[]): Uint8Array | null => {
    const full = join(folder, ...path);
    const found = statSync(full, { throwIfNoEntry: false });
    if (!found) return new Unreadable("a link that leads nowhere");
    if (found.isFile()) return found.size > LARGEST_OTHER && !FILE.test(full) ? new Uint8Array() : readFileSync(full);
    if (!found.isDirectory()) return new Unreadable("no ordinary file");
    if (FILE.test(full)) return new Unreadable("a folder of that name");
    if (realpathSync(join(full, "..")).startsWith(realpathSync(full))) return new Unreadable("a link that leads in a circle");
    if (path.length < DEEPEST) walk(path);
    // Elsewhere lies whatever an editor keeps; here it would be a record that nobody reads.
    else if (/^(statements|layers)$/.test(path[0] ?? "")) return new Unreadable("a folder too deep inside it");
    return null;
  };
  const walk = (inside: readonly string[]): void => {
    for (const name of readdirSync(join(folder, ...inside)).sort()) {
      if (foreign(name)) continue;
      const path = [...inside, name];
      try {
        const bytes = read(path);
        if (bytes) files.set(path.join("/"), bytes);
      } catch (error) {
        files.set(path.join("/"), new Unreadable(reason(error)));
      }
    }
  };
  walk([]);
  return files;
}
