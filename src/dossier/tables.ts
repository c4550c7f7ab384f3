import { asId, okay } from "./ids.ts";
import { type MapValue, type Spot, type Value, wordAt } from "./read/value.ts";
import { type Kind, REQUIRED } from "./schema.ts";

/** One record of the dossier as read. */
export interface Row {
  readonly kind: Kind | "layers";
  readonly id: string | null;
  readonly map: MapValue;
  readonly spot: Spot;
  /** It could not be read, and that is reported. It counts, and rules pass it over. */
  readonly unread: boolean;
}

export interface Tables {
  readonly head: MapValue | null;
  readonly rows: Readonly<Record<Kind | "layers", readonly Row[]>>;
  /** Text of each layer file that could be read, by path. */
  readonly layers: ReadonlyMap<string, string>;
  /** SOURCES.yaml, which may have any form; null when there is none, or it cannot be read. */
  readonly sources: { readonly text: string; readonly value: Value } | null;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 of each file of a layer, in hex, by path. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** `guess`: the id of a record that could not be read, as far as it can be told. */
export const row = (kind: Row["kind"], map: MapValue | null, spot: Spot, guess: string | null = null): Row => ({
  kind,
  id: map ? wordAt(map, "id") : guess,
  map: map ?? { kind: "map", entries: new Map(), spot },
  spot,
  unread: map === null,
});

/** Whether nothing at all of a list could be read. Its file has been reported, and whatever names its records follows. */
export const isLost = (tables: Tables, kind: Kind): boolean =>
  tables.rows[kind].length === 0 ? REQUIRED.has(kind) : tables.rows[kind].every((r) => r.unread);

/**
 * Rows by id; of two with one id the first that could be read counts, a rule names the second. An id of the wrong form is told where it
 * stands, and whoever names it as it is to be is right.
 */
export function byId(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const r of rows) if (r.id !== null && (found.get(r.id)?.unread ?? true)) found.set(r.id, r);
  for (const r of rows) {
    const meant = r.id === null || okay(r.id) ? null : asId(r.id);
    if (meant !== null && !found.has(meant)) found.set(meant, r);
  }
  return found;
}
