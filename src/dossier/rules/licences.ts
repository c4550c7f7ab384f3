import { textAt } from "../read/value.ts";
import { quoted } from "../show.ts";
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
