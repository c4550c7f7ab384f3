import { readFileSync } from "node:fs";
import { posix } from "node:path";
import type { FeatureCollection } from "geojson";
import { gatheringPages, recordPages } from "../../src/cli/pages.ts";
import { type Faces, shippedFaces } from "../../src/cli/pages/faces.ts";
import type { Dossier } from "../../src/dossier/types.ts";
import { buildPoster } from "../../src/map/poster.ts";
import { posterLabels } from "../../src/map/poster-labels.ts";
import { pageIndex } from "../../src/model/page-index.ts";
import type { Edition, Editions } from "../../src/ui/edition.ts";
import { type PageData, pageData } from "../../src/ui/page-data.ts";
import { type Catalogue, spoken } from "../../src/words/t.ts";
import { FIXTURES } from "../dossier/fixtures.ts";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };
export const REST = "assets/rest-0.css";
export const faces: Faces = await shippedFaces();

const disputed = JSON.parse(readFileSync(`${FIXTURES}/good/lake-mira/layers/disputed.geojson`, "utf8")) as FeatureCollection;

/** The only edition there is, in the language that is spoken. */
function onlyEdition({ lang, dir, name, reviewed }: Catalogue): Editions {
  const own: Edition = { lang, dir, name, folder: "", reviewed };
  return { own, all: [own] };
}

/** A dossier as the pages are rendered from it, on a map with nothing but what is disputed. */
export function dataOf(dossier: Dossier): PageData {
  const { opening, window, lang } = dossier.head;
  const poster = buildPoster({ countries: EMPTY, borders: EMPTY, lakes: EMPTY, rivers: EMPTY, disputed }, opening, window, lang);
  return pageData(
    dossier,
    poster,
    posterLabels(EMPTY, { disputed, borders: EMPTY }, dossier.head, pageIndex(dossier), lang),
    [],
    onlyEdition(spoken()),
  );
}

export interface Site {
  readonly data: PageData;
  /** Name → the page's head and body. */
  readonly pages: ReadonlyMap<string, { readonly head: string; readonly body: string }>;
  /** Names of all files of the finished folder. */
  readonly names: ReadonlySet<string>;
  readonly text: (name: string) => string;
}

/** The pages of a dossier, each rendered once. */
export function siteOf(dossier: Dossier): Site {
  const data = dataOf(dossier);
  const made = recordPages(data, faces, REST);
  const layers = { countries: EMPTY, borders: EMPTY, lakes: EMPTY, world: EMPTY, parties: EMPTY, disputed, names: [] };
  const pages = new Map([...made.pages, ...gatheringPages(data, REST, layers)].map(({ name, head, body }) => [name, { head, body }]));
  const beside = ["index.html", "about.html", "places.html", "share.png", "favicon.svg", REST];
  return {
    data,
    pages,
    names: new Set([...beside, ...pages.keys(), ...made.files.map((f) => f.name)]),
    text: (name) => String(made.files.find((f) => f.name === name)?.source ?? ""),
  };
}

/** Addresses of a page's links within the folder, as names of files. */
export function linksWithin(name: string, html: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
    .map((m) => (m[1] ?? "").replace(/[?#].*$/, ""))
    .filter((address) => !/^[a-z][a-z0-9+.-]*:/i.test(address))
    .map((address) => {
      const path = posix.join(posix.dirname(name), address || posix.basename(name));
      return path.endsWith("/") || path === "." ? posix.join(path, "index.html") : path;
    });
}

/** What the page says in JSON-LD. */
export const jsonLdOf = (head: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(head)?.[1] ?? "null") as Record<string, unknown>;

/** The content of a meta element, as written. */
export const metaOf = (head: string, name: string): string | null =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(head)?.[1] ?? null;
