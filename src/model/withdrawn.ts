import type { Dossier, DossierDate, Id, StatedPosition, Statement } from "../dossier/types.ts";

/** What was taken back. Each keeps its id and a page that says so. */
export const withdrawn = (dossier: Dossier): readonly Statement[] => dossier.statements.filter((s) => s.status === "withdrawn");

const earliest = (dates: readonly DossierDate[]): DossierDate | null =>
  dates.reduce<DossierDate | null>((first, d) => (first === null || d.min < first.min ? d : first), null);

/**
 * A dossier as readers meet it: nothing that was withdrawn, and nothing that rested on it alone. A position goes when no statement is
 * left to cite, and begins with the earliest that is; so do a party's word for a thing and a step of the story.
 */
export function withoutWithdrawn(dossier: Dossier): Dossier {
  const gone = new Set(withdrawn(dossier).map((s) => s.id));
  if (gone.size === 0) return dossier;
  const left = (ids: readonly Id[]): readonly Id[] => ids.filter((id) => !gone.has(id));
  /** What cited something and now cites nothing has lost its ground. */
  const grounded = <T extends { readonly statements: readonly Id[] }>(list: readonly T[]): readonly T[] =>
    list.flatMap((x) => {
      const statements = left(x.statements);
      return x.statements.length > 0 && statements.length === 0 ? [] : [{ ...x, statements }];
    });
  const statements = dossier.statements
    .filter((s) => !gone.has(s.id))
    .map((s) => ({
      ...s,
      respondsTo: left(s.respondsTo),
      seeAlso: s.seeAlso.filter((other) => !gone.has(other.id)),
      supersededBy: s.supersededBy !== null && gone.has(s.supersededBy) ? null : s.supersededBy,
    }));
  const dates = new Map(statements.map((s) => [s.id, s.date]));
  const positions = grounded(dossier.positions).map((p): StatedPosition => {
    const before = dossier.positions.find((x) => x.id === p.id);
    if (before?.statements.length === p.statements.length) return p;
    return { ...p, validFrom: earliest(p.statements.flatMap((id) => dates.get(id) ?? [])) };
  });
  const kept = new Set(positions.map((p) => p.id));
  return {
    ...dossier,
    statements,
    events: dossier.events.map((e) => ({ ...e, statements: left(e.statements) })),
    positions: positions.map((p) => (p.changedFrom === null || kept.has(p.changedFrom) ? p : { ...p, changedFrom: null })),
    terms: dossier.terms.map((term) => ({ ...term, entries: grounded(term.entries) })).filter((term) => term.entries.length > 0),
    claims: dossier.claims.map((c) => ({ ...c, statements: left(c.statements) })),
    story: grounded(dossier.story),
  };
}
