import { isDay } from "../calendar.ts";
import { parseDate } from "../edtf.ts";
import { textAt, textsAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Rule } from "./rule.ts";

/** What is told of a search, and of accounts that conflict, is what their kinds mean. */
export const absences: Rule = ({ head, rows }, report) => {
  const period = head && parseDate(wordAt(head, "period") ?? "");
  for (const { map, unread } of rows.positions) {
    const [kind, searched] = [textAt(map, "kind"), textAt(map, "last_searched")];
    const word = kind?.text.trim();
    if (unread || !kind) continue;
    if (searched && word === "not_searched")
      report({
        severity: "warning",
        rule: "last-searched",
        at: searched.spot,
        found: `${quoted(searched.text)} with kind: not_searched`,
        expected: "no day of a search, where none was made",
        fix: "Write kind: none_found, if it was looked for until that day; otherwise remove the day.",
      });
    else if (searched && period && isDay(searched.text.trim()) && searched.text.trim() < period.min)
      report({
        severity: "warning",
        rule: "last-searched",
        at: searched.spot,
        found: `${quoted(searched.text)}, before the period ${period.edtf}`,
        expected: "the day until which was looked",
        fix: "Check the year.",
      });
    const cited = textsAt(map, "statements");
    if (word === "conflicting" && cited.length === 1)
      report({
        severity: "warning",
        rule: "position-statements",
        at: kind.spot,
        found: "one statement with kind: conflicting",
        expected: "two statements or more that do not fit together",
        fix: "Cite the other one, too; or write kind: stated.",
      });
  }
};
