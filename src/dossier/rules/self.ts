import { mapsAt, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId } from "../tables.ts";
import { countsFor } from "./positions.ts";
import type { Rule } from "./rule.ts";

/** No statement points at itself, and whoever follows "superseded_by" arrives at one that stands. */
export const pointsElsewhere: Rule = (tables, report) => {
  const statements = byId(tables.rows.statements);
  for (const { id, map } of tables.rows.statements) {
    for (const link of mapsAt(map, "see_also")) {
      const at = textAt(link, "id");
      if (at && id !== null && at.text.trim() === id)
        report({
          severity: "error",
          rule: "itself",
          at: at.spot,
          found: `${quoted(id)}, this statement itself`,
          expected: "another statement",
          fix: "Remove this entry, or correct its id.",
        });
    }
    const at = textAt(map, "superseded_by");
    if (!at || id === null) continue;
    const next = statements.get(at.text.trim());
    const party = wordAt(map, "party");
    if (next && !next.unread && party && wordAt(next.map, "party") && !countsFor(next, party))
      report({
        severity: "warning",
        rule: "superseded-party",
        at: at.spot,
        found: `${quoted(at.text)} by "${wordAt(next.map, "party")}"`,
        expected: `a statement by "${party}", whose words it replaces`,
        fix: "Correct the id. What another party answered is no successor; it goes into its responds_to.",
      });
    const passed = new Set([id]);
    for (let to: string | null = at.text.trim(); to !== null; ) {
      if (passed.has(to)) {
        // Told at each statement of the circle: each would lead its readers round.
        if (to === id)
          report({
            severity: "error",
            rule: "superseded-circle",
            at: at.spot,
            found: passed.size === 1 ? `${quoted(id)}, this statement itself` : quoted(at.text),
            expected: "a successor that leads to a statement that stands",
            fix: "Name the statement that replaces it.",
          });
        break;
      }
      passed.add(to);
      const row = statements.get(to);
      to = row ? wordAt(row.map, "superseded_by") : null;
    }
  }
};
