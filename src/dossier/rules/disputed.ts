import { isDay } from "../calendar.ts";
import { dateAdvice } from "../date-advice.ts";
import { parseDate } from "../edtf.ts";
import { asId, okay } from "../ids.ts";
import { quoted, visible } from "../show.ts";
import { type Say, written } from "./layer-problems.ts";
import { misspeltAs } from "./layer-words.ts";
import { nowhere, reservedProblem } from "./reserved.ts";
import { addressProblem } from "./sources.ts";

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const isNames = (value: unknown): boolean =>
  isText(value) || (typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).some(isText));
const isSource = (value: unknown): boolean => isText(value) || isText((value as { title?: unknown } | null)?.title);
/** What a contested line or area must say of itself. */
const MUST: readonly (readonly [field: string, good: (value: unknown) => boolean, expected: string, fix: string])[] = [
  ["id", isText, "an id", "Give the feature an id that never changes."],
  ["kind", isText, "what it is, e.g. ceasefire-line", "Say what kind of line or area it is."],
  ["name", isNames, "a name", "Name it by what it is."],
  ["validFrom", (v) => typeof v === "string" && isDay(v), "the day from which it stood, YYYY-MM-DD", "Write the day, with its source."],
  ["pointOfView", isText, "whose view it is", "Say whose view it is, e.g. de-facto, treaty, neutral."],
  [
    "source",
    (v) => Array.isArray(v) && v.length > 0 && v.every(isSource),
    "a list of sources, each with a title",
    "Name the sources, each with title, url and date.",
  ],
  ["method", isText, "how it was made", "Say how it was made, e.g. package, derived, hand."],
  [
    "precision_m",
    (v) => typeof v === "number" && v > 0 && v < 1e7,
    "metres by which it may be wrong",
    "Write how many metres it may be off.",
  ],
];

/** No contested line without a date, a viewpoint, a source and a precision. */
export function checkDisputed(properties: Record<string, unknown>, path: string, name: string, say: Say): void {
  for (const [field, good, expected, fix] of MUST) {
    const value = properties[field];
    if (good(value)) continue;
    const there = value !== undefined && value !== null;
    const other = there ? null : misspeltAs(field, properties, "disputed");
    say({
      path: there ? `${path}.${field}` : other === null ? path : `${path}.${other}`,
      severity: "error",
      rule: "disputed",
      found: there
        ? `${name}: ${field} ${visible(written(value))}`
        : `${name} ${other === null ? "without" : `with ${quoted(other)} and without`} "${field}"`,
      expected,
      fix: other === null ? fix : `Rename it to ${field}.`,
    });
  }
  const id = properties["id"];
  if (typeof id === "string" && isText(id) && !okay(id)) {
    const made = asId(id);
    say({
      path: `${path}.id`,
      severity: "error",
      rule: "id-form",
      found: name,
      expected: "an id of a-z, 0-9, - and _, beginning with a letter or digit",
      fix: `Write ${made ?? "a short id, e.g. ceasefire-line-2031"}, here and in each areaFeature: the page's address holds it.`,
    });
  }
  const sources: readonly unknown[] = Array.isArray(properties["source"]) ? properties["source"] : [];
  for (const [i, source] of sources.entries()) checkSource(source, `${path}.source[${i}]`, name, say);
  const until = properties["validTo"];
  const from = properties["validFrom"];
  if (until === undefined || until === null) return;
  const tell = (expected: string, fix: string): void =>
    say({
      path: `${path}.validTo`,
      severity: "error",
      rule: "disputed",
      found: `${name}: validTo ${visible(written(until))}`,
      expected,
      fix,
    });
  if (typeof until !== "string" || !isDay(until))
    tell("the day until which it stood, or null", "Write YYYY-MM-DD, or null when it still stands.");
  else if (typeof from === "string" && isDay(from) && until < from)
    tell(`a day from validFrom on, ${from}`, "Exchange the two, or check the source.");
}

/** A source of a contested feature leads to its page, and its date is one. */
function checkSource(source: unknown, path: string, name: string, say: Say): void {
  const { url, date } = (source ?? {}) as { url?: unknown; date?: unknown };
  const address = typeof url === "string" ? url.trim() : "";
  const fix =
    url === undefined || url === null
      ? null
      : address === ""
        ? "Write the address of the page; remove it when there is none."
        : addressProblem(address, false);
  const host = nowhere(address);
  if (fix !== null)
    say({
      path: `${path}.url`,
      severity: "error",
      rule: "address",
      found: `${name}: ${visible(written(url))}`,
      expected: "a web address",
      fix,
    });
  else if (host !== null)
    say({ path: `${path}.url`, severity: "warning", found: `${name}: ${visible(written(url))}`, ...reservedProblem(host) });
  if (date === undefined || date === null || (typeof date === "string" && parseDate(date.trim()))) return;
  say({
    path: `${path}.date`,
    severity: "warning",
    rule: "disputed",
    found: `${name}: date ${visible(written(date))}`,
    expected: "a date such as 2031-04-02, or null",
    fix: typeof date === "string" && date.trim() !== "" ? dateAdvice(date.trim()) : "Write the date in quotation marks, or null.",
  });
}
