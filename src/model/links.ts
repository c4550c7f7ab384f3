import type { Dossier, Id, Place } from "../dossier/types.ts";
import { greatCircleLine, kilometres } from "./measure.ts";

/**
 * A statement's way to somebody: to the seat of a party it is addressed to, or to where what it answers was said. Only where the record
 * has both ends; of a place with an extent there is none.
 */
export interface StatementWay {
  readonly kind: "to" | "answers";
  /** The party addressed, or the one that is answered. */
  readonly party: Id;
  readonly from: Id;
  readonly to: Id;
  /** One of the ends stands for the seat of a speaker's office: nothing says where it was said. */
  readonly office: boolean;
  /** 0 = the same place. */
  readonly km: number;
  /** Great circle, in pieces where it passes 180°: [lon, lat] with two decimals; empty when the two ends are one place. */
  readonly arc: readonly (readonly (readonly [number, number])[])[];
}

/** The ways of every statement that has some, by its id. */
export function statementWays(dossier: Dossier): Readonly<Record<Id, readonly StatementWay[]>> {
  const places = new Map(dossier.places.map((p) => [p.id, p]));
  const point = (id: Id | null | undefined): Place | null => {
    const place = id ? places.get(id) : undefined;
    return place && place.precision !== "region" ? place : null;
  };
  const out: Record<Id, StatementWay[]> = {};
  for (const s of dossier.statements) {
    const from = point(s.saidIn?.place);
    if (!from) continue;
    const way = (kind: StatementWay["kind"], party: Id, to: Place | null, office: boolean): StatementWay[] => {
      if (!to) return [];
      const ends = [[from.lon, from.lat] as const, [to.lon, to.lat] as const] as const;
      const same = from.id === to.id;
      return [
        { kind, party, from: from.id, to: to.id, office, km: same ? 0 : kilometres(...ends), arc: same ? [] : greatCircleLine(...ends) },
      ];
    };
    const own = s.saidIn?.basis === "office";
    const addressed = dossier.parties.filter((p) => s.audience.includes(p.id));
    const answered = dossier.statements.filter((o) => s.respondsTo.includes(o.id));
    const ways = [
      ...addressed.flatMap((p) => way("to", p.id, point(p.seat), own)),
      ...answered.flatMap((o) => way("answers", o.party, point(o.saidIn?.place), own || o.saidIn?.basis === "office")),
    ];
    if (ways.length > 0) out[s.id] = ways;
  }
  return out;
}
