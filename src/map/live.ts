import type { FeatureCollection } from "geojson";
import type { MapCamera } from "./camera.ts";
import type { StyleWish } from "./style.ts";
import type { Placed } from "./taken.ts";

/** What of a view the map draws. A later one is compared with it, so nobody may change it. */
export interface MapState {
  /** Ids of the contested features to draw. */
  readonly shown: readonly string[];
  /** Party ids whose area is outlined. */
  readonly parties: readonly string[];
}

export interface MapEvents {
  /** Land and water of the first camera are drawn. */
  readonly onready: () => void;
  /** Lines and contested areas are drawn, once all was asked for: the picture's own would lie upon them. */
  readonly onlines: () => void;
  /** Names are drawn too. */
  readonly oncomplete: () => void;
  /** The camera moved; `done` at the end of a movement, `byReader` when a hand did it. */
  readonly onmove: (done: boolean, byReader: boolean) => void;
  /** A file could not be read: the layer's id. */
  readonly onmissing: (layer: string) => void;
  /** The drawing is gone; `for ever` or until it is restored, which is told by `onready`. */
  readonly onlost: () => void;
}

export interface MapHandle {
  readonly camera: () => MapCamera;
  /** Ids of what is drawn within so many px of a point of the box, what lies on top first: areas, or lines and names. */
  readonly shapesAt: (x: number, y: number, reach: number, what: "area" | "line") => readonly unknown[];
  /** Keeps names off these spots. */
  readonly occupy: (spots: readonly Placed[]) => void;
  readonly show: (state: MapState) => void;
  /** Great circles of the statement being read, each a line with `kind` `to` or `answers`. */
  readonly draw: (arcs: FeatureCollection | null) => void;
  /** Whether one finger scrolls the page and two move the map; only where the map began so. */
  readonly cooperate: (on: boolean) => void;
  readonly restyle: (wish: StyleWish) => void;
  /** Draws outlines of picked parties and arcs as well, or all: names, seats and every line too, of which the picture above the map shows most until then. */
  readonly complete: (all: boolean) => void;
  readonly moveTo: (camera: MapCamera, animate: boolean) => void;
  readonly remove: () => void;
}

export interface MapWish {
  /** Address of MapLibre's worker. */
  readonly worker: string;
  readonly style: StyleWish;
  readonly state: MapState;
  readonly camera: MapCamera;
  /** The nearest camera that the map may have. */
  readonly within: (camera: MapCamera) => MapCamera;
  /** The map's name for whoever hears it. */
  readonly label: string;
  /** Kept when it may draw what holds up the reader's hand for a moment. */
  readonly rest: () => Promise<unknown>;
  /** One finger scrolls the page, two move the map; words for it in the page's language. Off in a page of its own. */
  readonly cooperative: Readonly<Record<string, string>> | null;
}
