import type { Issue } from "../dossier/issues.ts";

/** `file:line:column  record field  found → expected. Fix. Did you mean "x"?`, one line for each issue, in the order given. */
export function issueLines(issues: readonly Issue[]): readonly string[] {
  return issues.map((issue) => {
    const place = [issue.file, issue.line, issue.column].filter((part) => part !== null).join(":");
    // The id tells an editor more than the number of the record.
    const field = issue.id === null ? issue.field : `${issue.id} ${issue.field.replace(/^\w+\[\d+\]\.?/, "")}`.trim();
    const mean = issue.nearest === null ? "" : ` Did you mean "${issue.nearest}"?`;
    const problem = `${issue.found} → expected ${issue.expected}. ${issue.fix}${mean}`;
    return [issue.severity === "error" ? "ERROR" : "WARN ", place, field, problem].filter((part) => part !== "").join("  ");
  });
}
