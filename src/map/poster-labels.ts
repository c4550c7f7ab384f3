import type { Feature, FeatureCollection, Point } from "geojson";
import type { Bounds, DossierHead } from "../dossier/types.ts";
import { shownContested } from "../model/contested.ts";
import { BETWEEN_NAMES, namesIn } from "../model/names.ts";
import type { PageIndex } from "../model/page-index.ts";
import { contestedFeature } from "./contested.ts";
import { type ContestedLabel, contestedLabels } from "./contested-labels.ts";
import { type Box, COUNTRY_SHIFTS, COUNTRY_WIDER, LINE, overlap, widthOf } from "./label-room.ts";
import { foldChips, stacks } from "../model/select.ts";
import { OPENING } from "../model/view.ts";
import { type CountryName, DESKTOP, markBoxes, openingMarks, PHONE, type Sheet, widthIn } from "./opening-marks.ts";
import { frame } from "./poster.ts";

/** A name on the poster: lines of equal size, at a point. */
export interface PosterLabel {
  readonly id: string;
  readonly kind: "country" | "place" | "water";
  readonly lon: number;
  readonly lat: number;
  readonly lines: readonly { readonly text: string; readonly lang: string }[];
  /** How far below its point it stands on a wide screen and on a phone, in em; null = other names, marks or chips stand there. */
  readonly wide: number | null;
  readonly phone: number | null;
}

/** Size of a country's name, in px. */
const EM = 14;

/** Width of the opening bounds, in px, at which names are fitted to a desktop's map. */
const WIDE = 660;

/** `A / B` as two lines of the same size; the order is the dossier's. */
const lines = (names: Readonly<Record<string, string>>, lang: string): PosterLabel["lines"] => {
  const own = names[lang]?.split(BETWEEN_NAMES) ?? [];
  return (namesIn(names, lang) ?? "").split(BETWEEN_NAMES).map((text) => ({ text, lang: own.includes(text) ? lang : "en" }));
};

/** A chip at the edge of the map, and the rows of badges below: what they take of a desktop's map, in px. */
const CHIP = { width: 150, height: 29, top: 52, badges: [330, 60] } as const;

/** Room that the chips of far places and the badges take at the left of the opening view; names keep clear of it. */
function chips(index: PageIndex, opening: Bounds): readonly Box[] {
  const f = frame(opening);
  const west = stacks(index, OPENING).filter(({ place }) => !place.region && f.x(place.lon) < -0.5);
  const [standing, folded] = foldChips(west);
  const far = standing.length + Math.min(1, folded.length);
  const [left, top, bottom] = [-WIDE / 2, -WIDE / f.aspect / 2, WIDE / f.aspect / 2];
  return [
    [left, top, left + CHIP.width, top + CHIP.top + far * CHIP.height],
    [left, bottom - CHIP.badges[1], left + CHIP.badges[0], bottom],
  ];
}

const kindOf = (feature: Feature): PosterLabel["kind"] | null => {
  const kind = String(feature.properties?.["kind"] ?? "place");
  if (kind === "range" || kind === "river") return null;
  return kind === "country" ? "country" : /^(sea|lake)$/.test(kind) ? "water" : "place";
};

/**
 * Names for the poster: those of contested lines and areas, then what the labels layer holds within the opening bounds, the
 * weightiest first, as many as hide neither each other nor a mark, but for those of places whose marks say them.
 *
 * @param places features with `id`, `kind`, `rank`, `minzoom`, and `names` by language
 */
export function posterLabels(
  places: FeatureCollection,
  { disputed, borders }: Parameters<typeof contestedLabels>[0],
  { opening, period }: Pick<DossierHead, "opening" | "period">,
  index: PageIndex,
  lang: string,
): { readonly names: readonly PosterLabel[]; readonly contested: readonly ContestedLabel[]; readonly countries: readonly CountryName[] } {
  const f = frame(opening);
  const inside = places.features.filter((p): p is Feature<Point> => {
    if (p.geometry?.type !== "Point" || kindOf(p) === null) return false;
    const [lon = 0, lat = 0] = p.geometry.coordinates;
    return lon > opening[0] && lon < opening[2] && lat > opening[1] && lat < opening[3];
  });
  const weight = (p: Feature) => Number(p.properties?.["rank"] ?? 99);
  const wanted = inside
    .sort((a, b) => weight(a) - weight(b))
    .map((p): PosterLabel => {
      const [lon = 0, lat = 0] = p.geometry.coordinates;
      const names = (p.properties?.["names"] ?? {}) as Record<string, string>;
      return {
        id: String(p.properties?.["id"]),
        kind: kindOf(p) ?? "place",
        lon,
        lat,
        lines: lines(names, lang),
        wide: null,
        phone: null,
      };
    })
    .filter((l) => l.lines[0]?.text);
  /** The names that there is room for, and how far down. */
  const roomFor = (width: number, taken: Box[], said: ReadonlySet<string>): ReadonlyMap<string, number> => {
    const picked = new Map<string, number>();
    for (const label of wanted) {
      if (said.has(label.id)) continue;
      const country = label.kind === "country";
      const x = f.x(label.lon) * width;
      const y = f.y(label.lat) * width;
      const half = (Math.max(...label.lines.map((l) => widthOf(l.text))) * (country ? COUNTRY_WIDER : 1)) / 2;
      const at = (down: number): Box => {
        const top = (label.kind === "place" ? y + 4 : y - 10) + down * EM;
        return [x - half, top, x + half, top + label.lines.length * LINE];
      };
      // A name that is not whole within the opening bounds is cut where these just fill the box.
      const free = ([left, top, right, bottom]: Box) =>
        left >= -width / 2 && right <= width / 2 && !taken.some((t) => overlap(t, [left, top, right, bottom]));
      const down = (country ? COUNTRY_SHIFTS : [0]).find((shift) => free(at(shift)));
      if (down === undefined) continue;
      taken.push(at(down));
      picked.set(label.id, down);
    }
    return picked;
  };
  const countries = wanted.flatMap(({ kind, lon, lat, lines: [first] }) =>
    kind === "country" && first ? [{ lon, lat, text: first.text }] : [],
  );
  const marks = (at: Sheet) => {
    const all = openingMarks(index, opening, at, places.features.length === 0, countries);
    // Names beside their marks come with the script.
    const said = all.filter(({ parts }) => parts.name && parts.side === "below").map((m) => m.stack.place.id);
    return { room: all.flatMap(markBoxes), said: new Set(said) };
  };
  const [large, little] = [marks(DESKTOP), marks(PHONE)];
  const room = [...large.room, ...chips(index, opening)];
  // What the opening view shows has the first choice; a line of another age, which is drawn when it is asked for, takes what is left.
  const refs = disputed.features.map((f) => contestedFeature(f, lang)).map((f) => ({ id: f.id, from: f.validFrom, to: f.validTo }));
  const first = new Set(shownContested(OPENING, refs, period));
  const features = disputed.features
    .map((feature, i) => ({ feature, later: first.has(refs[i]!.id) ? 0 : 1 }))
    .sort((a, b) => a.later - b.later)
    .map(({ feature }) => feature);
  const contested = contestedLabels({ disputed: { ...disputed, features }, borders }, opening, lang, WIDE, room);
  const narrow = roomFor(widthIn(PHONE, opening), little.room, little.said);
  const wide = roomFor(WIDE, room, large.said);
  return {
    names: wanted
      .map((l) => ({ ...l, wide: wide.get(l.id) ?? null, phone: narrow.get(l.id) ?? null }))
      .filter((l) => l.wide !== null || l.phone !== null),
    contested,
    countries,
  };
}
