import { parseDate } from "../edtf.ts";
import type { Report } from "../findings.ts";
import { textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Tables } from "../tables.ts";
import type { DossierDate } from "../types.ts";
import type { Rule } from "./rule.ts";

/** Of more dates than this not one is wrong, but the period. */
const MOST_OUTSIDE = 5;

/** Tells of dates whether they lie outside the dossier's period: the year has been told then, and what follows from it needs no line. */
export function outsideOf({ head }: Tables): (date: DossierDate | null) => boolean {
  const whole = head && parseDate(wordAt(head, "period") ?? "");
  return (date) => Boolean(whole && date && (date.max < whole.min || date.min > whole.max));
}

/** A date outside the dossier's period is more often a wrong year than background. */
export const period: Rule = (tables, report) => {
  const { head } = tables;
  const whole = head && parseDate(wordAt(head, "period") ?? "");
  if (!head || !whole) return;
  const focus = textAt(head, "focus");
  const inner = focus && parseDate(focus.text.trim());
  if (focus && inner && (inner.min < whole.min || inner.max > whole.max)) {
    report({
      severity: "error",
      rule: "focus",
      at: focus.spot,
      found: quoted(focus.text),
      expected: `days inside the period ${whole.edtf}`,
      fix: "Widen the period, or correct the focus.",
    });
  } else if (focus && inner) {
    const dates = [...tables.rows.statements, ...tables.rows.events].flatMap(({ map }) => parseDate(wordAt(map, "date") ?? "") ?? []);
    if (dates.length > 0 && !dates.some((date) => date.min <= inner.max && date.max >= inner.min))
      report({
        severity: "warning",
        rule: "focus",
        at: focus.spot,
        found: `${quoted(focus.text)}, on which nothing was said and nothing happened`,
        expected: "the days with the most statements",
        fix: "Correct the focus: its days have most room on the time bar.",
      });
  }
  tooLong(tables, whole, report);
  const isOutside = outsideOf(tables);
  const outside = [...tables.rows.statements, ...tables.rows.events].flatMap(({ map }) => {
    const at = textAt(map, "date");
    const date = at && parseDate(at.text.trim());
    return at && date && isOutside(date) ? [{ at, date }] : [];
  });
  const told = textAt(head, "period");
  if (told && outside.length > MOST_OUTSIDE) {
    const days = outside.flatMap(({ date }) => [date.min, date.max]).sort();
    report({
      severity: "warning",
      rule: "period",
      at: told.spot,
      found: `${quoted(told.text)}, and ${outside.length} dates outside it, from ${days[0]} to ${days.at(-1)}`,
      expected: "a period that holds the dates of statements and events",
      fix: "Correct the period, or the years of the dates.",
    });
    return;
  }
  for (const { at } of outside)
    report({
      severity: "warning",
      rule: "period",
      at: at.spot,
      found: quoted(at.text),
      expected: `a date inside the period ${whole.edtf}`,
      fix: "Check the year; if it is right, widen the period in dossier.yaml.",
    });
};

/** Years without a statement or an event at an end of the period. */
const MOST_EMPTY = 20;

/** A wrong digit in the period makes a time bar of empty decades. */
function tooLong({ head, rows }: Tables, whole: DossierDate, report: Report): void {
  const at = head && textAt(head, "period");
  const dates = [...rows.statements, ...rows.events].flatMap(({ map }) => parseDate(wordAt(map, "date") ?? "") ?? []);
  if (!at || dates.length === 0) return;
  const year = (day: string): number => Number(day.slice(0, 4));
  const first = dates.reduce((a, { min }) => (min < a ? min : a), dates[0]!.min);
  const last = dates.reduce((a, { max }) => (max > a ? max : a), dates[0]!.max);
  if (year(first) - year(whole.min) <= MOST_EMPTY && year(whole.max) - year(last) <= MOST_EMPTY) return;
  report({
    severity: "warning",
    rule: "period",
    at: at.spot,
    found: `${quoted(at.text)}, and all that is dated from ${first} to ${last}`,
    expected: "a period about as long as what the dossier holds",
    fix: "Check the years: the time bar shows the whole period.",
  });
}
