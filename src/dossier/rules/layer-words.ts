import { distance, nearest } from "../nearest.ts";
import { quoted } from "../show.ts";
import type { LayerFacts } from "./layer-use.ts";
import type { Say } from "./layer-problems.ts";

/** What the programme reads of a feature, by the kind of its layer; geo/README.md has the same table. */
const READ: Readonly<Record<string, readonly string[]>> = {
  disputed: ["id", "kind", "name", "validFrom", "validTo", "pointOfView", "source", "method", "precision_m", "note", "deJure"],
  parties: ["id", "party", "kind", "place", "areaFeature", "precision_m", "borders"],
  region: ["id", "kind", "a", "b", "names", "minzoom", "rank", "labels", "iso", "precision_m", "note"],
};

/** Shorter names are like too many others: `fid` is no misspelt `id`. */
const LONG = 6;

const bare = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, "");

/** Of the properties that nobody reads, the one that was to be this one; null when none is like it. */
export function misspeltAs(field: string, properties: Readonly<Record<string, unknown>>, kind: string | null): string | null {
  const read = READ[kind ?? ""] ?? [];
  const like = (key: string): boolean =>
    bare(key) === bare(field) || (field.length >= LONG && key.length >= LONG && distance(bare(key), bare(field), 2) <= 2);
  return Object.keys(properties).find((key) => !read.includes(key) && like(key)) ?? null;
}

/** Words of the programme's own that a contested feature may use, each drawn or said in its own way; others are given as they stand. */
export const OWN: Readonly<Record<string, readonly string[]>> = {
  kind: ["historic-admin", "ceasefire-line", "de-facto-control", "checkpoint", "corridor", "claim"],
  pointOfView: ["neutral", "de-jure", "de-facto", "treaty"],
  method: ["package", "derived", "hand"],
};

/** Properties that would be read under another name, and words that would be known when spelt otherwise. */
export function checkWords(
  properties: Readonly<Record<string, unknown>>,
  path: string,
  name: string,
  { kind }: LayerFacts,
  say: Say,
): void {
  // What a contested feature must have and has not is an error of its own.
  const optional = kind === "disputed" ? ["validTo", "note", "deJure"] : (READ[kind ?? ""] ?? []);
  for (const field of optional) {
    const key = Object.hasOwn(properties, field) ? null : misspeltAs(field, properties, kind);
    if (key === null) continue;
    say({
      path: `${path}.${key}`,
      severity: "warning",
      rule: "property",
      found: `${name}: ${quoted(key)}`,
      expected: quoted(field),
      fix: "It is not read under this name. Rename it.",
      nearest: field,
    });
  }
  if (kind !== "disputed") return;
  for (const [field, words] of Object.entries(OWN)) {
    const value = properties[field];
    if (typeof value !== "string" || words.includes(value)) continue;
    const near = nearest(value, words);
    if (near === null) continue;
    say({
      path: `${path}.${field}`,
      severity: "warning",
      rule: "property",
      found: `${name}: ${field} ${quoted(value)}`,
      expected: words.join(", "),
      fix: "Any other word has no dash and no wording of its own: it is drawn plain, and shown as it is written.",
      nearest: near,
    });
  }
}
