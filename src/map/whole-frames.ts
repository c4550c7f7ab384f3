import type { Map as LiveMap } from "maplibre-gl";

/**
 * Has a map draw nothing by halves: while something of what it shows is on its way, and the camera rests, what was drawn last stays. A
 * frame may cost as much as all else that a click changes, and each source of the map that it changes would have one of its own.
 */
export function wholeFrames(map: LiveMap): void {
  const { painter } = map;
  const { render } = painter;
  const camera = () => {
    const { lng, lat } = map.getCenter();
    return [lng, lat, map.getZoom(), painter.width, painter.height].join(" ");
  };
  let last = camera();
  painter.render = (...frame) => {
    const at = camera();
    // Of new names it draws a first frame, and the same again once it has placed them in a second one.
    if (at === last && (!map.loaded() || map._placementDirty)) return;
    last = at;
    render.apply(painter, frame);
  };
}
