import { booleanPointInPolygon } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { readGeoPackage } from "../gpkg.ts";
import { feature, type Kit, type Layer } from "../layer.ts";
import { joined, nearestOn, partsOf } from "../lines.ts";
import { COASTLINE, DISPUTED_LINES } from "../pins.ts";
import { collection } from "../shaper.ts";
import { STATES } from "./window.ts";

export const NATURAL_EARTH_FILE = "usr/share/qgis/resources/data/world_map.gpkg";
/** A district line that stops short of the state border by less than this is led to it: the two sources differ by up to 6 km. */
const REACH_KM = 7;
const OF = ["ARM", "AZE", "GEO"];

const ringsOf = (f: Feature): Position[][] => {
  const g = f.geometry as Polygon | MultiPolygon;
  return g.type === "Polygon" ? g.coordinates : g.coordinates.flat();
};

/** Leads loose ends inside the state to its border, where that is near. */
function ledToBorder(lines: readonly Position[][], state: Feature<Polygon | MultiPolygon>): Position[][] {
  const key = (p: Position): string => `${p[0]?.toFixed(4)},${p[1]?.toFixed(4)}`;
  const ends = new Map<string, number>();
  for (const line of lines) for (const p of [line[0], line.at(-1)]) if (p) ends.set(key(p), (ends.get(key(p)) ?? 0) + 1);
  const rings = ringsOf(state);
  const reach = (p: Position | undefined): Position[] => {
    if (!p || (ends.get(key(p)) ?? 0) > 1 || !booleanPointInPolygon(p, state)) return [];
    const to = rings.map((ring) => nearestOn(ring, p)).reduce((best, n) => (n.km < best.km ? n : best));
    return to.km < REACH_KM ? [to.point] : [];
  };
  return lines.map((line) => [...reach(line[0]), ...line, ...reach(line.at(-1))]);
}

export async function admin1({ packages, shape }: Kit, countries: Layer): Promise<Layer> {
  const features: Feature[] = [];
  for (const code of OF) {
    const iso = STATES[code];
    const state = countries.features.find((f) => f.id === iso) as Feature<Polygon | MultiPolygon>;
    const districts = await readGeoPackage(packages, DISPUTED_LINES, NATURAL_EARTH_FILE, "states_provinces", `adm0_a3 = '${code}'`);
    const inner = await shape("-i d.json -clean -innerlines -o inner.json format=geojson", { "d.json": collection(districts) });
    const lines = ledToBorder(joined((inner["inner.json"] ?? []).flatMap(partsOf)), state);
    const cut = await shape(
      "-i lines.json -i state.json -target lines -clip state -simplify dp interval=300 -o out.json format=geojson precision=0.01",
      {
        "lines.json": collection(
          lines.map((coordinates) => ({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } })),
        ),
        "state.json": collection([state]),
      },
    );
    const coordinates = joined((cut["out.json"] ?? []).flatMap(partsOf));
    features.push(feature(`admin1-${iso}`, { kind: "admin1", iso, precision_m: 4000 }, { type: "MultiLineString", coordinates }));
  }
  return {
    file: "admin1.geojson",
    features,
    decimals: 2,
    data: [DISPUTED_LINES, COASTLINE],
    licence: "public domain (lines); ODbL-1.0 (their ends on the state border)",
    attribution: "Natural Earth; © OpenStreetMap contributors",
    precision: "about 4 km; draw faintly and not beyond zoom 8; the districts are those before later reforms",
    steps: [
      "Armenia, Azerbaijan, Georgia: lines between two first-level units of the table states_provinces",
      `loose ends within ${REACH_KM} km of the state border of countries.geojson led to it; cut to the state`,
      "simplified (Douglas-Peucker, 300 m), rounded to 2 decimals",
    ],
  };
}
