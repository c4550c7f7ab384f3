import { contrast } from "../contrast.ts";
import type { Report } from "../findings.ts";
import { asId, okay } from "../ids.ts";
import { nameIndex, nearest } from "../nearest.ts";
import { CSV_FILE } from "../parse.ts";
import { mapsAt, pairsAt, textAt, textsAt, type TextValue, valueAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId, type Row } from "../tables.ts";
import { JOINT } from "../types.ts";
import { missing, type Rule } from "./rule.ts";

/** A code with a letter that only looks like one of A-Z. */
function alike(text: string): string | null {
  const made = asId(text)?.toUpperCase() ?? "";
  return /^[A-Z]{1,4}$/.test(made) ? `Type ${made} again in Latin letters: one of these only looks like one.` : null;
}

/** Other words for a joint text. */
const NEARLY_JOINT: readonly string[] = ["joint", "joint texts", "joint statement", "joint statements"];

/** `Joint-text` is told, and meant. */
export const isJoint = (party: Row): boolean =>
  [JOINT, ...NEARLY_JOINT].includes((wordAt(party.map, "kind") ?? "").toLowerCase().replace(/[-_ ]+/g, " "));

/** Codes tell parties apart where colour cannot; colours are for two themes. */
export const parties: Rule = (tables, report) => {
  const codes = new Map<string, Row>();
  const taken = new Map<string, Row>();
  for (const row of tables.rows.parties) {
    const code = textAt(row.map, "code");
    const text = code?.text.trim();
    if (code && text) {
      if (!/^[A-Z]{1,4}$/.test(text)) {
        const fix = /^[a-z]{1,4}$/i.test(text) ? `Write ${text.toUpperCase()}.` : (alike(text) ?? "Choose one to four letters A-Z.");
        report({
          severity: "error",
          rule: "party-code",
          at: code.spot,
          found: quoted(code.text),
          expected: "one to four capital letters",
          fix,
        });
      }
      const other = codes.get(text);
      if (other)
        report({
          severity: "error",
          rule: "party-code",
          at: code.spot,
          found: quoted(text),
          expected: "a code of its own",
          fix: `Choose another; ${other.id} has this one.`,
        });
      else codes.set(text, row);
    }
    const kind = textAt(row.map, "kind");
    if (kind && isJoint(row) && kind.text.trim() !== JOINT)
      report({ severity: "error", rule: "joint", at: kind.spot, found: quoted(kind.text), expected: `"${JOINT}"`, fix: `Write ${JOINT}.` });
    for (const theme of ["light", "dark"] as const) colourOf(row, theme, taken, report);
    for (const holder of mapsAt(row.map, "office_holders")) years(textAt(holder, "as_of"), report);
  }
};

/** The years in which the records have somebody in an office are shown with it. */
function years(at: TextValue | null, report: Report): void {
  const text = at?.text.trim() ?? "";
  if (!at || text === "") return;
  const [, from, to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined && from <= to) return;
  const [first, last = first] = [...text.matchAll(/\d{4}/g)].map(([year]) => year).sort();
  report({
    severity: "error",
    rule: "years",
    at: at.spot,
    found: quoted(at.text),
    expected: "a year, or the first and the last: 2030-2031",
    fix: first === undefined ? "Write the year or years of the records." : `Write ${first === last ? first : `${first}-${last}`}.`,
  });
}

/** No two parties, and no two topics, are called the same: readers could not tell them apart. */
export const namesApart: Rule = ({ rows }, report) => {
  for (const kind of ["parties", "topics"] as const) {
    const seen = new Map<string, Row>();
    for (const row of rows[kind]) {
      const at = textAt(row.map, "name");
      const name = at?.text.trim().toLowerCase();
      if (!at || !name) continue;
      const other = seen.get(name);
      if (other)
        report({
          severity: "error",
          rule: "name-twice",
          at: at.spot,
          found: quoted(at.text),
          expected: "a name of its own",
          fix: `Choose another; ${other.id} is called so too.`,
        });
      else seen.set(name, row);
    }
  }
};

/** What marks stand on in each theme, and the least contrast with which a mark is seen on it (WCAG 2.2, 1.4.11). */
const PAPER = { light: "#ffffff", dark: "#1b1e23" } as const;
const SEEN = 3;

