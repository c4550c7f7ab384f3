import type { Bounds, DossierDate, Place } from "../dossier/types.ts";
import { stood } from "../model/contested.ts";
import { distanceWords, kilometres, towards } from "../model/measure.ts";
import { placeName } from "../model/page-index.ts";
import { OPENING } from "../model/view.ts";
import { type DisputedShape, frame, type Poster } from "./poster.ts";
import type { PosterLabel } from "./poster-labels.ts";

/** The poster with one place on it: where a record belongs, in the poster's own units. */
export interface RecordMap {
  /** The place's point. `region`: only a label stands there, never a pin. null = about no place, or outside the picture. */
  readonly mark: { readonly x: number; readonly y: number; readonly region: boolean } | null;
  /** The edge towards which a place outside lies, and how far that is; null for one with an extent. */
  readonly off: { readonly side: "west" | "east" | "north" | "south"; readonly far: string | null } | null;
  /** The place's name, one line a form, all of the same size. */
  readonly lines: readonly string[];
  /** Contested lines and areas that stood on the record's days. */
  readonly contested: readonly DisputedShape[];
  /** Names that help to find one's way, less those the mark would hide. */
  readonly names: readonly {
    readonly id: string;
    readonly kind: PosterLabel["kind"];
    readonly x: number;
    readonly y: number;
    readonly lines: readonly string[];
  }[];
}

/** How near, in drawing units, another name may come to the mark and its own name. */
const ROOM = { x: 150, y: 46 } as const;

/**
 * Puts a record's place on the poster.
 *
 * @param date the record's days, which say what contested features are drawn; none are for an undated one
 */
export function recordMap(
  map: { readonly poster: Poster; readonly names: readonly PosterLabel[]; readonly opening: Bounds; readonly lang: string },
  place: Place | null,
  date: DossierDate | null,
): RecordMap {
  const { poster, opening, lang } = map;
  const f = frame(opening);
  const x = (lon: number) => poster.width / 2 + f.x(lon) * poster.width;
  const y = (lat: number) => poster.height / 2 + f.y(lat) * poster.width;
  const inside = place !== null && place.lon > opening[0] && place.lon < opening[2] && place.lat > opening[1] && place.lat < opening[3];
  const mark = place && inside ? { x: x(place.lon), y: y(place.lat), region: place.precision === "region" } : null;
  const days = date && { ...OPENING, time: { kind: "period", from: date.min, to: date.max } as const };
  const name = place ? placeName(place, lang) : "";
  const label = name === "" ? [] : name.includes("(") ? [name] : name.split(" / ");
  const names = map.names
    .filter((l) => l.kind !== "place" || l.phone !== null)
    .map((l) => ({ id: l.id, kind: l.kind, x: x(l.lon), y: y(l.lat), lines: l.lines.map((line) => line.text) }))
    .flatMap((l) => withinFrame(l, poster.width) ?? [])
    .filter((l) => l.lines.join() !== label.join() && (!mark || Math.abs(l.x - mark.x) > ROOM.x || Math.abs(l.y - mark.y) > ROOM.y));
  return {
    mark,
    off: place && !mark ? offTo(place, opening) : null,
    lines: label,
    contested: days ? poster.disputed.filter((d) => stood(days, { id: d.id, from: d.validFrom, to: d.validTo }, { min: "", max: "" })) : [],
    names,
  };
}

/** A name that stands whole in the picture. A country's may be moved into it, for it may stand anywhere in the country. */
function withinFrame<T extends { readonly kind: string; readonly x: number; readonly lines: readonly string[] }>(
  l: T,
  width: number,
): T | null {
  const half = (Math.max(...l.lines.map((line) => line.length)) * (l.kind === "country" ? 18 : 12)) / 2 + 8;
  const x = Math.min(Math.max(l.x, half), width - half);
  return x === l.x ? l : l.kind === "country" ? { ...l, x } : null;
}

function offTo(place: Place, opening: Bounds): NonNullable<RecordMap["off"]> {
  const middle = [(opening[0] + opening[2]) / 2, (opening[1] + opening[3]) / 2] as const;
  return {
    side: towards(middle, place),
    far: place.precision === "region" ? null : distanceWords(kilometres(middle, [place.lon, place.lat])),
  };
}
