import type { Feature } from "geojson";
import { cutAtAntimeridian } from "../antimeridian.ts";
import { feature, type Kit, type Layer } from "../layer.ts";
import { WORLD } from "../pins.ts";
import { collection } from "../shaper.ts";

/** 0.1° is 11 km, at most three pixels at the zoom where the region's own layers take over. */
const DECIMALS = 1;
const PRECISION = 0.1;
/** What share of the source's positions stays: the weightiest bends. A quarter still shows every country's form at zoom 4. */
const SHARE = "28%";
const SMALLEST_ISLAND_KM2 = 4000;

export interface World {
  readonly land: Layer;
  /** States by ISO 3166-1 alpha-3, as coarse as the land. */
  readonly states: ReadonlyMap<string, Feature>;
}

/**
 * Land of the world, for orientation while the region fills less than the screen. Without lines between states: at this scale they would
 * take sides in many places that this dossier neither dates nor sources.
 */
export async function world({ packages, shape }: Kit): Promise<World> {
  // Antarctica is left out: it lies along this projection's edge, and its ring along the antimeridian.
  const source = await shape(`-i world.json -target countries -filter "a3 != 'ATA'" -o states.json format=geojson`, {
    "world.json": packages.read(WORLD, "world/110m.json"),
  });
  const once = await shape(
    `-i states.json -dissolve a3 -filter-islands min-area=${SMALLEST_ISLAND_KM2}km2 -simplify weighted ${SHARE} keep-shapes
     -o states.json format=geojson precision=${PRECISION} force -dissolve -o land.json format=geojson precision=${PRECISION}`,
    { "states.json": collection(await cutAtAntimeridian(shape, source["states.json"] ?? [])) },
  );
  // Rounded shapes touch and cross themselves; cleaned once more, on the grid, they no longer do.
  const clean = async (features: readonly Feature[] = []): Promise<Feature[]> => {
    const out = await shape(`-i f.json -clean -o out.json format=geojson rfc7946 precision=${PRECISION}`, {
      "f.json": collection(features),
    });
    return out["out.json"] ?? [];
  };
  const [land] = await clean(once["land.json"]);
  if (!land) throw new Error(`no land in ${WORLD.name} ${WORLD.version}; expected one shape`);
  const states = await clean(once["states.json"]);
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
        `simplified (weighted Visvalingam, ${SHARE} of the positions), joined to one land, rounded to ${DECIMALS} decimal`,
      ],
    },
  };
}
