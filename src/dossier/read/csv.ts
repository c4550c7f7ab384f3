import type { Report } from "../findings.ts";
import { quoted } from "../show.ts";
import { type CsvRow, csvRows } from "./csv-cells.ts";
import { type Column, columnOf, delimiterOf, meantBy } from "./csv-columns.ts";
import { checkHeader } from "./csv-header.ts";
import { checkLists } from "./csv-lists.ts";
import { readRow } from "./csv-row.ts";
import { lineFinder } from "./json.ts";
import type { Spot } from "./value.ts";
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
  checkLists(columns, body, spot, report);
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
