import { isAlias, isMap, isPair, isScalar, isSeq, type LineCounter, type Node, Scalar } from "yaml";
import type { Report } from "../findings.ts";
import { quoted } from "../show.ts";
import type { Entry, Spot, Value } from "./value.ts";
import { cutOff, swallowed } from "./yaml-lost.ts";

/** Deeper than any record of the format; keeps the walk below from running out of stack. */
const DEEPEST = 12;
/** Keys that would reach into the prototype of an object if a record were ever copied carelessly. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** A YAML text being read. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  /** Lines of the file before this text. */
  readonly above: number;
  readonly report: Report;
}

export const spotAt = (source: YamlSource, offset: number, record: number | null, field: string): Spot => {
  const { line, col } = source.lines.linePos(offset);
  return { file: source.file, line: Math.max(line, 1) + source.above, column: Math.max(col, 1), record, field };
};

/** A node of the `yaml` package as a value with its place. Whatever the format has no use for is refused and reported. */
export function convert(source: YamlSource, node: unknown, fallback: number, record: number | null, field: string, depth: number): Value {
  const offset = (node as Node | null)?.range?.[0] ?? fallback;
  const spot = spotAt(source, offset, record, field);
  const refuse = (rule: string, expected: string, found: string, fix: string): Value => {
    source.report({ severity: "error", rule, at: spot, expected, found, fix });
    return { kind: "refused", spot };
  };
  if (depth > DEEPEST) return refuse("yaml-depth", "a value of the format", "brackets in brackets in brackets", "Write the value plainly.");
  if (isAlias(node))
    return refuse("yaml-alias", "the value itself", `*${node.source}`, "Write the value out again; references inside YAML are not read.");
  const tag = (node as Node | null)?.tag;
  if (tag) return refuse("yaml-tag", "a plain value", tag, 'Remove the word that begins with "!".');
  if (isScalar(node)) {
    const text = String(node.value ?? "");
    const plain = node.type === undefined || node.type === Scalar.PLAIN;
    const [from = 0, to = 0] = node.range ?? [];
    const remark = plain && text !== "" ? cutOff(source.text, to, field) : null;
    if (remark !== null)
      source.report({
        severity: "warning",
        rule: "yaml-comment",
        at: spot,
        expected: "the whole value",
        found: quoted(`${text} #${remark}`),
        fix: "What stands after # is not read. Put the value in double quotes; write a remark on a line of its own.",
      });
    const lost = swallowed(source.file, source.text.slice(from, to));
    if (lost !== null)
      source.report({
        severity: "error",
        rule: "yaml-swallowed",
        at: spotAt(source, from + lost.at, record, field),
        expected: "text alone in this field",
        found: quoted(lost.line),
        fix: lost.fix,
      });
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
  let merged = false;
  for (const pair of node.items) {
    if (!isPair(pair)) continue;
    const at = (pair.key as Node | null)?.range?.[0] ?? offset;
    const name = isScalar(pair.key) ? String(pair.key.value ?? "") : "";
    const key = spotAt(source, at, record, field ? `${field}.${name}` : name);
    const bad = (rule: string, expected: string, fix: string): void =>
      source.report({ severity: "error", rule, at: key, expected, found: name === "" ? "a key that is no word" : quoted(name), fix });
    if (!name) bad("yaml-key", "a field name before the colon", "Write the field's name, or put the whole value in double quotes.");
    else if (FORBIDDEN_KEYS.has(name)) bad("forbidden-key", "a field of the format", "Remove this key.");
    else if (entries.has(name)) {
      // A second id is a second record without its dash, and all its fields come twice.
      const two = name === "id";
      const fix = two ? 'Begin the next record with "- id:" at the margin, or remove one of the two.' : "Remove one of the two.";
      if (!merged) bad("duplicate-key", `"${name}" once in a record`, fix);
      merged ||= two;
    } else entries.set(name, { key, value: convert(source, pair.value, at, record, key.field, depth + 1) });
  }
  return { kind: "map", entries, spot };
}
