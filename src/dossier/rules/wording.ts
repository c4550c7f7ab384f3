import { mapsAt, textAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { missing, type Rule } from "./rule.ts";

/** What is shown as spoken words must be found again; what is ours must not look spoken. */
export const wording: Rule = (tables, report) => {
  for (const { map, unread } of tables.rows.statements) {
    if (unread) continue;
    const form = wordAt(map, "form");
    if (form === "verbatim" && !mapsAt(map, "sources").some((s) => wordAt(s, "locator"))) {
      report({
        severity: "error",
        rule: "locator",
        at: missing(map.spot, "sources[0].locator"),
        found: "no locator",
        expected: "where on the page the words stand",
        fix: 'Add "locator" to a source, e.g. third paragraph, or 02:14.',
      });
    }
    const text = textAt(map, "text");
    const mark = text && /["“”„‟«»]/.exec(text.text);
    if (text && mark && (form === "paraphrase" || form === "reported")) {
      report({
        severity: "warning",
        rule: "quotation-marks",
        at: text.spot,
        found: quoted(text.text.slice(Math.max(0, mark.index - 15), mark.index + 45)),
        expected: `no quotation marks in a text of form: ${form}`,
        fix: 'Put the speaker\'s own words in "terms", and the text in ours.',
      });
    }
    if (!textAt(map, "said_in") && wordsAt(map, "audience").length === 0 && !textAt(map, "venue")) {
      report({
        severity: "warning",
        rule: "setting",
        at: missing(map.spot, "audience"),
        found: "no said_in, audience or venue",
        expected: "where, to whom or on what occasion",
        fix: "Fill in at least one of the three, as far as a source says so.",
      });
    }
  }
};
