import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Bounds } from "../../dossier/types.ts";
import { MOST } from "../label-room.ts";
import type { Palette } from "../palette.ts";
import { named, seen } from "./precision.ts";
import { REGULAR } from "./ref.ts";

/** Names of the pattern images that `mount.ts` adds. */
export const HATCH = "hatch";
export const DOTS = "dots";

/** Shown are the features whose ids are in the style-wide value `shown`: `model/contested.ts` decides which hold on the days on screen. */
const SHOWN: ExpressionSpecification = ["in", ["get", "id"], ["global-state", "shown"]];
const kind = (...kinds: string[]): FilterSpecification => ["all", SHOWN, ["in", ["get", "kind"], ["literal", kinds]]];

/** How far the text is from its point, in its own size, by the edge that is there. */
export const HANG: Readonly<Record<string, readonly [number, number]>> = {
  left: [0.4, 0],
  right: [-0.4, 0],
  top: [0, 0.4],
  bottom: [0, -0.4],
};

/** Source of the names that hang on contested outlines, under a name that no layer of a dossier can have. */
export const NAMES = "_contested-names";
const NAME = { "text-font": REGULAR, "text-size": 12, "text-line-height": 1.25, "text-padding": 4 };

interface Grammar {
  readonly kinds: string[];
  readonly width: number;
  /** In line widths, as MapLibre counts dashes. */
  readonly dash: number[];
  readonly round?: boolean;
}

/** One dash for each kind of line; readable in grey and without colour. The style sheet of the poster draws the same. */
export const GRAMMAR: readonly Grammar[] = [
  { kinds: ["historic-admin"], width: 1.6, dash: [0.1, 2.5], round: true },
  { kinds: ["ceasefire-line"], width: 1.4, dash: [4, 2.5, 1, 2.5] },
  { kinds: ["de-facto-control", "checkpoint"], width: 1.2, dash: [3, 2] },
  { kinds: ["corridor"], width: 0.9, dash: [1, 0] },
  { kinds: ["claim"], width: 1.2, dash: [6, 2, 1, 2] },
];

/** The dispute's own lines and areas: dated, sourced, drawn by kind, never by party. */
export function disputedLayers(source: string, ink: Palette, opening: Bounds): LayerSpecification[] {
  return [
    ...[
      ["de-facto-control", HATCH],
      ["corridor", DOTS],
    ].map(
      ([of = "", pattern = ""]): LayerSpecification => ({
        id: `${source}-${pattern}`,
        type: "fill",
        source,
        filter: ["all", kind(of), ["==", ["geometry-type"], "Polygon"]] as FilterSpecification,
        // Its edge is a line of its own.
        paint: { "fill-pattern": pattern, "fill-antialias": false, "fill-opacity": seen(opening) },
      }),
    ),
    ...GRAMMAR.map(
      ({ kinds, width, dash, round }): LayerSpecification => ({
        id: `${source}-${kinds[0]}`,
        type: "line",
        source,
        filter: kind(...kinds),
        layout: { "line-join": "round", "line-cap": round ? "round" : "butt" },
        paint: { "line-color": ink.contest, "line-width": width, "line-dasharray": dash, "line-opacity": seen(opening) },
      }),
    ),
    {
      // A kind without a dash of its own: drawn whole, as on the poster, so that it is never lost.
      id: `${source}-other`,
      type: "line",
      source,
      filter: ["all", SHOWN, ["!", ["in", ["get", "kind"], ["literal", GRAMMAR.flatMap((g) => g.kinds)]]]],
      paint: { "line-color": ink.contest, "line-width": 1.2, "line-opacity": seen(opening) },
    },
  ];
}

/** Names of contested lines and areas; before all other names, which yield to them. */
export function contestedNameLayers(source: string, ink: Palette, lang: string, opening: Bounds): LayerSpecification[] {
  const name: ExpressionSpecification = ["coalesce", ["get", lang, ["get", "name"]], ["get", "en", ["get", "name"]], ["get", "id"]];
  const paint = { "text-color": ink.contest, "text-halo-color": ink.land, "text-halo-width": 1.6 };
  return [
    {
      // Where the outline is long enough on screen, its name runs along it as well.
      id: `${source}-name`,
      type: "symbol",
      source,
      minzoom: 8.5,
      filter: ["all", SHOWN, named(opening)] as FilterSpecification,
      layout: {
        ...NAME,
        "symbol-placement": "line",
        "symbol-spacing": 480,
        "text-field": name,
        "text-offset": [0, -0.8],
        "text-max-angle": 50,
      },
      paint,
    },
    {
      id: NAMES,
      type: "symbol",
      source: NAMES,
      minzoom: 6,
      filter: ["all", SHOWN, named()] as FilterSpecification,
      layout: {
        ...NAME,
        "text-field": ["get", "text"],
        "text-anchor": ["get", "anchor"] as unknown as ExpressionSpecification,
        "text-offset": ["get", "offset"] as unknown as ExpressionSpecification,
        "text-justify": "auto",
        "text-max-width": MOST,
      },
      paint,
    },
  ];
}
