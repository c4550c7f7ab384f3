import Papa from "papaparse";
import type { Dossier, Statement } from "../dossier/types.ts";
import { statementsGeoJson } from "./pages/statements-geojson.ts";

export interface Download {
  readonly name: string;
  /** What it is, as an entry of the catalogues. */
  readonly label: "page.take_csv" | "page.take_geojson" | "page.take_json";
  readonly source: string;
}

const row = (s: Statement): Record<string, string> => ({
  id: s.id,
  status: s.status,
  date: s.date?.edtf ?? "",
  date_basis: s.dateBasis,
  party: s.party,
  parties: s.parties.join(" | "),
  "speaker.name": s.speaker.name,
  "speaker.role": s.speaker.role ?? "",
  "speaker.each": s.speaker.each.join(" | "),
  audience: s.audience.join(" | "),
  venue: s.venue ?? "",
  said_in: s.saidIn?.place ?? "",
  said_in_basis: s.saidIn?.basis ?? "",
  about: s.about.join(" | "),
  event: s.event ?? "",
  topics: s.topics.join(" | "),
  form: s.form,
  reported_by: s.reportedBy ?? "",
  text: s.text,
  terms: s.terms.join(" | "),
  responds_to: s.respondsTo.join(" | "),
  editor_note: s.editorNote ?? "",
  disagreement: s.disagreement ?? "",
  sources: s.sources.map((x) => x.url).join(" | "),
});

/** What a reader can take away: everything as JSON, the statements as a table that is safe to open in a spreadsheet. */
export function downloads(dossier: Dossier): readonly Download[] {
  return [
    {
      name: "data/statements.csv",
      label: "page.take_csv",
      source: `\uFEFF${Papa.unparse(dossier.statements.map(row), { escapeFormulae: true })}\n`,
    },
    { name: "data/statements.geojson", label: "page.take_geojson", source: statementsGeoJson(dossier) },
    { name: "data/dossier.json", label: "page.take_json", source: JSON.stringify(dossier) },
  ];
}
