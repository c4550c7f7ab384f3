import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { FAINT, MAY_BE_OFF, METRES_AT_0, SCHEMATIC } from "../closest.ts";

/** How close a feature may be seen, as MapLibre reckons it from the feature's own `precision_m`; one without is exact. */
const CLOSEST: ExpressionSpecification = ["-", Math.log2(MAY_BE_OFF * METRES_AT_0), ["log2", ["coalesce", ["get", "precision_m"], 1]]];
const GONE: ExpressionSpecification = ["+", CLOSEST, SCHEMATIC];

/** Whole zooms, between which MapLibre reckons what differs from feature to feature. */
const ZOOMS = Array.from({ length: 12 }, (_, i) => 1 + i);

/** Opacity of what a feature draws: whole as close as its precision allows, faint a step closer, and then gone. */
export const seen = (whole = 1): ExpressionSpecification =>
  [
    "interpolate",
    ["linear"],
    ["zoom"],
    ...ZOOMS.flatMap((z) => [z, ["case", ["<=", z, CLOSEST], whole, ["<=", z, GONE], whole * FAINT, 0]]),
  ] as unknown as ExpressionSpecification;

/** Keeps the names of what is not drawn away. */
export const named = (): ExpressionSpecification => ["<=", ["zoom"], GONE];
