import { compileDossier } from "../../src/dossier/compile.ts";
import { parseDate } from "../../src/dossier/edtf.ts";
import type { Dossier, DossierDate } from "../../src/dossier/types.ts";
import type { EventRef, PageIndex, PartyRef, PlaceRef, StatementRef } from "../../src/model/page-index.ts";
import { OPENING, type View } from "../../src/model/view.ts";
import { good } from "../dossier/fixtures.ts";

/** The invented dossier in which nothing is wrong, compiled. */
export const lakeMira: Dossier = (await compileDossier(good())).dossier!;

/** A date as the compiler would make it. */
export function date(edtf: string): DossierDate {
  const found = parseDate(edtf);
  if (!found) throw new Error(`${edtf} is no date`);
  return found;
}

export const view = (changes: Partial<View> = {}): View => ({ ...OPENING, ...changes });

export const statement = (id: string, days: string, changes: Partial<StatementRef> = {}): StatementRef => {
  const [min = "", max = min] = days.split("/");
  const party = changes.party ?? "a";
  return {
    id,
    min,
    max,
    party,
    parties: [party],
    about: [],
    said: null,
    events: [],
    topics: [],
    open: min !== max,
    form: "paraphrase",
    level: "secondary",
    langs: ["en"],
    ...changes,
  };
};

export const event = (id: string, days: string, place: string): EventRef => {
  const [min = "", max = min] = days.split("/");
  return { id, min, max, place, title: id };
};

const place = (id: string, n: number): PlaceRef => ({ id, name: id, lon: n, lat: n, region: false });
const party = (id: string): PartyRef => ({ id, code: id.toUpperCase(), name: id });

/** An index of parties a, b, c and places p, q, r with the given statements and events. */
export const index = (statements: readonly StatementRef[], events: readonly EventRef[] = []): PageIndex => ({
  statements,
  events,
  places: ["p", "q", "r"].map(place),
  parties: ["a", "b", "c"].map(party),
});
