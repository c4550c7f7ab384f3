import type { Dossier, Id, Statement, Term } from "../dossier/types.ts";
import { byDate, glossary, standing } from "./glossary.ts";

/** What one party said of an event, earliest first, and its own words for the things it spoke of. */
export interface Account {
  readonly party: Id;
  readonly statements: readonly Id[];
  readonly words: readonly { readonly thing: Term; readonly term: string; readonly first: Id }[];
}

/** Two statements and how the one stands to the other. */
export interface Pair {
  readonly from: Id;
  readonly to: Id;
}

/** An event as its parties tell it, side by side. Nothing in it says who is right. */
export interface Accounts {
  readonly accounts: readonly Account[];
  /** `from` answers `to`; in order of the answer. */
  readonly answers: readonly Pair[];
  /** The two do not fit together; each pair once. */
  readonly contradictions: readonly Pair[];
  /** Statements of which accounts differ, in the record's own words. */
  readonly disputed: readonly Id[];
}

/** Statements that belong to an event: those it lists, and those that name it. */
const statementsOf = (dossier: Dossier, event: Id): readonly Statement[] => {
  const listed = new Set(dossier.events.find((e) => e.id === event)?.statements ?? []);
  return byDate(standing(dossier).filter((s) => s.event === event || listed.has(s.id)));
};

/** Pairs with one end at least among `ids`. A contradiction holds from both ends and is told once. */
function pairs(dossier: Dossier, ids: ReadonlySet<Id>): Pick<Accounts, "answers" | "contradictions"> {
  const all = byDate(standing(dossier));
  const known = new Set(all.map((s) => s.id));
  const touching = (pair: Pair) => known.has(pair.to) && (ids.has(pair.from) || ids.has(pair.to));
  const seen = new Set<string>();
  return {
    answers: all.flatMap((s) => s.respondsTo.map((to) => ({ from: s.id, to }))).filter(touching),
    contradictions: all
      .flatMap((s) => s.seeAlso.filter((x) => x.relation === "contradicts").map((x) => ({ from: s.id, to: x.id })))
      .filter((pair) => {
        const key = [pair.from, pair.to].sort().join(" ");
        return touching(pair) && !seen.has(key) && seen.add(key);
      }),
  };
}

/** Builds it. Parties in the dossier's order; a joint text counts for each party that issued it. */
export function accountsOf(dossier: Dossier, event: Id): Accounts {
  const statements = statementsOf(dossier, event);
  const ids = new Set(statements.map((s) => s.id));
  const entries = glossary(dossier);
  const accounts = dossier.parties.flatMap((party) => {
    const own = statements.filter((s) => s.parties.includes(party.id)).map((s) => s.id);
    if (own.length === 0) return [];
    const words = entries.flatMap(({ term: thing, uses }) =>
      uses
        .filter((use) => use.party === party.id)
        .flatMap(({ term, statements: using }) => {
          const first = using.find((id) => ids.has(id));
          return first ? [{ thing, term, first }] : [];
        }),
    );
    return [{ party: party.id, statements: own, words }];
  });
  return { accounts, ...pairs(dossier, ids), disputed: statements.filter((s) => s.disagreement).map((s) => s.id) };
}
