import { scaleLinear } from "d3-scale";
import type { Day, DossierDate, Id } from "../dossier/types.ts";
import { dayWords, spanWords } from "./dates.ts";
import type { PageIndex } from "./page-index.ts";

/** A stretch of the ruler that can be chosen with one click: a day inside the focus, a longer unit outside it. */
export interface Slot {
  readonly from: Day;
  readonly to: Day;
  readonly label: string;
  readonly count: number;
}

/** One day's statements as a column; x in 0..1 of the ruler, segments bottom up. */
export interface Column {
  readonly day: Day;
  readonly x0: number;
  readonly x1: number;
  readonly count: number;
  readonly parties: readonly { readonly id: Id; readonly count: number }[];
  /** The day is not certain: drawn hollow. */
  readonly open: boolean;
}

export interface Timeline {
  readonly slots: readonly Slot[];
  readonly columns: readonly Column[];
  /** Words under the ruler. */
  readonly ticks: readonly { readonly x: number; readonly label: string; readonly focus: boolean }[];
  /** Where the magnified section begins and ends, 0..1. */
  readonly focus: readonly [number, number];
  readonly highest: number;
}

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

type Span = readonly [from: Day, to: Day];

/** Cuts from–to at the starts of units of `months` (0 = single days). */
function cut(from: Day, to: Day, months: number): Span[] {
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
function side(from: Day, to: Day): Span[] {
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

/**
 * Lays out the time bar: equal slots, so that the focus is a magnified section of the same ruler. Items outside the period are
 * drawn at its nearest end. Undated statements are not on it; the list has a tray for them.
 */
export function buildTimeline(period: DossierDate, focus: DossierDate, index: PageIndex): Timeline {
  const spans = [
    ...side(period.min, numberDay(dayNumber(focus.min) - 1)),
    ...cut(focus.min, focus.max, dayNumber(focus.max) - dayNumber(focus.min) < 32 ? 0 : 1),
    ...side(numberDay(dayNumber(focus.max) + 1), period.max),
  ];
  const edges = [...spans.map(([from]) => dayNumber(from)), dayNumber(spans.at(-1)?.[1] ?? period.max) + 1];
  const x = scaleLinear(
    edges,
    edges.map((_, i) => i / spans.length),
  ).clamp(true);
  const dated = index.statements.filter((s) => s.min !== "");
  const slots = spans.map(([from, to], i) => {
    const first = i === 0 ? "" : from;
    const last = i === spans.length - 1 ? "9999-12-31" : to;
    const count = dated.filter((s) => s.min <= last && s.max >= first).length;
    return { from, to, label: from === to ? dayWords(from) : spanWords(from, to), count };
  });
  const nearest = (day: Day): Day => (day < period.min ? period.min : day > period.max ? period.max : day);
  const days = [...new Set(dated.map((s) => nearest(s.min)))].sort();
  const columns = days.map((day) => {
    const here = dated.filter((s) => nearest(s.min) === day);
    const parties = index.parties
      .map((p) => ({ id: p.id, count: here.filter((s) => s.party === p.id).length }))
      .filter((p) => p.count > 0)
      .sort((a, b) => b.count - a.count);
    const n = dayNumber(day);
    return { day, x0: x(n), x1: x(n + 1), count: here.length, parties, open: here.every((s) => s.min !== s.max) };
  });
  const start = x(dayNumber(focus.min));
  const end = x(dayNumber(focus.max) + 1);
  const years = new Set(spans.map(([from]) => from.slice(0, 4)));
  const ticks = [
    ...[...years]
      .map((year) => ({ n: dayNumber(`${year}-01-01`), label: year }))
      .filter((t) => t.n > edges[0]! && t.n < edges.at(-1)!)
      .map((t) => ({ x: x(t.n), label: t.label, focus: false })),
    ...spans
      .filter(([from, to]) => from === to && from >= focus.min && to <= focus.max)
      .map(([from]) => ({ x: x(dayNumber(from)), label: String(Number(from.slice(8))), focus: true })),
  ];
  return { slots, columns, ticks, focus: [start, end], highest: Math.max(1, ...columns.map((c) => c.count)) };
}
