import { parseDate } from "../edtf.ts";
import { textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Rule } from "./rule.ts";

/** A date outside the dossier's period is more often a wrong year than background. */
export const period: Rule = (tables, report) => {
  const { head } = tables;
  const whole = head && parseDate(wordAt(head, "period") ?? "");
  if (!head || !whole) return;
  const focus = textAt(head, "focus");
  const inner = focus && parseDate(focus.text.trim());
  if (focus && inner && (inner.min < whole.min || inner.max > whole.max)) {
    report({
      severity: "error",
      rule: "focus",
      at: focus.spot,
      found: quoted(focus.text),
      expected: `days inside the period ${whole.edtf}`,
      fix: "Widen the period, or correct the focus.",
    });
  }
  for (const kind of ["statements", "events"] as const) {
    for (const { map } of tables.rows[kind]) {
      const at = textAt(map, "date");
      const date = at && parseDate(at.text.trim());
      if (at && date && (date.max < whole.min || date.min > whole.max)) {
        report({
          severity: "warning",
          rule: "period",
          at: at.spot,
          found: quoted(at.text),
          expected: `a date inside the period ${whole.edtf}`,
          fix: "Check the year; if it is right, widen the period in dossier.yaml.",
        });
      }
    }
  }
};
