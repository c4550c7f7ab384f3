import { isStatementsFile, misspelt, misspeltFolder, statementsTable, statementsYaml } from "./file-names.ts";
import type { Report } from "./findings.ts";
import { readCsv } from "./read/csv.ts";
import { decode } from "./read/decode.ts";
import { type MapValue, mapsAt, type Value } from "./read/value.ts";
import { type RawRecord, readYaml, readYamlList, readYamlMap } from "./read/yaml.ts";
import { ONE } from "./references.ts";
import { FIELDS, KINDS, type Kind, REQUIRED } from "./schema.ts";
import { quoted } from "./show.ts";
import { type Row, row, type Tables } from "./tables.ts";

export const HEAD_FILE = "dossier.yaml";
export const CSV_FILE = "statements.csv";
export const SOURCES_FILE = "SOURCES.yaml";
/** Where layers are read from. */
export const LAYER_FILE = /^layers\/[^/]+\.geojson$/;

/** Files that hold a list: `parties.yaml`; statements in a folder, or in one CSV. In the order of their names. */
export function filesOf(kind: Kind, files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  if (kind !== "statements") return files.has(`${kind}.yaml`) ? [`${kind}.yaml`] : [];
  const folder = [...files.keys()].filter((f) => /^statements\/[^/]+\.yaml$/.test(f)).sort();
  return folder.length === 0 && files.has(CSV_FILE) ? [CSV_FILE] : folder;
}

function readRow(kind: Kind, { value, spot, id }: RawRecord, report: Report): Row {
  if (value?.kind === "map") return row(kind, value, spot);
  const found = value?.kind === "text" ? quoted(value.text) : value?.kind === "list" ? "a list" : "nothing";
  // A refused value and one that could not be read have been reported.
  if (value && value.kind !== "refused")
    report({
      severity: "error",
      rule: "shape",
      at: spot,
      found,
      expected: `a ${ONE[kind]}, field by field`,
      fix: 'Write its fields below each other as "name: value", or remove it.',
    });
  return row(kind, null, spot, id);
}

/** The list that every record of a file is of, and none is of the file's own; null otherwise. */
function otherKind(kind: Kind, rows: readonly Row[]): Kind | null {
  const fits = (other: Kind, { map }: Row): boolean =>
    [...map.entries.keys()].every((name) => Object.hasOwn(FIELDS[other], name)) &&
    Object.entries(FIELDS[other]).every(([name, field]) => !field.need || map.entries.has(name));
  if (rows.length === 0 || rows.some((r) => r.unread || fits(kind, r))) return null;
  return KINDS.find((other) => other !== kind && rows.every((r) => fits(other, r))) ?? null;
}

function addOrRename(file: string, files: ReadonlyMap<string, unknown>): string {
  const other = misspelt(file, files.keys());
  return other ? `Rename ${other} to ${file}.` : "Add the file; geo/README.md shows what it holds.";
}

function withoutStatements(files: ReadonlyMap<string, unknown>): string {
  const folder = misspeltFolder("statements", files.keys());
  const file = [...files.keys()].find(isStatementsFile);
  const table = statementsTable(files.keys());
  const other = statementsYaml(files.keys());
  if (folder) return `Rename the folder ${folder} to statements.`;
  if (file) return `Move ${file} into a folder statements/, as statements/2031.yaml.`;
  if (table) return `Rename ${table} to ${CSV_FILE}.`;
  if (other) return `Rename ${other} to ${other.replace(/\.(ya?ml|yaml\.(txt|bak|orig|old)|yaml~)$/i, ".yaml")}.`;
  return "Add a file such as statements/2031.yaml, or one statements.csv.";
}

