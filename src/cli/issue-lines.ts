import type { Issue } from "../dossier/issues.ts";

/** `file:line:column  record field  found → expected. Fix. Did you mean "x"?`, one line for each issue, in the order given. */
export function issueLines(issues: readonly Issue[]): readonly string[] {
  return issues.map((issue) => {
    const place = [issue.file, issue.line, issue.column].filter((part) => part !== null).join(":");
    const field = issue.id === null ? issue.field : `${issue.id} ${issue.field.replace(/^\w+\[\d+\]\.?/, "")}`.trim();
    const mean = issue.nearest === null ? "" : ` Did you mean "${issue.nearest}"?`;
    return `${issue.severity === "error" ? "ERROR" : "WARN "}  ${place}  ${field}  ${issue.found} → expected ${issue.expected}. ${issue.fix}${mean}`;
  });
}
