import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Palette } from "../palette.ts";
import { REGULAR } from "./ref.ts";

/** Party ids the reader picked out; a style-wide value, empty = none. */
const PICKED: ExpressionSpecification = ["in", ["get", "party"], ["global-state", "parties"]];

/**
 * Seats, and for picked parties the outline of the area each stands for. Outlines are ink, all alike, never a fill: a picture of
 * who is spoken of, not of what belongs to whom. They are coarser than the borders beside them, and so a soft band, which is no second
 * border.
 */
export const partyLayers = (source: string, ink: Palette): LayerSpecification[] => [
  {
    id: `${source}-area`,
    type: "line",
    source,
    filter: ["all", ["!=", ["geometry-type"], "Point"], PICKED],
    layout: { "line-join": "round" },
    paint: { "line-color": ink.label, "line-width": 9, "line-opacity": 0.22 },
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
