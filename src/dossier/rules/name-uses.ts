import { nearest } from "../nearest.ts";
import { mapsAt, pairsAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId, isLost } from "../tables.ts";
import type { Rule } from "./rule.ts";

/** Who uses a form of a place's name is a party, or has words in the head: readers would be shown the bare key. */
export const nameUses: Rule = (tables, report) => {
  const { head, rows } = tables;
  if (isLost(tables, "parties")) return;
  const told = head ? mapsAt(head, "uses").flatMap((use) => wordAt(use, "id") ?? []) : [];
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
