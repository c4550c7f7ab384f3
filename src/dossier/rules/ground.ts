import { mapsAt, type Spot, type TextValue, textAt, textsAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId, type Row } from "../tables.ts";
import type { Rule } from "./rule.ts";

/**
 * Nothing rests on a statement that was taken back. The page leaves out what does (`model/withdrawn.ts`); whoever withdraws a statement
 * is told what goes with it. What rests on a superseded one alone is shown, and marked as that; whoever superseded it is told to look.
 */
export const ground: Rule = (tables, report) => {
  const statements = byId(tables.rows.statements);
  const has = (status: string, { text }: TextValue): boolean => {
    const row = statements.get(text.trim());
    return row !== undefined && wordAt(row.map, "status") === status;
  };
  const gone = (at: TextValue): boolean => has("withdrawn", at);
  /** Withdrawn statements that are cited, with how often. */
  const cited = new Map<Row, number>();
  const statusOf = ({ map, spot }: Row): Spot => textAt(map, "status")?.spot ?? spot;
  const say = (at: TextValue, fix: string): void => {
    const row = statements.get(at.text.trim())!;
    cited.set(row, (cited.get(row) ?? 0) + 1);
    report({
      severity: "warning",
      rule: "withdrawn",
      because: statusOf(row),
      at: at.spot,
      found: `${quoted(at.text)}, which was withdrawn`,
      expected: "a statement that stands",
      fix,
    });
  };
  const rests = (named: readonly TextValue[], what: string): void => {
    const lost = named.filter(gone);
    const alone = lost.length === named.length;
    for (const at of alone ? lost.slice(0, 1) : lost)
      say(
        at,
        alone
          ? `Nothing else is cited, so ${what} is not shown. Cite another statement, or remove it.`
          : "It is not shown here. Remove it, or cite another in its place.",
      );
    const [first] = named.filter((at) => has("superseded", at));
    if (!first || named.some((at) => !gone(at) && !has("superseded", at))) return;
    const next = successor(statements, first.text.trim());
    report({
      severity: "warning",
      rule: "superseded",
      at: first.spot,
      found: `${quoted(first.text)}, which was superseded`,
      expected: "a statement that stands",
      fix: `Nothing else is cited for ${what}. ${next ? `Cite "${next}", which stands in its place, if that says it too.` : "Cite a statement that stands."}`,
    });
  };
  for (const { map } of tables.rows.positions) rests(textsAt(map, "statements"), "this position");
  for (const { map } of tables.rows.story) rests(textsAt(map, "statements"), "this step of the story");
  for (const { map } of tables.rows.terms) for (const entry of mapsAt(map, "entries")) rests(textsAt(entry, "statements"), "this word");
  for (const { map } of tables.rows.statements) {
    const at = textAt(map, "superseded_by");
    if (at && wordAt(map, "status") === "superseded" && gone(at))
      say(at, "Readers are led to no successor. Name a statement that stands, or withdraw this one too.");
  }
  for (const [row, times] of cited)
    report({
      severity: "warning",
      rule: "withdrawn",
      at: statusOf(row),
      found: `"withdrawn", and cited ${times === 1 ? "once" : `${times} times`}`,
      expected: "nothing that rests on it",
      fix: "Cite others there; what cites nothing else is not shown.",
    });
};

/** The statement that stands in the place of a superseded one in the end; null when none does. A circle has been told. */
function successor(statements: ReadonlyMap<string, Row>, id: string): string | null {
  const seen = new Set<string>();
  let at: string | null = id;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const row = statements.get(at);
    if (!row || wordAt(row.map, "status") === "withdrawn") return null;
    if (wordAt(row.map, "status") !== "superseded") return at;
    at = wordAt(row.map, "superseded_by");
  }
  return null;
}
