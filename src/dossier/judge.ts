import type { Finding } from "./findings.ts";
import { type Issue, placeOf } from "./issues.ts";
import { HEAD_FILE } from "./parse.ts";
import { textAt } from "./read/value.ts";
import { RULES } from "./rules/index.ts";
import { followLeftOut } from "./rules/left-out.ts";
import { printable, visible } from "./show.ts";
import type { Row, Tables } from "./tables.ts";

export interface Judgement {
  readonly issues: readonly Issue[];
  /** Rows that are not in the compiled dossier. */
  readonly out: ReadonlySet<Row>;
}

/**
 * Runs every rule, finds the record each finding is in, and says which rows are left out: those with an error, those held back,
 * and those that cannot be without them.
 *
 * @param read what was found while reading
 */
export function judge(tables: Tables, read: readonly Finding[]): Judgement {
  const findings = [...read];
  for (const rule of RULES) rule(tables, (finding) => findings.push(finding));
  const rowsAt = rowFinder(tables);
  const out = new Set<Row>();
  /** The first finding that leaves a row out. */
  const first = new Map<Row, Finding>();
  for (const finding of findings)
    if (finding.severity === "error" || finding.leavesOut)
      for (const row of rowsAt(finding)) {
        out.add(row);
        if (!first.has(row)) first.set(row, finding);
      }
  followLeftOut(tables, out, (finding) => findings.push(finding));
  const causeOf = ({ because }: Finding): string | null => {
    if (because === undefined) return null;
    if (typeof because !== "string" && "line" in because) return placeAt(because);
    if (typeof because !== "string") return placeAt((first.get(because) ?? { at: because.spot }).at);
    // A whole list is lost: the first that was wrong with a file of it.
    const lost = findings.find(({ at, severity }) => severity === "error" && at.file.startsWith(because) && at.file !== HEAD_FILE);
    return lost ? placeAt(lost.at) : `${because}.yaml`;
  };
  return { issues: findings.map((finding) => asIssue(finding, rowsAt(finding)[0], causeOf(finding))).sort(inFileOrder), out };
}

const placeAt = (at: Finding["at"]): string => ("line" in at ? placeOf(at) : at.file);

/** The rows a finding is in: by file and number of the record. A layer is a record of dossier.yaml and a file of its own. */
function rowFinder(tables: Tables): (finding: Finding) => readonly Row[] {
  const rows = new Map<string, Row[]>();
  const put = (key: string, row: Row): void => void (rows.get(key)?.push(row) ?? rows.set(key, [row]));
  for (const [kind, list] of Object.entries(tables.rows)) {
    if (kind === "layers") continue;
    for (const row of list) put(`${row.spot.file}#${row.spot.record}`, row);
  }
  for (const row of tables.rows.layers) {
    put(`${HEAD_FILE}#${row.spot.field}`, row);
    const file = textAt(row.map, "file");
    if (file) put(`layers/${file.text.trim()}#null`, row);
  }
  return ({ at }) => {
    const record = "record" in at ? at.record : null;
    const layer = at.file === HEAD_FILE && "field" in at ? /^layers\[\d+\]/.exec(at.field)?.[0] : undefined;
    return rows.get(`${at.file}#${layer ?? record}`) ?? [];
  };
}

function asIssue(finding: Finding, row: Row | undefined, cause: string | null): Issue {
  const at = "line" in finding.at ? finding.at : null;
  const record = row && at?.record !== null && at?.record !== undefined ? `${row.kind}[${at.record}]` : "";
  return {
    severity: finding.severity,
    rule: finding.rule,
    file: finding.at.file,
    line: at?.line ?? null,
    column: at?.column ?? null,
    field: visible([record, at?.field ?? ""].filter(Boolean).join(".")),
    id: row?.id ? visible(row.id) : null,
    expected: printable(finding.expected),
    found: visible(finding.found),
    fix: printable(finding.fix),
    nearest: finding.nearest ?? null,
    cause,
  };
}

const inFileOrder = (a: Issue, b: Issue): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
