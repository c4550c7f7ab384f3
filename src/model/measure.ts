import { distance, greatCircle } from "@turf/turf";
import { t } from "../words/t.ts";

/** Great-circle distance in kilometres between [lon, lat] pairs. The one place turf runs in the page. */
export const kilometres = (from: readonly [number, number], to: readonly [number, number]): number =>
  distance([...from], [...to], { units: "kilometers" });

/** The side of a middle [lon, lat] on which a place lies, by the shorter way round the globe. */
export function towards([lon, lat]: readonly [number, number], p: { readonly lon: number; readonly lat: number }) {
  const dx = (((p.lon - lon + 540) % 360) - 180) * Math.cos((lat * Math.PI) / 180);
  const dy = p.lat - lat;
  return Math.abs(dx) > Math.abs(dy) * 1.2 ? (dx < 0 ? "west" : "east") : dy > 0 ? "north" : "south";
}

/** `200 m`, `12 km`, `640 km`, `9,800 km`: rounded to what a reader can use. */
export function distanceWords(km: number): string {
  if (km < 0.995) return t("common.m", { n: km < 0.095 ? Math.round(km * 1000) : Math.round(km * 100) * 10 });
  const step = km < 20 ? 1 : km < 1000 ? 10 : 100;
  const n = Math.round(km / step) * step;
  const [a, b] = [Math.floor(n / 1000), String(n % 1000).padStart(3, "0")];
  return t("common.km", { n: a > 0 ? t("common.thousand", { a, b }) : n });
}

/** Points of a great circle for each thousand kilometres: enough for a line without corners, at any zoom that shows so much. */
const POINTS = 6;

/** The great circle between two [lon, lat] pairs, in pieces where it passes 180°; [lon, lat] with two decimals. Used at build. */
export function greatCircleLine(
  from: readonly [number, number],
  to: readonly [number, number],
): readonly (readonly (readonly [number, number])[])[] {
  const npoints = Math.max(8, Math.ceil((kilometres(from, to) / 1000) * POINTS));
  const { geometry } = greatCircle([...from], [...to], { npoints });
  const pieces = geometry.type === "MultiLineString" ? geometry.coordinates : [geometry.coordinates];
  const short = (n: number | undefined): number => Number((n ?? 0).toFixed(2));
  return pieces.map((line) => line.map(([lon, lat]) => [short(lon), short(lat)] as const));
}
