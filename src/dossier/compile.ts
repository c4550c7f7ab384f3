import { buildDossier } from "./build/dossier.ts";
import type { Finding } from "./findings.ts";
import type { Issue } from "./issues.ts";
import { judge } from "./judge.ts";
import { LAYER_FILE, parse } from "./parse.ts";
import { sha256 } from "./sha256.ts";
import { visible } from "./show.ts";
import type { Dossier } from "./types.ts";

export interface Compiled {
  /** null only when dossier.yaml is unusable. Holds every record that is fit, whatever is wrong with others. */
  readonly dossier: Dossier | null;
  /** In order of file and line. */
  readonly issues: readonly Issue[];
  /** Every record read is either kept or named here, in order of the lists, as `file:line id`, and then in an issue too. */
  readonly rows: { readonly read: number; readonly kept: number; readonly leftOut: readonly string[] };
}

async function layerHashes(files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, string>> {
  const layers = [...files].filter(([file]) => LAYER_FILE.test(file));
  return new Map(await Promise.all(layers.map(async ([file, bytes]) => [file, await sha256(bytes)] as const)));
}

/**
 * Reads, checks and compiles a dossier. Pure: no clock, no network, no disk; the same in a browser and in Node. Never throws, whatever the bytes.
 *
 * @param files path inside the dossier's folder, `/` between parts → bytes
 */
export async function compileDossier(files: ReadonlyMap<string, Uint8Array>): Promise<Compiled> {
  const findings: Finding[] = [];
  const tables = { ...parse(files, (finding) => findings.push(finding)), hashes: await layerHashes(files) };
  const { issues, out } = judge(tables, findings);
  const dossier = await buildDossier(tables, (row) => !out.has(row));
  const read = Object.values(tables.rows).flat().length;
  const leftOut = Object.values(tables.rows)
    .flat()
    .filter((row) => out.has(row))
    .map(({ spot, id }) => `${spot.file}:${spot.line}${id === null ? "" : ` ${visible(id)}`}`);
  return { dossier, issues, rows: { read, kept: read - leftOut.length, leftOut } };
}
