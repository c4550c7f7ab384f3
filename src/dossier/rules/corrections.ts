import { isDay } from "../calendar.ts";
import { parseDate } from "../edtf.ts";
import { textAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId } from "../tables.ts";
import { dayOf, wrongDay } from "./id-day.ts";
import { outsideOf } from "./period.ts";
import type { Rule } from "./rule.ts";

/** A day that was mistyped differs from that of the id; one that was corrected has a correction. What is taken back has one, too. */
export const corrected: Rule = (tables, report) => {
  const { rows } = tables;
  const isOutside = outsideOf(tables);
  const told = new Set(rows.corrections.flatMap(({ map }) => wordAt(map, "statement") ?? []));
  const positions = new Set(
    rows.positions.flatMap(({ map }) => wordsAt(map, "statements").map((id) => `${id} ${wordAt(map, "valid_from")}`)),
  );
  for (const row of [...rows.statements, ...rows.events]) {
    const { id, map, kind } = row;
    if (id === null || told.has(id)) continue;
    const [date, status] = [textAt(map, "date"), kind === "statements" ? textAt(map, "status") : null];
    const day = dayOf(row);
    const begins = positions.has(`${id} ${day}`);
    if (date && day !== null && wrongDay(row) && !isOutside(parseDate(date.text.trim())))
      report({
        severity: begins ? "error" : "warning",
        rule: "id-day",
        at: date.spot,
        found: `${quoted(date.text)} of ${id}`,
        expected: `${day}, the day that the id begins with${begins ? ", and a position that cites it" : ""}`,
        fix:
          kind === "events"
            ? "Check the day in the sources; or choose another id, as long as nobody has linked to this one."
            : "Check the day in the source. An id stays when its day is corrected later: then corrections.yaml says so.",
      });
    if (status?.text.trim() === "withdrawn")
      report({
        severity: "warning",
        rule: "correction",
        at: status.spot,
        found: '"withdrawn", and no correction says why',
        expected: "an entry of this statement in corrections.yaml",
        fix: `Add one at the top of it: date, statement: ${id}, what and why.`,
      });
  }
  const statements = byId(rows.statements);
  let newest: string | null = null;
  for (const { map } of rows.corrections) {
    const at = textAt(map, "date");
    const day = at?.text.trim() ?? "";
    if (!at || !isDay(day)) continue;
    const said = parseDate(wordAt(statements.get(wordAt(map, "statement") ?? "")?.map ?? map, "date") ?? "");
    const expected =
      said && said.min > day
        ? `${said.min} or later, for a statement of that day`
        : newest !== null && day > newest
          ? `${newest} or before: the newest stands first`
          : null;
    if (expected !== null)
      report({ severity: "warning", rule: "correction", at: at.spot, found: quoted(day), expected, fix: "Correct the day, or the order." });
    newest = day;
  }
};
