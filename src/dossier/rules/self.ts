import { mapsAt, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId } from "../tables.ts";
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
    const passed = new Set([id]);
    for (let next: string | null = at.text.trim(); next !== null; ) {
      if (passed.has(next)) {
        // Told at each statement of the circle: each would lead its readers round.
        if (next === id)
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
      passed.add(next);
      const row = statements.get(next);
      next = row ? wordAt(row.map, "superseded_by") : null;
    }
  }
};
