import { okay } from "../ids.ts";
import { nameIndex, nearest } from "../nearest.ts";
import { pairsAt, wordAt } from "../read/value.ts";
import { aRecord, namedAt, ONE, REFERENCES } from "../references.ts";
import type { Kind } from "../schema.ts";
import { quoted } from "../show.ts";
import { byId, isLost, type Row, type Tables } from "../tables.ts";
import type { Rule } from "./rule.ts";
import { isPlaceholder } from "./text.ts";

/** Suggestions cost a walk over all ids; whoever has more dangling ids than this has another problem. */
const MOST_SUGGESTIONS = 200;

/** What a record is called: its name, code or title; a place by each of its names, in each language and by each who uses it. */
function ownNames({ map }: Row): readonly string[] {
  const one = ["name", "code", "title"].flatMap((path) => wordAt(map, path) ?? []);
  const more = ["names", "labels"].flatMap((path) => pairsAt(map, path)).flatMap(({ value }) => value?.text ?? []);
  return [...one, ...more.flatMap((name) => [name, ...name.split(" / ")])];
}

/** Names a reader might have written for an id. */
const namesOf = (tables: Tables, kind: Kind): ReadonlyMap<string, string> =>
  nameIndex(
    tables.rows[kind].flatMap((row) => (row.id !== null && okay(row.id) ? ownNames(row).map((name) => [name, row.id ?? ""] as const) : [])),
  );

/** `good`: the ids that can be written; one of the wrong form is never suggested. */
function targetOf(tables: Tables, kind: Kind) {
  const ids = byId(tables.rows[kind]);
  return { ids, good: [...ids.keys()].filter(okay), names: namesOf(tables, kind) };
}

function advice(to: Kind, near: string | null, there: number, empty: boolean): string {
  if (near !== null) return `No ${ONE[to]} has this id.`;
  if (there === 0 && empty) return `Put what is named into ${to}.yaml, which is empty, or take the ids out.`;
  if (there === 0) return `Add ${to}.yaml with what is named, or take the ids out.`;
  return `Add this ${ONE[to]}, or write the id of ${there === 1 ? "the one there is" : `one of the ${there} there are`}.`;
}

/** Two ids that stand as one word, since nothing parts them. */
function several(id: string, ids: ReadonlyMap<string, Row>): string | null {
  const parts = id.split(/[\s,;|/]+/);
  return parts.length > 1 && parts.every((part) => ids.has(part)) ? `Write [${parts.join(", ")}], with a comma between.` : null;
}

/** Every id that is named exists. Where a whole list is lost, `followLeftOut` says so once and what follows from it. */
export const references: Rule = (tables, report) => {
  const known = new Map<Kind, ReturnType<typeof targetOf>>();
  let suggestions = 0;
  for (const { from, path, to, bond } of REFERENCES) {
    if (isLost(tables, to)) continue;
    const target = known.get(to) ?? targetOf(tables, to);
    known.set(to, target);
    for (const row of tables.rows[from]) {
      for (const { id, spot } of namedAt(row.map, path)) {
        if (target.ids.has(id)) continue;
        const near = suggestions++ < MOST_SUGGESTIONS ? nearest(id, target.good, target.names) : null;
        report({
          severity: "error",
          rule: "reference",
          at: spot,
          found:
            target.good.length === 0 && !tables.files.has(`${to}.yaml`) && to !== "statements"
              ? `${aRecord(to)}, and no ${to}.yaml`
              : quoted(id),
          expected: `the id of ${aRecord(to)}`,
          fix:
            bond === "drops" && isPlaceholder(id)
              ? "Leave the field out where there is none."
              : (several(id, target.ids) ??
                advice(to, near, target.good.length, tables.rows[to].length === 0 && tables.files.has(`${to}.yaml`))),
          nearest: near,
        });
      }
    }
  }
};
