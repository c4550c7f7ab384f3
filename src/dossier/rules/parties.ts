import { pairsAt, textAt, textsAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId, type Row } from "../tables.ts";
import { missing, type Rule } from "./rule.ts";

/** The stand-in for several parties that issued one text. It speaks, and holds no position. */
export const isJoint = (party: Row): boolean => wordAt(party.map, "kind") === "joint text";

/** Codes tell parties apart where colour cannot; colours are for two themes. */
export const parties: Rule = (tables, report) => {
  const codes = new Map<string, Row>();
  for (const row of tables.rows.parties) {
    const code = textAt(row.map, "code");
    const text = code?.text.trim();
    if (code && text) {
      if (!/^[A-Z]{1,4}$/.test(text)) {
        const fix = /^[a-z]{1,4}$/i.test(text) ? `Write ${text.toUpperCase()}.` : "Choose one to four letters A-Z.";
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
    for (const theme of ["light", "dark"]) {
      const colour = textAt(row.map, `colour.${theme}`);
      if (colour && colour.text.trim() !== "" && !/^#[0-9a-f]{6}$/i.test(colour.text.trim())) {
        const bare = /^[0-9a-f]{6}$/i.test(colour.text.trim());
        report({
          severity: "error",
          rule: "colour",
          at: colour.spot,
          found: quoted(colour.text),
          expected: 'a colour such as "#1b6ca8"',
          fix: bare ? `Write "#${colour.text.trim()}".` : 'Write "#" and six digits 0-9, a-f, in quotation marks.',
        });
      }
    }
  }
};

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
  for (const { map } of tables.rows.statements) {
    const topics = wordsAt(map, "topics");
    for (const { key, at } of pairsAt(map, "stance")) {
      if (!topics.includes(key))
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
