import type { Report } from "../findings.ts";
import { nearest } from "../nearest.ts";
import type { Spot, Value } from "../read/value.ts";
import { type Field, type Fields, FIELDS, HEAD, KINDS } from "../schema.ts";
import { quoted } from "../show.ts";
import { isDraft, unfinished } from "./held.ts";
import { missing, type Rule } from "./rule.ts";
import { type Entries, unknownKey } from "./unknown-key.ts";

const KIND_WORDS = {
  text: "one text",
  words: "a list of words",
  pairs: "name: text pairs",
  map: "fields with names",
  maps: "a list of records",
} as const;
const FOUND_WORDS = { text: "a text", list: "a list", map: "fields with names", null: "nothing", refused: "nothing" } as const;
const FITS: Readonly<Record<Field["is"], Value["kind"]>> = { text: "text", words: "list", pairs: "map", map: "map", maps: "list" };

/** Every field is one the format knows, holds what it should, and is there when it must be. */
export const shape: Rule = (tables, report) => {
  if (tables.head) checkFields(tables.head.entries, tables.head.spot, HEAD, report);
  for (const kind of KINDS) {
    for (const row of tables.rows[kind])
      if (!row.unread) checkFields(row.map.entries, row.map.spot, FIELDS[kind], isDraft(row) ? unfinished(report) : report);
  }
};

/** Nothing that a reader could see: an invisible character alone is no text. */
const isNothing = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text);

function checkFields(entries: Entries, record: Spot, fields: Fields, report: Report): void {
  for (const [name, { key, value }] of entries) {
    if (Object.hasOwn(fields, name)) continue;
    unknownKey(name, { key, value }, entries, fields, report);
  }
  for (const [name, field] of Object.entries(fields)) {
    const entry = entries.get(name);
    if (entry && entry.value.kind !== "null") checkValue(entry.value, field, name, report);
    else if (field.need) {
      const at = entry?.key ?? missing(record, name);
      const found = entry ? "nothing" : `no "${name}"`;
      report({ severity: "error", rule: "missing", at, found, expected: expectation(field, name), fix: fill(field, name) });
    }
  }
}

const expectation = (field: Field, name: string): string =>
  field.is === "text" && field.of
    ? oneOf(field.of)
    : `${field.is === "maps" || field.is === "words" ? "at least one entry" : "a value"} for "${name}"`;

/** In YAML `#` begins a comment, so a colour without quotation marks is nothing at all. */
const fill = (field: Field, name: string): string =>
  field.is === "text" && field.hash ? `Write it in quotation marks, ${name}: "#1b6ca8".` : `Fill in "${name}".`;

const oneOf = (words: readonly string[]): string => (words.length === 1 ? `"${words[0]}"` : `one of ${words.join(", ")}`);

function checkValue(value: Value, field: Field, name: string, report: Report): void {
  if (value.kind === "refused") return;
  if (value.kind !== FITS[field.is]) {
    wrongKind(value, field, name, report);
    return;
  }
  const empty =
    (value.kind === "text" && isNothing(value.text)) ||
    (value.kind === "list" && value.items.length === 0) ||
    (value.kind === "map" && value.entries.size === 0);
  if (empty) {
    if (field.need)
      report({
        severity: "error",
        rule: "missing",
        at: value.spot,
        found: "nothing",
        expected: expectation(field, name),
        fix: fill(field, name),
      });
    else if (value.kind === "text")
      report({
        severity: "warning",
        rule: "empty-text",
        at: value.spot,
        found: '""',
        expected: "a text, or the field left out",
        fix: `Remove "${name}" when there is nothing to say.`,
      });
    return;
  }
  if (field.is === "text" && value.kind === "text") checkText(value.text.trim(), value.spot, field, name, report);
  else if (field.is === "map" && value.kind === "map") checkFields(value.entries, value.spot, field.fields, report);
  else if (field.is === "pairs" && value.kind === "map")
    for (const [key, entry] of value.entries) checkItem(entry.value, `${name}.${key}`, report);
  else if (field.is === "words" && value.kind === "list")
    for (const [i, item] of value.items.entries()) checkItem(item, `${name}[${i}]`, report);
  else if (field.is === "maps" && value.kind === "list") {
    for (const item of value.items) {
      if (item.kind === "map") checkFields(item.entries, item.spot, field.fields, report);
      else if (item.kind !== "refused") wrongKind(item, { is: "map", fields: field.fields }, "", report);
    }
  }
}

