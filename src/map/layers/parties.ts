import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Palette } from "../palette.ts";
import { REGULAR } from "./ref.ts";

/** Party ids the reader picked out; a style-wide value, empty = none. */
const picked = (key: string): ExpressionSpecification => ["in", ["get", key], ["global-state", "parties"]];
const PICKED = picked("party");

/** The zoom from which a party's borders outline it, where the dossier has them: a coarser line beside them would be a second one. */
const NEAR = 5;
const OUTLINE = { "line-width": 2.2, "line-opacity": 0.75 };

/** The outlines of picked parties that are the borders themselves. */
export const pickedBorders = (source: string, ink: Palette): LayerSpecification => ({
  id: `${source}-picked`,
  type: "line",
  source,
  minzoom: NEAR,
  filter: ["any", picked("a"), picked("b")],
  paint: { "line-color": ink.label, ...OUTLINE },
});

/**
 * Seats, and for picked parties the outline of the area each stands for. Outlines are ink, all alike, never a fill: a picture of
 * who is spoken of, not of what belongs to whom.
 */
export const partyLayers = (source: string, ink: Palette): LayerSpecification[] => [
  {
    id: `${source}-area`,
    type: "line",
    source,
    filter: ["all", ["!=", ["geometry-type"], "Point"], PICKED, ["any", ["<", ["zoom"], NEAR], ["!", ["has", "borders"]]]],
    layout: { "line-join": "round" },
    paint: { "line-color": ink.label, ...OUTLINE },
  },
  {
    id: `${source}-seat`,
    type: "symbol",
    source,
    filter: ["all", ["==", ["geometry-type"], "Point"], PICKED],
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
