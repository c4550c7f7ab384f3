import type { Report } from "../findings.ts";
import { textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Row } from "../tables.ts";
import type { Rule } from "./rule.ts";

/** Whether a statement is still being written. */
export const isDraft = ({ kind, map }: Row): boolean => kind === "statements" && wordAt(map, "status") === "draft";

/** What a draft lacks stops no build: it is not in it. */
export const unfinished =
  (report: Report): Report =>
  (finding) =>
    report(finding.rule === "missing" || finding.rule === "together" ? { ...finding, severity: "warning" } : finding);

/** Drafts and embargoed statements are not built. There is no clock here: an embargo ends when an editor removes its line. */
export const held: Rule = (tables, report) => {
  for (const row of tables.rows.statements) {
    const { map } = row;
    const embargo = textAt(map, "embargo");
    const status = textAt(map, "status");
    if (embargo)
      report({
        severity: "warning",
        rule: "embargo",
        leavesOut: true,
        at: embargo.spot,
        found: quoted(embargo.text),
        expected: "no embargo",
        fix: 'It is left out of the build. Remove the line "embargo" when its time has come.',
      });
    else if (status && isDraft(row))
      report({
        severity: "warning",
        rule: "draft",
        leavesOut: true,
        at: status.spot,
        found: '"draft"',
        expected: "published, when it is ready",
        fix: 'It is left out of the build. Write "published" when it has been checked.',
      });
  }
};
