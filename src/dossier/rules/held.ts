import { textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Rule } from "./rule.ts";

/** Drafts and embargoed statements are not built. There is no clock here: an embargo ends when an editor removes its line. */
export const held: Rule = (tables, report) => {
  for (const { map } of tables.rows.statements) {
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
    else if (status && wordAt(map, "status") === "draft")
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
