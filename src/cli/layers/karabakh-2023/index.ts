import type { Kit, Layer } from "../layer.ts";
import { admin1 } from "./admin1.ts";
import { region } from "./countries.ts";
import { disputed } from "./disputed.ts";
import { betweenParties, parties } from "./parties.ts";
import { places } from "./places.ts";
import { roads } from "./roads.ts";
import { lakes, rivers } from "./water.ts";
import { world } from "./world.ts";

/** Everything in geo/karabakh-2023/layers/, in drawing order. */
export async function makeLayers(kit: Kit): Promise<readonly Layer[]> {
  const { countries, borders, rivers: along } = await region(kit);
  const around = await world(kit);
  return [
    around.land,
    countries,
    await lakes(kit),
    await rivers(kit, along),
    await admin1(kit, countries),
    betweenParties(borders, countries),
    roads(kit),
    await parties(kit, countries, around),
    await disputed(kit, countries),
    places(kit),
  ];
}
