import { okay } from "../ids.ts";
import { mapsAt, textAt, textsAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId } from "../tables.ts";
import { countsFor } from "./positions.ts";
import type { Rule } from "./rule.ts";

/** A statement that names an event is named by it. */
export const eventLists: Rule = (tables, report) => {
  const events = byId(tables.rows.events);
  const listed = new Map(tables.rows.events.map((event) => [event, new Set(wordsAt(event.map, "statements"))]));
  for (const row of tables.rows.statements) {
    const at = textAt(row.map, "event");
    const event = at && events.get(at.text.trim());
    // An id of the wrong form is told where it stands, and listed as it is to be.
    if (at && event && !event.unread && row.id !== null && okay(row.id) && !listed.get(event)?.has(row.id)) {
      const list = event.map.entries.get("statements")?.key ?? event.spot;
      report({
        severity: "error",
        rule: "event-list",
        at: at.spot,
        found: quoted(at.text),
        expected: "an event that lists this statement",
        fix: `Add ${row.id} to "statements" at ${list.file}:${list.line}, or correct the event.`,
      });
    }
  }
};

/** A term is cited from statements of the party whose word it is. */
export const termsOfParty: Rule = (tables, report) => {
  const statements = byId(tables.rows.statements);
  const parties = byId(tables.rows.parties);
  for (const { map } of tables.rows.terms) {
    for (const entry of mapsAt(map, "entries")) {
      const party = wordAt(entry, "party");
      for (const { text, spot } of textsAt(entry, "statements")) {
        const statement = statements.get(text.trim());
        // A party that there is not has been told.
        const known = [party, statement && wordAt(statement.map, "party")].every((id) => id && parties.has(id));
        if (known && party && statement && !countsFor(statement, party)) {
          report({
            severity: "error",
            rule: "term-party",
            at: spot,
            found: `${quoted(text)} by "${wordAt(statement.map, "party")}"`,
            expected: `a statement by "${party}"`,
            fix: "Cite another statement, or correct the party.",
          });
        }
      }
    }
  }
};
