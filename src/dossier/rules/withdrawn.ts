import type { Report } from "../findings.ts";
import { mapsAt, type TextValue, textAt, textsAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId } from "../tables.ts";
import type { Rule } from "./rule.ts";

/**
 * Nothing rests on a statement that was taken back. The page leaves out what does (`model/withdrawn.ts`); whoever withdraws a statement
 * is told what goes with it.
 */
export const withdrawnGround: Rule = (tables, report) => {
  const statements = byId(tables.rows.statements);
  const gone = ({ text }: TextValue): boolean => {
    const row = statements.get(text.trim());
    return row !== undefined && wordAt(row.map, "status") === "withdrawn";
  };
  const ground = (cited: readonly TextValue[], what: string): void => {
    const lost = cited.filter(gone);
    const alone = lost.length === cited.length;
    for (const at of alone ? lost.slice(0, 1) : lost)
      say(
        at,
        alone
          ? `Nothing else is cited, so ${what} is not shown. Cite another statement, or remove it.`
          : "It is not shown here. Remove it, or cite another in its place.",
        report,
      );
  };
  for (const { map } of tables.rows.positions) ground(textsAt(map, "statements"), "this position");
  for (const { map } of tables.rows.story) ground(textsAt(map, "statements"), "this step of the story");
  for (const { map } of tables.rows.terms) for (const entry of mapsAt(map, "entries")) ground(textsAt(entry, "statements"), "this word");
  for (const { map } of tables.rows.statements) {
    const at = textAt(map, "superseded_by");
    if (at && wordAt(map, "status") === "superseded" && gone(at))
      say(at, "Readers are led to no successor. Name a statement that stands, or withdraw this one too.", report);
  }
};

const say = ({ text, spot }: TextValue, fix: string, report: Report): void =>
  report({
    severity: "warning",
    rule: "withdrawn",
    at: spot,
    found: `${quoted(text)}, which was withdrawn`,
    expected: "a statement that stands",
    fix,
  });
