import { type MapValue, textAt, valueAt, wordAt } from "../read/value.ts";
import { type Field, FIELDS } from "../schema.ts";
import { quoted } from "../show.ts";
import { CSV_FILE } from "../parse.ts";
import { isDraft, unfinished } from "./held.ts";
import { missing, type Rule } from "./rule.ts";

interface Pair {
  /** Whether the record is of the sort that needs the field. */
  readonly when: (map: MapValue) => boolean;
  readonly field: string;
  readonly because: string;
  readonly fix: string;
  /** Whether the field must be absent otherwise. */
  readonly only: boolean;
  /** The field it goes with. Where that holds no value it may hold, it is what is wrong. */
  readonly by: string;
}

const is =
  (field: string, word: string) =>
  (map: MapValue): boolean =>
    wordAt(map, field) === word;

const STATEMENT: readonly Pair[] = [
  { when: is("form", "reported"), field: "reported_by", because: "form: reported", fix: "Name who reports it.", only: true, by: "form" },
  {
    when: is("date_basis", "undated"),
    field: "date_note",
    because: "date_basis: undated",
    fix: "Say what is known of the day.",
    only: false,
    by: "date_basis",
  },
  {
    when: is("status", "superseded"),
    field: "superseded_by",
    because: "status: superseded",
    fix: "Write the id of the statement that replaces it.",
    only: true,
    by: "status",
  },
  {
    when: (m) => !["undated", null].includes(wordAt(m, "date_basis")),
    field: "date",
    because: "a date_basis other than undated",
    fix: 'Write the date, or "date_basis: undated" with a date_note.',
    only: true,
    by: "date_basis",
  },
  {
    when: (m) => textAt(m, "said_in") !== null,
    field: "said_in_basis",
    because: "said_in",
    fix: 'Write "stated" when a source says so, "office" when it is only the seat of the office.',
    only: true,
    by: "said_in",
  },
];
const PLACE: readonly Pair[] = [
  {
    when: is("precision", "approximate"),
    field: "precision_m",
    because: "precision: approximate",
    fix: "Write the metres within which the point lies.",
    only: false,
    by: "precision",
  },
];

/** Whether a field has a value it may have, or none that it needs. */
function holds(map: MapValue, field: Field | undefined, name: string): boolean {
  const value = valueAt(map, name);
  if (value === null) return field?.is !== "text" || !field.need;
  return value.kind === "text" && (field?.is !== "text" || !field.of || field.of.includes(value.text.trim()));
}

/** Fields that go together: one asks for the other, and some mean nothing alone. */
export const together: Rule = (tables, report) => {
  for (const [kind, pairs] of [
    ["statements", STATEMENT],
    ["places", PLACE],
  ] as const) {
    for (const row of tables.rows[kind]) {
      const { map, unread } = row;
      if (unread) continue;
      const lacks = isDraft(row) ? unfinished(report) : report;
      for (const pair of pairs) {
        const at = textAt(map, pair.field);
        if (pair.when(map) && !valueAt(map, pair.field))
          lacks({
            severity: "error",
            rule: "together",
            at: missing(map.spot, pair.field),
            found: `no "${pair.field}"`,
            expected: `"${pair.field}" with ${pair.because}`,
            fix:
              map.spot.file === CSV_FILE && !tables.rows[kind].some(({ map }) => map.entries.has(pair.field))
                ? `Add a column "${pair.field}", if there is none. ${pair.fix}`
                : pair.fix,
          });
        else if (at && pair.only && !pair.when(map) && holds(map, FIELDS[kind][pair.by], pair.by))
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
    else if (metres && Number(metres.text) < 10)
      report({
        severity: "warning",
        rule: "precision",
        at: metres.spot,
        found: quoted(metres.text),
        expected: "metres within which an approximate point lies",
        fix: "Write metres: 3 km are 3000.",
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
