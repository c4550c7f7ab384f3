import type { FeatureCollection, Position } from "geojson";
import type { Bounds } from "../dossier/types.ts";
import { mercator } from "./camera.ts";
import { type Drawable, draw, oneLand } from "./poster.ts";

const WIDTH = 132;
const HEIGHT = 92;

/**
 * A small picture of the whole window with the opening bounds marked in it: where in the region the map is. Its inks are half
 * transparent greys, so that it can stand on a light page and on a dark one.
 *
 * @returns an SVG file
 */
export function buildInset(countries: FeatureCollection, borders: FeatureCollection, window: Bounds, opening: Bounds): string {
  const [x0, y0] = mercator(window[0], window[3]);
  const [x1, y1] = mercator(window[2], window[1]);
  const scale = Math.max(WIDTH / (x1 - x0), HEIGHT / (y1 - y0));
  const left = WIDTH / 2 - ((x0 + x1) / 2) * scale;
  const top = HEIGHT / 2 - ((y0 + y1) / 2) * scale;
  // Tenths of a pixel: twice as fine as a sharp screen shows.
  const to = ([lon = 0, lat = 0]: Position): Position => {
    const [x, y] = mercator(lon, lat);
    return [(left + x * scale) * 10, (top + y * scale) * 10];
  };
  const path = (features: FeatureCollection["features"]) => draw(features as Drawable[], window, to, 6);
  const [ax = 0, ay = 0] = to([opening[0], opening[3]]);
  const [bx = 0, by = 0] = to([opening[2], opening[1]]);
  const box = [ax, ay, bx - ax, by - ay].map((n) => Math.round(n));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * 10} ${HEIGHT * 10}" width="${WIDTH}" height="${HEIGHT}"><path fill="#87878744" d="${path([...oneLand(countries)])}"/><path fill="none" stroke="#80808099" stroke-width="7" d="${path(borders.features)}"/><rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="#80808044" stroke="#7f7f7f" stroke-width="22"/></svg>`;
}
