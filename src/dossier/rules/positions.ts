import { parseDate } from "../edtf.ts";
import type { Report } from "../findings.ts";
import { textAt, textsAt, valueAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId, type Row } from "../tables.ts";
import type { DossierDate } from "../types.ts";
import { dayOf, wrongDay } from "./id-day.ts";
import { isJoint } from "./parties.ts";
import { outsideOf } from "./period.ts";
import { missing, type Rule } from "./rule.ts";

const STATED: ReadonlySet<string | null> = new Set(["stated", "conflicting"]);
const FOUND_NOTHING: ReadonlySet<string | null> = new Set(["none_found", "not_searched"]);

/** Whether a statement counts for a party: made by it, or by several of which it is one. */
export const countsFor = (statement: Row, party: string): boolean =>
  wordAt(statement.map, "party") === party || wordsAt(statement.map, "parties").includes(party);

/** A stated position stands on dated statements by that party on that topic, and begins with the earliest of them. */
export const statedPositions: Rule = (tables, report) => {
  const statements = byId(tables.rows.statements);
  const parties = byId(tables.rows.parties);
  const isOutside = outsideOf(tables);
  const topics = byId(tables.rows.topics);
  const corrected = new Set(tables.rows.corrections.flatMap(({ map }) => wordAt(map, "statement") ?? []));
  const isTopic = (id: string): boolean => topics.has(id);
  for (const row of tables.rows.positions) {
    const { map } = row;
    const kind = wordAt(map, "kind");
    const party = textAt(map, "party");
    const holder = party && parties.get(party.text.trim());
    if (party && holder && isJoint(holder)) {
      report({
        severity: "error",
        rule: "position-party",
        at: party.spot,
        found: quoted(party.text),
        expected: "a party that holds positions",
        fix: "Give the position to each party of the joint text.",
      });
    }
    // Somebody may have been asked and have declined in a statement of the record, or only in none.
    if (STATED.has(kind) || (kind === "declined" && textsAt(map, "statements").length > 0))
      standsOn(row, statements, parties, isOutside, isTopic, corrected, report);
    else absent(row, kind, report);
    if (party && FOUND_NOTHING.has(kind)) found(row, party.text.trim(), tables.rows.statements, report);
  }
};

function standsOn(
  { map }: Row,
  statements: ReadonlyMap<string, Row>,
  parties: ReadonlyMap<string, Row>,
  isOutside: ReturnType<typeof outsideOf>,
  isTopic: (id: string) => boolean,
  corrected: ReadonlySet<string>,
  report: Report,
): void {
  const party = wordAt(map, "party");
  const topic = wordAt(map, "topic");
  const cited = textsAt(map, "statements");
  if (cited.length === 0) {
    report({
      severity: "error",
      rule: "position-statements",
      at: missing(map.spot, "statements"),
      found: "no statement",
      expected: `at least one statement with kind: ${wordAt(map, "kind")}`,
      fix: "Cite the statements it stands on, or choose the kind of absence it is.",
    });
    return;
  }
  let earliest: DossierDate | null = null;
  let sure = true;
  for (const { text, spot } of cited) {
    const statement = statements.get(text.trim());
    const written = statement && wordAt(statement.map, "date");
    const date = written ? parseDate(written) : null;
    if (date && (earliest === null || date.min < earliest.min)) earliest = date;
    // A date that cannot be read has its own message.
    if (!statement || statement.unread || (valueAt(statement.map, "date") && !date) || isOutside(date)) sure = false;
    // Its own day is told as the wrong one, at the statement.
    if (statement && !corrected.has(text.trim()) && wrongDay(statement) && dayOf(statement) === wordAt(map, "valid_from")) sure = false;
    if (!statement || statement.unread) continue;
    const say = (found: string, expected: string, fix: string): void => {
      sure = false;
      report({ severity: "error", rule: "position-statements", at: spot, found, expected, fix });
    };
    // A party that there is not has been told at the statement.
    if (party && parties.has(wordAt(statement.map, "party") ?? "") && !countsFor(statement, party))
      say(
        `${quoted(text)} by "${wordAt(statement.map, "party")}"`,
        `a statement by "${party}"`,
        "Cite another statement, or correct the party.",
      );
    // Topics that could not be read, and those that there are not, have their own message.
    if (
      topic &&
      valueAt(statement.map, "topics")?.kind === "list" &&
      wordsAt(statement.map, "topics").every(isTopic) &&
      !wordsAt(statement.map, "topics").includes(topic)
    )
      say(
        `${quoted(text)} on ${wordsAt(statement.map, "topics").join(", ")}`,
        `a statement on "${topic}"`,
        "Cite another statement, or add the topic to that statement.",
      );
    if (valueAt(statement.map, "date")) continue;
    // Where a date is only missing, that is told at the statement.
    sure = false;
    if (wordAt(statement.map, "date_basis") === "undated")
      say(`${quoted(text)}, undated`, "a dated statement", "A position needs a day from which it holds; leave the undated statement out.");
  }
  const from = textAt(map, "valid_from");
  if (!from)
    report({
      severity: "error",
      rule: "valid-from",
      at: missing(map.spot, "valid_from"),
      found: "nothing",
      expected: "the date of the earliest statement cited",
      fix: earliest && sure ? `Write ${earliest.edtf}.` : 'Fill in "valid_from".',
    });
  else if (
    earliest &&
    sure &&
    from.text.trim() !== earliest.edtf &&
    parseDate(from.text.trim()) &&
    !sameMin(cited, statements, earliest, from.text.trim())
  ) {
    report({
      severity: "error",
      rule: "valid-from",
      at: from.spot,
      found: quoted(from.text),
      expected: `${earliest.edtf}, the date of the earliest statement cited`,
      fix: `Write ${earliest.edtf}, or cite the earlier statement.`,
    });
  }
}

