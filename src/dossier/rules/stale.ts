import { isDay } from "../calendar.ts";
import { parseDate } from "../edtf.ts";
import { mapsAt, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Rule } from "./rule.ts";

/** The day the data stands at comes after everything in it: readers take what is later for not looked for yet. */
export const stale: Rule = ({ head, rows }, report) => {
  const at = head && textAt(head, "updated");
  const updated = at?.text.trim() ?? "";
  if (!at || !isDay(updated)) return;
  const dates = [...rows.statements, ...rows.events, ...rows.corrections].flatMap(({ map, spot }) => {
    const date = parseDate(wordAt(map, "date") ?? "");
    return date && date.min > updated ? [{ day: date.min, where: `${spot.file}:${spot.line}` }] : [];
  });
  for (const { map } of [...rows.statements, ...rows.events])
    for (const source of mapsAt(map, "sources")) {
      const at = textAt(source, "published");
      const day = at?.text.trim().slice(0, 10) ?? "";
      if (at && isDay(day) && day > updated) dates.push({ day, where: `${at.spot.file}:${at.spot.line}` });
    }
  for (const { map, spot } of rows.positions) {
    const day = wordAt(map, "last_searched") ?? "";
    if (isDay(day) && day > updated) dates.push({ day, where: `${spot.file}:${spot.line}` });
  }
  const last = dates.sort((a, b) => (a.day < b.day ? 1 : -1))[0];
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
