import type { Report } from "./findings.ts";
import { readCsv } from "./read/csv.ts";
import { decode } from "./read/decode.ts";
import { mapsAt, type MapValue } from "./read/value.ts";
import { type RawRecord, readYamlList, readYamlMap, recordMap } from "./read/yaml.ts";
import { KINDS, type Kind } from "./schema.ts";
import { type Row, row, type Tables } from "./tables.ts";

export const HEAD_FILE = "dossier.yaml";
export const CSV_FILE = "statements.csv";
const REQUIRED: ReadonlySet<Kind> = new Set(["parties", "places", "topics", "statements"]);

/** Files that hold a list: `parties.yaml`; statements in a folder, or in one CSV. In the order of their names. */
export function filesOf(kind: Kind, files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  if (kind !== "statements") return files.has(`${kind}.yaml`) ? [`${kind}.yaml`] : [];
  const folder = [...files.keys()].filter((f) => /^statements\/[^/]+\.yaml$/.test(f)).sort();
  return folder.length === 0 && files.has(CSV_FILE) ? [CSV_FILE] : folder;
}

/** Reads every file of a dossier into rows that know their places. Nothing is judged here but whether it can be read. */
export function parse(files: ReadonlyMap<string, Uint8Array>, report: Report): Tables {
  const text = (file: string, lineLimit = true): string | null => {
    const bytes = files.get(file);
    return bytes === undefined ? null : decode(file, bytes, lineLimit, report);
  };
  const missing = (file: string, fix: string): void =>
    report({ severity: "error", rule: "file-missing", at: { file }, expected: "this file", found: "no such file", fix });

  const list = (kind: Kind): readonly Row[] => {
    const found = filesOf(kind, files);
    if (found.length === 0 && REQUIRED.has(kind)) {
      if (kind === "statements") missing("statements/", "Add a file such as statements/2023.yaml, or one statements.csv.");
      else missing(`${kind}.yaml`, "Add the file; geo/README.md shows what it holds.");
    }
    return found.flatMap((file) => {
      const body = text(file);
      // A file that is no text is one row nobody can read, so that it is counted and named.
      const spot = { file, line: 1, column: 1, record: null, field: "" };
      if (body === null) return [row(kind, { kind: "map", entries: new Map(), spot }, spot)];
      const raw: readonly RawRecord[] = file === CSV_FILE ? readCsv(file, body, report) : readYamlList(file, body, report);
      return raw.map((r) => row(kind, recordMap(r), r.spot, r.id));
    });
  };

  const headText = text(HEAD_FILE);
  if (!files.has(HEAD_FILE)) missing(HEAD_FILE, "Add the file; geo/README.md shows what it holds.");
  const head: MapValue | null = headText === null ? null : readYamlMap(HEAD_FILE, headText, report);
  const rows = Object.fromEntries(KINDS.map((kind) => [kind, list(kind)])) as Record<Kind, readonly Row[]>;
  const layers = new Map<string, string>();
  for (const file of [...files.keys()].sort()) {
    const body = /^layers\/[^/]+\.geojson$/.test(file) ? text(file, false) : null;
    if (body !== null) layers.set(file, body);
  }
  return { head, rows: { ...rows, layers: head ? mapsAt(head, "layers").map((m) => row("layers", m, m.spot)) : [] }, layers, files };
}
