import type { Feature } from "geojson";
import { feature, type Kit, type Layer } from "../layer.ts";
import { alongEdge } from "../lines.ts";
import { COASTLINE, WORLD } from "../pins.ts";
import { collection } from "../shaper.ts";
import type { World } from "./world.ts";

/** Parties that are states → their code in the source of world.geojson. Organisations, missions and courts have a seat and no area. */
const FAR: Readonly<Record<string, string>> = { ru: "RUS", tr: "TUR", ir: "IRN", fr: "FRA", us: "USA", de: "DEU", pk: "PAK" };
/** These lie whole in the region's window, so their area comes from its better lines; party → id in countries.geojson. */
const NEAR: Readonly<Record<string, string>> = { az: "AZ", am: "AM", ge: "GE" };
/** All that have borders in the window: there the outline is those borders themselves, and the coarse one is for the world around. */
const STATES: Readonly<Record<string, string>> = { ...NEAR, ru: "RU", tr: "TR", ir: "IR" };
/** An area that is contested is drawn once, in the disputed layer with its dates and sources, and only named here. */
const AREA_FEATURES: Readonly<Record<string, string>> = { nk: "nk-armenian-held-2020-2023" };
const DECIMALS = 2;

interface Party {
  readonly id: string;
  readonly name: string;
  readonly seat?: string;
}
interface Place {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
}

/** Says of each border which parties it parts, so that the outline of one that the reader picks lies on it to the last digit. */
export function betweenParties(borders: Layer, countries: Layer): Layer {
  const party = new Map(Object.entries(STATES).map(([id, country]) => [country, id]));
  const features = borders.features.map((border) => {
    const [a, b] = alongEdge(border, countries.features).flatMap((id) => party.get(id) ?? []);
    return { ...border, properties: { ...border.properties, ...(a && { a }), ...(b && { b }) } };
  });
  return { ...borders, features, steps: [...borders.steps, "a, b: parties that are the states on its sides"] };
}

/** Each party's seat, copied from places.yaml, and the area it stands for, generalised: orientation, not a statement on any border. */
export async function parties({ shape, records }: Kit, countries: Layer, { states }: World): Promise<Layer> {
  const places = new Map((records("places") as unknown as Place[]).map((p) => [p.id, p]));
  const near = countries.features.filter((f) => Object.values(NEAR).includes(String(f.id)));
  const once = await shape("-i near.json -simplify dp interval=2500 keep-shapes -o once.json format=geojson precision=0.01", {
    "near.json": collection(near),
  });
  const clean = await shape("-i once.json -clean -o clean.json format=geojson rfc7946 precision=0.01", {
    "once.json": collection(once["once.json"] ?? []),
  });
  const areaOf = (party: string): { readonly area: Feature; readonly precision_m: number } | null => {
    const [iso, code] = [NEAR[party], FAR[party]];
    if (!iso && !code) return null;
    const area = code ? states.get(code) : clean["clean.json"]?.find((f) => f.properties?.["id"] === iso);
    if (!area) throw new Error(`party ${party}: no country ${code ?? iso} in the source; expected one. Correct NEAR or FAR in parties.ts.`);
    return { area, precision_m: code ? 20_000 : 3000 };
  };
  const features: Feature[] = [];
  for (const { id, name, seat } of records("parties") as unknown as Party[]) {
    const names = { en: name };
    const state = areaOf(id);
    if (state)
      features.push(
        feature(
          `area-${id}`,
          { party: id, kind: "area", names, precision_m: state.precision_m, ...(STATES[id] && { borders: true }) },
          state.area.geometry,
        ),
      );
    if (seat === undefined) continue;
    const place = places.get(seat);
    if (!place) throw new Error(`party ${id}: no place ${seat} in places.yaml; expected its seat`);
    const areaFeature = AREA_FEATURES[id] ?? (state ? `area-${id}` : undefined);
    const properties = { party: id, kind: "seat", names, place: seat, ...(areaFeature && { areaFeature }) };
    features.push(feature(`seat-${id}`, properties, { type: "Point", coordinates: [Number(place.lon), Number(place.lat)] }));
  }
  const areasFirst = (f: Feature): number => (f.properties?.["kind"] === "area" ? 0 : 1);
  return {
    file: "parties.geojson",
    features: features.sort((a, b) => areasFirst(a) - areasFirst(b)),
    decimals: DECIMALS,
    data: [COASTLINE, WORLD],
    licence: "ODbL-1.0 (areas of am, az, ge); public domain (other areas); CC-BY-4.0 (seats)",
    attribution: "© OpenStreetMap contributors; Natural Earth; GeoNames",
    precision: "seats as in places.yaml; areas 3 km (am, az, ge) or 20 km (others), in each feature as precision_m",
    steps: [
      "seats: the point of the party's seat in places.yaml",
      "areas of Armenia, Azerbaijan, Georgia: countries.geojson simplified (Douglas-Peucker, 2.5 km), rounded to 2 decimals",
      "areas of other states: from the source of world.geojson, made as coarse as it; that source follows the view of the United Nations (Crimea, Western Sahara)",
      "borders: its borders in the window are in borders.geojson, and outline it there",
      "nk: no area of its own here; areaFeature names the dated feature of disputed.geojson",
    ],
  };
}
