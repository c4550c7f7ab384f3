import type { Dossier, Id } from "../dossier/types.ts";
import { byDate, standing } from "./glossary.ts";

/** Who spoke for a party: a person or an organ, in which role, in which statements, earliest first. */
export interface Speaker {
  readonly name: string;
  readonly roles: readonly { readonly role: string | null; readonly statements: readonly Id[] }[];
  /** The office the dossier names, and of which years. */
  readonly office: { readonly role: string; readonly asOf: string } | null;
}

/**
 * Everyone who spoke for a party in the record, by the day they first did; then the office holders of whom nothing is recorded. Roles are
 * as they were on the day.
 */
export function speakersOf(dossier: Dossier, party: Id): readonly Speaker[] {
  const holders = dossier.parties.find((p) => p.id === party)?.officeHolders ?? [];
  const office = (name: string) => {
    const held = holders.find((h) => h.name === name);
    return held ? { role: held.role, asOf: held.asOf } : null;
  };
  const spoke = new Map<string, Map<string | null, Id[]>>();
  for (const s of byDate(standing(dossier).filter((x) => x.party === party))) {
    const roles = spoke.get(s.speaker.name) ?? new Map<string | null, Id[]>();
    roles.set(s.speaker.role, [...(roles.get(s.speaker.role) ?? []), s.id]);
    spoke.set(s.speaker.name, roles);
  }
  return [
    ...[...spoke].map(([name, roles]) => ({
      name,
      roles: [...roles].map(([role, statements]) => ({ role, statements })),
      office: office(name),
    })),
    ...holders
      .filter((h) => ![...spoke.keys()].some((name) => name.includes(h.name)))
      .map((h) => ({ name: h.name, roles: [], office: { role: h.role, asOf: h.asOf } })),
  ];
}
