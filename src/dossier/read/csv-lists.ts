import type { Report } from "../findings.ts";
import { quoted } from "../show.ts";
import type { CsvRow } from "./csv-cells.ts";
import type { Column } from "./csv-columns.ts";
import { isIds } from "./csv-record.ts";
import type { Spot } from "./value.ts";

/**
 * Cells of words, such as terms, that another sign than | was to part: read as one, they are words that nobody said. A comma may stand in a
 * term, so it is told, once, only where several cells have one and none the sign. An audience is looked at in YAML too, by a rule.
 */
export function checkLists(
  columns: readonly Column[],
  body: readonly CsvRow[],
  spot: (offset: number, record: number, field: string) => Spot,
  report: Report,
): void {
  columns.forEach((column, i) => {
    if (!column.words || isIds(column) || column.name === "audience") return;
    const cells = body.flatMap(({ cells, broken }, record) => (cells[i] && !broken ? [{ ...cells[i], record }] : []));
    const say = ({ text, at, record }: (typeof cells)[number], fix: string): void =>
      report({
        severity: "warning",
        rule: "csv",
        at: spot(at, record, column.name),
        found: quoted(text),
        expected: 'entries with " | " between them',
        fix,
      });
    for (const cell of cells) if (cell.text.includes(";")) say(cell, "It is read as it stands. Write | in place of the semicolon.");
    const [first, second] = cells.filter(({ text }) => text.includes(","));
    if (first && second && !cells.some(({ text }) => /[|;]/.test(text)))
      say(first, "It is read as one entry, comma and all. If it is several, write | between them, here and below.");
  });
}
