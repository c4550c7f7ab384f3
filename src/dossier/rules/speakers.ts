import { textAt, textsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Rule } from "./rule.ts";

/** Who is named as an author of a statement in citations is named on its card. */
export const speakers: Rule = ({ rows }, report) => {
  for (const { map } of rows.statements) {
    const name = textAt(map, "speaker.name");
    const each = textsAt(map, "speaker.each");
    const told = { severity: "error", rule: "speaker-each" } as const;
    if (each.length === 1)
      report({
        ...told,
        at: each[0]!.spot,
        found: "one speaker",
        expected: "two or more",
        fix: "Name everyone who speaks, each an entry; leave each out where one does.",
      });
    for (const { text, spot } of each)
      if (name && !name.text.includes(text.trim()))
        report({
          ...told,
          at: spot,
          found: quoted(text.trim()),
          expected: `a name that stands in ${quoted(name.text.trim())}`,
          fix: "Write it as in speaker.name, which is what the card shows, or add it there.",
        });
  }
};
