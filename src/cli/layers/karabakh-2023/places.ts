import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Feature, Position } from "geojson";
import { gazetteers, entryFor } from "../gazetteer.ts";
import { feature, type Kit, type Layer } from "../layer.ts";
import { countryNames, type Names, namesInOrder } from "../names.ts";
import { ALL_CITIES, CITIES, COUNTRY_NAMES } from "../pins.ts";
import { COUNTRY_POINTS, RANGES } from "./label-points.ts";
import { WATERS } from "./water-names.ts";
import { LANGS } from "./window.ts";

/**
 * Towns to label: country, approximate point, kind, the zoom from which it is shown, names. The point only finds the entry in the
 * tables; where there is none it is a published coordinate and stays.
 */
const TOWNS = fileURLToPath(new URL("./towns.tsv", import.meta.url));

interface Town {
  readonly id: string;
  readonly iso: string;
  readonly at: Position;
  readonly kind: string;
  readonly minzoom: number;
  readonly names: Names;
}

/** The rows of the table of towns. */
export function readTowns(text: string): readonly Town[] {
  const [head = "", ...rows] = text.trimEnd().split("\n");
  const columns = head.split("\t");
  return rows.map((row) => {
    const cell = Object.fromEntries(row.split("\t").map((value, i) => [columns[i] ?? "", value]));
    const names = Object.fromEntries(LANGS.flatMap((lang) => (cell[lang] ? [[lang, cell[lang]]] : [])));
    return {
      id: cell["id"] ?? "",
      iso: cell["cc"] ?? "",
      at: [Number(cell["lon"]), Number(cell["lat"])],
      kind: cell["kind"] ?? "",
      minzoom: Number(cell["minzoom"]),
      names,
    };
  });
}

/** 1 = weightiest. Capitals first, then by the zoom from which a place is shown. */
export const rankOf = (kind: string, minzoom: number): number => (kind === "capital" ? 1 : Math.max(2, minzoom - 3));

interface Place {
  readonly id: string;
  readonly names: Names;
  /** Who uses it → form. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly lon: number;
  readonly lat: number;
}

/** Labels: towns, countries, waters, ranges. */
export function places({ packages, records }: Kit): Layer {
  const tables = gazetteers(packages);
  const ours = new Map((records("places") as unknown as Place[]).map((p) => [p.id, p]));
  const town = ({ id, iso, at, kind, minzoom, names }: Town): Feature => {
    const same = ours.get(id);
    const found = tables
      .map(({ entries }) => entryFor(entries, iso, at, [...(names["en"] ?? "").split(" / "), names["az"] ?? ""]))
      .find((e) => e);
    const coordinates = same ? [Number(same.lon), Number(same.lat)] : (found?.at ?? at);
    const all = namesInOrder({ ...names, ...same?.names });
    const labels = same?.labels && { labels: same.labels };
    return feature(id, { kind, minzoom, rank: rankOf(kind, minzoom), iso, names: all, ...labels }, { type: "Point", coordinates });
  };
  const point = (coordinates: Position) => ({ type: "Point" as const, coordinates });
  const features = [
    ...COUNTRY_POINTS.map(({ iso, at, rank }) =>
      feature(iso, { kind: "country", minzoom: 4, rank, iso, names: countryNames(packages, iso, LANGS) }, point(at)),
    ),
    ...WATERS.flatMap(({ id, kind, names, label }) =>
      label ? feature(id, { kind, minzoom: label.minzoom, rank: label.rank, names: namesInOrder(names) }, point(label.at)) : [],
    ),
    ...RANGES.map(({ id, at, minzoom, rank, names }) =>
      feature(id, { kind: "range", minzoom, rank, names: namesInOrder(names) }, point(at)),
    ),
    ...readTowns(readFileSync(TOWNS, "utf8")).map(town),
  ];
  return {
    file: "places.geojson",
    features,
    decimals: 4,
    data: [CITIES, ALL_CITIES, COUNTRY_NAMES],
    licence: "CC-BY-4.0",
    attribution: "GeoNames; Dateline contributors",
    precision: "towns about 1 km; points of countries, waters and ranges only carry a label",
    steps: [
      "towns of src/cli/layers/karabakh-2023/towns.tsv; one that is also in places.yaml has its id, point, names and labels from there",
      "other towns: the point of the entry with that name and country within 3 km, in the first table, else in the second; else a published coordinate",
      "two names of one place in alphabetical order; names of countries from the package, of waters and ranges by hand",
    ],
  };
}
