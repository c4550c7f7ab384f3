import { copyFileSync, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection, Point } from "geojson";
import type { Dossier, Place, Statement } from "../../dossier/types.ts";

const MILLISECONDS_A_DAY = 86_400_000;
/** A map page by hand has no tray for the undated and no badge for the placeless: it shows the rest. */
const NO_COLOUR = "#777777";

/** Where a statement's circle goes: what it is about, else where it was said, else the party's seat. */
function placeOf(statement: Statement, dossier: Dossier): Place | undefined {
  const seat = dossier.parties.find((p) => p.id === statement.party)?.seat;
  const wanted = statement.about[0] ?? statement.saidIn?.place ?? seat;
  return dossier.places.find((p) => p.id === wanted);
}

/** A dossier's dated and placed statements as the hand-written page wants them: one point each, with the text and its sources. */
export function baselineData(dossier: Dossier): FeatureCollection<Point> {
  const features = dossier.statements.flatMap((s): Feature<Point>[] => {
    const place = placeOf(s, dossier);
    const party = dossier.parties.find((p) => p.id === s.party);
    if (!place || !s.date || !party) return [];
    const properties = {
      id: s.id,
      title: `${party.name}: ${s.speaker.name}`,
      date: s.date.edtf,
      day: Date.parse(s.date.min) / MILLISECONDS_A_DAY,
      colour: party.colour?.light ?? NO_COLOUR,
      text: s.text,
      sources: s.sources.map(({ publisher, url }) => ({ publisher, url })),
    };
    return [{ type: "Feature", properties, geometry: { type: "Point", coordinates: [place.lon, place.lat] } }];
  });
  return { type: "FeatureCollection", features };
}

/** Writes the hand-written page with a dossier's statements into the folder `out`; `root` is the repository. */
export function writeBaseline(out: string, root: string, dossier: Dossier): void {
  cpSync(join(root, "tests/bench/baseline"), out, { recursive: true });
  for (const file of ["maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css"])
    copyFileSync(join(root, "node_modules/maplibre-gl/dist", file), join(out, file));
  writeFileSync(join(out, "statements.geojson"), JSON.stringify(baselineData(dossier)));
}
