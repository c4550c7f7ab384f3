import type { Bounds } from "../dossier/types.ts";

/** What a map shows: its middle and its zoom, as MapLibre counts them (the world is 512 px wide at zoom 0). North is up, always. */
export interface MapCamera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

const WORLD_PX = 512;

/** Where the world ends on this projection, in degrees of latitude north and south; the poles are nowhere on it. */
const LAST = 85.0511287798;

/** Web Mercator: [x, y] in 0..1 of the world, x eastwards from 180° W, y southwards from 85.05° N. What lies beyond stands at the edge. */
export const mercator = (lon: number, lat: number): readonly [number, number] => [
  (lon + 180) / 360,
  0.5 - Math.log(Math.tan(Math.PI / 4 + (Math.max(-LAST, Math.min(LAST, lat)) * Math.PI) / 360)) / (2 * Math.PI),
];

/** The inverse of `mercator`. */
export const unmercator = (x: number, y: number): readonly [number, number] => [
  x * 360 - 180,
  (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90,
];

/** The camera that shows bounds whole in a box of `width` × `height` px, without padding. The poster is drawn by the same rule. */
export function fitCamera(bounds: Bounds, width: number, height: number): MapCamera {
  const [x0, y0] = mercator(bounds[0], bounds[3]);
  const [x1, y1] = mercator(bounds[2], bounds[1]);
  const px = Math.min(width / (x1 - x0), height / (y1 - y0));
  const [lng, lat] = unmercator((x0 + x1) / 2, (y0 + y1) / 2);
  return { lng, lat, zoom: Math.log2(px / WORLD_PX) };
}

/** How near a map can be looked at: a street. And how far: the world, 724 px wide. Both give way to an opening that needs more. */
const NEAREST = 11;
const FARTHEST = 0.5;

/**
 * The nearest camera a map may have in a box of `width` × `height` px. Nothing is seen beyond the world, but for what the opening view
 * itself shows, which is always within reach, be it the whole world or a street: a live map that refused it would never come to rest.
 */
export function within(wish: MapCamera, opening: Bounds, width: number, height: number): MapCamera {
  const whole = fitCamera(opening, width, height);
  const fills = Math.max(FARTHEST, Math.log2(Math.max(width, height) / WORLD_PX));
  const zoom = Math.max(Math.min(fills, whole.zoom), Math.min(Math.max(NEAREST, whole.zoom), wish.zoom));
  const at = mercator(wish.lng, wish.lat);
  const own = mercator(whole.lng, whole.lat);
  /** Along x or y: the middle stays so far from the edges that none of what lies beyond them is seen. */
  const kept = (axis: 0 | 1, px: number): number => {
    const share = px / 2 / WORLD_PX;
    const first = Math.min(0, own[axis] - share / 2 ** whole.zoom);
    const last = Math.max(1, own[axis] + share / 2 ** whole.zoom);
    return Math.max(first + share / 2 ** zoom, Math.min(last - share / 2 ** zoom, at[axis]));
  };
  const [lng, lat] = unmercator(kept(0, width), kept(1, height));
  return { lng, lat, zoom };
}

/** How a camera shows a point, in px from the top left of a box of `width` × `height` px. */
export function project(camera: MapCamera, width: number, height: number): (lon: number, lat: number) => readonly [number, number] {
  const px = WORLD_PX * 2 ** camera.zoom;
  const [cx, cy] = mercator(camera.lng, camera.lat);
  return (lon, lat) => {
    const [x, y] = mercator(lon, lat);
    return [width / 2 + (x - cx) * px, height / 2 + (y - cy) * px];
  };
}

/** What a camera shows in a box of `width` × `height` px. */
export function visibleBounds(camera: MapCamera, width: number, height: number): Bounds {
  const px = WORLD_PX * 2 ** camera.zoom;
  const [cx, cy] = mercator(camera.lng, camera.lat);
  const [west, north] = unmercator(cx - width / 2 / px, cy - height / 2 / px);
  const [east, south] = unmercator(cx + width / 2 / px, cy + height / 2 / px);
  return [west, south, east, north];
}

/** Whether two cameras show the same to the eye: less than half a pixel apart. */
export function sameCamera(a: MapCamera, b: MapCamera): boolean {
  const px = WORLD_PX * 2 ** a.zoom;
  const [ax, ay] = mercator(a.lng, a.lat);
  const [bx, by] = mercator(b.lng, b.lat);
  return Math.abs(a.zoom - b.zoom) < 0.005 && Math.hypot(ax - bx, ay - by) * px < 0.5;
}
