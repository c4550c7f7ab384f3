import { type Document, LineCounter, parseDocument } from "yaml";
import type { Report } from "../findings.ts";
import { quoted } from "../show.ts";
import type { MapValue, Spot, Value } from "./value.ts";
import { convert, spotAt, type YamlSource } from "./yaml-tree.ts";
import { MERGE_MARK, MERGE_WORDS, syntaxFinding } from "./yaml-words.ts";

/** One record of a file as read; `value` is null when it could not be, and then a finding says why. */
export interface RawRecord {
  readonly spot: Spot;
  readonly value: Value | null;
  /** The id as far as it can be told of a record that could not be read. */
  readonly id: string | null;
}

type Read = { readonly ok: Value } | { readonly error: ReturnType<typeof syntaxFinding> };

function readText(file: string, text: string, above: number, record: number | null, report: Report): Read {
  const lines = new LineCounter();
  const source: YamlSource = { file, text, lines, above, report };
  let doc: Document.Parsed;
  try {
    // "silent" would pass over a second document without a word.
    // failsafe: every scalar stays the text its author wrote, so NO is no boolean and 2031-04-02 no instant. Keys are counted by convert(), in linear time.
    doc = parseDocument(text, {
      schema: "failsafe",
      prettyErrors: false,
      uniqueKeys: false,
      lineCounter: lines,
      logLevel: "error",
    }) as Document.Parsed;
  } catch (error) {
    // Only brackets nested thousands deep get here: the parser runs out of stack.
    return { error: syntaxFinding({ message: String(error), code: "", at: spotAt(source, 0, record, ""), line: text.slice(0, 80) }) };
  }
  const first = doc.errors[0];
  if (!first) return { ok: convert(source, doc.contents, 0, record, "", 0) };
  const spot = spotAt(source, first.pos[0], record, "");
  return {
    error: syntaxFinding({
      message: first.message,
      code: first.code,
      at: spot,
      line: (text.split("\n")[spot.line - 1 - above] ?? "").slice(0, 200),
    }),
  };
}

/** Reads a file that is one mapping; null when it cannot be read as one, and then it is reported. */
export function readYamlMap(file: string, text: string, report: Report): MapValue | null {
  const read = readText(file, text, 0, null, report);
  if ("error" in read) report(read.error);
  else if (read.ok.kind === "map") return read.ok;
  else
    report({
      severity: "error",
      rule: "yaml",
      at: read.ok.spot,
      expected: "fields, one to a line: name: value",
      found: isBlank(text) ? "nothing" : quoted(text.trim().slice(0, 80)),
      fix: "Begin each line with a field name and a colon.",
    });
  return null;
}

/** Reads a file of no fixed form; null when it cannot be read, and then it is reported. */
export function readYaml(file: string, text: string, report: Report): Value | null {
  const read = readText(file, text, 0, null, report);
  if ("ok" in read) return read.ok;
  report(read.error);
  return null;
}

/** Pieces of a file that begin with `- ` at the margin, or were to, and whatever stands before the first. */
function pieces(text: string): readonly { readonly text: string; readonly above: number }[] {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, i) => (/^-(\s|$|\w+: )/.test(line) ? [i] : []));
  return [0, ...starts].map((from, i) => ({ text: lines.slice(from, starts[i] ?? lines.length).join("\n"), above: from }));
}

/** A record whose dash was written to its first field. */
const NO_SPACE = /^-\w/;
const GUESS_ID = /^(?:- *| +)id: *["']?([^\s"'#]+)/m;
/** Whether a text has nothing but comments in it. */
const isBlank = (text: string): boolean => !/^[ \t]*[^\s#]/m.test(text.replace(/^---.*$/gm, ""));

/**
 * Reads a file that is a list of records. When the file as a whole cannot be read, each record is tried on its own, so that one
 * mistake costs one record; the ones lost are returned with `value: null` and reported.
 */
export function readYamlList(file: string, text: string, report: Report): readonly RawRecord[] {
  if (isBlank(text)) return [];
  const noRecord = (at: Spot, found: string): void => {
    const [expected, fix] = MERGE_MARK.test(found)
      ? MERGE_WORDS
      : /^\s*\[\s*\]/.test(found)
        ? ["records alone, or [] alone", "Remove the []: it says that the list is empty."]
        : NO_SPACE.test(found)
          ? ["a space after the dash", `Write "- ${found.slice(1, found.indexOf(":") + 1)} …".`]
          : [
              'a list of records, each beginning with "- "',
              'Begin each record with "- " at the margin and indent the rest of it by two spaces.',
            ];
    report({ severity: "error", rule: "yaml", at, found: quoted(found.trim().slice(0, 80)), expected, fix });
  };
  const whole = readText(file, text, 0, null, report);
  if ("ok" in whole) {
    if (whole.ok.kind === "list") return whole.ok.items.map((value) => ({ spot: value.spot, value, id: null }));
    const spot = { ...whole.ok.spot, record: 0 };
    noRecord(spot, text);
    return [{ spot, value: null, id: null }];
  }
  const records: RawRecord[] = [];
  for (const { text: piece, above } of pieces(text)) {
    if (isBlank(piece)) continue;
    const record = records.length;
    const read = readText(file, piece, above, record, report);
    // The first line that says something: remarks may stand above it.
    const remarks = /^(?:[ \t]*(?:#.*)?\n)*/.exec(piece)?.[0].split("\n").length ?? 1;
    const spot: Spot = { file, line: above + remarks, column: 1, record, field: "" };
    const items = "ok" in read && read.ok.kind === "list" ? read.ok.items : [];
    const value = (items.length === 1 && items[0]) || null;
    if ("error" in read && !NO_SPACE.test(piece)) report(read.error);
    else if (!value)
      noRecord(
        spot,
        piece
          .split("\n")
          .slice(remarks - 1)
          .join("\n"),
      );
    records.push(value ? { spot: value.spot, value, id: null } : { spot, value: null, id: GUESS_ID.exec(piece)?.[1] ?? null });
  }
  return records;
}
