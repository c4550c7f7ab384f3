import type { Report } from "../findings.ts";
import { quoted } from "../show.ts";
import type { CsvRow } from "./csv-cells.ts";
import type { Column } from "./csv-columns.ts";
import { cellValue, freeze, isIds, type Mutable, OTHER_SIGNS, put } from "./csv-record.ts";
import type { Spot } from "./value.ts";
import type { RawRecord } from "./yaml.ts";

/**
 * The first cell of a row with too many or too few of them that stands under another's name: it has none of the words that may stand there,
 * and one of them stands as far beside it as the row is too long or short, or other cells are as wrong.
 *
 * @returns null when they stand where they should: spreadsheets leave out empty cells at a row's end
 */
function shiftedAt({ cells }: CsvRow, columns: readonly Column[]): number | null {
  const fits = (i: number, of: readonly string[]): boolean => of.includes(cells[i]?.text.trim() ?? "");
  const beside = cells.length - columns.length;
  const wrong = columns.flatMap(({ of }, i) => (of && (cells[i]?.text.trim() ?? "") !== "" && !fits(i, of) ? [i] : []));
  const moved = columns.some(({ of }, i) => of && wrong.includes(i) && fits(i + beside, of));
  if (moved || wrong.length > 1) return wrong[0] ?? null;
  // The last word of all may stand before its column, which has no cell then.
  const before = columns.findIndex(({ of }, i) => of && i >= cells.length && fits(i + beside, of) && !columns[i + beside]?.of);
  return before < 0 ? null : before + beside;
}

/** Characters of a cell that tell which it is, and leave room for the name it stands under. */
const ENOUGH = 24;
const clipped = (text: string): string => (text.length > ENOUGH ? `${text.slice(0, ENOUGH)}…` : text);

/** One row as a record; with `value: null` when it cannot be one, and then it is reported. */
export function readRow(
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
  const wrong = row.cells.length === columns.length ? null : shiftedAt(row, columns);
  if (wrong !== null) {
    const many = row.cells.length > columns.length;
    report({
      severity: "error",
      rule: "csv",
      at: spot(row.cells[wrong]?.at ?? row.at, record),
      found: `${row.cells.length} cells, and ${quoted(clipped(row.cells[wrong]?.text ?? ""))} under "${columns[wrong]?.name}"`,
      expected: `${columns.length} cells, as in the first row`,
      fix: many
        ? "A cell before it is one too many: take it out, or put a text with a comma in it into quotation marks."
        : "A cell before it is missing: put it in, empty if there is nothing to say.",
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
