import { type Aside, type Drawing, drawAside } from "./aside.ts";

/** What of MapLibre's map it needs. */
interface Drawn<Frame extends unknown[]> {
  /** Another one once a lost context has been restored. */
  readonly painter: Drawing & { render: (...frame: Frame) => void };
  readonly getCenter: () => { readonly lng: number; readonly lat: number };
  readonly getZoom: () => number;
  readonly loaded: () => boolean;
  readonly triggerRepaint: () => void;
  /** Whether names are to be placed anew, so that the next frame places them. */
  readonly _placementDirty: boolean;
}

export interface Frames {
  /** Kept once all that was to be drawn can be seen. */
  readonly shown: () => Promise<void>;
  /** Holds for the map's painter of now. */
  readonly hold: () => void;
}

/**
 * Has a map whose camera rests draw nothing by halves, and nothing that anybody waits for. While something of what it shows is on its
 * way, what was drawn last stays: a frame may cost as much as all else that a click changes, and each source of the map that it changes
 * would have one of its own, or two: new names have a first, and the same again once they have been placed. And each frame is drawn
 * aside, and shown once it is done. When the camera moves, frames are drawn as they come, since marks above them move too.
 */
export function wholeFrames<Frame extends unknown[]>(map: Drawn<Frame>, draw: typeof drawAside = drawAside): Frames {
  let coming: Aside | null = null;
  /** Something has changed since that one was begun. */
  let outdated = false;
  const waiting: (() => void)[] = [];
  const settle = () => {
    coming = null;
    outdated = false;
    for (const done of waiting.splice(0)) done();
  };
  const hold = () => {
    const { painter } = map;
    const { render } = painter;
    const camera = () => {
      const { lng, lat } = map.getCenter();
      return [lng, lat, map.getZoom(), painter.width, painter.height].join(" ");
    };
    let last = camera();
    coming = null;
    painter.render = (...frame) => {
      const at = camera();
      if (at !== last) {
        last = at;
        coming?.drop();
        render.apply(painter, frame);
        return settle();
      }
      if (!map.loaded() || map._placementDirty) return;
      outdated = coming !== null;
      if (coming) return;
      const mine = draw(painter, () => render.apply(painter, frame));
      coming = mine;
      const look = () => {
        if (coming !== mine || painter.context.gl.isContextLost()) return;
        if (!mine.done()) return void requestAnimationFrame(look);
        mine.show();
        coming = null;
        if (outdated) map.triggerRepaint();
        else settle();
      };
      requestAnimationFrame(look);
    };
  };
  hold();
  return { hold, shown: () => new Promise((done) => (coming || outdated ? waiting.push(done) : done())) };
}
