import { dayAfter, dayBefore } from "../calendar.ts";
import { parseDate } from "../edtf.ts";
import { mapsAt, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { outsideOf } from "./period.ts";
import type { Rule } from "./rule.ts";

/** No page reports what has not been said yet: a source that is older has a wrong day, or the statement has. */
export const publishedAfter: Rule = (tables, report) => {
  // A date outside the period has been told, and is mostly a wrong year.
  const isOutside = outsideOf(tables);
  for (const { map } of tables.rows.statements) {
    const date = parseDate(wordAt(map, "date") ?? "");
    if (!date || date.edtf !== date.min || isOutside(date)) continue;
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

/** The day of publication is that of the first source: when each of them is later, one of the days is wrong, or the first source lacks. */
export const publishedOn: Rule = (tables, report) => {
  const isOutside = outsideOf(tables);
  for (const { map } of tables.rows.statements) {
    const at = textAt(map, "date");
    const date = parseDate(at?.text.trim() ?? "");
    if (!at || !date || isOutside(date) || wordAt(map, "date_basis") !== "published" || date.approximate || date.uncertain) continue;
    const days = mapsAt(map, "sources").map((source) => /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(wordAt(source, "published") ?? "")?.[0] ?? "");
    const first = [...days].sort()[0] ?? "";
    // One that does not say its day may be the first. A page may be stamped with the day of a place east of there.
    if (!parseDate(first) || first <= dayAfter(date.max)) continue;
    report({
      severity: "warning",
      rule: "published-later",
      at: at.spot,
      found: `${quoted(at.text)}, and no source before ${first}`,
      expected: `${first}, with date_basis: published`,
      fix: "Correct one of the days, add the source of that day, or write date_basis: said.",
    });
  }
};
