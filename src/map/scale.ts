import type { Bounds } from "../dossier/types.ts";
import { mercator, unmercator } from "./camera.ts";

const EARTH_KM = 40_075.017;
/** The bar is at most this long, in px, and at most this share of the map: long enough for its words on a phone, and not all of its width. */
const LONGEST = 135;
const SHARE = 0.25;

/** Kilometres from the left to the right edge of a map, along its middle: what a scale is right for on this projection. */
export function kilometresAcross([west, south, east, north]: Bounds): number {
  // The middle of the picture, not of the degrees.
  const middle = unmercator(0, (mercator(0, north)[1] + mercator(0, south)[1]) / 2)[1];
  return ((east - west) / 360) * EARTH_KM * Math.cos((middle * Math.PI) / 180);
}

/** A round number of kilometres, 1, 2 or 5 with zeros, and how long it is on a map `width` px wide that shows `bounds`. */
export function scaleStep(
  bounds: Bounds,
  width: number,
  longest = Math.min(LONGEST, width * SHARE),
): { readonly km: number; readonly px: number } {
  const perKm = width / kilometresAcross(bounds);
  const most = longest / perKm;
  const ten = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((n) => n * ten).find((n) => n <= most) ?? ten;
  return { km, px: km * perKm };
}
