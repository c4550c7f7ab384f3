import { mapsAt, type MapValue, textAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { missing, type Rule } from "./rule.ts";

interface Pair {
  /** Whether the record is of the sort that needs the field. */
  readonly when: (map: MapValue) => boolean;
  readonly field: string;
  readonly because: string;
  readonly fix: string;
  /** Whether the field must be absent otherwise. */
  readonly only: boolean;
}

const is =
  (field: string, word: string) =>
  (map: MapValue): boolean =>
    wordAt(map, field) === word;

const STATEMENT: readonly Pair[] = [
  { when: is("form", "reported"), field: "reported_by", because: "form: reported", fix: "Name who reports it.", only: true },
  {
    when: is("date_basis", "undated"),
    field: "date_note",
    because: "date_basis: undated",
    fix: "Say what is known of the day.",
    only: false,
  },
  {
    when: is("status", "superseded"),
    field: "superseded_by",
    because: "status: superseded",
    fix: "Write the id of the statement that replaces it.",
    only: true,
  },
  {
    when: (m) => wordAt(m, "date_basis") !== "undated",
    field: "date",
    because: "any statement that is not undated",
    fix: 'Write the date, or "date_basis: undated" with a date_note.',
    only: true,
  },
  {
    when: (m) => textAt(m, "said_in") !== null,
    field: "said_in_basis",
    because: "said_in",
    fix: 'Write "stated" when a source says so, "office" when it is only the seat of the office.',
    only: true,
  },
];
const PLACE: readonly Pair[] = [
  {
    when: is("precision", "approximate"),
    field: "precision_m",
    because: "precision: approximate",
    fix: "Write the metres within which the point lies.",
    only: false,
  },
];

/** Fields that go together: one asks for the other, and some mean nothing alone. */
export const together: Rule = (tables, report) => {
  for (const [rows, pairs] of [
    [tables.rows.statements, STATEMENT],
    [tables.rows.places, PLACE],
  ] as const) {
    for (const { map } of rows) {
      if (map.entries.size === 0) continue;
      for (const pair of pairs) {
        const at = textAt(map, pair.field);
        if (pair.when(map) && !at)
          report({
            severity: "error",
            rule: "together",
            at: missing(map.spot, pair.field),
            found: `no "${pair.field}"`,
            expected: `"${pair.field}" with ${pair.because}`,
            fix: pair.fix,
          });
        else if (at && pair.only && !pair.when(map))
          report({
            severity: "error",
            rule: "together",
            at: at.spot,
            found: quoted(at.text),
            expected: `"${pair.field}" only with ${pair.because}`,
            fix: "Remove it, or correct the field it goes with.",
          });
      }
    }
  }
  for (const { map } of tables.rows.places) {
    const metres = textAt(map, "precision_m");
    if (metres && !/^[1-9]\d{0,6}$/.test(metres.text.trim()))
      report({
        severity: "error",
        rule: "precision",
        at: metres.spot,
        found: quoted(metres.text),
        expected: "a whole number of metres",
        fix: "Write digits only, e.g. 3000.",
      });
  }
  for (const { map } of tables.rows.claims) {
    const n = textAt(map, "n");
    if (n && !/^[1-9]\d{0,4}$/.test(n.text.trim()))
      report({
        severity: "error",
        rule: "claim-number",
        at: n.spot,
        found: quoted(n.text),
        expected: "a whole number from 1",
        fix: "Number the claims in the order of the text.",
      });
  }
};

/** What is shown as spoken words must be found again; what is ours must not look spoken. */
export const wording: Rule = (tables, report) => {
  for (const { map } of tables.rows.statements) {
    const form = wordAt(map, "form");
    if (form === "verbatim" && !mapsAt(map, "sources").some((s) => wordAt(s, "locator"))) {
      report({
        severity: "error",
        rule: "locator",
        at: missing(map.spot, "sources[0].locator"),
        found: "no locator",
        expected: "where on the page the words stand",
        fix: 'Add "locator" to a source, e.g. third paragraph, or 02:14.',
      });
    }
    const text = textAt(map, "text");
    const mark = text && /["“”„‟«»]/.exec(text.text);
    if (text && mark && (form === "paraphrase" || form === "reported")) {
      report({
        severity: "warning",
        rule: "quotation-marks",
        at: text.spot,
        found: quoted(text.text.slice(Math.max(0, mark.index - 15), mark.index + 45)),
        expected: `no quotation marks in a text of form: ${form}`,
        fix: 'Put the speaker\'s own words in "terms", and the text in ours.',
      });
    }
    if (map.entries.size > 0 && !textAt(map, "said_in") && wordsAt(map, "audience").length === 0 && !textAt(map, "venue")) {
      report({
        severity: "warning",
        rule: "setting",
        at: missing(map.spot, "audience"),
        found: "no said_in, audience or venue",
        expected: "where, to whom or on what occasion",
        fix: "Fill in at least one of the three, as far as a source says so.",
      });
    }
  }
};
