import type { Feature, FeatureCollection, Point } from "geojson";
import type { Dossier, Statement } from "../../dossier/types.ts";
import { pageAddress } from "../../model/citation.ts";
import { placeName } from "../../model/page-index.ts";

function feature(dossier: Dossier, s: Statement): Feature<Point | null> {
  const { head, places } = dossier;
  const place = places.find((p) => p.id === s.about[0]);
  const said = places.find((p) => p.id === s.saidIn?.place);
  return {
    type: "Feature",
    id: s.id,
    geometry: place ? { type: "Point", coordinates: [place.lon, place.lat] } : null,
    properties: {
      id: s.id,
      status: s.status,
      date: s.date?.edtf ?? null,
      date_min: s.date?.min ?? null,
      date_max: s.date?.max ?? null,
      date_basis: s.dateBasis,
      party: s.party,
      parties: s.parties.join(" | "),
      speaker: s.speaker.name,
      role: s.speaker.role,
      form: s.form,
      text: s.text,
      lang: s.lang,
      topics: s.topics.join(" | "),
      place: place?.id ?? null,
      place_name: place ? placeName(place, head.lang) : null,
      // `region`: the point only carries the name of an area; it is no centre.
      place_precision: place?.precision ?? null,
      place_precision_m: place?.precisionM ?? null,
      said_in: said?.id ?? null,
      said_in_basis: s.saidIn?.basis ?? null,
      page: pageAddress(head, "s", s.id),
      sources: s.sources.map((source) => source.url).join(" | "),
    },
  };
}

/** The statements as GeoJSON, each at the first place it is about. One that is about no place has no geometry; none is guessed. */
export function statementsGeoJson(dossier: Dossier): string {
  const all: FeatureCollection<Point | null> = { type: "FeatureCollection", features: dossier.statements.map((s) => feature(dossier, s)) };
  return `{"type":"FeatureCollection","features":[\n${all.features.map((f) => JSON.stringify(f)).join(",\n")}\n]}\n`;
}
