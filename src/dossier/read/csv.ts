import type { Report } from "../findings.ts";
import { nearest } from "../nearest.ts";
import { quoted } from "../show.ts";
import { type CsvRow, csvRows } from "./csv-cells.ts";
import { type Column, columnOf, CSV_NAMES, delimiterOf, meantBy } from "./csv-columns.ts";
import { cellValue, freeze, isIds, type Mutable, OTHER_SIGNS, put } from "./csv-record.ts";
import { lineFinder } from "./json.ts";
import type { Spot } from "./value.ts";
import { FORBIDDEN_KEYS } from "./yaml-tree.ts";
import type { RawRecord } from "./yaml.ts";

/**
 * Reads `statements.csv`: the first row names the fields, each further row is one statement. The records are those the same
 * statements in YAML would give. An empty cell is a field left out.
 */
export function readCsv(file: string, text: string, report: Report): readonly RawRecord[] {
  const lines = lineFinder(text);
  const spot = (offset: number, record: number | null, field = ""): Spot => ({ file, ...lines(offset), record, field });
  const { rows, unread } = csvRows(text, delimiterOf(text));
  const [header, ...body] = rows;
  if (!header) return [];
  if (header.broken || !header.cells.some((cell) => cell.text.trim() === "id")) {
    const below = body.find((row) => row.cells.some((cell) => cell.text.trim() === "id"));
    const capital = header.cells.some((cell) => cell.text.trim().toLowerCase() === "id");
    const piped = (text.split("\n", 1)[0] ?? "").split("|").some((name) => name.trim() === "id");
    const fix = piped
      ? "The cells are parted by |, which is for the words inside a cell. Export the table with commas, semicolons or tabs. Nothing was read."
      : capital
        ? "Write the field names in small letters, as in geo/README.md: id, status, party … Nothing was read below it."
        : below
          ? `The field names stand in line ${lines(below.at).line}; remove what is above them. Nothing was read.`
          : "Put a row of field names first: id, status, party … Nothing was read below it.";
    report({
      severity: "error",
      rule: "csv",
      at: spot(0, 0),
      found: quoted(text.slice(0, 70)),
      expected: 'field names in the first row, "id" among them',
      fix,
    });
    return [{ spot: spot(0, 0), value: null, id: null }];
  }
  const written = header.cells.map((cell) => cell.text.trim());
  const columns = written.map((name) => {
    const meant = meantBy(name);
    return columnOf(meant === null || written.includes(meant) ? name : meant);
  });
  if (isTurned(columns, body)) {
    report({
      severity: "error",
      rule: "csv",
      at: spot(0, 0),
      found: "the field names one below the other",
      expected: "a row for each statement",
      fix: "Exchange rows and columns (in a spreadsheet: copy, and paste it transposed). Nothing was read.",
    });
    return [{ spot: spot(0, 0), value: null, id: null }];
  }
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

/** Whether the first column has the field names, and the first row the ids. */
const isTurned = (columns: readonly Column[], body: readonly CsvRow[]): boolean =>
  columns.slice(1).every(({ path }) => path === null) &&
  ["status", "party", "text"].every((name) => body.some(({ cells }) => cells[0]?.text.trim() === name));

function checkHeader(header: CsvRow, columns: readonly Column[], spot: (offset: number) => Spot, report: Report): void {
  const seen = new Set<string>();
  columns.forEach(({ name, path }, i) => {
    const at = spot(header.cells[i]?.at ?? 0);
    if (name === "") return;
    const written = header.cells[i]?.text.trim() ?? "";
    if (written !== name)
      report({
        severity: "warning",
        rule: "csv-column",
        at,
        found: quoted(written),
        expected: name,
        fix: "It was read as that. Rename the column.",
      });
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
      found: quoted(row.raw),
      expected: "quotation marks that open and close a cell",
      fix: 'Write each quotation mark inside a cell twice, "", and close the cell with one.',
    });
    return { spot: at, value: null, id };
  }
  // Marks after a space, and other marks than ", are letters to a table, and the commas between them part cells.
  const longer = row.cells.length > columns.length;
  const slipped = longer ? row.cells.find((cell) => /^\s+"/.test(cell.text)) : undefined;
  const curled = longer && !slipped ? row.cells.find((cell) => /^\s*[“”„«‘’'][^“”„«»‘’']*$/.test(cell.text)) : undefined;
  if (curled) {
    report({
      severity: "error",
      rule: "csv",
      at: spot(curled.at, record),
      found: quoted(curled.text),
      expected: `"${curled.text.trim().slice(1)}…", between straight quotation marks`,
      fix: "As it is, the commas that follow part cells. Export the table again, or type the marks of this cell again.",
    });
    return { spot: at, value: null, id };
  }
  if (slipped) {
    report({
      severity: "error",
      rule: "csv",
      at: spot(slipped.at, record),
      found: quoted(slipped.text),
      expected: "a quotation mark right after the comma",
      fix: "Remove the space before it; as it is, the commas that follow part cells.",
    });
    return { spot: at, value: null, id };
  }
  if (id === "id" && row.cells[columns.findIndex((c) => c.name === "status")]?.text.trim() === "status") {
    report({
      severity: "error",
      rule: "csv",
      at,
      found: "the field names once more",
      expected: "a statement in each row",
      fix: "Two tables were put together. Remove this row, and look that each statement is there once.",
    });
    return { spot: at, value: null, id: null };
  }
  const filled = row.cells.filter((cell) => cell.text.trim() !== "");
  if (filled.length === 1 && columns.length > 1) {
    report({
      severity: "error",
      rule: "csv",
      at: spot(filled[0]!.at, record),
      found: `a row with nothing but ${quoted(filled[0]!.text)}`,
      expected: "a statement in each row",
      fix: "Remove the row: a sum or a remark has no place in the table.",
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
    else if (column.path) {
      if (isIds(column) && OTHER_SIGNS.test(cell.text))
        report({
          severity: "warning",
          rule: "csv",
          at: place(column.name),
          found: quoted(cell.text),
          expected: 'ids with " | " between them',
          fix: "They were taken apart. Write | between them, so that each sign means one thing in the table.",
        });
      put(map, column.path, cellValue(cell.text, column, place), place);
    }
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
