import type { Finding } from "../findings.ts";
import type { Spot } from "./value.ts";

type Words = readonly [expected: string, fix: string];
const QUOTE: Words = ["a value that needs no quotation marks", 'Put the whole value in double quotes, or write it below ">-", indented.'];

const WORDS: Readonly<Record<string, Words>> = {
  TAB_AS_INDENT: ["spaces at the beginning of the line", "Replace the tab by spaces, as in the lines around it."],
  BAD_INDENT: ["a line indented like its neighbours", "Indent the line as far as the other fields of the record."],
  BLOCK_AS_IMPLICIT_KEY: [
    "one field to a line",
    'If the value contains ": ", put all of it in double quotes. If not, indent the line like its neighbours.',
  ],
  BLOCK_IN_FLOW: ["a bracket that is closed", "Close the bracket on the same line."],
  MULTILINE_IMPLICIT_KEY: ["a field name with a colon and a space", 'Write "name: value", with a space after the colon.'],
  UNEXPECTED_TOKEN: QUOTE,
  BAD_SCALAR_START: QUOTE,
  BAD_ALIAS: QUOTE,
  MULTIPLE_DOCS: ["one list in a file", 'Remove the line "---" or "...".'],
  BAD_DQ_ESCAPE: ["no backslash between double quotes", "Use single quotes around the value, or write the backslash twice."],
  BAD_COLLECTION_TYPE: ["a plain value", 'Remove the word that begins with "!".'],
  KEY_OVER_1024_CHARS: ["a field name", "A colon is missing or out of place in this line."],
};

function words(message: string, code: string): Words {
  if (code === "MISSING_CHAR") {
    if (/quote/.test(message)) return ["a closing quotation mark", "Close the quotation mark at the end of the value."];
    if (/[\]}]/.test(message)) return ["a closing bracket", "Close the bracket, with commas between the items."];
    return ["a field name with a colon and a space", 'Write "name: value", with a space after the colon.'];
  }
  if (/call stack/.test(message)) return ["a value of the format", "Remove the brackets; no value is nested this deep."];
  return (
    WORDS[code] ?? [
      "YAML that can be read",
      "Compare the line with the same field of another record; when in doubt, put the value in double quotes.",
    ]
  );
}

/** A mistake of YAML in an editor's words. `line`: the text of the line it stands in. */
export function syntaxFinding(message: string, code: string, at: Spot, line: string): Finding {
  const [expected, fix] = words(message, code);
  return { severity: "error", rule: "yaml", at, expected, found: line.trimEnd() || "nothing", fix };
}