/** A colour is one, it is seen on its theme's paper, and no other party has it. */
function colourOf(row: Row, theme: keyof typeof PAPER, taken: Map<string, Row>, report: Report): void {
  const at = textAt(row.map, `colour.${theme}`);
  const colour = at?.text.trim().toLowerCase() ?? "";
  if (!at || colour === "") return;
  const say = (severity: "error" | "warning", found: string, expected: string, fix: string): void =>
    report({ severity, rule: "colour", at: at.spot, found, expected, fix });
  if (!/^#[0-9a-f]{6}$/.test(colour)) {
    const fix = /^[0-9a-f]{6}$/.test(colour) ? `Write "#${at.text.trim()}".` : 'Write "#" and six digits 0-9, a-f, in quotation marks.';
    say("error", quoted(at.text), 'a colour such as "#1b6ca8"', fix);
    return;
  }
  const ratio = contrast(colour, PAPER[theme]);
  const found = `${quoted(colour)}, contrast ${ratio.toFixed(1)} with the ${theme} page`;
  const fix = `Choose a ${theme === "light" ? "darker" : "lighter"} one, or leave the colour out: then the party is grey.`;
  if (ratio < SEEN) say(ratio < 1.5 ? "error" : "warning", found, `at least ${SEEN}, to be seen`, fix);
  const other = taken.get(`${theme} ${colour}`);
  if (other) say("warning", quoted(colour), "a colour of its own", `Choose another; ${other.id} has this one.`);
  else taken.set(`${theme} ${colour}`, row);
}

/** A joint text names two parties or more; any other counts at least for the party that made it. */
export const jointTexts: Rule = (tables, report) => {
  const known = byId(tables.rows.parties);
  for (const { map } of tables.rows.statements) {
    const party = wordAt(map, "party");
    const row = party === null ? undefined : known.get(party);
    if (!row || row.unread) continue;
    const listed = textsAt(map, "parties");
    const at = listed[0]?.spot ?? missing(map.spot, "parties");
    const names = listed.map((p) => p.text.trim());
    if (isJoint(row)) {
      if (names.length < 2 || names.includes(row.id ?? "")) {
        report({
          severity: "error",
          rule: "joint",
          at,
          found: names.length === 0 ? "no parties" : names.join(", "),
          expected: `two parties or more, without "${party}" itself`,
          fix: "Name the parties that issued the text.",
        });
      }
    } else if (names.length > 0 && !names.includes(row.id ?? "")) {
      report({
        severity: "error",
        rule: "joint",
        at,
        found: names.join(", "),
        expected: `"${party}" among the parties`,
        fix: `Add ${party}, or leave "parties" out.`,
      });
    }
  }
};

/** A stance is on a topic of its statement; a term is one its party used. */
export const stances: Rule = (tables, report) => {
  const known = byId(tables.rows.topics);
  const ids = [...known.keys()].filter(okay);
  const names = nameIndex(tables.rows.topics.flatMap(({ id, map }) => (id === null ? [] : [[wordAt(map, "name") ?? id, id] as const])));
  for (const { map } of tables.rows.statements) {
    // Topics that could not be read, and those that there are not, have their own message.
    const topics = wordsAt(map, "topics");
    for (const { key, at } of ids.length > 0 ? pairsAt(map, "stance") : [])
      if (!known.has(key) && !topics.includes(key))
        // The same for each, so that a column of a table is told once.
        report({
          severity: "error",
          rule: "stance",
          at,
          found: quoted(key),
          expected: "the id of a topic",
          fix: `No topic has this id. ${at.file === CSV_FILE ? `Rename the column stance.${key}` : "Correct it"}, or remove the stance.`,
          nearest: nearest(key, ids, names),
        });
    if (valueAt(map, "topics")?.kind !== "list" || !topics.every((id) => known.has(id))) continue;
    for (const { key, at } of pairsAt(map, "stance")) {
      if (known.has(key) && !topics.includes(key))
        report({
          severity: "error",
          rule: "stance",
          at,
          found: quoted(key),
          expected: `one of the statement's topics: ${topics.join(", ") || "none"}`,
          fix: "Add the topic to the statement, or remove the stance.",
        });
    }
  }
};
