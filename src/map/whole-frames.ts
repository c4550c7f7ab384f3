/** What of MapLibre's map it needs. */
interface Drawn<Frame extends unknown[]> {
  readonly painter: { readonly width: number; readonly height: number; render: (...frame: Frame) => void };
  readonly getCenter: () => { readonly lng: number; readonly lat: number };
  readonly getZoom: () => number;
  readonly loaded: () => boolean;
  /** Whether names are to be placed anew, so that the next frame places them. */
  readonly _placementDirty: boolean;
}

/**
 * Has a map draw nothing by halves: while something of what it shows is on its way, and the camera rests, what was drawn last stays. A
 * frame may cost as much as all else that a click changes, and each source of the map that it changes would have one of its own, or two:
 * new names have a first, and the same again once they have been placed.
 */
export function wholeFrames<Frame extends unknown[]>(map: Drawn<Frame>): void {
  const { painter } = map;
  const { render } = painter;
  const camera = () => {
    const { lng, lat } = map.getCenter();
    return [lng, lat, map.getZoom(), painter.width, painter.height].join(" ");
  };
  let last = camera();
  painter.render = (...frame) => {
    const at = camera();
    if (at === last && (!map.loaded() || map._placementDirty)) return;
    last = at;
    render.apply(painter, frame);
  };
}
