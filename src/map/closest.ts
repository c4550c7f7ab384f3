/**
 * How exact a line is decides how close it may be seen. Metres to a pixel are taken at 40° north and are 512 px to the world at zoom 0,
 * as MapLibre counts: nearer the pole or the equator a line is held a little too strictly or too mildly, by a third at most.
 */
export const METRES_AT_0 = (40_075_016 / 512) * Math.cos((40 * Math.PI) / 180);

/** Px by which a line may be off on the screen and still be drawn as a line: beyond, it would look exact where it is not. */
export const MAY_BE_OFF = 20;
/** Zoom steps for which a line is then drawn faint, as no more than a scheme; closer it is not drawn. */
export const SCHEMATIC = 1;
export const FAINT = 0.4;

/** The zoom at which `precision` metres are `MAY_BE_OFF` px. */
export const closest = (precision: number): number => Math.log2((MAY_BE_OFF * METRES_AT_0) / precision);

/** The zoom from which a feature of this precision is not drawn at all. */
export const gone = (precision: number): number => closest(precision) + SCHEMATIC;
