import { distance } from "@turf/turf";

/** Great-circle distance in kilometres between [lon, lat] pairs. The one place turf runs in the page. */
export const kilometres = (from: readonly [number, number], to: readonly [number, number]): number =>
  distance([...from], [...to], { units: "kilometers" });

/** `12 km`, `640 km`, `9,800 km`: rounded to what a reader can use. */
export function distanceWords(km: number): string {
  const step = km < 20 ? 1 : km < 1000 ? 10 : 100;
  return `${String(Math.round(km / step) * step).replace(/\B(?=(\d{3})+$)/g, ",")} km`;
}
