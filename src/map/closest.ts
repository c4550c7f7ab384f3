import type { Bounds } from "../dossier/types.ts";

/** How exact a line is decides how close it may be seen. Metres to a pixel at zoom 0 on the equator: 512 px to the world, as MapLibre counts. */
const METRES_ON_EQUATOR = 40_075_016 / 512;

const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

/**
 * Metres to a pixel at zoom 0 in the middle of what the map opens with, to the nearest five degrees: nearer the pole, where a pixel is fewer
 * metres, the same line is off by more of them. Without an opening at 40°.
 */
export function metresAt0([, south, , north]: Bounds = [0, 40, 0, 40]): number {
  return METRES_ON_EQUATOR * cosine(Math.min(85, Math.abs(5 * Math.round((south + north) / 10))));
}

/** Metres by which a line would have to be off at 40° to be off by as many px as it is in this opening: what the page gives its script. */
export const asAtForty = (precision: number, opening: Bounds): number => Math.round((precision * metresAt0()) / metresAt0(opening));

/** Px by which a line may be off on the screen and still be drawn as a line: beyond, it would look exact where it is not. */
export const MAY_BE_OFF = 20;
/** Zoom steps for which a line is then drawn faint, as no more than a scheme; closer it is not drawn. */
export const SCHEMATIC = 1;
export const FAINT = 0.4;

/** The zoom at which a line that is off by so many metres at 40° is off by `MAY_BE_OFF` px. */
export const closest = (precision: number): number => Math.log2((MAY_BE_OFF * metresAt0()) / precision);

/** The zoom from which a feature of this precision is not drawn at all. */
export const gone = (precision: number): number => closest(precision) + SCHEMATIC;
