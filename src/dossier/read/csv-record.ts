import type { Column } from "./csv-columns.ts";
import type { Entry, MapValue, Spot, Value } from "./value.ts";

/** A record while its cells are put in. */
export type Mutable = Map<string, { key: Spot; value: Value | Mutable }>;

/** Columns of ids, in which no sign of another list can be part of a word. */
export const isIds = ({ name }: Column): boolean => /^(about|topics|parties|responds_to)$/.test(name);
/** What other tables write between the words of a cell. */
export const OTHER_SIGNS = /[,;\n[\]"]/;

export function cellValue(text: string, column: Column, place: (field: string) => Spot): Value {
  const field = (column.path ?? []).join(".");
  if (!column.words) return { kind: "text", text, spot: place(field) };
  const words = text
    .split(isIds(column) ? /[|,;\n]/ : "|")
    .map((w) => (isIds(column) ? w.replace(/^[\s["']+|[\s\]"']+$/g, "") : w.trim()))
    .filter((w) => w !== "");
  return { kind: "list", items: words.map((w, i) => ({ kind: "text", text: w, spot: place(`${field}[${i}]`) })), spot: place(field) };
}

/** Puts a value where the dots of its column say. */
export function put(map: Mutable, path: readonly string[], value: Value, place: (field: string) => Spot, above = ""): void {
  const [name = "", ...rest] = path;
  const field = above ? `${above}.${name}` : name;
  if (rest.length === 0) {
    if (!map.has(name)) map.set(name, { key: place(field), value });
    return;
  }
  const inner = map.get(name)?.value ?? new Map();
  if (!map.has(name)) map.set(name, { key: place(field), value: inner as Mutable });
  put(inner as Mutable, rest, value, place, field);
}

/** `sources[0]`, `sources[1]` side by side become one list, in the order of their numbers. */
export function freeze(map: Mutable, spot: Spot): MapValue {
  const entries = new Map<string, Entry>();
  const lists = new Map<string, [number, Value][]>();
  for (const [name, { key, value }] of map) {
    const frozen: Value = value instanceof Map ? freeze(value, key) : value;
    const numbered = /^(\w+)\[(\d+)\]$/.exec(name);
    if (!numbered) {
      entries.set(name, { key, value: frozen });
      continue;
    }
    const [list = "", number = ""] = numbered.slice(1);
    const items = lists.get(list) ?? [];
    lists.set(list, [...items, [Number(number), frozen]]);
    if (items.length === 0) entries.set(list, { key, value: { kind: "null", spot: key } });
  }
  for (const [list, items] of lists) {
    const key = entries.get(list)?.key ?? spot;
    entries.set(list, {
      key: { ...key, field: list },
      value: { kind: "list", items: items.sort((a, b) => a[0] - b[0]).map(([, v]) => v), spot: key },
    });
  }
  return { kind: "map", entries, spot };
}
