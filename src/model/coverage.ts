import { type Day, type Dossier, type Id, JOINT, type Lang, type Party, type SourceLevel, type Statement } from "../dossier/types.ts";
import { standing } from "./glossary.ts";
import { bestLevel } from "./sources.ts";
import type { Slot, Timeline } from "./timeline.ts";

/** What the record holds of one party; its own statements and the joint texts that count for it. */
export interface PartyCoverage {
  readonly party: Id;
  readonly total: number;
  readonly joint: number;
  readonly undated: number;
  /** How many began in each slot of the time bar; what is outside the period counts at its nearest end. */
  readonly slots: readonly number[];
  readonly levels: Readonly<Record<SourceLevel, number>>;
  /** Sources by language, most first. */
  readonly languages: readonly (readonly [Lang, number])[];
  /** The last day until which something of it was looked for in vain; null = nothing was looked for in vain. */
  readonly searched: Day | null;
}

/** Counts of sources by language, most first; languages of the dossier that none is in count 0. */
export function sourceLanguages(statements: readonly Statement[], always: readonly Lang[] = []): readonly (readonly [Lang, number])[] {
  const counts = new Map<Lang, number>(always.map((lang) => [lang, 0]));
  for (const s of statements) for (const { lang } of s.sources) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** In which slot a statement began. */
const slotOf = (slots: readonly Slot[], day: Day): number =>
  Math.max(
    0,
    slots.findLastIndex((slot) => slot.from <= day),
  );

/** The record of one party. */
export function coverageOf(dossier: Dossier, timeline: Timeline, party: Id): PartyCoverage {
  const own = standing(dossier).filter((s) => s.party === party || s.parties.includes(party));
  const slots = timeline.slots.map(() => 0);
  for (const s of own) {
    const n = s.date ? slotOf(timeline.slots, s.date.min) : -1;
    if (n >= 0) slots[n] = (slots[n] ?? 0) + 1;
  }
  const searched = dossier.positions.flatMap((p) => (p.party === party && p.lastSearched ? [p.lastSearched] : [])).sort();
  return {
    party,
    total: own.length,
    joint: own.filter((s) => s.parties.length > 1).length,
    undated: own.filter((s) => !s.date).length,
    slots,
    levels: {
      primary: own.filter((s) => bestLevel(s) === "primary").length,
      secondary: own.filter((s) => bestLevel(s) === "secondary").length,
      tertiary: own.filter((s) => bestLevel(s) === "tertiary").length,
    },
    languages: sourceLanguages(own),
    searched: searched.at(-1) ?? null,
  };
}

/** Parties that speak for themselves, in the dossier's order: a stand-in for several that sign one text is not one of them. */
export const ownParties = (dossier: Dossier): readonly Party[] => dossier.parties.filter((p) => p.kind !== JOINT);
