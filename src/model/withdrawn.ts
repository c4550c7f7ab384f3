import { begins } from "../dossier/begins.ts";
import type { Dossier, Id, StatedPosition, Statement } from "../dossier/types.ts";

/** What was taken back. Each keeps its id and a page that says so. */
export const withdrawn = (dossier: Dossier): readonly Statement[] => dossier.statements.filter((s) => s.status === "withdrawn");

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
    return { ...p, ...begins(p.statements.flatMap((id) => dates.get(id) ?? [])) };
  });
  const kept = new Set(positions.map((p) => p.id));
  const before = new Map(dossier.positions.map((p) => [p.id, p.changedFrom]));
  /** What a position changed from when the one before it went: the last before that which is left. */
  const leftBefore = (id: Id | null): Id | null => {
    let at = id;
    // As many steps as there are positions: what follows itself in a circle was told, and ends here.
    for (let n = 0; at !== null && !kept.has(at) && n < before.size; n++) at = before.get(at) ?? null;
    return at !== null && kept.has(at) ? at : null;
  };
  return {
    ...dossier,
    statements,
    events: dossier.events.map((e) => ({ ...e, statements: left(e.statements) })),
    positions: positions.map((p) =>
      p.changedFrom === null || kept.has(p.changedFrom) ? p : { ...p, changedFrom: leftBefore(p.changedFrom) },
    ),
    terms: dossier.terms.map((term) => ({ ...term, entries: grounded(term.entries) })).filter((term) => term.entries.length > 0),
    claims: dossier.claims.map((c) => ({ ...c, statements: left(c.statements) })),
    story: grounded(dossier.story),
  };
}
