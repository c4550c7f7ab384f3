import { isDay } from "../calendar.ts";
import { parseDate } from "../edtf.ts";
import { mapsAt, textAt, type TextValue } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Tables } from "../tables.ts";
import { eachText, type Rule } from "./rule.ts";

/** A dossier on what is long past was still made of pages, copies and searches of its own time, or says when. */
const MOST_YEARS = 5;

/** `2031`, or the year of `20310402` and of an archive's `20310402120000`; no other number. */
const YEAR = /(?<![\d.])(?:1\d|20)\d\d(?!\d)|(?<![\d.])(?:1\d|20)\d\d(?=[01]\d[0-3]\d(?:\d{6})?(?!\d))/g;

/** The latest year that any text names, in a date, an id, an address or a sentence, but for the one looked at; 0 when none does. */
function newestYear(tables: Tables, but: TextValue): number {
  let newest = 0;
  eachText(tables, (value) => {
    if (value !== but) for (const [year] of value.text.matchAll(YEAR)) newest = Math.max(newest, Number(year));
  });
  return newest;
}

const lineOf = ({ spot }: TextValue): string => `${spot.file}:${spot.line}`;

/** The day the data stands at comes after everything in it: readers take what is later for not looked for yet. */
export const stale: Rule = (tables, report) => {
  const { head, rows } = tables;
  const at = head && textAt(head, "updated");
  const updated = at?.text.trim() ?? "";
  if (!at || !isDay(updated)) return;
  const dates = [...rows.statements, ...rows.events, ...rows.corrections].flatMap(({ map }) => {
    const at = textAt(map, "date");
    const date = at && parseDate(at.text.trim());
    return date && date.min > updated ? [{ day: date.min, where: lineOf(at) }] : [];
  });
  for (const { map } of [...rows.statements, ...rows.events])
    for (const source of mapsAt(map, "sources")) {
      const at = textAt(source, "published");
      const day = at?.text.trim().slice(0, 10) ?? "";
      if (at && isDay(day) && day > updated) dates.push({ day, where: lineOf(at) });
    }
  for (const { map } of rows.positions) {
    const at = textAt(map, "last_searched");
    const day = at?.text.trim() ?? "";
    if (at && isDay(day) && day > updated) dates.push({ day, where: lineOf(at) });
  }
  for (const { map } of rows.parties)
    for (const holder of mapsAt(map, "office_holders")) {
      const at = textAt(holder, "as_of");
      const year = /\d{4}$/.exec(at?.text.trim() ?? "")?.[0] ?? "";
      if (at && year > updated.slice(0, 4)) dates.push({ day: year, where: lineOf(at) });
    }
  const last = dates.sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  const newest = last ? 0 : newestYear(tables, at);
  if (newest > 0 && Number(updated.slice(0, 4)) > newest + MOST_YEARS)
    report({
      severity: "warning",
      rule: "updated",
      at: at.spot,
      found: `${quoted(updated)}, and no other year in the dossier after ${newest}`,
      expected: `a day of about ${newest}`,
      fix: 'Check the digits of the year. If it is right, say in "coverage" when the record was last searched.',
    });
  if (last)
    report({
      severity: "warning",
      rule: "updated",
      at: at.spot,
      found: `${quoted(updated)}, and ${last.day} at ${last.where}`,
      expected: `a day from ${last.day} on`,
      fix: "Write the day on which the data was last changed, or correct the later date.",
    });
};

/** Two names of a place stand in alphabetical order, so that neither comes first for being ours. */
export const namesInOrder: Rule = ({ rows }, report) => {
  for (const { map } of rows.places) {
    const names = map.entries.get("names")?.value;
    if (names?.kind !== "map") continue;
    for (const [lang, { value }] of names.entries) {
      const forms = value.kind === "text" ? value.text.split(" / ").map((form) => form.trim()) : [];
      const order = inOrder([...new Set(forms)], lang);
      const joined = value.kind === "text" ? /(\S+\/\S*|\S*\/\S+)/.exec(value.text)?.[0] : undefined;
      if (value.kind === "text" && joined)
        report({
          severity: "warning",
          rule: "name-order",
          at: value.spot,
          found: quoted(value.text),
          expected: "a space before and after the / between two names",
          fix: `Write ${value.text.trim().replace(/\s*\/\s*/g, " / ")}: the two are then told apart, and each stands on a line of its own.`,
        });
      else if (value.kind === "text" && order.join(" / ") !== forms.join(" / "))
        report({
          severity: "warning",
          rule: "name-order",
          at: value.spot,
          found: quoted(value.text),
          expected: "each name once, in alphabetical order",
          fix: `Write ${order.join(" / ")}.`,
        });
    }
  }
};

/** A key that is no language is told by a rule of its own. */
function inOrder(forms: readonly string[], lang: string): readonly string[] {
  try {
    return [...forms].sort(new Intl.Collator(lang, { sensitivity: "base" }).compare);
  } catch {
    return forms;
  }
}
