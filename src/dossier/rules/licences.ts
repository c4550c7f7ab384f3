import { textAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { plain } from "./layer-sources.ts";
import type { Rule } from "./rule.ts";

const NONE = /^(unknown|not known|none|unclear|various|tb[ad]|n\/a|all rights reserved|proprietary|[?.…-]+)\.?$/i;

/** Data whose licence nobody knows, or which nobody may pass on, is none for a page that anybody may embed. */
export const licences: Rule = ({ head, rows }, report) => {
  for (const map of [...(head ? [head] : []), ...rows.layers.map((row) => row.map)]) {
    const at = textAt(map, "licence");
    if (at && NONE.test(at.text.trim()))
      report({
        severity: "warning",
        rule: "licence",
        at: at.spot,
        found: quoted(at.text),
        expected: "a licence under which the data may be passed on, e.g. CC BY 4.0",
        fix: "Ask whoever made the data, or leave it out.",
      });
  }
};

/** Licences that ask that whoever made the data is named wherever it is shown. */
const ASKS_CREDIT = /\b(odbl|odc[- ]by|cc[- ]by|l?gpl)\b/i;
/** Whom a page need not credit: its own makers. */
const OURS = /^dateline contributors$|\bthis (dossier|example|map|page)\b/i;

/** Who made a layer under a licence that asks for it is named in the line of credits, which is the one that every page and embed shows. */
export const layerCredits: Rule = ({ head, rows }, report) => {
  if (!head) return;
  const credits = wordsAt(head, "credits").map((credit) => plain(credit.replace(/\(.*$/, "")));
  for (const { map } of rows.layers) {
    const at = textAt(map, "attribution");
    if (!at || !ASKS_CREDIT.test(wordAt(map, "licence") ?? "")) continue;
    const lacking = at.text
      .split(";")
      .map((part) => part.trim())
      .filter((part) => part !== "" && !OURS.test(part))
      .filter((part) => !credits.some((credit) => credit !== "" && (credit.includes(plain(part)) || plain(part).includes(credit))));
    if (lacking.length > 0)
      report({
        severity: "warning",
        rule: "layer-credit",
        at: at.spot,
        found: lacking.map(quoted).join(", "),
        expected: 'a credit of the same name in "credits"',
        fix: `Add it to "credits" in dossier.yaml: ${wordAt(map, "licence")} asks for it, and only credits are shown beside the map.`,
      });
  }
};