/** Reads every file of a dossier into rows that know their places. Nothing is judged here but whether it can be read. */
export function parse(files: ReadonlyMap<string, Uint8Array>, report: Report): Omit<Tables, "hashes"> {
  const text = (file: string, layer = false): string | null => {
    const bytes = files.get(file);
    return bytes === undefined ? null : decode(file, bytes, layer, report);
  };
  const missing = (file: string, fix: string, found = "no such file"): void =>
    report({ severity: "error", rule: "file-missing", at: { file }, expected: "a file every dossier has", found, fix });

  const list = (kind: Kind): readonly Row[] => {
    const found = filesOf(kind, files);
    if (found.length === 0 && REQUIRED.has(kind)) {
      if (kind === "statements")
        missing(
          "statements/",
          withoutStatements(files),
          files.has("statements") ? 'a file "statements" in place of the folder' : undefined,
        );
      else missing(`${kind}.yaml`, addOrRename(`${kind}.yaml`, files));
    }
    const rows = found.flatMap((file) => {
      const body = text(file);
      // A file that is no text is one row nobody can read, so that it is counted and named.
      const spot = { file, line: 1, column: 1, record: null, field: "" };
      if (body === null) return [row(kind, null, spot)];
      const raw: readonly RawRecord[] = file === CSV_FILE ? readCsv(file, body, report) : readYamlList(file, body, report);
      // A file that a programme emptied, among others that hold statements.
      if (raw.length === 0 && kind === "statements" && found.length > 1)
        report({
          severity: "warning",
          rule: "file-empty",
          at: spot,
          found: "no record",
          expected: "statements",
          fix: "If there were some in it, put the file back as it was; otherwise remove it.",
        });
      // A list that may be missing, and is there with nothing in it, not even the brackets that say so.
      else if (raw.length === 0 && !REQUIRED.has(kind) && !/^[ \t]*\[/m.test(body))
        report({
          severity: "warning",
          rule: "file-empty",
          at: spot,
          found: "no record",
          expected: `${kind === "story" ? "steps of the story" : kind}, or []`,
          fix: "Write [] if it is to be empty; otherwise put the file back as it was.",
        });
      const own = raw.map((r) => readRow(kind, r, report));
      const other = otherKind(kind, own);
      if (other === null) return own;
      // The same words for each, so that it is told once.
      for (const { spot } of own)
        report({
          severity: "error",
          rule: "file-swapped",
          at: spot,
          found: `the file has ${other} in it`,
          expected: kind,
          fix: file.endsWith(`/${other}.yaml`)
            ? "Move it beside dossier.yaml."
            : `Save it as ${other}.yaml, and put the ${kind} in their place.`,
        });
      return own.map(({ spot, id }) => row(kind, null, spot, id));
    });
    const [file] = found;
    if (rows.length === 0 && file !== undefined && REQUIRED.has(kind)) {
      const at = { file, line: 1, column: 1, record: null, field: "" };
      report({
        severity: "error",
        rule: "file-empty",
        at,
        found: "no record",
        expected: `at least one ${ONE[kind]}`,
        fix: "Fill the file; geo/README.md shows how.",
      });
    }
    return rows;
  };

  const headText = text(HEAD_FILE);
  if (!files.has(HEAD_FILE)) missing(HEAD_FILE, addOrRename(HEAD_FILE, files));
  const head: MapValue | null = headText === null ? null : readYamlMap(HEAD_FILE, headText, report);
  const rows = Object.fromEntries(KINDS.map((kind) => [kind, list(kind)])) as Record<Kind, readonly Row[]>;
  const told = files.has(SOURCES_FILE) ? text(SOURCES_FILE) : null;
  const sources: Value | null = told === null ? null : readYaml(SOURCES_FILE, told, report);
  const layers = new Map<string, string>();
  for (const file of [...files.keys()].sort()) {
    const body = LAYER_FILE.test(file) ? text(file, true) : null;
    if (body !== null) layers.set(file, body);
  }
  return {
    head,
    rows: { ...rows, layers: head ? mapsAt(head, "layers").map((m) => row("layers", m, m.spot)) : [] },
    layers,
    sources: told === null || sources === null ? null : { text: told, value: sources },
    files,
  };
}
