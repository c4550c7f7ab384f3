import { area } from "@turf/turf";
import type { Feature, Geometry, Position } from "geojson";
import { readGeoPackage } from "../gpkg.ts";
import { feature, type Kit, type Layer } from "../layer.ts";
import { bridged, isClosed, joined, partsOf, strip } from "../lines.ts";
import { COASTLINE, DISPUTED_LINES } from "../pins.ts";
import { collection, type Shaper } from "../shaper.ts";
import { NATURAL_EARTH_FILE } from "./admin1.ts";
import { CORRIDOR_KM, NEW_ROAD, NORTH_OF_FRONT, OLD_ROAD, SOUTH_OF_FRONT } from "./disputed-lines.ts";
import { type Reference, WORDS, type Words } from "./disputed-words.ts";
import { DECIMALS, PRECISION } from "./window.ts";

/** Official area of the oblast; the outline's own is told beside it. */
const OFFICIAL_KM2 = 4388;

/** The seven pieces of the oblast's outline end 80 to 250 m from each other. */
const GAP_KM = 0.5;

const polygon = (coordinates: Position[][]): Feature => ({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } });
const closed = (line: readonly Position[]): Feature => polygon([[...line, line[0] ?? []]]);

/** The largest polygon of what a command writes to out.json. */
async function largest(shape: Shaper, commands: string, input: Readonly<Record<string, readonly Feature[]>>): Promise<Geometry> {
  const files = Object.fromEntries(Object.entries(input).map(([name, features]) => [name, collection(features)]));
  const out = await shape(`${commands} -explode -o out.json format=geojson rfc7946 precision=${PRECISION} fix-geometry`, files);
  const [first] = (out["out.json"] ?? []).sort((a, b) => area(b) - area(a));
  if (!first) throw new Error(`nothing is left of ${Object.keys(input).join(", ")}; expected an area`);
  return first.geometry;
}

interface Record_ {
  readonly id: string;
  readonly sources: readonly { readonly title?: string; readonly publisher: string; readonly url: string; readonly published?: string }[];
}

/** The sources of a feature; those of an event of the dossier are copied from it, so that they are corrected in one place. */
function sourcesOf(words: Words, events: readonly Record_[]): readonly Record<string, string | null>[] {
  return words.source.flatMap((reference: Reference) => {
    if (!("event" in reference)) return [reference];
    const event = events.find((e) => e.id === reference.event);
    if (!event)
      throw new Error(`${words.id}: no event ${reference.event} in events.yaml; expected one. Correct its id in disputed-words.ts.`);
    const [first] = event.sources;
    return first
      ? [{ title: `${first.publisher}: ${first.title ?? event.id}`, url: first.url, date: first.published?.slice(0, 10) ?? null }]
      : [];
  });
}

export async function disputed({ packages, shape, records }: Kit, countries: Layer): Promise<Layer> {
  const events = records("events") as unknown as readonly Record_[];
  const azerbaijan = countries.features.filter((f) => f.id === "AZ");
  const of = (name: string): Promise<Feature[]> =>
    readGeoPackage(packages, DISPUTED_LINES, NATURAL_EARTH_FILE, "disputed_borders", `name like '${name}%' and adm0_a3_l = 'AZE'`);
  const outline = joined(bridged((await of("Former USSR oblast")).flatMap(partsOf), GAP_KM));
  const [ring] = outline;
  if (!ring || outline.length > 1 || !isClosed(ring))
    throw new Error(`the oblast's outline is ${outline.length} lines after closing gaps of ${GAP_KM} km; expected one closed line`);
  const oblast = await largest(shape, "-i oblast.json -clean", { "oblast.json": [polygon([ring])] });
  const contact = joined((await of("Ceasefire Line")).flatMap(partsOf));
  const whole: Feature = { type: "Feature", properties: {}, geometry: oblast };
  const held = await largest(shape, "-i oblast.json -i cuts.json -i az.json -target oblast -erase cuts -clip az", {
    "oblast.json": [whole],
    "cuts.json": [closed(SOUTH_OF_FRONT), closed(NORTH_OF_FRONT)],
    "az.json": azerbaijan,
  });
  const corridor = (road: readonly Position[]): Promise<Geometry> =>
    largest(shape, "-i strip.json -i az.json -target strip -dissolve2 -simplify dp interval=100 -clip az", {
      "strip.json": strip(road, CORRIDOR_KM).map((ring) => polygon([ring])),
      "az.json": azerbaijan,
    });
  const km2 = Math.round(area(whole) / 1e6);
  const made = (words: Words, geometry: Geometry, note = words.note): Feature =>
    feature(words.id, { ...words, deJure: "AZ", source: sourcesOf(words, events), note }, geometry);
  return {
    file: "disputed.geojson",
    features: [
      made(WORDS.oblast, oblast, `${WORDS.oblast.note} As drawn ${km2} km2; official ${OFFICIAL_KM2} km2.`),
      made(WORDS.contact, { type: "MultiLineString", coordinates: contact }),
      made(WORDS.held, held),
      made(WORDS.corridorOld, await corridor(OLD_ROAD)),
      made(WORDS.corridorNew, await corridor(NEW_ROAD)),
    ],
    decimals: DECIMALS,
    data: [DISPUTED_LINES, COASTLINE],
    licence: "public domain (Natural Earth); CC-BY-4.0 (drawn by hand); ODbL-1.0 (the corridors' edge along the state border)",
    attribution: "Natural Earth; Dateline contributors; © OpenStreetMap contributors",
    precision: "in each feature, as precision_m: 2 to 12 km",
    steps: [
      "nkao-1923-1991: lines Former USSR oblast of the table disputed_borders, gaps under 500 m closed, made one polygon",
      "loc-1994-2020: lines Ceasefire Line of the same table, joined",
      "nk-armenian-held-2020-2023: nkao-1923-1991 without what lies beyond the two fronts drawn by hand in src/cli/layers",
      `lachin-corridor-2020, lachin-corridor-2022: ${CORRIDOR_KM} km around a road drawn by hand, cut to Azerbaijan of countries.geojson`,
      "sources of events copied from events.yaml; dates and names by hand",
    ],
  };
}
