import type { Finding, Report } from "../findings.ts";

const MB = 1024 * 1024;
/** Bytes of one file. A dossier is text that people read; ten thousand statements fit. */
const LARGEST_FILE = 16 * MB;
/** Bytes of one layer, which every reader's phone has to load. */
const LARGEST_LAYER = 4 * MB;
/** Lines of one file: ten thousand statements as people write them. More records than that in one file would take a minute. */
const MOST_LINES = 400_000;
/** Characters of one line of YAML or CSV. A paragraph has a thousand; beyond this a line is no text. */
const LONGEST_LINE = 100_000;

const AGAIN = 'Save the file again as "UTF-8" (in a spreadsheet: CSV UTF-8).';

/** Files of other kinds under the name of a text, by how they begin: another ending makes no other file. */
const DISGUISED: readonly (readonly [begins: readonly string[], found: string, fix: string])[] = [
  [
    ["pk\u0003\u0004", "\u00d0\u00cf\u0011\u00e0"],
    "a spreadsheet or a document, renamed",
    "Open it in its own programme and save it as text or CSV (UTF-8).",
  ],
  [["\u001f\u008b", "7z\u00bc", "rar!"], "a packed file", "Unpack it, and put what was in it here."],
  [["%pdf-"], "a PDF, renamed", "Copy what it says into a file of the format; geo/README.md shows each."],
  [["{\\rtf"], "formatted text (RTF)", "Save it as plain text, UTF-8."],
  [
    ["<!doctype html", "<html", "<head", "<body", "<table"],
    "a web page",
    "Download the file itself, or copy what it says into a file of the format.",
  ],
];

/** What a file is in place of text; null when nothing speaks against its being text. */
function disguised(bytes: Uint8Array): (typeof DISGUISED)[number] | null {
  const first = String.fromCharCode(...bytes.subarray(0, 100))
    .trimStart()
    .toLowerCase();
  return DISGUISED.find(([begins]) => begins.some((sign) => first.startsWith(sign))) ?? null;
}

/** Every other byte of Latin letters in UTF-16 is 0, and no byte of a text is; a mark at the beginning says so too. */
const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  (bytes.length > 3 && bytes.subarray(0, 400).filter((byte) => byte === 0).length * 3 > Math.min(bytes.length, 400));

/** A file that is there and cannot be read: what it is in its place. */
export class Unreadable extends Uint8Array {
  readonly why: string;
  constructor(why: string) {
    super(0);
    this.why = why;
  }
}

export const unreadable = (file: string, { why }: Unreadable): Finding => ({
  severity: "error",
  rule: "file-read",
  at: { file },
  expected: "a file that can be read",
  found: why,
  fix: "Put the file itself in its place, or remove it.",
});

/**
 * Bytes to text with `\n` line ends. A byte order mark is taken off and told; it hides the first field from most programmes.
 *
 * @returns null when the file is no text that can be read, and then it is reported
 */
export function decode(file: string, bytes: Uint8Array, layer: boolean, report: Report): string | null {
  const refuse = (rule: string, expected: string, found: string, fix: string, line?: number): null => {
    const at = line === undefined ? { file } : { file, line, column: 1, record: null, field: "" };
    report({ severity: "error", rule, at, expected, found, fix });
    return null;
  };
  if (bytes instanceof Unreadable) {
    report(unreadable(file, bytes));
    return null;
  }
  const limit = layer ? LARGEST_LAYER : LARGEST_FILE;
  if (bytes.length > limit)
    return refuse(
      "file-size",
      `a file of at most ${limit / MB} MB`,
      `${Math.ceil(bytes.length / MB)} MB`,
      layer ? "Simplify the shapes." : "Split the file, or check that the right file was put here.",
    );
  // A layer that is a web page is told by where its JSON ends.
  const other = disguised(bytes);
  if (other && !(layer && other[1] === "a web page")) return refuse("encoding", "a file of text", other[1], other[2]);
  if (isUtf16(bytes)) return refuse("encoding", "UTF-8", "UTF-16", AGAIN);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse("encoding", "UTF-8", `byte 0x${(bytes[firstBad(bytes)] ?? 0).toString(16)}`, AGAIN, lineOf(bytes, firstBad(bytes)));
  }
  if (text.startsWith("\uFEFF")) {
    text = text.slice(1);
    // A spreadsheet's own "CSV UTF-8" begins with one.
    if (!file.endsWith(".csv"))
      report({
        severity: "warning",
        rule: "byte-order-mark",
        at: { file, line: 1, column: 1, record: null, field: "" },
        expected: "UTF-8 without a byte order mark",
        found: "\uFEFF",
        fix: "It was passed over. Save the file as UTF-8 without BOM when you can.",
      });
  }
  text = text.replace(/\r\n?/g, "\n");
  // A layer is often written on one line, by a programme for a programme.
  if (layer) return text;
  let line = 1;
  for (let from = 0; from <= text.length; line++) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    if (to - from > LONGEST_LINE)
      return refuse(
        "line-length",
        `lines of at most ${LONGEST_LINE} characters`,
        `${to - from} characters`,
        "Break the line, or check that the right file was put here.",
        line,
      );
    from = to + 1;
  }
  if (line > MOST_LINES) return refuse("file-size", `a file of at most ${MOST_LINES} lines`, `${line - 1} lines`, "Split the file.");
  return text;
}

/** Index of the byte that is no UTF-8: the longest prefix that decodes ends there, or in the letter that a letter of ASCII breaks off. */
function firstBad(bytes: Uint8Array): number {
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  if (decodes(bad)) return bytes.length - 1;
  return (bytes[good] ?? 0) < 0x80 && good > 0 ? good - 1 : good;
}

function lineOf(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 0x0a) line++;
  return line;
}
