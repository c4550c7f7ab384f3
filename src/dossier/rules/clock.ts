import { dayAfter, isDay } from "../calendar.ts";
import { parseDate } from "../edtf.ts";
import type { Report } from "../findings.ts";
import { type MapValue, type Spot, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { missing, type Rule } from "./rule.ts";

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Offsets in use on Earth: -12:00 to +14:00, in quarters of an hour. */
const OFFSET = /^(?:[+-]0\d|[+-]1[0-2]|\+1[34]):(?:00|15|30|45)$/;

/** The day that a clock of 24:00 ends is over, and the next one has begun. */
function midnight(date: string): string {
  const day = isDay(date) ? date : null;
  const then = day
    ? `${dayAfter(day)}: write "00:00" with date: ${dayAfter(day)}`
    : 'the next day: write "00:00" with the date of that day';
  return `24:00 is 00:00 of ${then}; or "23:59", if only the end of ${day ?? "the day"} is known.`;
}

function clockAdvice(text: string, date: string): string {
  if (/^24[:.h]?00(?:[:.]00)?$/.test(text)) return midnight(date);
  // A spreadsheet's share of the day.
  if (/^0[.,]\d{2,}$/.test(text)) {
    const minutes = Math.round(Number(text.replace(",", ".")) * 1440);
    return `A spreadsheet made a number of it, which was "${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}". Format the column as plain text.`;
  }
  const [, from, to] = /^(\d\d:\d\d) ?(?:-|–|to|\/) ?(\d\d:\d\d)$/.exec(text) ?? [];
  if (from !== undefined) return `Write the first, "${from}", and until ${to} in "time_note".`;
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2})?\s*([ap])?\.?m?\.?$/i.exec(text);
  const hour = (Number(match?.[1]) % (match?.[3] ? 12 : 100)) + (match?.[3]?.toLowerCase() === "p" ? 12 : 0);
  const written = match ? `${String(hour).padStart(2, "0")}:${match[2] ?? "00"}` : "";
  return CLOCK.test(written) ? `Write "${written}".` : 'Write hours and minutes of the 24-hour clock, e.g. "13:05".';
}

function offsetAdvice(text: string): string {
  const match = /^(?:UTC|GMT)?\s*([+-−])?(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  const written = match
    ? `${match[1] === "+" || match[1] === undefined ? "+" : "-"}${(match[2] ?? "").padStart(2, "0")}:${match[3] ?? "00"}`
    : /^(?:UTC|GMT|Z)$/i.test(text)
      ? "+00:00"
      : "";
  return OFFSET.test(written) ? `Write "${written}".` : 'Write the difference to UTC, e.g. "+04:00"; names of zones are not read.';
}

/** Clock readings: 24 hours, with the offset of that clock, and with what they are the time of. */
export const clock: Rule = (tables, report) => {
  for (const kind of ["statements", "events"] as const) {
    for (const { map } of tables.rows[kind]) checkClock(map, kind === "statements", report);
  }
};

function checkClock(map: MapValue, needsBasis: boolean, report: Report): void {
  const time = textAt(map, "time");
  const offset = textAt(map, "utc_offset");
  const is = textAt(map, "time_is");
  if (time && !CLOCK.test(time.text.trim())) {
    report({
      severity: "error",
      rule: "clock",
      at: time.spot,
      found: quoted(time.text),
      expected: 'a clock time, "HH:MM"',
      fix: clockAdvice(time.text.trim(), wordAt(map, "date") ?? ""),
    });
  }
  if (offset && !OFFSET.test(offset.text.trim())) {
    report({
      severity: "error",
      rule: "utc-offset",
      at: offset.spot,
      found: quoted(offset.text),
      expected: 'an offset, "+HH:MM" or "-HH:MM"',
      fix: offsetAdvice(offset.text.trim()),
    });
  }
  const alone = (at: Spot, name: string): void =>
    report({
      severity: "error",
      rule: "clock",
      at,
      found: `"${name}" without "time"`,
      expected: "both or neither",
      fix: `Add the time, or remove "${name}".`,
    });
  if (time && needsBasis && wordAt(map, "date_basis") === "undated")
    report({
      severity: "warning",
      rule: "clock",
      at: time.spot,
      found: `${quoted(time.text)} of no day`,
      expected: "a time with a date",
      fix: 'Write what is known of it in "date_note", and remove the time.',
    });
  const date = parseDate(wordAt(map, "date") ?? "");
  if (time && needsBasis && date && date.precision !== "day")
    report({
      severity: "warning",
      rule: "clock",
      at: time.spot,
      found: `${quoted(time.text)} of ${date.edtf}`,
      expected: "a time with a date of one day",
      fix: 'Write the day, if it is known; otherwise write what is known of the hour in "time_note", and remove the time.',
    });
  if (!time && offset) alone(offset.spot, "utc_offset");
  if (!time && is) alone(is.spot, "time_is");
  if (time && !is && needsBasis) {
    report({
      severity: "error",
      rule: "clock",
      at: missing(map.spot, "time_is"),
      found: 'no "time_is"',
      expected: "statement, publication or event",
      fix: "Say what the time is the time of.",
    });
  }
}

const zoneExists = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    // Offsets such as "+04:00" and these letters are zones to the platform, but have no history of summer time.
    return /^[A-Za-z]/.test(zone) && !/^(EST|MST|HST)$/i.test(zone);
  } catch {
    return false;
  }
};

/** Time zones are IANA names, which know their own history. */
export const zones: Rule = (tables, report) => {
  const known = new Map<string, boolean>();
  const check = (map: MapValue, path: string): void => {
    const at = textAt(map, path);
    const zone = at?.text.trim();
    if (!at || !zone) return;
    if (!known.has(zone)) known.set(zone, zoneExists(zone));
    if (!known.get(zone))
      report({
        severity: "error",
        rule: "zone",
        at: at.spot,
        found: quoted(at.text),
        expected: "an IANA time zone such as Europe/Paris",
        fix: "Write Continent/City as in the IANA list.",
      });
  };
  if (tables.head) check(tables.head, "axis_zone.id");
  for (const { map } of tables.rows.places) check(map, "zone");
};
