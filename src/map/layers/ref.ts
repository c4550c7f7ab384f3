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
  readonly text: string;
  readonly lon: number;
  readonly lat: number;
  readonly anchor: string;
}

/** Which of a place's names its label gives: both in the page's language, every script, or one language's own. */
export type NameMode = "both" | "all" | (string & {});

/** Family names of the shipped faces, as MapLibre's `text-font`. */
export const REGULAR = ["Dateline Sans"];

/** Ids of the region layers that the picture shows, and with which the live map begins. */
export const GROUND: ReadonlySet<string> = new Set(["countries", "lakes", "rivers", "borders"]);
