import type { Report } from "../findings.ts";
import { foreignLetter } from "../ids.ts";
import { nearest } from "../nearest.ts";
import { code, quoted } from "../show.ts";
import type { CsvRow } from "./csv-cells.ts";
import { type Column, CSV_NAMES } from "./csv-columns.ts";
import type { Spot } from "./value.ts";
import { FORBIDDEN_KEYS } from "./yaml-tree.ts";

/** Every column is a field of the format, once, under its own name. */
export function checkHeader(header: CsvRow, columns: readonly Column[], spot: (offset: number) => Spot, report: Report): void {
  const seen = new Set<string>();
  const names = columns.map(({ name }) => name);
  columns.forEach(({ name, path }, i) => {
    const at = spot(header.cells[i]?.at ?? 0);
    if (name === "") return;
    const written = header.cells[i]?.text.trim() ?? "";
    const foreign = foreignLetter(written);
    if (written !== name)
      report({
        severity: "warning",
        rule: "csv-column",
        at,
        found: quoted(written),
        expected: name,
        fix: foreign
          ? `It was read as that. Type it again in Latin letters; ${code(foreign)} is none of them, though it looks like one.`
          : "It was read as that. Rename the column.",
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
    else if (!path) {
      const near = nearest(name.replace(/\d+/, "1"), CSV_NAMES);
      report({
        // The column it is most like is not there: what was written into it would be lost.
        severity: near !== null && !names.includes(near) ? "error" : "warning",
        rule: "unknown-key",
        at,
        found: quoted(name),
        expected: "a field of the format",
        fix: "The column is not read. Correct or remove it.",
        nearest: near,
      });
    } else if (seen.has(name))
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
