import type { Dossier, Party } from "../dossier/types.ts";
import { JOINT } from "../dossier/types.ts";
import { fold } from "./search.ts";

/** Names of one thing, each of which is looked for when one of them is; and what else readers write for them. */
export type Called = readonly [names: readonly string[], also: readonly string[]];

/** A state's second name stands in brackets; those of others say there which part of them is meant. */
const ownNames = ({ name, kind }: Party): readonly string[] => {
  const [first = "", second = ""] = name.split(/ \(|\)$/);
  return kind === "state" && second ? [first, second] : [first];
};

/** What the search has to know of names: a party's, those it has elsewhere and its code, then what the dossier's aliases say. */
export function called({ head, parties }: Dossier, elsewhere: (party: Party) => Called): readonly Called[] {
  const out = parties
    .filter(({ kind }) => kind !== JOINT)
    .map((party): [string[], string[]] => {
      const [names, also] = elsewhere(party);
      const all = [...new Set([...ownNames(party), ...names])];
      return [all, [...new Set([party.code, ...also])].filter((name) => !all.includes(name))];
    });
  for (const [typed, written] of Object.entries(head.aliases)) {
    const there = out.find(([names]) => names.some((name) => fold(name) === fold(written)));
    if (there) there[1].push(typed);
    else out.push([[written], [typed]]);
  }
  return out;
}
