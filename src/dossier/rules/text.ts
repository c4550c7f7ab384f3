import type { Finding } from "../findings.ts";
import { REFERENCES } from "../references.ts";
import { quoted, STRAY, visible } from "../show.ts";
import { eachText, type Rule } from "./rule.ts";

/** A problem of a text, wherever it stands. */
export type TextProblem = Omit<Finding, "at">;

/** What is written where something is still to come. */
const PLACEHOLDER = /^\s*(todo|tbd|tba|xxx+|fixme|null|n\/a|undefined|\\n|lorem ipsum\b.*|[?.…-]+)\s*$/i;
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

const around = (text: string, index: number): string => text.slice(Math.max(0, index - 20), index + 50);

/** What is written for a machine, and how it is taken out; `found` is the piece that matches. */
const MARKUP: readonly (readonly [Finding["severity"], string, RegExp, string, (found: string) => string])[] = [
  ["error", "markup", /<[a-z/!?]/i, "text without HTML", () => 'Remove the tag; write "less than" if the sign is meant.'],
  [
    "warning",
    "html-entity",
    /&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i,
    "the character itself",
    (found) => `Write the character that ${found} stands for.`,
  ],
  [
    "warning",
    "markup",
    /\*\*[^*\s][^*]*\*\*|\[[^\]]+\]\(https?:/,
    "plain text",
    () => "Nothing is made bold or a link from it; remove the signs.",
  ],
  ["warning", "placeholder", PLACEHOLDER, "the text itself", () => "It is shown to readers as it is. Fill it in, or leave the field out."],
  [
    "warning",
    "placeholder",
    /\b(TODO|FIXME|TBD|XXX)\b(?=\s*\S)|(?<=\S\s*)\b(TODO|FIXME|TBD|XXX)\b/,
    "no note to a colleague",
    () => "It is shown to readers as it is. Do what it says, and take it out.",
  ],
  [
    "warning",
    "spreadsheet",
    /^#(REF!|NAME\?|N\/A|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!)$|^=\s*[A-Z$]{1,20}[\d$(].*$|_x000[\dA-F]_/,
    "the text itself",
    () => "A spreadsheet wrote its formula or its mistake here. Put the value in its place and export the table again.",
  ],
];

/** Tags would be shown as letters or, worse, not be; signs of other formats and what was to be filled in would be shown as they are. */
export function markupIn(text: string): readonly TextProblem[] {
  return MARKUP.flatMap(([severity, rule, pattern, expected, fix]) => {
    const match = pattern.exec(text);
    return match ? [{ severity, rule, found: quoted(around(text, match.index)), expected, fix: fix(match[0]) }] : [];
  });
}

/** Joiners and variation selectors belong to letters of some scripts, and tags to the flags of England, Scotland and Wales. */
const INVISIBLE = new RegExp(
  String.raw`[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,7})[\u{e0001}\u{e0020}-\u{e007f}]|${STRAY}`,
  "u",
);

const HIDDEN: readonly (readonly [Finding["severity"], string, RegExp, string, string])[] = [
  [
    "error",
    "control-character",
    /(?![\t\n])\p{Cc}|[\u2028\u2029\ufffe\uffff]|\p{Cs}/u,
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
  ["warning", "invisible-character", INVISIBLE, "no invisible characters", "Delete the character shown as ‹U+…›."],
  [
    "warning",
    "stacked-marks",
    /\p{Mn}{8}/u,
    "letters with a few marks each",
    "So many marks on one letter are drawn over the lines around it. Type the word again.",
  ],
  [
    "warning",
    "lost-character",
    /â€[\u0098-\u009d\u2122\u0153\u02dc\u201c\u201d\u00a6]|Ã[\u00a9\u00a8\u00a1\u00b6\u00bc\u00a4\u00b3\u00b1\u00a7\u0192\u0178]|[ÄÅÆÉÕÖÐÑØÙ][\u00a0-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/,
    "every letter as it was",
    "Letters were read in the wrong encoding; copy the text again from the source.",
  ],
  [
    "warning",
    "lost-character",
    /\p{Co}/u,
    "characters that every font knows",
    "A sign of one font alone, which others draw as a box. Put in its place what it means.",
  ],
  ["warning", "lost-character", /\ufffd/, "every letter readable", "A letter was lost in copying; put it back from the source."],
];

/** Nothing in a text hides, or makes the rest of a line read in another order. */
export function hiddenIn(text: string): readonly TextProblem[] {
  return HIDDEN.flatMap(([severity, rule, pattern, expected, fix]) => {
    const match = pattern.exec(text);
    return match ? [{ severity, rule, found: visible(around(text, match.index)), expected, fix }] : [];
  });
}

/** Fields that name another record. */
const REFERS: ReadonlySet<string> = new Set(REFERENCES.map(({ path }) => path.replace(/^.*\.(?=[a-z])|\[\]$/g, "")));

export const markup: Rule = (tables, report) =>
  eachText(tables, ({ text, spot }, key) => {
    // What frames an address is told as that.
    if ((key === "url" || key === "archive_url") && /^<https?:[^<>]+>$|\]\(https?:[^()]+\)$/i.test(text.trim())) return;
    // What is no record's id is told as that.
    for (const problem of markupIn(text)) if (problem.rule !== "placeholder" || !REFERS.has(key)) report({ ...problem, at: spot });
  });

export const hiddenCharacters: Rule = (tables, report) =>
  eachText(tables, ({ text, spot }, key) => {
    // What is no id is told as that, with what stands in it; what is no address, too.
    for (const problem of key === "id" ? [] : hiddenIn(text))
      if (problem.rule !== "invisible-character" || !/^(url|archive_url|contact)$/.test(key)) report({ ...problem, at: spot });
  });

/** Space at the ends comes from copying: it is taken off, and told. Double space is kept, and told. */
export const spaces: Rule = (tables, report) =>
  eachText(tables, ({ text, spot }) => {
    if (text.trim() === "") return;
    const trimmed = text.trim();
    const gap = trimmed.search(/ {2}|\t/);
    const say = (found: string, expected: string, fix: string): void =>
      report({ severity: "warning", rule: "space", at: spot, found: quoted(found), expected, fix });
    if (text.endsWith("\n"))
      say(text.slice(-40), "no line end after it", 'It was taken off. Begin the block with ">-" in place of ">" or "|".');
    else if (text !== trimmed) say(text, "no space around it", "It was taken off. Remove it.");
    else if (gap >= 0) say(around(trimmed, gap), "one space between words", "Remove the second space.");
  });
