import type { Report } from "../findings.ts";
import { mapsAt, type Spot, textAt, wordAt, wordsAt } from "../read/value.ts";
import { aRecord, namedAt, ONE, REFERENCES } from "../references.ts";
import type { Kind } from "../schema.ts";
import { quoted } from "../show.ts";
import { byId, isLost, type Row, type Tables } from "../tables.ts";

/**
 * What follows when rows are left out: a reference to one is dropped, and a row that cannot be without it is left out too. Runs
 * until nothing more follows; a warning for each, since the cause has its own message.
 *
 * @param out rows left out so far; grows
 */
export function followLeftOut(tables: Tables, out: Set<Row>, report: Report): void {
  const index = new Map<Kind, ReadonlyMap<string, Row>>();
  const target = (kind: Kind, id: string): Row | undefined => {
    const rows = index.get(kind) ?? byId(tables.rows[kind]);
    index.set(kind, rows);
    return rows.get(id);
  };
  const gone = (kind: Kind, id: string): boolean => {
    const row = target(kind, id);
    return row === undefined ? isLost(tables, kind) : out.has(row);
  };
  const told = new Set<Spot>();
  /** What each row that fell is left out for, in the end. */
  const roots = new Map<Row, Row | Kind>();
  const rootOf = (kind: Kind, id: string): Row | Kind => {
    const row = target(kind, id);
    return row === undefined ? kind : (roots.get(row) ?? row);
  };
  for (let before = -1; before !== out.size; ) {
    before = out.size;
    for (const { from, path, to, bond } of REFERENCES) {
      for (const row of tables.rows[from]) {
        if (out.has(row)) continue;
        const named = namedAt(row.map, path);
        const lost = named.filter(({ id }) => gone(to, id));
        if (lost.length === 0) continue;
        const falls = bond === "needs" || (bond === "needs-one" && lost.length === named.length && needsOne(row));
        if (falls) {
          out.add(row);
          roots.set(row, rootOf(to, lost[0]!.id));
        }
        for (const { id, spot } of lost) {
          if (told.has(spot) && !falls) continue;
          told.add(spot);
          const where = target(to, id)?.spot;
          const cause = where ? `It is left out (see ${where.file}:${where.line})` : `No ${ONE[to]} could be read`;
          report({
            severity: "warning",
            rule: falls ? "left-out" : "reference-left-out",
            because: rootOf(to, id),
            at: spot,
            found: quoted(id),
            expected: `${aRecord(to)} that is in the build`,
            fix: `${cause}; ${falls ? `this ${ONE[from]}` : "this reference"} is left out too.`,
            ...(falls ? { leavesOut: true as const } : {}),
          });
        }
      }
    }
    emptyTerms(tables, out, gone, rootOf, report);
  }
}

/** An absence cites nothing and needs nothing. */
const needsOne = (row: Row): boolean => row.kind !== "positions" || ["stated", "conflicting"].includes(wordAt(row.map, "kind") ?? "");

function emptyTerms(
  tables: Tables,
  out: Set<Row>,
  gone: (kind: Kind, id: string) => boolean,
  rootOf: (kind: Kind, id: string) => Row | Kind,
  report: Report,
): void {
  for (const row of tables.rows.terms) {
    if (out.has(row)) continue;
    const entries = mapsAt(row.map, "entries");
    const stays = entries.some(
      (e) => !gone("parties", wordAt(e, "party") ?? "") && wordsAt(e, "statements").some((id) => !gone("statements", id)),
    );
    if (stays || entries.length === 0) continue;
    out.add(row);
    const first = entries[0]!;
    const party = wordAt(first, "party") ?? "";
    const because = gone("parties", party) ? rootOf("parties", party) : rootOf("statements", wordsAt(first, "statements")[0] ?? "");
    report({
      severity: "warning",
      rule: "left-out",
      leavesOut: true,
      because,
      at: textAt(row.map, "id")?.spot ?? row.map.spot,
      found: "no entry that is in the build",
      expected: "one at least",
      fix: "Its statements are left out; so is this term.",
    });
  }
}
