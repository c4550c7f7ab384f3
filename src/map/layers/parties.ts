import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Palette } from "../palette.ts";
import { REGULAR } from "./ref.ts";

/** Party ids the reader picked out; a style-wide value, empty = none. */
const picked = (key: string): ExpressionSpecification => ["in", ["coalesce", ["get", key], ""], ["global-state", "parties"]];

/** The zoom from which borders are told apart from a coarse outline beside them. */
const BORDERS = 4.5;

const EDGE = {
  type: "line",
  minzoom: BORDERS,
  filter: ["any", picked("a"), picked("b")] as FilterSpecification,
  layout: { "line-join": "round", "line-cap": "round" },
} as const;

/**
 * Seats, and for picked parties the outline of the area each stands for. Outlines are ink, all alike, never a fill: a picture of
 * who is spoken of, not of what belongs to whom. Where the dossier has the party's borders, those are its outline, not a coarser line
 * beside them.
 *
 * @param borders the source of borders, where there is one
 */
export const partyLayers = (source: string, ink: Palette, borders: string | undefined): LayerSpecification[] => [
  {
    id: `${source}-area`,
    type: "line",
    source,
    filter: ["all", ["!=", ["geometry-type"], "Point"], picked("party")],
    layout: { "line-join": "round" },
    paint: {
      "line-color": ink.label,
      "line-width": 2.2,
      "line-opacity": ["step", ["zoom"], 0.75, BORDERS, borders ? ["case", ["has", "borders"], 0, 0.75] : 0.75],
    },
  },
  ...(borders ? [{ ...EDGE, id: `${source}-border`, source: borders, paint: { "line-color": ink.label, "line-width": 2.2 } }] : []),
  {
    id: `${source}-seat`,
    type: "symbol",
    source,
    filter: ["all", ["==", ["geometry-type"], "Point"], picked("party")],
    layout: {
      "text-field": ["concat", "◦ ", ["get", "code"]],
      "text-font": REGULAR,
      "text-size": 11,
      "text-anchor": "right",
      "text-offset": [-0.6, 0],
      "text-allow-overlap": true,
    },
    paint: { "text-color": ink.label, "text-halo-color": ink.land, "text-halo-width": 1.6 },
  },
];
