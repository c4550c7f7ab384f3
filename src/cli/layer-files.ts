import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection } from "geojson";
import type { LayerEntry } from "../dossier/types.ts";
import type { BuiltFile } from "./pages.ts";

export const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

const read = (file: string): FeatureCollection => JSON.parse(readFileSync(file, "utf8")) as FeatureCollection;

/** A layer of the dossier as it is in its folder; one that is not there is empty. */
export function layer(folder: string, layers: readonly LayerEntry[], id: string): FeatureCollection {
  const entry = layers.find((l) => l.id === id);
  const file = entry && join(folder, "layers", entry.file);
  return file && existsSync(file) ? read(file) : EMPTY;
}

/** The live map looks a contested feature's name up by language. One name for all is that which every language falls back to. */
function byLanguage(feature: Feature): Feature {
  const name: unknown = feature.properties?.["name"];
  return typeof name === "string" ? { ...feature, properties: { ...feature.properties, name: { en: name } } } : feature;
}

/** A layer as the live map fetches it. */
export function layerFile(folder: string, { file, kind }: LayerEntry): BuiltFile {
  const all = read(join(folder, "layers", file));
  const features = kind === "disputed" ? all.features.map(byLanguage) : all.features;
  return { name: `layers/${file}`, source: JSON.stringify({ ...all, features }) };
}
