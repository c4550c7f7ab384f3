import { okay } from "../ids.ts";
import { nameIndex, nearest } from "../nearest.ts";
import { textsAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId } from "../tables.ts";
import type { Rule } from "./rule.ts";

/** Signs that part the items of a list elsewhere. */
const PARTED = /[;,|/]/;

/**
 * An audience is a party by its id, or any words. A party by another name is words, and readers who look for what was said to it do not
 * find it.
 */
export const audiences: Rule = ({ rows }, report) => {
  const ids = [...byId(rows.parties).keys()].filter(okay);
  const names = nameIndex(
    [...byId(rows.parties)].flatMap(([id, { map }]) =>
      okay(id) ? ["name", "code"].map((path) => [wordAt(map, path) ?? id, id] as const) : [],
    ),
  );
  for (const { map } of rows.statements)
    for (const { text, spot } of textsAt(map, "audience")) {
      const word = text.trim();
      if (ids.includes(word)) continue;
      const parts = word.split(PARTED).map((part) => part.trim());
      const several =
        parts.length > 1 && parts.every((part) => part !== "") && (word.includes(";") || parts.some((part) => ids.includes(part)));
      const near = several ? null : nearest(word, word.length > 3 ? ids.filter((id) => id.length > 3) : [], names);
      if (!several && near === null) continue;
      report({
        severity: "warning",
        rule: "audience",
        at: spot,
        found: quoted(word),
        expected: "a party by its id, or words for somebody else",
        fix: several
          ? `Make ${parts.length} entries of it: ${parts.join(" | ")} in a table, [${parts.join(", ")}] in YAML.`
          : "Write the id, if the party is meant.",
        nearest: near,
      });
    }
};
