import type { Report } from "../findings.ts";
import { mapsAt, pairsAt, textAt, textsAt, type TextValue, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { missing, type Rule } from "./rule.ts";

/** Single ones look like apostrophes, and mark one strange word as well as a quotation: four words between a pair of them are told. */
const MARKS =
  /["“”„‟«»‹›「」『』]|``|(?<![\p{L}\p{N}])[‘‚'](?=\p{L})(?:[^\s‘’']|(?<=\p{L})['’](?=\p{L}))+(?:\s+(?:[^\s‘’']|(?<=\p{L})['’](?=\p{L}))+){3,}['’‘](?!\p{L})/u;
/** All of a text in quotation marks. */
const WHOLE = /^(?:["“„«][^"“”„«»]*["”“»]|``[^`]*'')$/;
const ALONE = "the words alone";
const OURS_AROUND = "Remove the quotation marks; the page puts its own around them.";
const OURS = "no quotation marks in words that are ours";

function marked(at: TextValue, expected: string, fix: string, report: Report): void {
  const mark = MARKS.exec(at.text);
  const found = mark && quoted(at.text.slice(Math.max(0, mark.index - 15), mark.index + 45));
  if (found) report({ severity: "warning", rule: "quotation-marks", at: at.spot, found, expected, fix });
}

/** Texts that the editors write themselves, by list. */
const OWN = {
  events: ["title", "summary"],
  positions: ["summary"],
  topics: ["name", "description"],
  terms: ["thing", "neutral_label"],
  story: ["title", "text"],
} as const;

/** A paraphrase is never in quotation marks, wherever it stands: in a summary they would say that somebody said it so. */
export const ownWords: Rule = (tables, report) => {
  for (const [kind, fields] of Object.entries(OWN))
    for (const { map } of tables.rows[kind as keyof typeof OWN])
      for (const field of fields) {
        const at = textAt(map, field);
        if (at) marked(at, OURS, 'Say it in our words; a speaker\'s own stand in the "terms" of a statement.', report);
      }
};

/** A word that judges. What the record shows of a claim is said by statements beside it. */
const VERDICT =
  /^(?:(?:mostly|partly|half|not|proven|proved|shown|demonstrably) )*(?:to be )?(true|untrue|false|lies?|fake|wrong|correct|debunked|refuted|disprove[dn]|unfounded|baseless|fabricated|misleading|disinformation|misinformation|propaganda)$/i;
/** A word of the editors that judges how somebody claims; behind a verb of saying it may be the speaker's own. */
const JUDGED = /\b(?:falsely|wrongly|untruthfully|misleadingly) (?:claim|alleg|assert|stat|maintain|suggest|sa(?:id|ys?)\b)\w*/i;
const SAYS = /\b(?:that|sa(?:id|ys?)|told|tells?|call(?:ed|s)?|accus\w+|stat(?:ed|es)|according|den(?:ied|ies))\b/i;

/** Nothing is rated true or false, a claim of the starting text neither. */
export const verdicts: Rule = (tables, report) => {
  for (const { map } of tables.rows.claims) {
    const at = textAt(map, "status");
    if (!at || !VERDICT.test(at.text.trim())) continue;
    report({
      severity: "warning",
      rule: "verdict",
      at: at.spot,
      found: quoted(at.text),
      expected: "what the record has on it, e.g. corroborated, not found in the record",
      fix: "Say what was found, and cite the statements; the page gives no verdict.",
    });
  }
};

/** The page puts its own marks around a party's word for a thing. */
export const termsAlone: Rule = ({ rows }, report) => {
  for (const { map } of rows.terms)
    for (const entry of mapsAt(map, "entries")) {
      const term = textAt(entry, "term");
      if (term && WHOLE.test(term.text.trim())) marked(term, ALONE, OURS_AROUND, report);
    }
};

/** Characters of a term: a name for a thing, not a passage. */
const LONGEST_TERM = 150;

/** What is shown as spoken words must be found again; what is ours must not look spoken. */
export const wording: Rule = (tables, report) => {
  for (const { map, unread } of tables.rows.statements) {
    if (unread) continue;
    const form = wordAt(map, "form");
    const sources = mapsAt(map, "sources");
    if (form === "verbatim" && sources.length > 0 && !sources.some((s) => wordAt(s, "locator"))) {
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
    const address = /(?<!\]\()https?:\/\/\S+/.exec(text?.text ?? "")?.[0];
    if (text && address)
      report({
        severity: "warning",
        rule: "address-in-text",
        at: text.spot,
        found: quoted(address),
        expected: "what was said, without an address",
        fix: "No link is made of it. Put the page among the sources.",
      });
    const judged = form === "paraphrase" || form === "reported" ? JUDGED.exec(text?.text ?? "") : null;
    if (text && judged && !SAYS.test(text.text.slice(0, judged.index)))
      report({
        severity: "warning",
        rule: "verdict",
        at: text.spot,
        found: quoted(judged[0]),
        expected: "what was said, without our judgement of it",
        fix: "Say that it was said; where others say otherwise, cite them, or say so in disagreement. The page gives no verdict.",
      });
    if (text && (form === "paraphrase" || form === "reported"))
      marked(
        text,
        `no quotation marks in a text of form: ${form}`,
        'Put the speaker\'s own words in "terms", and the text in ours.',
        report,
      );
    for (const { value } of pairsAt(map, "stance"))
      if (value) marked(value, OURS, "Say it in our words; the page marks only what the speaker said.", report);
    for (const term of textsAt(map, "terms"))
      if (term.text.length > LONGEST_TERM)
        report({
          severity: "warning",
          rule: "term-long",
          at: term.spot,
          found: quoted(term.text),
          expected: `a speaker's own words, at most ${LONGEST_TERM} characters`,
          fix: "Keep the few words that matter, and say the rest in ours: passages of a source are not copied.",
        });
    for (const term of textsAt(map, "terms")) if (WHOLE.test(term.text.trim())) marked(term, ALONE, OURS_AROUND, report);
    if (text && form === "verbatim" && WHOLE.test(text.text.trim())) marked(text, ALONE, OURS_AROUND, report);
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
