import type { Feature } from "geojson";
import { cutAtAntimeridian } from "../antimeridian.ts";
import { feature, type Kit, type Layer } from "../layer.ts";
import { WORLD } from "../pins.ts";
import { collection } from "../shaper.ts";
import { WINDOW } from "./window.ts";

/** 0.1° is 11 km, at most three pixels at the zoom where the region's own layers take over. */
const DECIMALS = 1;
const PRECISION = 0.1;
/** What share of the source's positions stays: the weightiest bends. Of shores half, by which seas are known at zoom 4; of states' outlines a quarter. */
const SHARE = { land: "50%", states: "28%" };
const SMALLEST_ISLAND_KM2 = 4000;
/** Of the window, where the region's own land lies, none of this is drawn, but for a rim beneath it: two shores would be seen side by side. */
const RIM = 0.2;
const WITHIN = [WINDOW[0] + RIM, WINDOW[1] + RIM, WINDOW[2] - RIM, WINDOW[3] - RIM].join(",");

export interface World {
  readonly land: Layer;
  /** States by ISO 3166-1 alpha-3, as coarse as the land. */
  readonly states: ReadonlyMap<string, Feature>;
}

/**
 * Land of the world around the region, for orientation while that fills less than the screen. Without lines between states: at this scale they would
 * take sides in many places that this dossier neither dates nor sources.
 */
export async function world({ packages, shape }: Kit): Promise<World> {
  // Antarctica is left out: it lies along this projection's edge, and its ring along the antimeridian.
  const source = await shape(`-i world.json -target countries -filter "a3 != 'ATA'" -o states.json format=geojson`, {
    "world.json": packages.read(WORLD, "world/110m.json"),
  });
  const whole = collection(await cutAtAntimeridian(shape, source["states.json"] ?? []));
  const simple = async (share: string, then: string): Promise<Feature[]> => {
    const out = await shape(
      `-i f.json -dissolve a3 -filter-islands min-area=${SMALLEST_ISLAND_KM2}km2 -simplify weighted ${share} keep-shapes ${then}
       -o out.json format=geojson precision=${PRECISION}`,
      { "f.json": whole },
    );
    // Rounded shapes touch and cross themselves; cleaned once more, on the grid, they no longer do.
    const clean = await shape(`-i f.json -clean -o out.json format=geojson rfc7946 precision=${PRECISION}`, {
      "f.json": collection(out["out.json"] ?? []),
    });
    return clean["out.json"] ?? [];
  };
  const [land] = await simple(SHARE.land, `-dissolve -erase bbox=${WITHIN}`);
  if (!land) throw new Error(`no land in ${WORLD.name} ${WORLD.version}; expected one shape`);
  const states = await simple(SHARE.states, "");
  return {
    states: new Map(states.map((f) => [String(f.properties?.["a3"]), f])),
    land: {
      file: "world.geojson",
      features: [feature("land", { kind: "land", precision_m: 20_000 }, land.geometry)],
      decimals: DECIMALS,
      data: [WORLD],
      licence: "public domain (Natural Earth); package BSD-3-Clause",
      attribution: "Natural Earth",
      precision: "about 20 km; for zoom 0 to 5 only",
      steps: [
        `countries of the 110m file without Antarctica and islands under ${SMALLEST_ISLAND_KM2} km2, cut at 180°`,
        `simplified (weighted Visvalingam, ${SHARE.land} of the positions), joined to one land, that of the window cut out but for a rim of ${RIM}°, rounded to ${DECIMALS} decimal`,
      ],
    },
  };
}
