import type { Day, DossierDate, Id } from "../dossier/types.ts";
import { spanWords } from "./dates.ts";
import type { PageIndex, StatementRef } from "./page-index.ts";
import { cut, dayNumber, numberDay, side, slotScale, type Span } from "./spans.ts";

/** A stretch of the ruler that can be chosen with one click: a day inside the focus, a longer unit outside it. */
export interface Slot {
  readonly from: Day;
  readonly to: Day;
  readonly label: string;
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

/** What a ruler shows. */
interface Wish {
  readonly spans: readonly Span[];
  /** What is outside it is drawn at its nearest end. */
  readonly period: Pick<DossierDate, "min" | "max">;
  /** The magnified section; null = there is none, and every span is named. */
  readonly focus: Pick<DossierDate, "min" | "max"> | null;
  readonly statements: readonly StatementRef[];
  /** Words for a span where there is no focus. */
  readonly name?: (span: Span) => string;
}

/** Least share of the ruler from one year's name to the next: on a phone they would be written over each other. */
const YEAR = 0.08;

/** Tells of each tick, from left to right, whether it is far enough from the last one that was. */
function apart(): (tick: { readonly x: number }) => boolean {
  let last = -1;
  return ({ x }) => {
    const far = x - last >= YEAR;
    if (far) last = x;
    return far;
  };
}

/** Lays out a ruler of equal slots. Undated statements are not on it; the list has a tray for them. */
export function layOut({ spans, period, focus, statements, name }: Wish, parties: PageIndex["parties"]): Timeline {
  const x = slotScale(spans);
  const ends = [spans[0]?.[0] ?? period.min, spans.at(-1)?.[1] ?? period.max] as const;
  const dated = statements.filter((s) => s.min !== "");
  const slots = spans.map(([from, to]) => ({ from, to, label: spanWords(from, to) }));
  const nearest = (day: Day): Day => (!focus ? day : day < period.min ? period.min : day > period.max ? period.max : day);
  const here = dated
    .filter((s) => focus || (s.min <= ends[1] && s.max >= ends[0]))
    .map((s) => [nearest(s.min < ends[0] ? ends[0] : s.min), s] as const);
  const days = [...new Set(here.map(([day]) => day))].sort();
  const columns = days.map((day) => {
    const said = here.filter(([d]) => d === day).map(([, s]) => s);
    const by = parties
      .map((p) => ({ id: p.id, count: said.filter((s) => s.party === p.id).length }))
      .filter((p) => p.count > 0)
      .sort((a, b) => b.count - a.count);
    const n = dayNumber(day);
    return { day, x0: x(n), x1: x(n + 1), count: said.length, parties: by, open: said.every((s) => s.open) };
  });
  const start = focus ? x(dayNumber(focus.min)) : 0;
  const end = focus ? x(dayNumber(focus.max) + 1) : 0;
  const edges = [dayNumber(ends[0]), dayNumber(ends[1]) + 1] as const;
  const years = new Set(spans.map(([from]) => from.slice(0, 4)));
  const ticks = focus
    ? [
        ...[...years]
          .map((year) => ({ n: dayNumber(`${year}-01-01`), label: year }))
          .filter((t) => t.n > edges[0] && t.n < edges[1])
          .map((t) => ({ x: x(t.n), label: t.label, focus: false }))
          .filter(apart()),
        ...spans
          .filter(([from, to]) => from === to && from >= focus.min && to <= focus.max)
          .map(([from]) => ({ x: x(dayNumber(from)), label: String(Number(from.slice(8))), focus: true })),
      ]
    : spans.map((span) => ({ x: x(dayNumber(span[0])), label: name?.(span) ?? "", focus: true }));
  return { slots, columns, ticks, focus: [start, end], highest: Math.max(1, ...columns.map((c) => c.count)) };
}

/** The time bar as the page opens: the whole period, with the focus as a magnified section of the same ruler. */
export function buildTimeline(period: DossierDate, focus: DossierDate, index: PageIndex): Timeline {
  const spans = [
    ...side(period.min, numberDay(dayNumber(focus.min) - 1)),
    ...cut(focus.min, focus.max, dayNumber(focus.max) - dayNumber(focus.min) < 32 ? 0 : 1),
    ...side(numberDay(dayNumber(focus.max) + 1), period.max),
  ];
  return layOut({ spans, period, focus, statements: index.statements }, index.parties);
}
