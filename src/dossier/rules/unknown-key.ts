import type { Report } from "../findings.ts";
import { foreignLetter, inLatin } from "../ids.ts";
import { nearest } from "../nearest.ts";
import type { Entry } from "../read/value.ts";
import type { Fields } from "../schema.ts";
import { code, quoted } from "../show.ts";

export type Entries = ReadonlyMap<string, Entry>;

/** What fields are called elsewhere. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  latitude: "lat",
  longitude: "lon",
  lng: "lon",
  long: "lon",
  href: "url",
  link: "url",
  quote: "text",
  summary: "text",
  headline: "title",
  language: "lang",
  timezone: "zone",
  color: "colour",
  license: "licence",
  place: "said_in",
  location: "said_in",
  description: "summary",
};

/** The field that is meant by another name for it, or by the way to a field within one, `speaker.name`; null when there is none. */
function otherName(name: string, fields: Fields): string | null {
  const word = name.toLowerCase();
  const meant = Object.hasOwn(ELSEWHERE, word) ? (ELSEWHERE[word] ?? "") : (word.split(".")[0] ?? "");
  return Object.hasOwn(fields, meant) ? meant : null;
}

/** Tells of a key that is no field of the format, and which it was most likely to be. */
export function unknownKey(name: string, { key, value }: Entry, entries: Entries, fields: Fields, report: Report): void {
  const latin = inLatin(name);
  if (latin !== null && Object.hasOwn(fields, latin)) {
    report({
      severity: "error",
      rule: "unknown-key",
      at: key,
      found: quoted(name),
      expected: `"${latin}"`,
      fix: `Type ${latin} again in Latin letters; ${code(foreignLetter(name) ?? "")} is none of them, though it looks like one.`,
    });
    return;
  }
  const near = nearest(name, Object.keys(fields)) ?? otherName(name, fields);
  // `{id: UTC, label: Lake time (UTC, all year)}`: half a label is lost, and nobody sees it.
  const cut =
    near === null && value.kind === "null" && [...entries.values()].some((entry) => entry.key.line === key.line && entry.key !== key);
  report({
    severity: cut ? "error" : "warning",
    rule: "unknown-key",
    at: key,
    found: quoted(name),
    expected: "a field of the format",
    fix: cut
      ? "Inside { } a comma ends a value. Put the value before it in double quotes, comma and all."
      : "It is not read. Correct or remove it.",
    nearest: near,
  });
}
