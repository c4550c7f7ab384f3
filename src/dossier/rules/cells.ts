import { parseDate } from "../edtf.ts";
import type { Report } from "../findings.ts";
import { asId, okay } from "../ids.ts";
import { textAt, textsAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId, type Row } from "../tables.ts";
import { isJoint } from "./parties.ts";
import { missing, type Rule } from "./rule.ts";

const cellOf = (row: Row): string => `${wordAt(row.map, "party")} | ${wordAt(row.map, "topic")}`;

/** The positions of one party on one topic are one line: a first, and each next one following exactly one before it. */
export const cells: Rule = (tables, report) => {
  const cell = new Map<string, Row[]>();
  for (const row of tables.rows.positions) {
    if (row.unread) continue;
    const rows = cell.get(cellOf(row));
    if (rows) rows.push(row);
    else cell.set(cellOf(row), [row]);
  }
  const positions = byId(tables.rows.positions);
  for (const rows of cell.values()) {
    const nothing = rows.find((r) => wordAt(r.map, "kind") === "none_found" || wordAt(r.map, "kind") === "not_searched");
    const at = nothing && textAt(nothing.map, "kind");
    if (at && rows.length > 1)
      report({
        severity: "error",
        rule: "cell",
        at: at.spot,
        found: `${quoted(at.text)} beside ${rows.length - 1} other of this party and topic`,
        expected: "no other position in this cell",
        fix: "Remove this entry, now that something was found.",
      });
    if (!nothing) for (const row of rows) declinedWhen(row, rows.length - 1, report);
    const firsts = rows.filter((r) => r !== nothing && !textAt(r.map, "changed_from"));
    for (const second of firsts.slice(1)) {
      report({
        severity: "error",
        rule: "cell",
        at: missing(second.map.spot, "changed_from"),
        found: 'no "changed_from"',
        expected: `one first position of this party and topic, and it is ${firsts[0]?.id}`,
        fix: "Write the id of the position before this one.",
      });
    }
    followsOne(rows, positions, report);
  }
  missingCells(tables, cell, report);
};

/** Who declined alone needs no day; beside something stated, a refusal without one has no place in the line and is on no page. */
function declinedWhen({ map }: Row, others: number, report: Report): void {
  const at = textAt(map, "kind");
  if (others === 0 || at?.text.trim() !== "declined" || textAt(map, "valid_from") || textsAt(map, "statements").length > 0) return;
  report({
    severity: "error",
    rule: "cell",
    at: missing(map.spot, "valid_from"),
    found: `kind: declined with no day, beside ${others} other of this party and topic`,
    expected: '"valid_from" or "statements"',
    fix: "Write the day on which it declined, or cite the statement in which it did.",
  });
}

function followsOne(rows: readonly Row[], positions: ReadonlyMap<string, Row>, report: Report): void {
  const followed = new Map<string, Row>();
  const good = new Set<Row>();
  for (const row of rows) {
    const at = textAt(row.map, "changed_from");
    const before = at && positions.get(at.text.trim());
    if (!at || !before || before.unread) continue;
    const id = at.text.trim();
    const say = (found: string, expected: string, fix: string): void =>
      report({ severity: "error", rule: "changed-from", at: at.spot, found, expected, fix });
    const other = followed.get(id);
    if (before === row) say(quoted(id), "the id of the position before this one", "A position cannot follow itself.");
    else if (cellOf(before) !== cellOf(row))
      say(`${quoted(id)} of ${cellOf(before)}`, `a position of ${cellOf(row)}`, "Write the id of a position of the same party and topic.");
    else if (later(before, row)) say(`${quoted(id)}, which begins later`, "an earlier position", "Correct the order, or the dates.");
    else if (other)
      say(`${quoted(id)}, which ${other.id} follows`, "a position nothing else follows", `Write ${other.id}, if this one came after it.`);
    else {
      good.add(row);
      const summary = textAt(row.map, "summary");
      if (summary && wordAt(row.map, "kind") === wordAt(before.map, "kind") && summary.text.trim() === wordAt(before.map, "summary"))
        report({
          severity: "warning",
          rule: "position-same",
          at: summary.spot,
          found: quoted(summary.text),
          expected: `other words than those of ${id}`,
          fix: "Readers are told that the position changed. Say what is new in it, or remove the entry: a position holds until the next.",
        });
    }
    if (!other) followed.set(id, row);
  }
  circle(rows, good, followed, report);
}

/** Rows that follow one another and are reached from none that does not: they go round. Told once. */
function circle(rows: readonly Row[], good: ReadonlySet<Row>, followed: ReadonlyMap<string, Row>, report: Report): void {
  const reached = new Set<Row>();
  // An id of the wrong form is named as it is to be.
  const followerOf = ({ id }: Row): Row | undefined => followed.get(id ?? "") ?? followed.get(asId(id ?? "") ?? "");
  for (const first of rows) {
    for (let row = good.has(first) ? undefined : first; row && !reached.has(row); row = followerOf(row)) reached.add(row);
  }
  const at = rows.flatMap((row) => (reached.has(row) ? [] : (textAt(row.map, "changed_from") ?? [])))[0];
  if (!at) return;
  const fix = "They follow each other in a circle; remove one changed_from.";
  report({
    severity: "error",
    rule: "changed-from",
    at: at.spot,
    found: quoted(at.text),
    expected: "positions that lead back to a first one",
    fix,
  });
}

function later(before: Row, row: Row): boolean {
  const [a, b] = [before, row].map((r) => parseDate(wordAt(r.map, "valid_from") ?? ""));
  return Boolean(a && b && a.min > b.min);
}

/** Topics named in one message. */
const MOST_NAMED = 20;

/** Silence is said too. A dossier that has no positions at all has no table, and nothing is missing in it. */
function missingCells(tables: Parameters<Rule>[0], cell: ReadonlyMap<string, unknown>, report: Report): void {
  if (tables.rows.positions.length === 0) return;
  for (const party of tables.rows.parties) {
    if (party.id === null || !okay(party.id) || party.unread || isJoint(party)) continue;
    const lacking: string[] = [];
    for (const topic of tables.rows.topics) {
      if (lacking.length > MOST_NAMED) break;
      if (topic.id !== null && okay(topic.id) && !cell.has(`${party.id} | ${topic.id}`)) lacking.push(topic.id);
    }
    const named = lacking.length > MOST_NAMED ? `${lacking.slice(0, MOST_NAMED).join(", ")} and others` : lacking.join(", ");
    if (lacking.length > 0) {
      report({
        severity: "warning",
        rule: "cell-missing",
        at: party.map.spot,
        found: `no position on ${named}`,
        expected: "an entry for each topic in positions.yaml",
        fix: "Add them; where nothing was found, say so with kind: none_found.",
      });
    }
  }
}
