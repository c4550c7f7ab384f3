import type { Day, DossierDate, Id, Lang } from "./types.ts";

/** [west, south, east, north], degrees. */
export type Bounds = readonly [number, number, number, number];

export interface LayerEntry {
  readonly id: Id;
  /** File name inside `layers/`. */
  readonly file: string;
  readonly kind: "region" | "parties" | "disputed" | "world";
  readonly title: string;
  readonly attribution: string;
  readonly licence: string;
}

export interface DossierHead {
  readonly id: Id;
  readonly title: string;
  readonly dek: string;
  readonly lang: Lang;
  readonly languages: readonly Lang[];
  /** The day the data stands at; also the day its sources were read. */
  readonly updated: Day;
  readonly period: DossierDate;
  /** The days that get most room on the time bar. */
  readonly focus: DossierDate;
  readonly zone: { readonly id: string; readonly label: string };
  /** The map's window: a place outside is off the map and becomes a chip on the edge. */
  readonly window: Bounds;
  /** What the camera shows at first, fitted whole into the map's box. */
  readonly opening: Bounds;
  /** The notes line shown with every map. */
  readonly notes: string;
  /** Paragraphs. */
  readonly coverage: readonly string[];
  readonly method: readonly string[];
  /** Data licence and credit lines, always visible. */
  readonly credits: readonly string[];
  /** Address for reports of errors: `mailto:` or https; null = none. */
  readonly contact: string | null;
  /** Address for the report of an error in one record, with the gaps `{id}`, `{url}`, `{version}`; null = none but `contact`. */
  readonly report: string | null;
  /** Where the published folder is: https, ending in `/`; null = not known, and then nothing names an absolute address. */
  readonly site: string | null;
  /** What readers write, for the words of the record: the search alone knows of it. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Who uses a form of a place's name, in words, by the key it has in the places: language → `as used in the north`. */
  readonly uses: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly layers: readonly LayerEntry[];
}
