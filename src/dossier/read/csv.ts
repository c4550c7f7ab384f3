import { LineCounter } from "yaml";
import type { Report } from "../findings.ts";
import { nearest } from "../nearest.ts";
import { type Field, type Fields, FIELDS } from "../schema.ts";
import { quoted } from "../show.ts";
import { type CsvRow, csvRows } from "./csv-cells.ts";
import type { Entry, MapValue, Spot, Value } from "./value.ts";
import { FORBIDDEN_KEYS, type RawRecord } from "./yaml.ts";

/** A column of the table: the way to its field, and whether its cells hold lists of words. */
interface Column {
  readonly name: string;
  readonly path: readonly string[] | null;
  readonly words: boolean;
}

/** More entries of one list than any statement has; a number beyond is a slip. */
const MOST_ENTRIES = 99;

/** `sources.1.url` → sources, 0, url; null when the format has no such field. */
function fieldPath(fields: Fields, [name = "", ...rest]: readonly string[]): { path: readonly string[]; words: boolean } | null {
  const field: Field | undefined = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) return null;
  if (field.is === "text" || field.is === "words") return rest.length === 0 ? { path: [name], words: field.is === "words" } : null;
  if (field.is === "pairs")
    return rest.length === 1 && rest[0] && !FORBIDDEN_KEYS.has(rest[0]) ? { path: [name, rest[0]], words: false } : null;
  if (field.is === "map") return within(name, fieldPath(field.fields, rest));
  const number = /^[1-9]\d?$/.test(rest[0] ?? "") ? Number(rest[0]) : 0;
  return number < 1 || number > MOST_ENTRIES ? null : within(`${name}[${number - 1}]`, fieldPath(field.fields, rest.slice(1)));
}
const within = (name: string, inner: ReturnType<typeof fieldPath>): ReturnType<typeof fieldPath> =>
  inner && { ...inner, path: [name, ...inner.path] };

const columnOf = (name: string): Column => ({ name, ...(fieldPath(FIELDS.statements, name.split(".")) ?? { path: null, words: false }) });

/** Spreadsheets of half the world write semicolons; the one that gives most known names in the first row is meant. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf("\n") < 0 ? text.length : text.indexOf("\n"));
  const known = (d: string): number => first.split(d).filter((name) => columnOf(name.replace(/^"|"$/g, "").trim()).path).length;
  return [",", ";", "\t"].reduce((best, d) => (known(d) > known(best) ? d : best));
}

/**
 * Reads `statements.csv`: the first row names the fields, each further row is one statement. The records are those the same
 * statements in YAML would give. An empty cell is a field left out.
 */
export function readCsv(file: string, text: string, report: Report): readonly RawRecord[] {
  const lines = new LineCounter();
  for (let at = 0; at >= 0 && at < text.length; at = text.indexOf("\n", at) + 1 || -1) lines.addNewLine(at);
  const spot = (offset: number, record: number | null, field = ""): Spot => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), record, field };
  };
  const { rows, unread } = csvRows(text, delimiterOf(text));
  const [header, ...body] = rows;
  if (!header || header.broken) {
    report({
      severity: "error",
      rule: "csv",
      at: spot(0, 0),
      found: quoted(text.slice(0, 60)),
      expected: "field names in the first row",
      fix: "Begin the file with a row of field names: id, status, party …",
    });
    return header ? [{ spot: spot(0, 0), value: null, id: null }] : [];
  }
  const columns = header.cells.map((cell) => columnOf(cell.text.trim()));
  checkHeader(header, columns, (offset) => spot(offset, null), report);
  const records = body.map((row, record) => readRow(row, record, columns, spot, report));
  if (unread !== null) {
    const at = spot(unread, records.length);
    report({
      severity: "error",
      rule: "csv",
      at,
      found: "quotation marks that do not close, again and again",
      expected: "a table that can be read",
      fix: "Nothing was read from here on. Export the table again as CSV (UTF-8).",
    });
    records.push({ spot: at, value: null, id: null });
  }
  return records;
}

