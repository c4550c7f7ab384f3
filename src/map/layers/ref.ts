/** A layer file of the dossier as the page knows it: what it is, and where it lies. */
export interface LayerRef {
  readonly id: string;
  readonly kind: "region" | "parties" | "disputed" | "world";
  readonly title: string;
  readonly url: string;
}

/** The name of a contested feature and where it hangs: a point of its outline, and the edge of the text that is there. */
export interface HungName {
  readonly id: string;
  /** Broken into lines as on the picture: MapLibre would break a name at its hyphen too. */
  readonly text: string;
  readonly lon: number;
  readonly lat: number;
  readonly anchor: string;
  /** By how many metres what it names may be off. */
  readonly precision_m: number;
}

/** Which of a place's names its label gives: both in the page's language, every script, one language's own, or the form somebody uses. */
export type NameMode = "both" | "all" | (string & {});

/** What the style calls the family of the shipped faces, as MapLibre's `text-font`: a name that no face of the page has. */
export const REGULAR = ["Names"];
/**
 * Drawn by the browser in the page's own faces, leant over: MapLibre leans what a family of this name comes first of, and no file of its
 * own is called so. Waters, ranges and roads have it, so that no town is taken for one.
 */
export const SLANTED = ["Italic", "Dateline Sans", "Dateline Scripts"];

/** Ids of the region layers with which the live map begins: areas, in the place of the picture's. */
export const GROUND: ReadonlySet<string> = new Set(["countries", "lakes"]);
/** Id of the layer that is the land where there are no countries. */
export const WORLD = "world";
