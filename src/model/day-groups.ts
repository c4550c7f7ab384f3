import { dateOrder } from "../dossier/date-order.ts";
import type { Day, Dossier, DossierDate, DossierEvent, Statement } from "../dossier/types.ts";
import { dateWords } from "./dates.ts";

/** What the list has under one heading. */
export interface DayGroup {
  /** First and last day, `from/to`; of several headings over the same days each but the first has a number after it. */
  readonly key: string;
  readonly words: string;
  readonly events: readonly DossierEvent[];
  readonly statements: readonly Statement[];
}

const BEGINS = /^(\d{4}-\d{2}-\d{2})([~?%]?)(?:\/|$)/;

/** An event stands under the day on which it began, where that is known to the day; else under all that it can be. */
function began(date: DossierDate): DossierDate {
  const [, day, vague = ""] = BEGINS.exec(date.edtf) ?? [];
  if (day === undefined) return date;
  const flags = { approximate: /[~%]/.test(vague), uncertain: /[?%]/.test(vague) };
  return { edtf: `${day}${vague}`, min: day, max: day, precision: "day", ...flags };
}

/** Statements and events by what is known of their day, in order; undated statements are in none. */
export function dayGroups({ events, statements }: Pick<Dossier, "events" | "statements">): readonly DayGroup[] {
  const groups = new Map<string, { min: Day; max: Day; order: string; events: DossierEvent[]; statements: Statement[] }>();
  const under = (date: DossierDate) => {
    const words = dateWords(date);
    const found = groups.get(words) ?? { min: date.min, max: date.max, order: dateOrder(date), events: [], statements: [] };
    groups.set(words, found);
    return found;
  };
  for (const e of events) under(began(e.date)).events.push(e);
  for (const s of statements) if (s.date) under(s.date).statements.push(s);
  const taken = new Map<string, number>();
  return [...groups]
    .sort(([, a], [, b]) => (a.order < b.order ? -1 : 1))
    .map(([words, { min, max, ...held }]) => {
      const days = `${min}/${max}`;
      const n = (taken.get(days) ?? 0) + 1;
      taken.set(days, n);
      return { key: n === 1 ? days : `${days}/${n}`, words, events: held.events, statements: held.statements };
    });
}
