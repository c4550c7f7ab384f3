import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { Packages } from "./fetch.ts";
import { TOOLS } from "./pins.ts";

interface Mapshaper {
  applyCommands(commands: string, input: Readonly<Record<string, string | Buffer>>): Promise<Record<string, Uint8Array | string>>;
}

/** Runs mapshaper commands over files in memory; every `-o x.json` is one of the results. */
export type Shaper = (
  commands: string,
  input: Readonly<Record<string, string | Buffer | FeatureCollection>>,
) => Promise<Record<string, Feature[]>>;

/** mapshaper writes a bare GeometryCollection when features have no properties, and features without a shape when nothing is left of them. */
function featuresOf(text: string): Feature[] {
  const root = JSON.parse(text) as { features?: Feature[]; geometries?: Geometry[] };
  const all = root.features ?? (root.geometries ?? []).map((geometry): Feature => ({ type: "Feature", properties: {}, geometry }));
  return all.filter((f) => f.geometry);
}

export function shaper(packages: Packages): Shaper {
  const mapshaper = packages.load<Mapshaper>("mapshaper", TOOLS);
  return async (commands, input) => {
    const files = Object.fromEntries(
      Object.entries(input).map(([name, file]) => [name, typeof file === "string" || Buffer.isBuffer(file) ? file : JSON.stringify(file)]),
    );
    const out = await mapshaper.applyCommands(`${commands.replace(/\s+/g, " ").trim()} -quiet`, files);
    return Object.fromEntries(
      Object.entries(out).map(([name, text]) => [name, featuresOf(typeof text === "string" ? text : Buffer.from(text).toString("utf8"))]),
    );
  };
}

export const collection = (features: readonly Feature[]): FeatureCollection => ({ type: "FeatureCollection", features: [...features] });
