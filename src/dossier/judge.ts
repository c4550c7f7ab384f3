import type { Finding } from "./findings.ts";
import type { Issue } from "./issues.ts";
import type { Row, Tables } from "./tables.ts";
import type { Compiled } from "./compile.ts";

/** Findings to issues, and which rows are fit for the dossier. */
export function judge(
  tables: Tables,
  findings: readonly Finding[],
): { issues: readonly Issue[]; fit: (row: Row) => boolean; rows: Compiled["rows"] } {
  const all = Object.values(tables.rows).flat();
  const issues = findings.map((f): Issue => {
    const at = "line" in f.at ? f.at : null;
    return {
      severity: f.severity,
      rule: f.rule,
      file: f.at.file,
      line: at?.line ?? null,
      column: at?.column ?? null,
      field: at?.field ?? "",
      id: null,
      expected: f.expected,
      found: f.found,
      fix: f.fix,
      nearest: f.nearest ?? null,
    };
  });
  const fit = (row: Row): boolean => row.map.entries.size > 0 && (row.kind !== "statements" || row.map.entries.has("id"));
  const kept = all.filter(fit).length;
  return { issues, fit, rows: { read: all.length, kept, leftOut: all.filter((r) => !fit(r)).map((r) => `${r.spot.file}:${r.spot.line}`) } };
}
