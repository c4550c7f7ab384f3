import { parseDate } from "../edtf.ts";
import { mapsAt, textAt, textsAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId, type Row } from "../tables.ts";
import { outsideOf } from "./period.ts";
import type { Rule } from "./rule.ts";

/** Nobody answers what was said later, or cites it. */
export const answersEarlier: Rule = (tables, report) => {
  // A date outside the period has been told, and is mostly a wrong year.
  const isOutside = outsideOf(tables);
  const statements = byId(tables.rows.statements);
  for (const { map } of tables.rows.statements) {
    const own = parseDate(wordAt(map, "date") ?? "");
    if (isOutside(own)) continue;
    for (const { text, spot } of textsAt(map, "responds_to")) {
      const other = statements.get(text.trim());
      const date = other && parseDate(wordAt(other.map, "date") ?? "");
      if (own && date && !isOutside(date) && own.max < date.min) {
        report({
          severity: "error",
          rule: "answers-later",
          at: spot,
          found: `${quoted(text)} of ${date.edtf}`,
          expected: `a statement of ${own.edtf} or before`,
          fix: 'Exchange the two, correct a date, or use "see_also".',
        });
      }
    }
    for (const link of mapsAt(map, "see_also")) {
      const at = textAt(link, "id");
      const other = at && statements.get(at.text.trim());
      const date = other && parseDate(wordAt(other.map, "date") ?? "");
      if (at && own && date && !isOutside(date) && own.max < date.min && wordAt(link, "relation") === "cites")
        report({
          severity: "warning",
          rule: "answers-later",
          at: at.spot,
          found: `${quoted(at.text)} of ${date.edtf}`,
          expected: `a statement of ${own.edtf} or before, with relation: cites`,
          fix: "Write relation: same_matter, or correct a date; the later one is the one that cites.",
        });
    }
  }
};

/** Answers do not go round in a circle. Each circle is told once, at the answer that closes it. */
export const replyCycles: Rule = (tables, report) => {
  const statements = byId(tables.rows.statements);
  const state = new Map<string, "open" | "done">();
  for (const start of statements.keys()) {
    // A stack of our own: a chain of answers may be longer than the platform's.
    const stack: { id: string; next: readonly { text: string; spot: Row["spot"] }[]; at: number }[] = [];
    const enter = (id: string): void => {
      const row = statements.get(id);
      state.set(id, "open");
      stack.push({ id, next: row ? textsAt(row.map, "responds_to") : [], at: 0 });
    };
    if (!state.has(start)) enter(start);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const answer = top.next[top.at++];
      if (!answer) {
        state.set(top.id, "done");
        stack.pop();
        continue;
      }
      const id = answer.text.trim();
      if (!statements.has(id)) continue;
      const seen = state.get(id);
      if (seen === undefined) enter(id);
      else if (seen === "open") {
        const circle = [...stack.slice(stack.findIndex((s) => s.id === id)).map((s) => s.id), id];
        const found =
          circle.length === 2 ? "an answer to itself" : circle.length > 6 ? `a circle of ${circle.length - 1}` : circle.join(" → ");
        report({
          severity: "error",
          rule: "answers-circle",
          at: answer.spot,
          found,
          expected: "answers that lead back in time",
          fix: "Remove the answer that is not one.",
        });
      }
    }
  }
};
