import type { Day, Dossier, Id, StatedPosition } from "../dossier/types.ts";

/**
 * Which of a cell's entries holds on a day: the last one that had certainly been stated by then.
 *
 * @param since for each entry, in order, the last day its earliest statement can have been made
 * @returns the entry's number, or -1 when nothing had been stated yet
 */
export const currentEntry = (since: readonly Day[], until: Day): number => since.findLastIndex((day) => day <= until);

/** After every day. */
const NEVER: Day = "9999-99-99";

/**
 * From which day on each entry of a cell is known to have been stated: its own, or that of one after it, which it came before. So a position
 * of "2031" that changed on 1 May 2031 was stated by then.
 */
export const sinceDays = (stated: readonly StatedPosition[]): readonly Day[] =>
  stated.map((_, i) => stated.slice(i).reduce((least, { heldFrom }) => (heldFrom !== null && heldFrom < least ? heldFrom : least), NEVER));

/** One cell of the table: a party's entries on a topic, oldest first; a single entry without a date is an absence. */
export interface Cell {
  readonly topic: Id;
  readonly party: Id;
  readonly stated: readonly StatedPosition[];
  readonly absence: StatedPosition | null;
}

/** What a cell is on a day. `none_found` and `not_searched` are kinds of absence; `declined` was asked and said nothing. */
export type CellKind = "stated" | "changed" | "conflicting" | "declined" | "none_found" | "not_searched";

/** Which kind a cell is once everything up to a day has been stated. Before its first entry nothing had been found. */
export function cellKind(cell: Cell, until: Day): CellKind {
  if (cell.stated.length === 0) return cell.absence && cell.absence.kind !== "stated" ? cell.absence.kind : "not_searched";
  const now = currentEntry(sinceDays(cell.stated), until);
  const kind = cell.stated[now]?.kind;
  if (kind === undefined) return "none_found";
  return kind === "stated" && now > 0 ? "changed" : kind;
}

/**
 * Every cell topic × party, in the dossier's order; pseudo-parties that only sign joint texts have none. Silence is a cell too.
 * Each entry follows the one it changed from, however vague its own date is; else they are in order of the day from which they are known.
 */
export function cells(dossier: Dossier): readonly Cell[] {
  const parties = dossier.parties.filter((p) => dossier.positions.some((q) => q.party === p.id));
  return dossier.topics.flatMap((topic) =>
    parties.map((party) => {
      const own = dossier.positions.filter((p) => p.topic === topic.id && p.party === party.id);
      const stated = oldestFirst(own.filter((p) => p.heldFrom !== null));
      return { topic: topic.id, party: party.id, stated, absence: stated.length > 0 ? null : (own[0] ?? null) };
    }),
  );
}

/** Entries of one cell, each after the one it changed from. */
function oldestFirst(entries: readonly StatedPosition[]): readonly StatedPosition[] {
  const rest = [...entries].sort((a, b) => (a.heldFrom! < b.heldFrom! ? -1 : a.heldFrom! > b.heldFrom! ? 1 : 0));
  const out: StatedPosition[] = [];
  while (rest.length > 0) {
    const next = rest.findIndex((p) => !rest.some((q) => q.id === p.changedFrom));
    out.push(...rest.splice(Math.max(0, next), 1));
  }
  return out;
}
