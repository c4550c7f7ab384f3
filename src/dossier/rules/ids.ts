import { asId, okay } from "../ids.ts";
import { quoted } from "../show.ts";
import { textAt } from "../read/value.ts";
import { KINDS } from "../schema.ts";
import type { Row } from "../tables.ts";
import type { Rule } from "./rule.ts";

/** Ids are addresses: small letters, digits, `-`, `_`; never the same twice. Statements and events share one space, others have their own. */
export const ids: Rule = (tables, report) => {
  const check = (rows: readonly Row[]): void => {
    const seen = new Map<string, Row>();
    for (const row of rows) {
      const at = textAt(row.map, "id");
      const id = at?.text.trim();
      if (!at || !id) continue;
      if (!okay(id)) {
        const made = asId(id);
        report({
          severity: "error",
          rule: "id-form",
          at: at.spot,
          found: quoted(at.text),
          expected: "an id of a-z, 0-9, - and _, beginning with a letter or digit",
          fix: made && okay(made) ? `Write ${made}.` : "Write a short id, e.g. 20310402-alder-ban.",
        });
      }
      const first = seen.get(id);
      if (first)
        report({
          severity: "error",
          rule: "id-twice",
          at: at.spot,
          found: quoted(id),
          expected: "an id of its own",
          fix: `Give this record another id; ${first.spot.file}:${first.spot.line} has this one.`,
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
