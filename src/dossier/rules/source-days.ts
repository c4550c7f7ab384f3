import { dayBefore } from "../calendar.ts";
import { parseDate } from "../edtf.ts";
import { mapsAt, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Rule } from "./rule.ts";

/** No page reports what has not been said yet: a source that is older has a wrong day, or the statement has. */
export const publishedAfter: Rule = (tables, report) => {
  for (const { map } of tables.rows.statements) {
    const date = parseDate(wordAt(map, "date") ?? "");
    if (!date || date.edtf !== date.min) continue;
    // A page may be stamped with the day of a place west of there.
    const first = dayBefore(date.min);
    for (const source of mapsAt(map, "sources")) {
      const at = textAt(source, "published");
      const day = at && /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(at.text.trim())?.[0];
      if (!at || !day || !parseDate(day) || day >= first || wordAt(source, "published_basis") === "uncertain") continue;
      report({
        severity: "warning",
        rule: "published-before",
        at: at.spot,
        found: quoted(at.text),
        expected: `${first} or later, for a statement of ${date.min}`,
        fix: "One of the two is wrong; correct it. A page that only tells what came before is no source of the statement.",
      });
    }
  }
};
