import type { Bounds, Id } from "../dossier/types.ts";
import type { PageIndex } from "../model/page-index.ts";
import { stacks } from "../model/select.ts";
import { OPENING } from "../model/view.ts";
import { discRadius, spread, stackCodes, stackReach } from "./marks.ts";
import { frame } from "./poster.ts";

/** A mark of the opening view, in px from the middle of a box that is just filled by the opening bounds. */
export interface OpeningMark {
  readonly id: Id;
  readonly lon: number;
  readonly lat: number;
  /** The place, and the middle of its mark: apart where marks had to be parted. */
  readonly place: readonly [number, number];
  readonly middle: readonly [number, number];
  readonly radius: number;
  /** The letters below its disc, and the disc's radius. */
  readonly codes: string;
  readonly disc: number;
}

/** Where the marks of the opening view stand when its bounds are `width` px wide. */
export function openingMarks(index: PageIndex, opening: Bounds, width: number): readonly OpeningMark[] {
  const f = frame(opening);
  const inside = (lon: number, lat: number) => lon > opening[0] && lon < opening[2] && lat > opening[1] && lat < opening[3];
  const pins = stacks(index, OPENING).filter((s) => !s.place.region && inside(s.place.lon, s.place.lat));
  const boxes = pins.map((s) => ({
    id: s.place.id,
    x: f.x(s.place.lon) * width,
    y: f.y(s.place.lat) * width,
    radius: stackReach(s.count, s.events.length),
  }));
  const middles = spread(boxes);
  return boxes.map((b, i) => ({
    id: b.id,
    lon: pins[i]!.place.lon,
    lat: pins[i]!.place.lat,
    place: [b.x, b.y],
    middle: middles[i]!,
    radius: b.radius,
    codes: pins[i]!.count > 0 ? stackCodes(pins[i]!.parties) : "",
    disc: discRadius(pins[i]!.count),
  }));
}