function checkText(text: string, at: Spot, field: Field & { is: "text" }, name: string, report: Report): void {
  if (field.of && !field.of.includes(text)) {
    report({
      severity: "error",
      rule: "one-of",
      at,
      found: quoted(text),
      expected: oneOf(field.of),
      fix: field.of.length === 1 ? `Write ${field.of[0]}.` : "Choose one of these words.",
      nearest: nearest(text, field.of),
    });
  }
  const length = [...text].length;
  if (field.most !== undefined && length > field.most) {
    report({
      severity: "error",
      rule: "length",
      at,
      found: `${length} characters`,
      expected: `at most ${field.most} characters in "${name}"`,
      fix: "Shorten it.",
    });
  }
}

/** A single text inside a list or a mapping. */
function checkItem(item: Value, name: string, report: Report): void {
  if (item.kind === "refused") return;
  if (item.kind !== "text" && item.kind !== "null") wrongKind(item, { is: "text" }, name, report);
  else if (item.kind === "null" || isNothing(item.text))
    report({
      severity: "error",
      rule: "missing",
      at: item.spot,
      found: "nothing",
      expected: `a text in "${name}"`,
      fix: "Fill it in, or remove the entry.",
    });
}

function wrongKind(value: Value, field: Field, name: string, report: Report): void {
  const found = value.kind === "text" ? quoted(value.text) : FOUND_WORDS[value.kind];
  const fix =
    field.is === "text" && value.kind === "list" && /\[\d+\]$/.test(name)
      ? `Remove the inner brackets${oneWord(value) === null ? "" : `: write ${oneWord(value)}`}.`
      : field.is === "text" && value.kind === "list"
        ? oneWord(value) !== null
          ? `One text stands without brackets: write ${name}: ${oneWord(value)}.`
          : value.items.length > 1 && value.items.every((item) => item.kind === "text" && /^[a-z][\w-]*$/.test(item.text.trim()))
            ? `Only one stands here: write ${name}: ${value.items.map((item) => (item.kind === "text" ? item.text.trim() : "")).join(" or ")}.`
            : 'A value that begins with "[" needs double quotes around it.'
        : field.is === "text" && value.kind === "map"
          ? 'A value with ": " or "{" in it needs double quotes around it.'
          : field.is === "words" && value.kind === "text"
            ? inList(value.text, name)
            : field.is === "words" && value.kind === "map"
              ? `Write ${name}: [${[...value.entries].map(([key, { value: v }]) => (v.kind === "text" ? v.text.trim() : key)).join(", ")}].`
              : field.is === "maps"
                ? 'Begin each entry with "- ".'
                : field.is === "map" && value.kind === "text" && Object.keys(field.fields).length > 0
                  ? `Write ${name === "" ? "" : `${name}: `}{${withNames(field.fields, value.text.trim())}}.`
                  : field.is === "pairs" && value.kind === "text"
                    ? `Write ${name}: {${name === "names" ? "en" : "…"}: ${scalar(value.text.trim())}}${name === "names" ? ", with the code of its language" : ""}.`
                    : "Write it as in another record of the file.";
  report({ severity: "error", rule: "shape", at: value.spot, found, expected: KIND_WORDS[field.is], fix });
}

/** The word of a list of one, such as an id; null where the brackets may belong to the value, as in `[2031-04-02..2031-04-05]`. */
function oneWord({ items }: Value & { readonly kind: "list" }): string | null {
  const [only] = items;
  return items.length === 1 && only?.kind === "text" && /^[A-Za-z][\w-]*$/.test(only.text.trim()) ? only.text.trim() : null;
}

/** Words that may stand between brackets as they are, ids or numbers; a sentence stands on a line of its own. */
function inList(text: string, name: string): string {
  const words = text.trim().replace(/^\((.*)\)$/, "$1");
  if (/^-?[\d.]+( +-?[\d.]+)+$/.test(words) && words.length <= 60) return `Write ${name}: [${words.replace(/ +/g, ", ")}].`;
  if (/^[\w .-]{1,60}$|^[\d .,-]{1,60}$/.test(words) || /^[\w-]+(?:\s*[,;|]\s*[\w-]+)+$/.test(words))
    return `Write ${name}: [${words.replace(/\s*[,;|]\s*/g, ", ")}].`;
  return `Write it on a line of its own below "${name}:", after "- ".`;
}

/** A text as it may stand between braces. */
const scalar = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} .'/-]{0,60}$/u.test(text) ? text : /^[^"\\]{1,60}$/.test(text) ? `"${text}"` : "…";

/** A text written where fields with names belong: the first of them is most likely meant. */
const withNames = (fields: Fields, text: string): string =>
  Object.entries(fields)
    .flatMap(([name, field], i) =>
      i === 0
        ? `${name}: ${scalar(field.is === "text" && field.hash && !text.startsWith("#") ? "#1b6ca8" : text)}`
        : field.is === "text" && field.need
          ? `${name}: …`
          : [],
    )
    .join(", ");