/** Of two that begin on one day, `2031-04-02` and `[2031-04-02..2031-04-03]`, either may be called the earliest. */
const sameMin = (
  cited: readonly { text: string }[],
  statements: ReadonlyMap<string, Row>,
  earliest: DossierDate,
  written: string,
): boolean =>
  cited.some(({ text }) => {
    const row = statements.get(text.trim());
    const date = row && wordAt(row.map, "date");
    return date === written && parseDate(date)?.min === earliest.min;
  });

/** What the record itself holds was found. An undated statement gives no position its day. */
function found({ map }: Row, party: string, statements: readonly Row[], report: Report): void {
  const topic = wordAt(map, "topic");
  const at = textAt(map, "kind");
  const there = statements.find(
    (s) =>
      wordAt(s.map, "status") === "published" &&
      valueAt(s.map, "date") !== null &&
      countsFor(s, party) &&
      wordsAt(s.map, "topics").includes(topic ?? ""),
  );
  // One that cites statements has been told.
  if (at && there && !valueAt(map, "statements"))
    report({
      severity: "warning",
      rule: "position-absence",
      at: at.spot,
      found: `${quoted(at.text)}, and ${there.id} at ${there.spot.file}:${there.spot.line}`,
      expected: "no dated statement by this party on this topic",
      fix: "Write what it stated and cite it, or look at the topics of the statement.",
    });
}

function absent({ map }: Row, kind: string | null, report: Report): void {
  if (kind === "none_found" && !valueAt(map, "last_searched")) {
    report({
      severity: "error",
      rule: "last-searched",
      at: missing(map.spot, "last_searched"),
      found: "nothing",
      expected: "the day until which was looked, with kind: none_found",
      fix: 'Fill in "last_searched".',
    });
  }
  const at = textAt(map, "kind");
  if (!at || !FOUND_NOTHING.has(kind)) return;
  const there = ["statements", "valid_from", "changed_from"].filter((field) => {
    const value = valueAt(map, field);
    return value !== null && (value.kind !== "list" || value.items.length > 0);
  });
  if (there.length === 0) return;
  report({
    severity: "error",
    rule: "position-absence",
    at: at.spot,
    found: `kind: ${kind} with ${there.join(", ")}`,
    expected: "an absence without them",
    fix: "Write kind: stated, or remove them.",
  });
}
