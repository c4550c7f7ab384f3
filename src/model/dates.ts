import { dayAfter } from "../dossier/calendar.ts";
import type { ClockTime, Day, DossierDate } from "../dossier/types.ts";
import { type Key, spoken, t } from "../words/t.ts";

export type DateStyle = "long" | "short";

interface Parts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}
const parts = (day: Day): Parts => ({ year: day.slice(0, 4), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) });

/** A month's name as it stands in a date, in the language spoken. */
const monthWords = (month: number, style: DateStyle): string => spoken().months[style][month - 1] ?? "";

/** `September 2023`: a month without a day, which some languages put in another form. `month` counts from 1. */
function monthAndYear(month: number, year: string, style: DateStyle): string {
  const { months } = spoken();
  return t("common.month", { month: (months.alone ?? months)[style][month - 1] ?? "", y: year });
}

/** `19 September 2023`; `style: "short"` gives `19 Sept 2023`. Pure text work: no `Date`, no clock, no zone. */
export function dayWords(day: Day, style: DateStyle = "long"): string {
  const { year, month, day: d } = parts(day);
  return t("common.day", { d, month: monthWords(month, style), y: year });
}

/** Two days in the shortest unambiguous words: `19–21 September 2023`, `30 August – 1 September 2023`, `19 or 20 September 2023`. */
export function spanWords(min: Day, max: Day, joiner: "to" | "or" = "to", style: DateStyle = "long"): string {
  if (min === max) return dayWords(min, style);
  const a = parts(min);
  const b = parts(max);
  const say = (to: Key, or: Key, values: Record<string, string | number>) => t(joiner === "to" ? to : or, values);
  if (a.year !== b.year) return say("common.from_to", "common.either", { from: dayWords(min, style), to: dayWords(max, style) });
  const days = { a: a.day, b: b.day, month: monthWords(b.month, style), y: b.year };
  return a.month === b.month
    ? say("common.days", "common.days_or", days)
    : say("common.days_of_year", "common.days_of_year_or", { ...days, first: monthWords(a.month, style) });
}

/** Whether a date is one known day. */
export const certainDay = (date: DossierDate | null): date is DossierDate =>
  date !== null && date.min === date.max && !date.approximate && !date.uncertain;

/** From one date to another, neither told more exactly than it was written: `November 2020 – March 2026`. */
function intervalWords(date: DossierDate, style: DateStyle): string {
  const ends = date.edtf.replace(/[~?%]/g, "").split("/");
  if (ends.every((end) => end.length === 10)) return spanWords(date.min, date.max, "to", style);
  const [from = "", to = ""] = ends.map((end) => {
    const { year, month } = parts(end);
    return end.length === 10
      ? dayWords(end, style)
      : end.length === 7
        ? monthAndYear(month, year, style)
        : t("record.date_year", { y: year });
  });
  return t("common.from_to", { from, to });
}

/** On the one or the other of two days, however far apart. */
const EITHER = /^\[[\d-]{10}, ?[\d-]{10}\]$/;

/**
 * A dossier date in words, saying what is not known: `19 or 20 September 2023`, `one day within 18–20 September 2023`,
 * `about 19 September 2023`, `September 2023, day not known`. null = `Undated`.
 */
export function dateWords(date: DossierDate | null, style: DateStyle = "long"): string {
  if (date === null) return t("record.date_undated");
  const { month, year } = parts(date.min);
  let words: string;
  if (date.precision === "year") words = t("record.date_day_unknown", { date: t("record.date_year", { y: year }) });
  else if (date.precision === "month") words = t("record.date_day_unknown", { date: monthAndYear(month, year, style) });
  else if (date.precision === "one-of" && date.min !== date.max) {
    words =
      dayAfter(date.min) === date.max || EITHER.test(date.edtf)
        ? spanWords(date.min, date.max, "or", style)
        : t("record.date_day_within", { days: spanWords(date.min, date.max, "to", style) });
  } else words = date.precision === "interval" ? intervalWords(date, style) : spanWords(date.min, date.max, "to", style);
  if (date.approximate) words = t("record.date_about", { date: words });
  return date.uncertain ? t("record.date_uncertain", { date: words }) : words;
}

/** A publisher's stamp, `YYYY[-MM[-DD[THH:MM]]]`, as a day in words; the clock is left out. */
export function stampWords(stamp: string): string {
  const [y = stamp, m, d] = stamp.slice(0, 10).split("-");
  if (d) return dayWords(stamp.slice(0, 10), "short");
  return m ? monthAndYear(Number(m), y, "short") : t("record.date_year", { y });
}

/** `published 22:15 (UTC+4)`: a clock reading with what it is the time of. */
export function clockWords(time: ClockTime): string {
  const zone =
    time.offset === null
      ? t("record.zone_unknown")
      : `UTC${time.offset.replace(/^([+-])0?(\d+):(\d\d)$/, (_, s: string, h: string, m: string) => `${s === "-" ? "−" : "+"}${h}${m === "00" ? "" : `:${m}`}`)}`;
  return t(`record.clock_${time.is}`, { clock: time.clock, zone });
}
