import type { Finding } from "../findings.ts";
import { quoted, visible } from "../show.ts";
import { eachText, type Rule } from "./rule.ts";

/** A problem of a text, wherever it stands. */
export type TextProblem = Omit<Finding, "at">;

const around = (text: string, index: number): string => text.slice(Math.max(0, index - 20), index + 50);

/** Tags would be shown as letters or, worse, not be. */
export function markupIn(text: string): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  const tag = /<[a-z/!?]/i.exec(text);
  if (tag)
    problems.push({
      severity: "error",
      rule: "markup",
      found: quoted(around(text, tag.index)),
      expected: "text without HTML",
      fix: 'Remove the tag; write "less than" if the sign is meant.',
    });
  const entity = /&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i.exec(text);
  if (entity)
    problems.push({
      severity: "warning",
      rule: "html-entity",
      found: quoted(around(text, entity.index)),
      expected: "the character itself",
      fix: `Write the character that ${entity[0]} stands for.`,
    });
  return problems;
}

const HIDDEN: readonly (readonly [Finding["severity"], string, RegExp, string, string])[] = [
  [
    "error",
    "control-character",
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|\p{Cs}/u,
    "no control characters",
    "Delete the character shown as ‹U+…›.",
  ],
  [
    "error",
    "bidi-override",
    /[\u202a-\u202e\u2066-\u2069]/,
    "no character that reverses the order of text",
    "Delete the character shown as ‹U+…›; words read from right to left need none.",
  ],
  ["warning", "invisible-character", /[\u00ad\u200b\u2060\ufeff]/, "no invisible characters", "Delete the character shown as ‹U+…›."],
  ["warning", "lost-character", /\ufffd/, "every letter readable", "A letter was lost in copying; put it back from the source."],
];

/** Nothing in a text hides, or makes the rest of a line read in another order. */
export function hiddenIn(text: string): readonly TextProblem[] {
  return HIDDEN.flatMap(([severity, rule, pattern, expected, fix]) => {
    const match = pattern.exec(text);
    return match ? [{ severity, rule, found: visible(around(text, match.index)), expected, fix }] : [];
  });
}

export const markup: Rule = (tables, report) =>
  eachText(tables, ({ text, spot }) => {
    for (const problem of markupIn(text)) report({ ...problem, at: spot });
  });

export const hiddenCharacters: Rule = (tables, report) =>
  eachText(tables, ({ text, spot }) => {
    for (const problem of hiddenIn(text)) report({ ...problem, at: spot });
  });

/** Space at the ends comes from copying: it is taken off, and told. Double space is kept, and told. */
export const spaces: Rule = (tables, report) =>
  eachText(tables, ({ text, spot }) => {
    if (text.trim() === "") return;
    const gap = text.trim().search(/ {2}|\t/);
    if (text !== text.trim()) {
      report({
        severity: "warning",
        rule: "space",
        at: spot,
        found: quoted(text),
        expected: "no space or line end around it",
        fix: 'It was taken off; remove it. A block that begins with ">-" ends without one.',
      });
    } else if (gap >= 0) {
      report({
        severity: "warning",
        rule: "space",
        at: spot,
        found: quoted(around(text, gap)),
        expected: "one space between words",
        fix: "Remove the second space.",
      });
    }
  });
