import type { Feature, FeatureCollection } from "geojson";
import { type GeoJSONSource, GPUInitializationError, LngLat, Map as LiveMap, setWorkerUrl } from "maplibre-gl";
import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { addImages } from "./images.ts";
import { ARCS } from "./layers/arcs.ts";
import { BLANK_PX, MARKS } from "./layers/marks.ts";
import type { MapEvents, MapHandle, MapWish } from "./live.ts";
import { slanted } from "./slanted.ts";
import { buildStyle, groundOf, isBeyondPicture, type StyleWish } from "./style.ts";
import { trustWorker } from "./trust-worker.ts";
import { wholeFrames } from "./whole-frames.ts";

// It comes with the map, which alone waits for it.
export { painted } from "./painted.ts";

/** The tests hold the style to its specification; each check of a layer would write all of it out. */
const UNCHECKED = { validate: false };
const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * Starts the live map in a box. The only file that holds one.
 *
 * @returns null when this browser cannot draw it; the page goes on with the picture
 */
export function mountMap(container: HTMLElement, wish: MapWish, events: MapEvents): MapHandle | null {
  trustWorker(wish.worker);
  setWorkerUrl(wish.worker);
  let style = wish.style;
  /** Waits for the leaning letters: the map draws each letter once, and would keep one that was drawn too early. */
  const letters = () => document.fonts.load(...slanted(style)).catch(() => {});
  let map: LiveMap;
  try {
    map = new LiveMap({
      container,
      center: [wish.camera.lng, wish.camera.lat],
      zoom: wish.camera.zoom,
      transformConstrain: ({ lng, lat }, zoom) => {
        const at = wish.within({ lng, lat, zoom });
        return { center: new LngLat(at.lng, at.lat), zoom: at.zoom };
      },
      renderWorldCopies: false,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      rollEnabled: false,
      fadeDuration: 0,
      validateStyle: false,
      cooperativeGestures: wish.cooperative !== null,
      locale: { "Map.Title": wish.label, ...wish.cooperative },
    });
  } catch (error) {
    if (error instanceof GPUInitializationError || String(error).includes("WebGL")) return null;
    throw error;
  }

  const frames = wholeFrames(map);
  // The map is never tilted. What draws the sky would be compiled all the same, before anything is seen.
  const noSky = () => Object.assign(map.painter.drawFunctions, { sky: () => {} });
  noSky();
  /** Kept once all that the map has so far can be seen. */
  const idle = async (): Promise<void> => {
    await map.once("idle");
    await frames.shown();
  };
  // A task of its own: the drawing's beginning and the style's would be one long one.
  setTimeout(() => gone || map.setStyle(groundOf(style)));
  for (const hand of [map.touchZoomRotate, map.keyboard]) hand.disableRotation();
  let state = wish.state;
  /** Whether all of it has been drawn, and the picture is not needed any more. */
  let full = false;
  /** What was asked for: the ground, with it what the picture cannot show, all. */
  let asked = 0;
  let gone = false;
  /** What the page puts on the map, by source: it has to be put there anew with each style. */
  const own: Record<typeof MARKS | typeof ARCS, FeatureCollection> = { [MARKS]: NOTHING, [ARCS]: NOTHING };
  const put = (...ids: (keyof typeof own)[]) => {
    for (const id of ids) (map.getSource(id) as GeoJSONSource | undefined)?.setData(own[id]);
  };
  /** What stands already is not drawn anew: a frame of the map costs as much as all else that a click changes. */
  const give = (id: keyof typeof own, data: FeatureCollection) => {
    if (JSON.stringify(data) === JSON.stringify(own[id])) return;
    own[id] = data;
    put(id);
  };
  const apply = () => {
    map.setGlobalStateProperty("shown", [...state.shown]);
    map.setGlobalStateProperty("parties", [...state.parties]);
  };
  void map.once("load").then(frames.shown).then(events.onready);
  // Of one tick of the wheel the map does not say that a hand did it; of a wheel that scrolls the article it tells all the same.
  let wheeled = false;
  map.on("move", () => {
    wheeled ||= map.scrollZoom.isActive();
    events.onmove(false, false);
  });
  map.on("moveend", (event) => {
    events.onmove(true, wheeled || (event as { originalEvent?: unknown }).originalEvent !== undefined);
    wheeled = false;
  });
  map.on("resize", () => events.onmove(true, false));
  map.on("error", (event) => {
    const source = (event as { sourceId?: string }).sourceId;
    if (source) events.onmissing(source);
  });
  map.on("webglcontextlost", events.onlost);
  map.on("webglcontextrestored", () => {
    // It has another painter now.
    noSky();
    frames.hold();
    if (asked > 0) addImages(map, style);
    void idle().then(() => {
      events.onready();
      if (full) events.oncomplete();
    });
  });
  const completed = () => {
    if (gone) return;
    full = true;
    events.oncomplete();
  };
  const restyle = async (next: StyleWish): Promise<void> => {
    style = next;
    await letters();
    if (gone || style !== next) return; // Of two wishes the later holds.
    asked = 2;
    addImages(map, style);
    map.setStyle(buildStyle(style), { diff: true });
    put(MARKS, ARCS);
    apply();
    await idle();
    completed();
  };
  const drawn = (): Promise<void> => {
    map.triggerRepaint();
    return idle();
  };
  /**
   * Areas first, then lines, then dashed ones, then names, each in a frame of its own: what all of them need made ready, tiles and programs,
   * would hold up the reader's hand at one go. Even so it waits until that rests; only the dashed lines, without which the others are half
   * a map, follow at once.
   */
  const fill = async (all: boolean) => {
    const { sources, layers } = buildStyle(style);
    const stageOf = ({ type, paint = {} }: LayerSpecification) =>
      type === "fill" ? 0 : type === "symbol" ? 3 : "line-dasharray" in paint ? 2 : 1;
    for (const stage of all ? [0, 1, 2, 3] : [1, 2]) {
      if (all && stage !== 2) await wish.rest();
      await drawn();
      if (gone) return;
      addImages(map, style);
      apply();
      for (const [i, layer] of layers.entries()) {
        const { id, source } = layer as { id: string; source: string };
        if (map.getLayer(id) || stageOf(layer) !== stage || !(all || isBeyondPicture(layer, style))) continue;
        if (!map.getSource(source)) map.style.addSource(source, sources[source]!, UNCHECKED);
        map.style.addLayer(layer, layers.slice(i).find((above) => map.getLayer(above.id))?.id, UNCHECKED);
      }
      put(MARKS, ARCS);
      // What was added to the style itself, which alone can go unchecked, the map has to be told.
      apply();
      if (all && stage === 2) void drawn().then(events.onlines);
    }
    await drawn();
    if (all) completed();
  };
  return {
    camera: () => ({ lng: map.getCenter().lng, lat: map.getCenter().lat, zoom: map.getZoom() }),
    shapesAt: (x, y, reach, what) =>
      map
        .queryRenderedFeatures([-reach, reach].map((r) => [x + r, y + r]) as [[number, number], [number, number]])
        .flatMap(({ layer, properties }) => ((layer.type === "fill") === (what === "area") ? [properties["id"]] : [])),
    occupy: (spots) => {
      const features = spots.map(({ x, y, radius, anchor }): Feature => {
        const properties = { size: (2 * radius) / BLANK_PX, anchor };
        return { type: "Feature", properties, geometry: { type: "Point", coordinates: map.unproject([x, y]).toArray() } };
      });
      give(MARKS, { type: "FeatureCollection", features });
    },
    draw: (arcs) => give(ARCS, arcs ?? NOTHING),
    cooperate: (on) => void (wish.cooperative && map.cooperativeGestures[on ? "enable" : "disable"]()),
    show: (next) => {
      if (JSON.stringify(next) === JSON.stringify(state)) return;
      state = next;
      if (asked > 0 && map.getStyle()) apply();
    },
    restyle,
    complete: (all) => {
      if (asked > Number(all)) return;
      asked = 1 + Number(all);
      void letters().then(() => fill(all));
    },
    moveTo: ({ lng, lat, zoom }, animate) =>
      map[animate ? "easeTo" : "jumpTo"]({ center: [lng, lat], zoom, ...(animate ? { duration: 300 } : {}) }),
    remove: () => {
      gone = true;
      map.remove();
    },
  };
}
