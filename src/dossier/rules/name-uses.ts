import { nearest } from "../nearest.ts";
import { mapsAt, pairsAt, textAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId, isLost } from "../tables.ts";
import type { Rule } from "./rule.ts";

/** Who uses a form of a place's name is a party, or has words in the head, once: readers would be shown the bare key. */
export const nameUses: Rule = (tables, report) => {
  const { head, rows } = tables;
  const told = new Set<string>();
  for (const { text, spot } of head ? mapsAt(head, "uses").flatMap((use) => textAt(use, "id") ?? []) : []) {
    const id = text.trim();
    if (told.has(id))
      report({
        severity: "error",
        rule: "name-use",
        at: spot,
        found: quoted(id),
        expected: "an id of its own for each entry of uses",
        fix: "Two entries have this one, and only the words of the later would be shown. Put them together.",
      });
    told.add(id);
  }
  if (isLost(tables, "parties")) return;
  const known = new Set([...told, ...byId(rows.parties).keys()]);
  for (const { map } of rows.places)
    for (const { key, at } of pairsAt(map, "labels"))
      if (!known.has(key))
        report({
          severity: "error",
          rule: "name-use",
          at,
          found: quoted(key),
          expected: "the id of a party, or of an entry of uses in dossier.yaml",
          fix: `Say in dossier.yaml who that is: uses: [{id: ${key}, names: {en: as used in …}}].`,
          nearest: nearest(key, known),
        });
};
