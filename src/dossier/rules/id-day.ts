import { dayBefore, isDay } from "../calendar.ts";
import { parseDate } from "../edtf.ts";
import { type MapValue, wordAt } from "../read/value.ts";
import type { Row } from "../tables.ts";

/** The day with which an id begins, `20310402-…`, `2031-04-02-…` or, of an event, `ev-2031-04-02-…`. */
export const dayOf = ({ id, kind }: Row): string | null => {
  const begins = kind === "events" ? /^ev-(\d{4})-?(\d{2})-?(\d{2})-/ : /^(\d{4})-?(\d{2})-?(\d{2})-/;
  const [, y, m, d] = begins.exec(id ?? "") ?? [];
  return y && isDay(`${y}-${m}-${d}`) ? `${y}-${m}-${d}` : null;
};

/** Whether a statement or an event may be of that day: one off is another zone's day, or that of the page. */
const covers = (map: MapValue, day: string): boolean => {
  const date = parseDate(wordAt(map, "date") ?? "");
  return !date || (dayBefore(date.min) <= day && dayBefore(day) <= date.max);
};

/** Whether a statement or an event is of another day than its id says; which of the two is right is for the source to say. */
export const wrongDay = (row: Row): boolean => {
  const day = dayOf(row);
  return day !== null && !covers(row.map, day);
};
