import { type TextValue, textAt, wordAt } from "../read/value.ts";
import type { Rule } from "./rule.ts";

/** Shorter texts are said twice by many. */
const SAME_FROM = 40;

/** No statement is recorded twice under two ids. */
export const saidOnce: Rule = ({ rows }, report) => {
  const seen = new Map<string, { readonly id: string | null; readonly at: TextValue }>();
  for (const { id, map } of rows.statements) {
    const at = textAt(map, "text");
    const text = at?.text.trim().replace(/\s+/g, " ") ?? "";
    if (!at || text.length < SAME_FROM || wordAt(map, "status") === "superseded") continue;
    const first = seen.get(text);
    if (!first) seen.set(text, { id, at });
    else if (first.id !== id)
      report({
        severity: "warning",
        rule: "text-twice",
        at: at.spot,
        found: `the text of ${first.id ?? "another statement"}, at ${first.at.spot.file}:${first.at.spot.line}`,
        expected: "what this statement says",
        fix: "Remove one of the two if they are one statement; otherwise a text went into the wrong row.",
      });
  }
};