function checkHeader(header: CsvRow, columns: readonly Column[], spot: (offset: number) => Spot, report: Report): void {
  const seen = new Set<string>();
  columns.forEach(({ name, path }, i) => {
    const at = spot(header.cells[i]?.at ?? 0);
    if (name === "") return;
    if (name.split(".").some((part) => FORBIDDEN_KEYS.has(part)))
      report({
        severity: "error",
        rule: "forbidden-key",
        at,
        found: quoted(name),
        expected: "a field of the format",
        fix: "Remove this column.",
      });
    else if (!path)
      report({
        severity: "warning",
        rule: "unknown-key",
        at,
        found: quoted(name),
        expected: "a field of the format",
        fix: "The column is not read. Correct or remove it.",
        nearest: nearest(name.replace(/\d+/, "1"), CSV_NAMES),
      });
    else if (seen.has(name))
      report({
        severity: "error",
        rule: "duplicate-key",
        at,
        found: quoted(name),
        expected: "one column of this name",
        fix: "Remove or rename one of the two.",
      });
    seen.add(name);
  });
}

const names = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.is === "map"
      ? names(field.fields).map((n) => `${name}.${n}`)
      : field.is === "maps"
        ? names(field.fields).map((n) => `${name}.1.${n}`)
        : [name],
  );
const CSV_NAMES = names(FIELDS.statements);

function readRow(
  row: CsvRow,
  record: number,
  columns: readonly Column[],
  spot: (offset: number, record: number, field?: string) => Spot,
  report: Report,
): RawRecord {
  const at = spot(row.at, record);
  const id = row.cells[columns.findIndex((c) => c.name === "id")]?.text.trim() || null;
  if (row.broken) {
    report({
      severity: "error",
      rule: "csv",
      at,
      found: quoted(row.cells.map((c) => c.text).join(" ")),
      expected: "quotation marks that open and close a cell",
      fix: 'Write each quotation mark inside a cell twice, "", and close the cell with one.',
    });
    return { spot: at, value: null, id };
  }
  const map: Mutable = new Map();
  row.cells.forEach((cell, i) => {
    const column = columns[i];
    if (cell.text.trim() === "") return;
    const place = (field: string): Spot => spot(cell.at, record, field);
    if (!column || column.name === "")
      report({
        severity: "error",
        rule: "csv",
        at: place(""),
        found: quoted(cell.text),
        expected: `at most ${columns.length} cells, each under a field name`,
        fix: "Remove the cell, or name its column in the first row.",
      });
    else if (column.path) put(map, column.path, cellValue(cell.text, column, place), place);
  });
  if (row.cells.length < columns.length)
    report({
      severity: "warning",
      rule: "csv",
      at,
      found: `${row.cells.length} cells`,
      expected: `${columns.length} cells, as in the first row`,
      fix: "Check that the row is whole.",
    });
  return { spot: at, value: freeze(map, at), id };
}

type Mutable = Map<string, { key: Spot; value: Value | Mutable }>;

function cellValue(text: string, column: Column, place: (field: string) => Spot): Value {
  const field = (column.path ?? []).join(".");
  if (!column.words) return { kind: "text", text, spot: place(field) };
  const words = text
    .split("|")
    .map((w) => w.trim())
    .filter((w) => w !== "");
  return { kind: "list", items: words.map((w, i) => ({ kind: "text", text: w, spot: place(`${field}[${i}]`) })), spot: place(field) };
}

function put(map: Mutable, path: readonly string[], value: Value, place: (field: string) => Spot, above = ""): void {
  const [name = "", ...rest] = path;
  const field = above ? `${above}.${name}` : name;
  if (rest.length === 0) {
    if (!map.has(name)) map.set(name, { key: place(field), value });
    return;
  }
  const inner = map.get(name)?.value ?? new Map();
  if (!map.has(name)) map.set(name, { key: place(field), value: inner as Mutable });
  put(inner as Mutable, rest, value, place, field);
}

/** `sources[0]`, `sources[1]` side by side become one list, in the order of their numbers. */
function freeze(map: Mutable, spot: Spot): MapValue {
  const entries = new Map<string, Entry>();
  const lists = new Map<string, [number, Value][]>();
  for (const [name, { key, value }] of map) {
    const frozen: Value = value instanceof Map ? freeze(value, key) : value;
    const numbered = /^(\w+)\[(\d+)\]$/.exec(name);
    if (!numbered) {
      entries.set(name, { key, value: frozen });
      continue;
    }
    const [list = "", number = ""] = numbered.slice(1);
    const items = lists.get(list) ?? [];
    lists.set(list, [...items, [Number(number), frozen]]);
    if (items.length === 0) entries.set(list, { key, value: { kind: "null", spot: key } });
  }
  for (const [list, items] of lists) {
    const key = entries.get(list)?.key ?? spot;
    entries.set(list, {
      key: { ...key, field: list },
      value: { kind: "list", items: items.sort((a, b) => a[0] - b[0]).map(([, v]) => v), spot: key },
    });
  }
  return { kind: "map", entries, spot };
}
