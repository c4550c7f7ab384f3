import type { Feature, Position } from "geojson";
import { feature, type Kit, type Layer } from "../layer.ts";
import { partsOf } from "../lines.ts";
import { countryNames } from "../names.ts";
import { COASTLINE, COUNTRY_NAMES } from "../pins.ts";
import { collection } from "../shaper.ts";
import { BBOX, DECIMALS, INTERVAL, LANGS, PRECISION, STATES, WINDOW } from "./window.ts";

const OSM = {
  licence: "ODbL-1.0",
  attribution: "© OpenStreetMap contributors",
  precision: `about ${INTERVAL} m at the scale of the source; state lines as OpenStreetMap had them in about 2018`,
} as const;

/** Uzbekistan begins where the window ends; its sliver's border is nothing but the window's edge. */
const onEdge = (line: readonly Position[]): boolean =>
  line.every(([x = 0, y = 0]) => [x - WINDOW[0], y - WINDOW[1], x - WINDOW[2], y - WINDOW[3]].some((d) => Math.abs(d) < 0.002));

export interface Region {
  readonly countries: Layer;
  readonly borders: Layer;
  /** Where a state border runs in a river, by the river's id: there the river is that border, and no second line beside it. */
  readonly rivers: Readonly<Record<string, readonly Feature[]>>;
}

/** States and the lines between them come from one topology, so that they lie on each other to the last digit. */
export async function region({ packages, shape }: Kit): Promise<Region> {
  const source = packages.read(COASTLINE, "map.geo.json");
  // The source's polygons overlap at the exclaves. Taken apart, each overlap goes to the smaller part; dissolved before that, Artsvashen,
  // Yukhari Askipara and Barkhudarli would vanish into the country around them.
  const states = await shape(
    `-i map.json -clip bbox=${BBOX} -filter-islands min-area=1km2 -explode -clean gap-fill-area=1km2 overlap-rule=min-area
     -dissolve A3 -simplify dp interval=${INTERVAL} keep-shapes -clean
     -o states.json format=geojson precision=${PRECISION}`,
    { "map.json": source },
  );
  // Rounding makes narrow spits cross themselves; cleaned once more, with all positions on the grid, they no longer do.
  const clean = await shape(`-i states.json -clean -o states.json format=geojson rfc7946 precision=${PRECISION} force`, {
    "states.json": collection(states["states.json"] ?? []),
  });
  const features = (clean["states.json"] ?? [])
    .map((f) => {
      const code = String(f.properties?.["A3"]);
      const iso = STATES[code];
      if (!iso) throw new Error(`${COASTLINE.name} has a state ${code} in the window; expected one of ${Object.keys(STATES).join(", ")}`);
      return feature(iso, { kind: "country", names: countryNames(packages, iso, LANGS) }, f.geometry);
    })
    .sort((a, b) => String(a.id).localeCompare(String(b.id)));
  // Made from the rounded polygons, so both files have the same positions; a line along the window's edge is nobody's border.
  const lines = await shape(
    `-i states.json -innerlines where="A.id != B.id" + name=inner -target inner -o inner.json format=geojson
     -target states -innerlines where="/AZ|AM/.test(A.id) != /AZ|AM/.test(B.id) && /IR|TR/.test(A.id + B.id)" + name=south
     -target south -clip bbox=43.6,38.5,47.97,40.13 + name=aras -target aras -o aras.json format=geojson
     -target south -clip bbox=43.4,40.13,43.9,40.61 -o akhurian.json format=geojson`,
    { "states.json": collection(features) },
  );
  const borders = (lines["inner.json"] ?? [])
    .filter((f) => !partsOf(f).every(onEdge))
    .map((f, i) => feature(`border-${i + 1}`, { kind: "border" }, f.geometry));
  const steps = [
    `cut to ${BBOX}; islands under 1 km2 left out`,
    "polygons taken apart; where two overlap, the smaller keeps it, so that exclaves stay; joined again by state",
    `simplified (Douglas-Peucker, ${INTERVAL} m), rounded to ${DECIMALS} decimals`,
  ];
  return {
    countries: { file: "countries.geojson", features, decimals: DECIMALS, data: [COASTLINE, COUNTRY_NAMES], ...OSM, steps },
    borders: {
      file: "borders.geojson",
      features: borders,
      decimals: DECIMALS,
      data: [COASTLINE],
      ...OSM,
      steps: ["lines between two polygons of countries.geojson, each once; none along the window's edge"],
    },
    rivers: { aras: lines["aras.json"] ?? [], akhurian: lines["akhurian.json"] ?? [] },
  };
}
