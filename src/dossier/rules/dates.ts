import { dayAfter, isDay } from "../calendar.ts";
import { dateAdvice } from "../date-advice.ts";
import { parseDate } from "../edtf.ts";
import type { Report } from "../findings.ts";
import { mapsAt, type MapValue, textAt } from "../read/value.ts";
import type { Kind } from "../schema.ts";
import { quoted } from "../show.ts";
import type { Rule } from "./rule.ts";

const EDTF_FIELDS: Partial<Record<Kind, readonly string[]>> = {
  statements: ["date"],
  events: ["date"],
  positions: ["valid_from"],
  story: ["days"],
};
const DAY_FIELDS: Partial<Record<Kind, readonly string[]>> = { positions: ["last_searched"], corrections: ["date"] };
const STAMP = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(T([01]\d|2[0-3]):[0-5]\d)?$/;

/** Every date is one of the subset, names days that exist, and does not end before it begins. */
export const dates: Rule = (tables, report) => {
  if (tables.head) {
    checkDate(tables.head, "period", report);
    checkDate(tables.head, "focus", report);
    checkDay(tables.head, "updated", report);
  }
  for (const [kind, fields] of Object.entries(EDTF_FIELDS)) {
    for (const row of tables.rows[kind as Kind]) for (const field of fields) checkDate(row.map, field, report);
  }
  for (const [kind, fields] of Object.entries(DAY_FIELDS)) {
    for (const row of tables.rows[kind as Kind]) for (const field of fields) checkDay(row.map, field, report);
  }
  for (const kind of ["statements", "events"] as const) {
    for (const row of tables.rows[kind]) for (const source of mapsAt(row.map, "sources")) checkStamp(source, report);
  }
};

function checkDate(map: MapValue, field: string, report: Report): void {
  const at = textAt(map, field);
  const text = at?.text.trim();
  if (!at || !text || parseDate(text)) return;
  report({
    severity: "error",
    rule: "edtf-date",
    at: at.spot,
    found: quoted(at.text),
    expected: "a date such as 2031-04-02",
    fix: dateAdvice(text),
  });
}

function checkDay(map: MapValue, field: string, report: Report): void {
  const at = textAt(map, field);
  const text = at?.text.trim();
  if (!at || !text || isDay(text)) return;
  const fix = parseDate(text) ? "Write one whole day." : dateAdvice(text);
  report({ severity: "error", rule: "day", at: at.spot, found: quoted(at.text), expected: "a day, YYYY-MM-DD", fix });
}

/** A publisher's stamp: `YYYY[-MM[-DD[THH:MM]]]`, as printed, in no zone. */
function checkStamp(source: MapValue, report: Report): void {
  const at = textAt(source, "published");
  const text = at?.text.trim();
  if (!at || !text) return;
  const match = STAMP.exec(text);
  if (match && (!match[2] || match[1]?.length === 10) && parseDate(match[1] ?? "")) return;
  const zoned = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:|Z|[+-])/.exec(text)?.[1];
  const [, day, clock] = /^(\d{4}-\d{2}-\d{2})[T ](.*)$/.exec(text) ?? [];
  report({
    severity: "error",
    rule: "published",
    at: at.spot,
    found: quoted(at.text),
    expected: "a date such as 2031-04-02 or 2031-04-02T14:10",
    fix:
      zoned && STAMP.test(zoned)
        ? `Write ${zoned}, without seconds and zone.`
        : match?.[2]
          ? "A clock time needs a whole day before it."
          : day && parseDate(day)
            ? stampAdvice(day, clock ?? "")
            : dateAdvice(text),
  });
}

const stampAdvice = (day: string, clock: string): string => {
  if (/^24:00/.test(clock)) return `24:00 is 00:00 of the next day. Write ${dayAfter(day)}T00:00, or the day alone.`;
  if (/^00:00:00(\.0+)?$/.test(clock)) return `Write ${day}.`;
  const written = `${day}T${/^\d:/.test(clock) ? "0" : ""}${clock}`;
  return STAMP.test(written) ? `Write ${written}.` : `Write the hour and the minute of the 24-hour clock, ${day}T14:10, or the day alone.`;
};
