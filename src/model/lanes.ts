import { scaleLinear } from "d3-scale";
import type { Day, Dossier, Id, Statement } from "../dossier/types.ts";
import { certainDay } from "./dates.ts";
import { byDate, standing } from "./glossary.ts";
import { cells, sinceDays } from "./stated-positions.ts";
import { dayNumber } from "./spans.ts";
import type { Timeline } from "./timeline.ts";

/** A statement on a party's lane; x in 0..1 of the axis. */
export interface LaneMark {
  readonly id: Id;
  readonly x: number;
  /** From where to where it can have been, when its day is not certain. */
  readonly span: readonly [number, number] | null;
  /** How many marks it stands above. */
  readonly level: number;
  readonly joint: boolean;
}

/** Where a party stated something anew. `row`: how many numbers stand above its own, where several fall together. */
export interface LaneTurn {
  readonly n: number;
  readonly x: number;
  readonly row: number;
}

/** One party's lane: what it said, and from when on it stated something anew. */
export interface Lane {
  readonly party: Id;
  readonly marks: readonly LaneMark[];
  /** The positions, numbered from 1 in order of date, as the list under the picture has them. */
  readonly turns: readonly LaneTurn[];
  readonly undated: readonly Id[];
  readonly levels: number;
}

/** How far apart two marks on one level have to be, as a share of the axis: 8 px where the axis is at its narrowest, 288 px. */
const APART = 8 / 288;

/** The axis of the time bar as a scale from day numbers to 0..1: equal slots, so that the focus is a magnified section. Made at the build; the page's own is `slotScale`. */
export function axis({ slots }: Timeline): (n: number) => number {
  const edges = [...slots.map((s) => dayNumber(s.from)), dayNumber(slots.at(-1)?.to ?? "1970-01-01") + 1];
  return scaleLinear(
    edges,
    edges.map((_, i) => i / slots.length),
  ).clamp(true);
}

/** The middle of a day. */
const middle = (x: (n: number) => number, day: Day): number => (x(dayNumber(day)) + x(dayNumber(day) + 1)) / 2;

/** Puts statements on a lane, in order of date; one that would cover another stands above it. */
export function marksOf(statements: readonly Statement[], x: (n: number) => number): readonly LaneMark[] {
  const out: LaneMark[] = [];
  for (const s of byDate(statements)) {
    if (!s.date) continue;
    const { min, max } = s.date;
    const at = (middle(x, min) + middle(x, max)) / 2;
    let level = 0;
    while (out.some((o) => o.level === level && Math.abs(o.x - at) < APART)) level++;
    const span = certainDay(s.date) ? null : ([x(dayNumber(min)), x(dayNumber(max) + 1)] as const);
    out.push({ id: s.id, x: at, span, level, joint: s.parties.length > 1 });
  }
  return out;
}

/** Numbers a lane's turns; one that would cover the number before it stands below it. */
function turnsOf(at: readonly number[]): readonly LaneTurn[] {
  const out: LaneTurn[] = [];
  for (const x of at) {
    const before = out.at(-1);
    out.push({ n: out.length + 1, x, row: before && x - before.x < APART * 0.9 ? before.row + 1 : 0 });
  }
  return out;
}

/** A topic, one lane a party, in the dossier's order; parties that said nothing on it have none. */
export function lanesOf(dossier: Dossier, timeline: Timeline, topic: Id): readonly Lane[] {
  const x = axis(timeline);
  const said = standing(dossier).filter((s) => s.topics.includes(topic));
  const stated = cells(dossier).filter((c) => c.topic === topic);
  return dossier.parties.flatMap((party) => {
    const own = said.filter((s) => s.parties.includes(party.id));
    const entries = stated.find((c) => c.party === party.id)?.stated ?? [];
    if (own.length + entries.length === 0) return [];
    const marks = marksOf(own, x);
    return [
      {
        party: party.id,
        marks,
        turns: turnsOf(sinceDays(entries).map((day) => middle(x, day))),
        undated: own.filter((s) => !s.date).map((s) => s.id),
        levels: Math.max(1, ...marks.map((m) => m.level + 1)),
      },
    ];
  });
}
