import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Palette } from "../palette.ts";

/** The source of the arcs of the statement being read, under a name that no layer of a dossier can have. */
export const ARCS = "_arcs";

/**
 * To whom a statement is addressed, and what it answers: great circles, broad, pale and still, so that none is taken for a border.
 * A line has no arrow; which way it goes is said in words. Whole = addressed, dashed = answers.
 */
export const arcLayers = (ink: Palette): LayerSpecification[] =>
  (["to", "answers"] as const).map((kind) => ({
    id: `${ARCS}-${kind}`,
    type: "line",
    source: ARCS,
    filter: ["==", ["get", "kind"], kind],
    layout: { "line-cap": "round" },
    paint: { "line-color": ink.label, "line-width": 3, "line-opacity": 0.4, ...(kind === "answers" && { "line-dasharray": [2, 2] }) },
  }));
