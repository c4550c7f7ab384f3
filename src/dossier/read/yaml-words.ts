import type { Finding } from "../findings.ts";
import { quoted } from "../show.ts";
import type { Spot } from "./value.ts";

interface Mistake {
  readonly message: string;
  readonly code: string;
  /** Text of the line the parser stopped at. */
  readonly line: string;
  readonly at: Spot;
}

const QUOTE = 'Put the whole value in double quotes, or write it on the next line, indented, after ">-".';

/** What version control writes where two versions of a line could not be put together. */
export const MERGE_MARK = /^(<{7}|={7}|>{7}|\|{7})( |$)/m;
export const MERGE_WORDS = [
  "no mark of an unfinished merge",
  "Two versions were put together here: keep one, and delete the lines of <<<<<<<, ======= and >>>>>>>.",
] as const;

/** What an editor most likely did, by what the parser stumbled over; the first that fits. */
const WORDS: readonly (readonly [when: (m: Mistake) => boolean, expected: string, fix: string])[] = [
  [({ message }) => /call stack/.test(message), "a value of the format", "Remove the brackets; no value is nested this deep."],
  [
    ({ line, code }) => /^\s*\t/.test(line) || code === "TAB_AS_INDENT",
    "spaces at the beginning of the line",
    "Replace the tab by spaces, as in the lines around it.",
  ],
  [
    ({ line }) => /^ *[^\S \t\r\n]/.test(line),
    "ordinary spaces at the beginning of the line",
    "What looks like a space there is another character, as web pages and word processors have. Type the spaces again.",
  ],
  [({ line }) => /^\s*(- )?\w+：/.test(line), "an ordinary colon and a space", 'Write "name: value", with the colon of the keyboard.'],
  [({ line }) => MERGE_MARK.test(line), ...MERGE_WORDS],
  [
    ({ message }) => /Missing closing/.test(message),
    "a closing quotation mark",
    "Close the quotation mark at the end of the value; the mistake may stand further up.",
  ],
  [
    ({ message }) => /Flow (sequence|map)|expected (flow|,)|end with a [\]}]/.test(message),
    "a closing bracket in the line above",
    "Close the bracket, with commas between its items.",
  ],
  [
    ({ at, code }) => at.column === 1 && code === "UNEXPECTED_TOKEN",
    "a line indented below its record",
    'Indent the line by two spaces, or begin a new record with "- ".',
  ],
  [
    ({ message, code }) => code === "BAD_INDENT" || /without - indicator/.test(message),
    "a line indented like its neighbours",
    "Indent the line as far as the other fields of the record.",
  ],
  [
    ({ code }) => code === "BLOCK_AS_IMPLICIT_KEY",
    "one field to a line",
    `A value with ": " in it needs quotation marks. ${QUOTE} If it is a field, indent it like its neighbours.`,
  ],
  [
    ({ code, message }) => code === "MULTILINE_IMPLICIT_KEY" || /Implicit map keys/.test(message),
    "a field name with a colon and a space",
    'Write "name: value", with a space after the colon.',
  ],
  [
    ({ code }) => code === "BAD_DQ_ESCAPE",
    "no backslash between double quotes",
    "Put the value in single quotes, or write the backslash twice.",
  ],
  [({ code }) => code === "MULTIPLE_DOCS", "one list in a file", 'Remove the line "---" or "...".'],
  [({ code }) => code === "BAD_SCALAR_START", "a value that begins with a letter or digit, or in quotation marks", QUOTE],
  [
    ({ line }) => /: *["'].*["'] *[^\s#,\]}]/.test(line),
    "nothing after the closing quotation mark",
    'Write the whole value on the next line, indented, after ">-".',
  ],
  [({ code }) => code === "UNEXPECTED_TOKEN", "a value that stands alone", QUOTE],
];

const OTHER = ["YAML that can be read", `Compare the line with the same field of another record. ${QUOTE}`] as const;

/** A mistake of YAML in an editor's words. */
export function syntaxFinding(mistake: Mistake): Finding {
  const [, expected, fix] = WORDS.find(([when]) => when(mistake)) ?? ["", ...OTHER];
  return {
    severity: "error",
    rule: "yaml",
    at: mistake.at,
    expected,
    found: mistake.line.trim() === "" ? "the end" : quoted(mistake.line.replace(/^ +/, "")),
    fix,
  };
}
