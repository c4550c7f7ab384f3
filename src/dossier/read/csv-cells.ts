import Papa from "papaparse";
import { ID } from "../ids.ts";

export interface CsvCell {
  readonly text: string;
  /** Offset in the file. */
  readonly at: number;
}
export interface CsvRow {
  readonly cells: readonly CsvCell[];
  readonly at: number;
  /** Its first line as it stands. */
  readonly raw: string;
  /** Its quotation marks do not close; the cells are those of its first line, as far as can be told. */
  readonly broken: boolean;
}

/** Rows with marks that do not close are read again from their next line, so that one does not swallow the file; not for ever. */
const MOST_BROKEN = 20;

/** Offsets at which the cells of a row begin. Papa gives the cells but not their places. */
function cellStarts(text: string, from: number, to: number, delimiter: string): readonly number[] {
  const starts = [from];
  for (let at = from; at < to; ) {
    if (text[at] === '"') {
      for (at++; at < to && !(text[at] === '"' && text[at + 1] !== '"'); at++) if (text[at] === '"') at++;
    }
    const next = text.indexOf(delimiter, at);
    if (next < 0 || next >= to) break;
    at = next + 1;
    starts.push(at);
  }
  return starts;
}

/**
 * Whether a cell holds a line with half a row's delimiters in it: a mark opened here found its partner rows below. A text of two paragraphs
 * may have as many commas, in a row that is otherwise whole.
 *
 * @param header the first row; null while it is read
 */
function swallowsRow(cells: readonly string[], delimiter: string, header: CsvRow | null): boolean {
  const width = header?.cells.length ?? Number.POSITIVE_INFINITY;
  const id = header?.cells.findIndex(({ text }) => text.trim() === "id") ?? -1;
  return cells.some((cell, column) =>
    cell.split("\n").some((line, i, lines) => {
      const parts = line.split(delimiter);
      if (lines.length === 1 || parts.length <= Math.max(3, width / 2)) return false;
      // The first line is the end of its own row, each other begins one.
      return cells.length !== width || ID.test(parts[i === 0 ? id - column : id]?.replaceAll('"', "") ?? "");
    }),
  );
}

/** All rows of a CSV text with the places of their cells, blank ones left out. */
export function csvRows(text: string, delimiter: string): { readonly rows: readonly CsvRow[]; readonly unread: number | null } {
  const rows: CsvRow[] = [];
  let from = 0;
  for (let broken = 0; from < text.length; broken++) {
    if (broken > MOST_BROKEN) return { rows, unread: from };
    const start = from;
    let at = start;
    let resume = text.length;
    Papa.parse<string[]>(text.slice(start), {
      delimiter,
      newline: "\n",
      fastMode: false,
      step: ({ data, errors, meta }, parser) => {
        const end = start + meta.cursor;
        if (errors.some((e) => e.type === "Quotes") || swallowsRow(data, delimiter, rows[0] ?? null)) {
          const line = text.indexOf("\n", at);
          resume = line < 0 ? text.length : line + 1;
          const raw = text.slice(at, resume).trimEnd();
          rows.push({ cells: raw.split(delimiter).map((cell) => ({ text: cell, at })), at, raw, broken: true });
          parser.abort();
          return;
        }
        const starts = cellStarts(text, at, end, delimiter);
        if (data.some((cell) => cell.trim() !== ""))
          rows.push({ cells: data.map((cell, i) => ({ text: cell, at: starts[i] ?? at })), at, raw: "", broken: false });
        at = end;
      },
    });
    from = resume;
  }
  return { rows, unread: null };
}
