import type { Report } from "../findings.ts";
import type { Spot, TextValue, Value } from "../read/value.ts";
import { KINDS } from "../schema.ts";
import type { Tables } from "../tables.ts";

/** One thing that must hold of a dossier. A rule sees everything, changes nothing, never throws, and reports all it finds. */
export type Rule = (tables: Tables, report: Report) => void;

/** The place of a field that is not there: its record's, with the field's name. */
export const missing = (record: Spot, name: string): Spot => ({ ...record, field: record.field ? `${record.field}.${name}` : name });

/** Every text of the dossier, keys aside, with the key it stands under. */
export function eachText(tables: Tables, visit: (value: TextValue, key: string) => void): void {
  const walk = (value: Value, key: string): void => {
    if (value.kind === "text") visit(value, key);
    else if (value.kind === "list") for (const item of value.items) walk(item, key);
    else if (value.kind === "map") for (const [name, entry] of value.entries) walk(entry.value, name);
  };
  if (tables.head) walk(tables.head, "");
  for (const kind of KINDS) for (const row of tables.rows[kind]) walk(row.map, "");
}
