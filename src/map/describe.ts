import type { Dossier } from "../dossier/types.ts";
import { standing } from "../model/glossary.ts";
import { placeName } from "../model/page-index.ts";
import { list, t } from "../words/t.ts";

/** The map in words, for whoever cannot see it: what it covers, how much is on it, and where most of it is. */
export function describeMap(dossier: Dossier): string {
  const statements = standing(dossier);
  const found = dossier.places
    .map((place) => ({
      name: placeName(place, dossier.head.lang),
      region: place.precision === "region",
      count: statements.filter((s) => s.about[0] === place.id).length,
    }))
    .filter((p) => p.count > 0)
    .sort((a, b) => b.count - a.count);
  const places = found
    .filter((p) => !p.region)
    .slice(0, 4)
    .map((p) => `${p.name} ${p.count}`);
  const regions = found.filter((p) => p.region).map((p) => t("page.describe_whole", { place: p.name, n: p.count }));
  const most = [...regions, ...places];
  const counts = list([t("record.statements", { n: statements.length }), t("page.describe_events", { n: dossier.events.length })]);
  return [
    t("page.describe", { counts }),
    ...(most.length > 0 ? [t("page.describe_most", { places: most.join(", ") })] : []),
    t("page.describe_list"),
  ].join(" ");
}
