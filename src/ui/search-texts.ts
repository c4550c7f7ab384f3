import type { Id } from "../dossier/types.ts";
import { dayText, fold, type Names, needles, searchIn, SPELT } from "../model/search.ts";
import { pause } from "./pause.ts";
import type { Rest } from "./rest.ts";
import type { Session } from "./session.svelte.ts";

/** What the search looks through: statements, and what happened. */
export const CARDS = ".card, .happened";

/**
 * What of a card is looked through: everything it says, but not its sources, nor how it stands to others, whose names would be found in it.
 * Of what happened also the headlines it was reported under.
 */
export const READ = ":scope > :not(.sources, .rel, h4), .code, .party, .speaker, .title, .happened cite";

/** Cards read at one go: few enough not to hold up a hand. */
const SLICE = 40;

/**
 * Every statement's words as they stand in the page, with all spellings that are known of its places, and the days it may be of. Those of
 * what happened under the id of its card.
 */
async function readTexts(root: ParentNode, session: Session, rest: Rest | null): Promise<ReadonlyMap<Id, string>> {
  const out = new Map<Id, string>();
  const spellings = (id: Id): string => {
    const place = rest?.places[id];
    return place ? [...Object.values(place.names), ...Object.values(place.labels)].join(" ") : "";
  };
  const cards = [...root.querySelectorAll<HTMLElement>(CARDS)];
  for (const [i, card] of cards.entries()) {
    const id = card.dataset["statement"];
    const s = session.index.statements.find((x) => x.id === id);
    const places = s ? [...s.about, ...(s.said ? [s.said] : [])] : [];
    const words = [...card.querySelectorAll(READ)].map((el) => el.textContent);
    // Headlines may not yet be in the page.
    if (!s) words.push(...(rest?.titles[card.id] ?? []).flatMap((title) => title?.[0] ?? []));
    if (s?.min) words.push(dayText(s.min), dayText(s.max));
    out.set(id ?? card.id, [words.join(" "), ...places.map(spellings)].join(SPELT));
    if (i % SLICE === SLICE - 1) await pause();
  }
  return out;
}

let asked: Rest | null | undefined;
let texts: ReadonlyMap<Id, string> = new Map();
let codes: ReadonlySet<string> = new Set();
let names: Names = new Map();

/** The words of every statement and of what happened, as they stand; none before the search is ready. */
export const readWords = (): readonly string[] => [...texts.values()];

/** What a query asks for, as the search understands it. */
export const asksFor = (query: string): readonly string[] => needles(query, codes, names).flat();

/** Makes the session able to look for words; once more when the spellings of places have come. */
export async function readySearch(session: Session): Promise<void> {
  const { rest } = session;
  if (asked === rest) return;
  asked = rest;
  const found = await readTexts(document, session, rest);
  const folded = new Map<Id, string>();
  for (const [id, text] of found) {
    folded.set(id, text.split(SPELT).map(fold).join(SPELT));
    if (folded.size % SLICE === 0) await pause();
  }
  if (asked !== rest) return;
  texts = found;
  // A word of two letters that is written somewhere is looked for whole: “UK” is not the beginning of Ukraine.
  codes = new Set([
    ...session.index.parties.map((p) => fold(p.code)),
    ...[...folded.values()].flatMap((text) => text.split(" ").filter((word) => word.length === 2)),
  ]);
  names = new Map(
    (rest?.called ?? []).flatMap(([all, also]) => {
      const whole = all.map((name) => ` ${fold(name)} `);
      return [...all, ...also].map((name) => [fold(name), whole] as const);
    }),
  );
  session.search = searchIn(folded, codes, names);
}
