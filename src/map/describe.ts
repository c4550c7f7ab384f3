import type { Dossier } from "../dossier/types.ts";
import { placeName } from "../model/page-index.ts";

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;

/** The map in words, for whoever cannot see it: what it covers, how much is on it, and where most of it is. */
export function describeMap(dossier: Dossier): string {
  const counts = dossier.places
    .map((place) => ({
      name: placeName(place, dossier.head.lang),
      region: place.precision === "region",
      count: dossier.statements.filter((s) => s.about[0] === place.id).length,
    }))
    .filter((p) => p.count > 0)
    .sort((a, b) => b.count - a.count);
  const places = counts
    .filter((p) => !p.region)
    .slice(0, 4)
    .map((p) => `${p.name} ${p.count}`);
  const regions = counts.filter((p) => p.region).map((p) => `${p.name} as a whole ${p.count}`);
  const most = [...regions, ...places];
  return `Map: ${count(dossier.statements.length, "statement")} and ${count(dossier.events.length, "event")}. ${most.length > 0 ? `By what they are about: ${most.join(", ")}. ` : ""}The list holds everything the map shows.`;
}
