import type { LayerSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Bounds } from "../dossier/types.ts";
import { MAP_FONTS } from "./fonts.ts";
import { adminLayers, borderLayers, lakeLayers, landLayers, plainLayers, riverLayers, roadLayers, worldLayers } from "./layers/base.ts";
import { contestedNameLayers, disputedLayers, HANG, NAMES } from "./layers/disputed.ts";
import { MARKS, markLayers } from "./layers/marks.ts";
import { nameLayers } from "./layers/names.ts";
import { partyLayers } from "./layers/parties.ts";
import { GROUND, REGULAR, WORLD, type HungName, type LayerRef, type NameMode } from "./layers/ref.ts";
import { arcLayers, ARCS } from "./layers/arcs.ts";
import { inksOf, type MapTheme, type Palette } from "./palette.ts";

export interface StyleWish {
  readonly layers: readonly LayerRef[];
  /** Address of a font file. */
  readonly font: (file: string) => string;
  /** Names of contested features. */
  readonly hung: readonly HungName[];
  readonly theme: MapTheme;
  /** More contrast than the quiet map has: asked for by the reader's machine. */
  readonly contrast: boolean;
  readonly names: NameMode;
  /** The page's language, and every language the dossier has names in. */
  readonly lang: string;
  readonly languages: readonly string[];
  /** What the map opens with: how exact a line is in it decides how close it is drawn. */
  readonly opening: Bounds;
  /** The zoom from which on borders and waters of the region are drawn: farther off they would end in the midst of land, in the shape of a box. */
  readonly far: number;
}

/** Region layers this engine has a rule for, by id. */
const REGION: Readonly<Record<string, (source: string, ink: Palette, lang: string, opening: Bounds) => LayerSpecification[]>> = {
  countries: landLayers,
  lakes: lakeLayers,
  rivers: riverLayers,
  admin1: adminLayers,
  borders: borderLayers,
  roads: roadLayers,
};

/** Of these, what ends with the region. */
const CUT: ReadonlySet<string> = new Set(["lakes", "rivers", "borders"]);

/** A region layer this engine has no rule for: its outlines are drawn like borders, on the picture too. */
export const isPlain = ({ id, kind }: Pick<LayerRef, "id" | "kind">): boolean =>
  kind === "region" && id !== "places" && !Object.hasOwn(REGION, id);

function layersOf(ref: LayerRef, ink: Palette, wish: StyleWish): LayerSpecification[] {
  if (ref.kind === "world") return worldLayers(ref.id, ink);
  if (ref.kind === "disputed") return disputedLayers(ref.id, ink, wish.opening);
  if (ref.kind === "parties") return partyLayers(ref.id, ink);
  if (ref.id === "places") return nameLayers(ref.id, ink, wish.names, wish.lang, wish.languages);
  const layers = (Object.hasOwn(REGION, ref.id) ? REGION[ref.id]! : plainLayers)(ref.id, ink, wish.lang, wish.opening);
  return CUT.has(ref.id) ? layers.map((layer) => ({ minzoom: wish.far, ...layer })) : layers;
}

/**
 * The live map as MapLibre's data: pure, and built once for a theme and a choice of names. What changes with the view are three
 * style-wide values: `shown` (ids of contested features), `parties` (picked party ids).
 */
export function buildStyle(wish: StyleWish): StyleSpecification {
  const ink = inksOf(wish.theme, wish.contrast);
  const names = wish.layers.filter((l) => l.id === "places");
  return {
    version: 8,
    "font-faces": { [REGULAR[0]!]: MAP_FONTS.map((face) => ({ url: wish.font(face.file), "unicode-range": [...face.unicodeRange] })) },
    state: { shown: { default: [] }, parties: { default: [] } },
    transition: { duration: 0, delay: 0 },
    sources: {
      ...Object.fromEntries(wish.layers.map((l) => [l.id, { type: "geojson" as const, data: l.url, tolerance: 0.3, buffer: 64 }])),
      [NAMES]: {
        type: "geojson",
        data: {
          type: "FeatureCollection",
          features: wish.hung.map(({ lon, lat, ...properties }) => ({
            type: "Feature",
            properties: { ...properties, offset: HANG[properties.anchor] },
            geometry: { type: "Point", coordinates: [lon, lat] },
          })),
        },
      },
      [ARCS]: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
      [MARKS]: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": ink.water } },
      ...wish.layers.filter((l) => l.id !== "places").flatMap((l) => layersOf(l, ink, wish)),
      ...arcLayers(ink),
      ...names.flatMap((l) => layersOf(l, ink, wish)),
      ...wish.layers.filter((l) => l.kind === "disputed").flatMap((l) => contestedNameLayers(l.id, ink, wish.lang, wish.opening)),
      ...markLayers(),
    ],
  };
}

/**
 * The part of a style that the live map begins with: the areas of land and water, and points of the region, which the picture does not
 * show. Lines and names cost the main thread most of what a map costs it; the picture's stand above until the map is moved or somebody
 * reaches for it. Without any of these it is the whole style.
 */
export function groundOf(wish: StyleWish): StyleSpecification {
  const style = buildStyle(wish);
  const coasts = !wish.layers.some((l) => l.id === "countries");
  const layers = style.layers.filter(
    (l) =>
      l.type === "background" ||
      l.type === "circle" ||
      ("source" in l && (l.source === WORLD ? coasts : l.type === "fill" && GROUND.has(String(l.source)))),
  );
  if (layers.length === 1) return style;
  const drawn = new Set(layers.map((l) => "source" in l && l.source));
  return { ...style, sources: Object.fromEntries(Object.entries(style.sources).filter(([id]) => drawn.has(id))), layers };
}

/** Whether a layer is something that the picture cannot show, and names are not: arcs, and outlines of picked parties. */
export const isBeyondPicture = (layer: LayerSpecification, wish: StyleWish): boolean =>
  layer.type === "line" &&
  (layer.source === ARCS ||
    layer.id === `${layer.source}-picked` ||
    wish.layers.some((l) => l.kind === "parties" && l.id === layer.source));
