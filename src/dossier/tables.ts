import type { Kind } from "./schema.ts";
import { type MapValue, type Spot, wordAt } from "./read/value.ts";

/** One record of the dossier as read. */
export interface Row {
  readonly kind: Kind | "layers";
  readonly id: string | null;
  readonly map: MapValue;
  readonly spot: Spot;
}

export interface Tables {
  readonly head: MapValue | null;
  readonly rows: Readonly<Record<Kind | "layers", readonly Row[]>>;
  /** Text of each layer file that could be read, by path. */
  readonly layers: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export const row = (kind: Row["kind"], map: MapValue, spot: Spot, guess: string | null = null): Row => ({
  kind,
  id: wordAt(map, "id") ?? guess,
  map,
  spot,
});

/** Rows by id; of two with one id the first counts, a rule names the second. */
export function byId(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const r of rows) if (r.id !== null && !found.has(r.id)) found.set(r.id, r);
  return found;
}
