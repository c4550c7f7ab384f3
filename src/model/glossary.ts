import type { Dossier, Id, Statement, Term } from "../dossier/types.ts";

/** One party's own word for a thing, with every statement of the record that uses it, earliest first. */
export interface Use {
  readonly party: Id;
  readonly term: string;
  readonly note: string | null;
  readonly statements: readonly Id[];
}

export interface GlossaryEntry {
  readonly term: Term;
  readonly uses: readonly Use[];
}

/** Words given as a speaker's own that no entry of the glossary has. */
export interface OtherWord {
  readonly word: string;
  readonly statements: readonly Id[];
}

const fold = (text: string): string => text.toLowerCase().replace(/[’‘]/g, "'").trim();

/**
 * An entry of the glossary as it is shown: what the editors say of it in brackets before it, and the words themselves, of which there may
 * be several with ` / ` between them. Quotation marks around one are left to the page.
 */
export function termParts(term: string): { readonly aside: string | null; readonly words: readonly string[] } {
  const [, aside = null, rest = term] = /^\(([^)]*)\)\s+(.+)$/.exec(term) ?? [];
  return { aside, words: rest.split(" / ").map((word) => word.replace(/^(['"])(.*)\1$/, "$2")) };
}

/** By the last day each can have been made on, then the first; on one day as the dossier has them; undated last. */
export function byDate(statements: readonly Statement[]): readonly Statement[] {
  const key = (s: Statement) => (s.date ? `${s.date.max} ${s.date.min}` : "9999-99-99");
  return [...statements].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** What still stands of the record: nothing superseded or withdrawn. */
export const standing = (dossier: Pick<Dossier, "statements">): readonly Statement[] =>
  dossier.statements.filter((s) => s.status === "published");

const made = new WeakMap<Dossier, readonly GlossaryEntry[]>();

/**
 * Every thing that has terms, and who uses which for it. A statement that quotes exactly an entry's words, by the same party, belongs
 * to the entry too. Orders are the dossier's own: no party's word comes first for being earlier. Made once for a dossier: every
 * statement's page asks for it.
 */
export function glossary(dossier: Dossier): readonly GlossaryEntry[] {
  const known = made.get(dossier);
  if (known) return known;
  const all = standing(dossier).map((statement) => ({ statement, words: new Set(statement.terms.map(fold)) }));
  const uses = ({ party, term, note, statements }: Term["entries"][number]): Use => {
    const own = termParts(term).words.map(fold);
    const named = new Set(statements);
    const using = all.filter(
      ({ statement: s, words }) => named.has(s.id) || (s.parties.includes(party) && own.some((word) => words.has(word))),
    );
    return { party, term, note, statements: byDate(using.map((u) => u.statement)).map((s) => s.id) };
  };
  const entries = dossier.terms.map((term) => ({ term, uses: term.entries.map(uses) }));
  made.set(dossier, entries);
  return entries;
}

/** The other words that statements give as the speaker's own, in alphabetical order. */
export function otherWords(dossier: Dossier): readonly OtherWord[] {
  const known = new Set(dossier.terms.flatMap((t) => t.entries.flatMap((e) => termParts(e.term).words.map(fold))));
  const words = new Map<string, { readonly word: string; readonly statements: Statement[] }>();
  for (const s of standing(dossier))
    for (const word of s.terms) {
      if (known.has(fold(word))) continue;
      const entry = words.get(fold(word)) ?? { word, statements: [] };
      entry.statements.push(s);
      words.set(fold(word), entry);
    }
  return [...words]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, { word, statements }]) => ({ word, statements: byDate(statements).map((s) => s.id) }));
}
