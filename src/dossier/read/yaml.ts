import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar } from "yaml";
import type { Report } from "../findings.ts";
import { type Entry, type MapValue, type Spot, type Value, emptyMap } from "./value.ts";
import { syntaxFinding } from "./yaml-words.ts";

/** One record of a file as read; `value` is null when it could not be, and then a finding says why. */
export interface RawRecord {
  readonly spot: Spot;
  readonly value: Value | null;
  /** The id as far as it can be told of a record that could not be read. */
  readonly id: string | null;
}

/** Deeper than any record of the format; keeps the walk below from running out of stack. */
const DEEPEST = 12;
/** Keys that would reach into the prototype of an object if a record were ever copied carelessly. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

interface Source {
  readonly file: string;
  readonly lines: LineCounter;
  /** Lines of the file before this text. */
  readonly above: number;
  readonly report: Report;
}

const spotAt = (source: Source, offset: number, record: number | null, field: string): Spot => {
  const { line, col } = source.lines.linePos(offset);
  return { file: source.file, line: Math.max(line, 1) + source.above, column: Math.max(col, 1), record, field };
};

function convert(source: Source, node: unknown, fallback: number, record: number | null, field: string, depth: number): Value {
  const offset = (node as Node | null)?.range?.[0] ?? fallback;
  const spot = spotAt(source, offset, record, field);
  const refuse = (rule: string, expected: string, found: string, fix: string): Value => {
    source.report({ severity: "error", rule, at: spot, expected, found, fix });
    return { kind: "null", spot };
  };
  if (depth > DEEPEST) return refuse("yaml-depth", "a value of the format", "brackets in brackets in brackets", "Write the value plainly.");
  if (isAlias(node))
    return refuse("yaml-alias", "the value itself", `*${node.source}`, "Write the value out again; references inside YAML are not read.");
  const tag = (node as Node | null)?.tag;
  if (tag) return refuse("yaml-tag", "a plain value", tag, 'Remove the word that begins with "!".');
  if (isScalar(node)) {
    const text = String(node.value ?? "");
    const plain = node.type === undefined || node.type === Scalar.PLAIN;
    return plain && ["", "~", "null", "Null", "NULL"].includes(text) ? { kind: "null", spot } : { kind: "text", text, spot };
  }
  if (isSeq(node)) {
    const top = depth === 0;
    const items = node.items.map((item, i) =>
      convert(source, item, offset, top ? (record ?? i) : record, top ? "" : `${field}[${i}]`, depth + 1),
    );
    return { kind: "list", items, spot };
  }
  if (!isMap(node)) return { kind: "null", spot };
  const entries = new Map<string, Entry>();
  for (const pair of node.items) {
    if (!isPair(pair)) continue;
    const at = (pair.key as Node | null)?.range?.[0] ?? offset;
    const name = isScalar(pair.key) ? String(pair.key.value ?? "") : "";
    const key = spotAt(source, at, record, field ? `${field}.${name}` : name);
    const bad = (rule: string, expected: string, fix: string): void =>
      source.report({ severity: "error", rule, at: key, expected, found: name || "a key that is no word", fix });
    if (!name) bad("yaml-key", "a field name before the colon", "Write the field's name, or put the whole value in double quotes.");
    else if (FORBIDDEN_KEYS.has(name)) bad("forbidden-key", "a field of the format", "Remove this key.");
    else if (entries.has(name)) bad("duplicate-key", `"${name}" once in a record`, "Remove one of the two.");
    else entries.set(name, { key, value: convert(source, pair.value, at, record, key.field, depth + 1) });
  }
  return { kind: "map", entries, spot };
}

type Read = { readonly ok: Value } | { readonly error: ReturnType<typeof syntaxFinding> };

function readText(file: string, text: string, above: number, record: number | null, report: Report): Read {
  const lines = new LineCounter();
  const source: Source = { file, lines, above, report };
  let doc: Document.Parsed;
  try {
    // failsafe: every scalar stays the text its author wrote, so NO is no boolean and 2023-09-19 no instant. Keys are counted by convert(), in linear time.
    doc = parseDocument(text, {
      schema: "failsafe",
      prettyErrors: false,
      uniqueKeys: false,
      lineCounter: lines,
      logLevel: "silent",
    }) as Document.Parsed;
  } catch (error) {
    // Only brackets nested thousands deep get here: the parser runs out of stack.
    return { error: syntaxFinding(String(error), "IMPOSSIBLE", spotAt(source, 0, record, ""), text.slice(0, 80)) };
  }
  const first = doc.errors[0];
  if (!first) return { ok: convert(source, doc.contents, 0, record, "", 0) };
  const spot = spotAt(source, first.pos[0], record, "");
  return { error: syntaxFinding(first.message, first.code, spot, text.split("\n")[spot.line - 1 - above] ?? "") };
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
      found: text.trim().slice(0, 80) || "nothing",
      fix: "Begin each line with a field name and a colon.",
    });
  return null;
}

/** Pieces of a file that begin with `- ` at the margin, and whatever stands before the first. */
function pieces(text: string): readonly { readonly text: string; readonly above: number }[] {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, i) => (/^-(\s|$)/.test(line) ? [i] : []));
  return [0, ...starts].map((from, i) => ({ text: lines.slice(from, starts[i] ?? lines.length).join("\n"), above: from }));
}

const GUESS_ID = /^(?:- +| +)id: *["']?([^\s"'#]+)/m;

/**
 * Reads a file that is a list of records. When the file as a whole cannot be read, each record is tried on its own, so that one
 * mistake costs one record; the ones lost are returned with `value: null` and reported.
 */
export function readYamlList(file: string, text: string, report: Report): readonly RawRecord[] {
  const whole = readText(file, text, 0, null, report);
  if ("ok" in whole) {
    if (whole.ok.kind === "list") return whole.ok.items.map((value) => ({ spot: value.spot, value, id: null }));
    if (whole.ok.kind === "null" && text.replace(/^\s*(#.*)?$/gm, "").trim() === "") return [];
    const spot = { ...whole.ok.spot, record: 0 };
    report({
      severity: "error",
      rule: "yaml",
      at: spot,
      expected: 'a list of records, each beginning with "- "',
      found: text.trim().slice(0, 80),
      fix: 'Begin each record with "- " at the margin and indent the rest of it by two spaces.',
    });
    return [{ spot, value: null, id: null }];
  }
  const records: RawRecord[] = [];
  for (const { text: piece, above } of pieces(text)) {
    if (piece.replace(/^\s*(#.*|---.*)?$/gm, "").trim() === "") continue;
    const record = records.length;
    const read = readText(file, piece, above, record, report);
    const spot: Spot = { file, line: above + 1, column: 1, record, field: "" };
    const item = "ok" in read ? (read.ok.kind === "list" ? read.ok.items[0] : null) : null;
    if ("error" in read) report(read.error);
    else if (!item)
      report({
        severity: "error",
        rule: "yaml",
        at: spot,
        expected: 'a record, beginning with "- "',
        found: piece.trim().slice(0, 80),
        fix: 'Begin each record with "- " at the margin.',
      });
    records.push(item ? { spot: item.spot, value: item, id: null } : { spot, value: null, id: GUESS_ID.exec(piece)?.[1] ?? null });
  }
  return records;
}

export const recordMap = (raw: RawRecord): MapValue => (raw.value?.kind === "map" ? raw.value : emptyMap(raw.spot));
