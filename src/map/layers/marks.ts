import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";

/** The source of spots taken by marks of the page, under a name that no layer of a dossier can have; and the invisible image that holds them. */
export const MARKS = "_marks";
export const BLANK = "blank";
export const BLANK_PX = 8;

/** Nothing to see: it makes names yield to the marks that stand above the map. Last of all layers, so that it is placed first. */
export const markLayers = (): LayerSpecification[] => [
  {
    id: MARKS,
    type: "symbol",
    source: MARKS,
    layout: {
      "icon-image": BLANK,
      "icon-size": ["get", "size"],
      "icon-anchor": ["get", "anchor"],
      "icon-allow-overlap": true,
      "icon-padding": 0,
    },
  },
];
