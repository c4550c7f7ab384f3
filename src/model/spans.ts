import type { Day } from "../dossier/types.ts";

/** A stretch of days, both ends in it. */
export type Span = readonly [from: Day, to: Day];

/** Most slots on either side of the focus; below some 40 in all, a slot stays wide enough to be hit. */
const SIDE = 14;

/** Days since 1970-01-01 in the proleptic Gregorian calendar: the one place a day becomes a number. (Howard Hinnant's civil-from-days.) */
export function dayNumber(day: Day): number {
  const [y0 = 0, m = 1, d = 1] = day.split("-").map(Number);
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

/** The inverse of `dayNumber`. */
export function numberDay(n: number): Day {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  const y = yoe + era * 400 + (m <= 2 ? 1 : 0);
  return `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(doy - Math.floor((153 * mp + 2) / 5) + 1).padStart(2, "0")}`;
}

/** Cuts from–to at the starts of units of `months` (0 = single days). */
export function cut(from: Day, to: Day, months: number): Span[] {
  const out: Span[] = [];
  const last = dayNumber(to);
  // Days as numbers: past the year 9999 they no longer order as text.
  for (let n = dayNumber(from); n <= last; ) {
    const start = numberDay(n);
    let end = n;
    if (months > 0) {
      const month = Number(start.slice(5, 7)) - 1;
      const next = month - (month % months) + months;
      const year = Number(start.slice(0, 4)) + Math.floor(next / 12);
      end = Math.min(last, dayNumber(`${year}-${String((next % 12) + 1).padStart(2, "0")}-01`) - 1);
    }
    out.push([start, numberDay(end)]);
    n = end + 1;
  }
  return out;
}

/** The finest units that leave no more than SIDE slots; a stub at either end joins its neighbour. */
export function side(from: Day, to: Day): Span[] {
  if (dayNumber(from) > dayNumber(to)) return [];
  const whole = dayNumber(to) - dayNumber(from) + 1;
  const months = [0, 1, 3, 12, 60, 120].find((m) => whole <= SIDE * Math.max(1, m * 31) && cut(from, to, m).length <= SIDE) ?? 1200;
  const spans = cut(from, to, months);
  const days = (s: Span) => dayNumber(s[1]) - dayNumber(s[0]) + 1;
  const stub = months * 8;
  const [a, b] = spans;
  if (a && b && days(a) < stub) spans.splice(0, 2, [a[0], b[1]]);
  const y = spans.at(-2);
  const z = spans.at(-1);
  if (y && z && days(z) < stub) spans.splice(-2, 2, [y[0], z[1]]);
  return spans;
}

/** Where days, as numbers, stand when every span has the same room: 0 at the start of the first, 1 at the end of the last; nothing stands beyond. */
export function slotScale(spans: readonly Span[]): (n: number) => number {
  const edges = [...spans.map(([from]) => dayNumber(from)), dayNumber(spans.at(-1)?.[1] ?? "1970-01-01") + 1];
  return (n) => {
    const i = Math.max(
      0,
      Math.min(
        spans.length - 1,
        edges.findLastIndex((edge) => edge <= n),
      ),
    );
    const [a = 0, b = a + 1] = [edges[i], edges[i + 1]];
    return (i + Math.max(0, Math.min(1, (n - a) / (b - a)))) / spans.length;
  };
}

/** The year or the month that a day is in. */
export function around(day: Day, unit: "year" | "month"): Span {
  const [y = "", m = ""] = day.split("-");
  if (unit === "year") return [`${y}-01-01`, `${y}-12-31`];
  const next = m === "12" ? `${String(Number(y) + 1).padStart(4, "0")}-01-01` : `${y}-${String(Number(m) + 1).padStart(2, "0")}-01`;
  return [`${y}-${m}-01`, numberDay(dayNumber(next) - 1)];
}

/** What a ruler that shows one span is divided into: a month into days, a year into months. */
export const divide = ([from, to]: Span): readonly Span[] => cut(from, to, dayNumber(to) - dayNumber(from) > 31 ? 1 : 0);
