import type { Bounds, Id } from "../dossier/types.ts";
import type { PageIndex } from "../model/page-index.ts";
import { stacks } from "../model/select.ts";
import { OPENING } from "../model/view.ts";
import { BETWEEN_NAMES } from "../model/names.ts";
import { type Box, LETTER, LINE, overlap } from "./label-room.ts";
import { CODES_BELOW, codesHalf, discRadius, nameBelow, spread, stackCodes, stackReach } from "./marks.ts";
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
  /** What its place is called, a line each, and how far below its middle that is said, where marks say it. */
  readonly name: readonly string[];
  readonly below: number;
}

/** The room that a mark and the letters below it take. */
export function markBoxes({ middle: [x, y], radius: r, codes, disc }: OpeningMark): readonly Box[] {
  const half = codesHalf(codes);
  const below = y + disc + CODES_BELOW;
  const mark: Box = [x - r - 4, y - r, x + r + 4, y + r + 6];
  return codes ? [mark, [x - half, below - 7, x + half, below + 7]] : [mark];
}

/** The names that marks themselves say, and the room they take: those that hide no other mark and no name before them, and are whole. */
export function markNames(index: PageIndex, opening: Bounds, width: number): ReadonlyMap<Id, Box> {
  const marks = openingMarks(index, opening, width);
  const kept = new Map<Id, Box>();
  for (const mark of marks) {
    const [x, y] = mark.middle;
    const half = (Math.max(...mark.name.map((line) => line.length)) * LETTER) / 2;
    const top = y + mark.below - 11;
    const box: Box = [x - half, top, x + half, top + mark.name.length * LINE];
    const taken = [...kept.values(), ...marks.filter((m) => m !== mark).flatMap(markBoxes)];
    if (Math.abs(x) + half <= width / 2 && !taken.some((t) => overlap(t, box))) kept.set(mark.id, box);
  }
  return kept;
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
    name: pins[i]!.place.name.split(BETWEEN_NAMES),
    below: nameBelow(pins[i]!.count, pins[i]!.events.length),
  }));
}
