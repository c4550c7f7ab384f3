import type { Dossier, Id, Party } from "../dossier/types.ts";
import { byDate, standing } from "./glossary.ts";

/** Who spoke for a party: a person or an organ, in which role, in which statements, earliest first. */
export interface Speaker {
  readonly name: string;
  readonly roles: readonly { readonly role: string | null; readonly statements: readonly Id[] }[];
  /** Offices the dossier names, and of which years: the speaker's own, or those of people named in the speaker's name. */
  readonly offices: Party["officeHolders"];
}

/**
 * Everyone who spoke for a party in the record, by the day they first did; then the office holders of whom nothing is recorded. Roles are
 * as they were on the day. Each office is told once.
 */
export function speakersOf(dossier: Dossier, party: Id): readonly Speaker[] {
  const holders = dossier.parties.find((p) => p.id === party)?.officeHolders ?? [];
  const spoke = new Map<string, Map<string | null, Id[]>>();
  for (const s of byDate(standing(dossier).filter((x) => x.party === party))) {
    const roles = spoke.get(s.speaker.name) ?? new Map<string | null, Id[]>();
    roles.set(s.speaker.role, [...(roles.get(s.speaker.role) ?? []), s.id]);
    spoke.set(s.speaker.name, roles);
  }
  const names = [...spoke.keys()];
  const at = holders.map(({ name }) => names.find((n) => n === name) ?? names.find((n) => n.includes(name)));
  return [
    ...[...spoke].map(([name, roles]) => ({
      name,
      roles: [...roles].map(([role, statements]) => ({ role, statements })),
      offices: holders.filter((_, i) => at[i] === name),
    })),
    ...holders.filter((_, i) => at[i] === undefined).map((h) => ({ name: h.name, roles: [], offices: [h] })),
  ];
}
