import type { Feature, Position } from "geojson";
import { feature, type Kit, type Layer } from "../layer.ts";
import { type Names, namesInOrder } from "../names.ts";
import { CITIES } from "../pins.ts";
import { NEW_ROAD, OLD_ROAD } from "./disputed-lines.ts";
import { DECIMALS } from "./window.ts";

/** A road that statements speak of: the towns it passes by their ids in places.yaml, and points of its known course between them. */
interface Road {
  readonly id: string;
  readonly names: Names;
  readonly course: readonly (string | Position)[];
  readonly precision_m: number;
  readonly note: string;
}

const ROADS: readonly Road[] = [
  {
    id: "aghdam-road",
    names: { en: "Aghdam road", az: "Ağdam yolu", hy: "Աղդամի ճանապարհ", ru: "Агдамская дорога" },
    course: ["stepanakert", "khojaly", "askeran", "agdam"],
    precision_m: 1500,
    note: "Through the towns it passes, straight between them: 25.6 km as drawn, published as 26 km.",
  },
  {
    id: "lachin-road",
    names: { en: "Lachin road", az: "Laçın yolu", hy: "Լաչինի ճանապարհ", ru: "Лачинская дорога" },
    course: ["goris", [46.4805, 39.5583], ...NEW_ROAD, "shusha", "stepanakert"],
    precision_m: 3000,
    note: "The route from August 2022, over the Hakari and past Mets Shen; from its known course, by hand.",
  },
  {
    id: "lachin-road-2022",
    names: {
      en: "Lachin road until August 2022",
      az: "2022-ci ilin avqustunadək Laçın yolu",
      hy: "Լաչինի ճանապարհ մինչև 2022 թ. օգոստոս",
      ru: "Лачинская дорога до августа 2022 года",
    },
    course: [[46.4805, 39.5583], ...OLD_ROAD],
    precision_m: 3000,
    note: "The route until August 2022, over Zabukh and Lachin; from its known course, by hand.",
  },
];

interface Place {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
}

/** The main roads that statements speak of. No package has roads, so they are drawn by hand, each with how far it may be off. */
export function roads({ records }: Kit): Layer {
  const places = new Map((records("places") as unknown as Place[]).map((p) => [p.id, p]));
  const at = (point: string | Position): Position => {
    if (typeof point !== "string") return point;
    const place = places.get(point);
    if (!place) throw new Error(`a road passes ${point}, which places.yaml does not have`);
    return [Number(place.lon), Number(place.lat)];
  };
  return {
    file: "roads.geojson",
    features: ROADS.map(
      ({ id, names, course, precision_m, note }): Feature =>
        feature(id, { kind: "road", names: namesInOrder(names), precision_m, note }, { type: "LineString", coordinates: course.map(at) }),
    ),
    decimals: DECIMALS,
    data: [CITIES],
    licence: "CC-BY-4.0",
    attribution: "GeoNames; Dateline contributors",
    precision: "1.5 to 3 km, in each feature as precision_m",
    steps: [
      "the roads that statements speak of, by hand: through their towns, points from places.yaml, and between them by their known course",
      "other roads are not drawn: nothing in the record speaks of them",
    ],
  };
}
