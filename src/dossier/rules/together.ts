import { type MapValue, textAt, valueAt, wordAt } from "../read/value.ts";
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
    when: (m) => !["undated", null].includes(wordAt(m, "date_basis")),
    field: "date",
    because: "a date_basis other than undated",
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
    for (const { map, unread } of rows) {
      if (unread) continue;
      for (const pair of pairs) {
        const at = textAt(map, pair.field);
        if (pair.when(map) && !valueAt(map, pair.field))
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
        expected: "a whole number of metres, from 1 to 9999999",
        fix: /^\d+$/.test(metres.text.trim()) ? "Check the number; it is metres." : "Write digits only, e.g. 3000.",
      });
  }
  const numbers = new Set<string>();
  for (const { map } of tables.rows.claims) {
    const n = textAt(map, "n");
    if (n && numbers.has(n.text.trim()))
      report({
        severity: "error",
        rule: "claim-number",
        at: n.spot,
        found: quoted(n.text),
        expected: "a number of its own",
        fix: "Number the claims in the order of the text.",
      });
    if (n) numbers.add(n.text.trim());
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
