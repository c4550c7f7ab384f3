import type { Report } from "../findings.ts";
import { nearest } from "../nearest.ts";
import { quoted } from "../show.ts";
import type { CsvRow } from "./csv-cells.ts";
import { type Column, CSV_NAMES } from "./csv-columns.ts";
import type { Spot } from "./value.ts";
import { FORBIDDEN_KEYS } from "./yaml-tree.ts";

/** Every column is a field of the format, once, under its own name. */
export function checkHeader(header: CsvRow, columns: readonly Column[], spot: (offset: number) => Spot, report: Report): void {
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
