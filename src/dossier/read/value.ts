/** Where something stands in a dossier. Line and column count from 1; the end of the chain every message begins with. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Index of the record in its file; null when the file is no list of records. */
  readonly record: number | null;
  /** Way from the record to here, e.g. `sources[0].url`; empty for the record itself. */
  readonly field: string;
}

export interface TextValue {
  readonly kind: "text";
  /** As written, not trimmed. */
  readonly text: string;
  readonly spot: Spot;
}
export interface NullValue {
  readonly kind: "null";
  readonly spot: Spot;
}
/** Something the reader did not take, and has reported. There is a value, so it is not missing; there is nothing to read in it. */
export interface RefusedValue {
  readonly kind: "refused";
  readonly spot: Spot;
}
export interface ListValue {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly spot: Spot;
}
export interface Entry {
  readonly key: Spot;
  readonly value: Value;
}
export interface MapValue {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly spot: Spot;
}
/** What YAML and CSV both become: everything is text, everything knows its place. */
export type Value = TextValue | NullValue | RefusedValue | ListValue | MapValue;

/** The value under a dotted path of keys; null when absent, null, or something else stands on the way. */
export function valueAt(map: MapValue, path: string): Value | null {
  let at: Value = map;
  for (const key of path.split(".")) {
    if (at.kind !== "map") return null;
    const entry: Entry | undefined = at.entries.get(key);
    if (!entry || entry.value.kind === "null") return null;
    at = entry.value;
  }
  return at;
}

/** The text under a dotted path; null when absent or not a text. */
export function textAt(map: MapValue, path: string): TextValue | null {
  const value = valueAt(map, path);
  return value?.kind === "text" ? value : null;
}

/** The text itself without the space around it, which is never meant; a rule has said so by now. */
export function wordAt(map: MapValue, path: string): string | null {
  return textAt(map, path)?.text.trim() || null;
}

/** The texts of a list; what is not a text is passed over here and named by the rule `shape`. */
export function textsAt(map: MapValue, path: string): readonly TextValue[] {
  const value = valueAt(map, path);
  return value?.kind === "list" ? value.items.filter((item) => item.kind === "text") : [];
}

export function wordsAt(map: MapValue, path: string): readonly string[] {
  return textsAt(map, path).map((item) => item.text.trim());
}

/** The records of a list; what is not a record is passed over here and named by the rule `shape`. */
export function mapsAt(map: MapValue, path: string): readonly MapValue[] {
  const value = valueAt(map, path);
  return value?.kind === "list" ? value.items.filter((item) => item.kind === "map") : [];
}

/** The entries of a mapping with free keys, e.g. language → name. */
export function pairsAt(map: MapValue, path: string): readonly { readonly key: string; readonly at: Spot; readonly value: TextValue }[] {
  const value = valueAt(map, path);
  if (value?.kind !== "map") return [];
  return [...value.entries].flatMap(([key, { key: at, value: v }]) => (v.kind === "text" ? [{ key, at, value: v }] : []));
}
