import { asId, foreignLetter, LONGEST, okay } from "../ids.ts";
import { textAt } from "../read/value.ts";
import { FORBIDDEN_KEYS } from "../read/yaml-tree.ts";
import { KINDS } from "../schema.ts";
import { code, quoted } from "../show.ts";
import type { Row } from "../tables.ts";
import type { Rule } from "./rule.ts";

const expectation = (id: string): string =>
  FORBIDDEN_KEYS.has(id)
    ? "an id that is no word of the programme's own"
    : `an id of a-z, 0-9, - and _, beginning with a letter or digit${[...id].length > LONGEST ? `, at most ${LONGEST} characters` : ""}`;

function advice(id: string, taken: ReadonlyMap<string | null, Row>): string {
  if (/^\d[.,]\d+e\+?\d+$/i.test(id)) return "A spreadsheet made a number of it. Type the id again, in a column of texts.";
  const made = asId(id);
  const other = made === null || made === id ? undefined : taken.get(made);
  if (other) return `Write an id of its own; ${made} is taken at ${other.spot.file}:${other.spot.line}.`;
  const letter = foreignLetter(id);
  if (made !== null && okay(made))
    return letter === null
      ? `Write ${made}.`
      : `Type ${made} again in Latin letters; ${code(letter)} is none of them, though it looks like one.`;
  return letter === null || [...id].length > LONGEST
    ? "Write a short id, e.g. 20310402-alder-ban."
    : `Type it again in Latin letters, e.g. 20310402-alder-ban; ${code(letter)} is none of them, whatever it looks like.`;
}

/**
 * Files all of whose ids stand in another file too, in the same order, or in the file itself: one is a copy of the other.
 *
 * @returns file → the file whose ids it has, itself when it has them twice; null when it has its own
 */
function copies(rows: readonly Row[]): (file: string) => string | null {
  const ids = new Map<string, string[]>();
  for (const { spot, id } of rows) ids.set(spot.file, [...(ids.get(spot.file) ?? []), id ?? ""]);
  const seen = new Map<string, string>();
  const pairs = new Map<string, string>();
  for (const [file, list] of ids) {
    const half = list.length / 2;
    if (half > 1 && list.slice(0, half).join() === list.slice(half).join()) pairs.set(file, file);
    const other = list.length > 1 ? seen.get(list.join()) : undefined;
    if (other === undefined) seen.set(list.join(), file);
    else pairs.set(file, other);
  }
  return (file) => pairs.get(file) ?? null;
}

/** Ids are addresses: small letters, digits, `-`, `_`; never the same twice. Statements and events share one space, others have their own. */
export const ids: Rule = (tables, report) => {
  const copied = copies(tables.rows.statements);
  const check = (rows: readonly Row[]): void => {
    const seen = new Map<string, Row>();
    const taken = new Map(rows.map((row) => [row.id, row]));
    for (const row of rows) {
      const at = textAt(row.map, "id");
      const id = at?.text.trim();
      if (!at || !id) continue;
      if (!okay(id)) {
        report({
          severity: "error",
          rule: "id-form",
          at: at.spot,
          found: quoted(at.text),
          expected: expectation(id),
          fix: advice(id, taken),
        });
      }
      const first = seen.get(id);
      const other = copied(row.spot.file);
      if (first)
        report({
          severity: "error",
          rule: "id-twice",
          at: at.spot,
          // The same words for each record of a copied file, so that it is told once.
          found: other ? `every id of ${other} again${other === row.spot.file ? "" : `, in ${row.spot.file}`}` : quoted(id),
          expected: other ? "each statement once" : "an id of its own",
          fix: other
            ? other === row.spot.file
              ? "The file holds them all twice. Compare the two halves, and keep the one that is right."
              : "One of the two files is a copy. Compare them, keep the one that is right, and remove the other."
            : `Give this record another id; ${first.spot.file}:${first.spot.line} has this one.`,
        });
      else seen.set(id, row);
    }
  };
  for (const kind of KINDS) if (kind !== "events" && kind !== "statements") check(tables.rows[kind]);
  check(tables.rows.layers);
  check([...tables.rows.statements, ...tables.rows.events]);
  const head = tables.head && textAt(tables.head, "id");
  if (head && head.text.trim() !== "" && !okay(head.text.trim())) {
    report({
      severity: "error",
      rule: "id-form",
      at: head.spot,
      found: quoted(head.text),
      expected: "an id of a-z, 0-9, - and _, the folder's name",
      fix: "Write the folder's name.",
    });
  }
};
