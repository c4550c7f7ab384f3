import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Bounds } from "../../dossier/types.ts";
import { FAINT, MAY_BE_OFF, metresAt0, SCHEMATIC } from "../closest.ts";

/** How close a feature may be seen, as MapLibre reckons it from the feature's own `precision_m`; one without is exact. */
const closest = (opening?: Bounds): ExpressionSpecification => [
  "-",
  Math.log2(MAY_BE_OFF * metresAt0(opening)),
  ["log2", ["coalesce", ["get", "precision_m"], 1]],
];
const gone = (opening?: Bounds): ExpressionSpecification => ["+", closest(opening), SCHEMATIC];

/** Whole zooms, between which MapLibre reckons what differs from feature to feature. */
const ZOOMS = Array.from({ length: 12 }, (_, i) => 1 + i);

/** Opacity of what a feature draws: whole as close as its precision allows, faint a step closer, and then gone. */
export const seen = (opening: Bounds, whole = 1): ExpressionSpecification =>
  [
    "interpolate",
    ["linear"],
    ["zoom"],
    ...ZOOMS.flatMap((z) => [z, ["case", ["<=", z, closest(opening)], whole, ["<=", z, gone(opening)], whole * FAINT, 0]]),
  ] as unknown as ExpressionSpecification;

/** Keeps the names of what is not drawn away. Without an opening for names whose `precision_m` is told as at 40°. */
export const named = (opening?: Bounds): ExpressionSpecification => ["<=", ["zoom"], gone(opening)];
