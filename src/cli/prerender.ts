import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { FeatureCollection } from "geojson";
import { compileDossier } from "../dossier/compile.ts";
import type { LayerEntry } from "../dossier/types.ts";
import { faceRule, pageFaces } from "./page-fonts.ts";
import { buildInset } from "../map/inset.ts";
import { isPlain } from "../map/style.ts";
import { buildPoster } from "../map/poster.ts";
import { pageIndex } from "../model/page-index.ts";
import { pageData } from "../ui/page-data.ts";
import { dossierCss, type Prerendered, prerender, type SidePage, sidePages } from "../ui/prerender.ts";
import type { Ui } from "../ui/seat-css.ts";
import { paperCss } from "../ui/paper-css.ts";
import { buildRest } from "../ui/rest.ts";
import { posterLabels } from "../map/poster-labels.ts";
import { readFolder } from "./compile.ts";
import { type OembedFacts, oembedFile } from "./embed-files.ts";
import { downloads } from "./downloads.ts";
import { statementWays } from "../model/links.ts";
import { withoutWithdrawn } from "../model/withdrawn.ts";
import { causeLines } from "./issue-lines.ts";
import { EMPTY, layer, layerFile } from "./layer-files.ts";
import { type BuiltFile, gatheringPages, recordPages } from "./pages.ts";
import { shippedFaces } from "./pages/faces.ts";
import { cataloguesFor, lateWords, scriptCatalogue } from "./words.ts";
import { namesElsewhere } from "./country-names.ts";
import type { Edition } from "../ui/edition.ts";
import { type Catalogue, speak, t } from "../words/t.ts";
import { dataAddress, type SingleParts } from "./single-file.ts";
import { singlePage } from "../ui/single-page.ts";

const GEO = fileURLToPath(new URL("../../geo", import.meta.url));

/** The folder to build: the one asked for, or the first of geo/ that holds a dossier.yaml. */
export function dossierFolder(asked: string | undefined): string {
  if (asked) {
    const folder = resolve(asked);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`DOSSIER=${asked}: expected a folder with a dossier.yaml, found none at ${folder}. Name the folder from this one.`);
    return folder;
  }
  const found = existsSync(GEO)
    ? readdirSync(GEO)
        .sort()
        .find((name) => existsSync(join(GEO, name, "dossier.yaml")))
    : undefined;
  if (!found) throw new Error("geo/: expected a folder with a dossier.yaml, found none. Make one: see geo/README.md.");
  return join(GEO, found);
}

/** The pages in one language. Each is rendered when it is asked for. */
export interface RenderedEdition {
  readonly own: Edition;
  /** Rules that belong to this dossier, for the first screen. */
  readonly css: string;
  /** The same for the page as it stands in an article. */
  readonly embedded: string;
  readonly page: () => Prerendered;
  /** The same page as it stands in an article. */
  readonly embed: () => Prerendered;
  readonly pages: () => readonly SidePage[];
  /** What the single file is made of, but for its script and the rules of the page, which are built. */
  readonly single: () => Omit<SingleParts, "script" | "worker">;
}

export interface RenderedDossier {
  /** The dossier's own language first: its page is index.html. */
  readonly editions: readonly [RenderedEdition, ...RenderedEdition[]];
  /** The rules that only the page in an article has. */
  readonly embedCss: string;
  /** A page for every statement and every event, with the rules that only they have. Each is rendered when it is asked for. */
  readonly records: { readonly pages: readonly SidePage[]; readonly css: string };
  /** What consumers of oEmbed are told; null without the address of the published folder. */
  readonly oembed: Omit<OembedFacts, "page"> | null;
  /** Files that go beside the page: layers, downloads, share pictures, the style sheet of what comes after the first screen. */
  readonly files: readonly BuiltFile[];
}

const PUBLIC = fileURLToPath(new URL("../../public", import.meta.url));
/** A style sheet of the pages, as it is written. */
const ui = (name: string): string => readFileSync(fileURLToPath(new URL(`../ui/${name}.css`, import.meta.url)), "utf8");

/** A style sheet without its comments and white space. */
const squeeze = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/;}/g, "}")
    .replace(/(\w): /g, "$1:")
    .replace(/(@media|@supports) \(/g, "$1(")
    .replace(/="([a-z][\w-]*)"\]/g, "=$1]")
    .replace(/ (?=!important)|(?<=[ :,(-])0(?=\.)/g, "");

const hash = (source: string): string => createHash("sha256").update(source).digest("hex").slice(0, 8);

/** The words that the page's script says, in one language: those of its start, those of its late parts, and all in one. */
function wordsFiles(words: Catalogue): { readonly start: BuiltFile; readonly late: BuiltFile; readonly whole: BuiltFile } {
  const [first, late] = [scriptCatalogue(words), lateWords(words)];
  const [start, more] = [JSON.stringify(first), JSON.stringify(late)];
  const name = `words/${words.lang}-${hash(start + more)}`;
  const whole = JSON.stringify({ ...first, words: { ...first.words, ...late } });
  return {
    start: { name: `${name}.json`, source: start },
    late: { name: `${name}-late.json`, source: more },
    whole: { name: `${name}.json`, source: whole },
  };
}

const sheet = (name: string, source: string) => ({ name: `assets/${name}-${hash(source)}.css`, source });

/** The style sheets of what comes after the first screen, and of paper; small enough without a minifier. */
const restCss = () => sheet("rest", squeeze(`${ui("rest")}\n${ui("find")}`));
const printCss = () => sheet("print", squeeze(ui("print")));

/** What page.css says once the script has put the fonts in. */
const LETTERS = ':root{--sans:"Dateline Sans","Dateline Scripts",system-ui,sans-serif;--serif:"Dateline Serif",Georgia,serif}';

/** The same with the dossier's fonts, for whoever has no script: on the page the script puts the fonts in (ui/letters.ts). */
function readingCss(dossier: string) {
  const faces = pageFaces().map((f) => faceRule("../fonts/", f.family, "swap", f));
  const screens = restCss().source + printCss().source + squeeze(ui("reading"));
  return sheet("reading", faces.join("") + LETTERS + screens + dossier);
}

/** What of public/ the single file carries inside. */
const kept = (): readonly BuiltFile[] =>
  ["favicon.svg", ...new Set(pageFaces().map((f) => `fonts/${f.file}`))].map((name) => ({
    name,
    source: readFileSync(join(PUBLIC, name)),
  }));

/**
 * Compiles a dossier's folder and renders its page.
 *
 * @throws when the dossier has errors, with every one of them in the message
 */
export async function renderDossier(asked: string | undefined): Promise<RenderedDossier> {
  const folder = dossierFolder(asked);
  const { dossier: written, issues } = await compileDossier(readFolder(folder));
  const errors = issues.filter((i) => i.severity === "error");
  if (written === null || errors.length > 0)
    throw new Error(
      `${errors.length} ${errors.length === 1 ? "problem" : "problems"} in ${folder}\n${causeLines(issues.filter((i) => i.severity === "error" || i.cause !== null)).join("\n")}`,
    );
  const dossier = withoutWithdrawn(written);
  const get = (id: string) => layer(folder, dossier.head.layers, id);
  const { opening, window, title, site } = dossier.head;
  const all = (of: (layer: LayerEntry) => boolean): FeatureCollection => ({
    ...EMPTY,
    features: dossier.head.layers.filter(of).flatMap((l) => get(l.id).features),
  });
  // The live map draws these by their kind, whatever their id.
  const world = all((l) => l.kind === "world");
  const layers = {
    // Where there are no countries the world's coasts are the land, here and on the live map.
    countries: dossier.head.layers.some((l) => l.id === "countries") ? get("countries") : world,
    borders: all((l) => l.id === "borders" || isPlain(l)),
    lakes: get("lakes"),
    rivers: get("rivers"),
    disputed: all((l) => l.kind === "disputed"),
  };
  const catalogues = cataloguesFor(dossier);
  const every = catalogues.map(
    ({ lang, dir, name, reviewed }, i): Edition => ({ lang, dir, name, reviewed, folder: i === 0 ? "" : `${lang}/` }),
  );
  const taken = downloads(dossier);
  const index = pageIndex(dossier);
  const [rest, print] = [restCss(), printCss()];
  speak(catalogues[0]);
  const reading = readingCss(paperCss(dossier, index));
  const sheets = { rest: rest.name, print: print.name, reading: reading.name };
  const spoken = catalogues.map(wordsFiles);
  const inset = { name: "inset.svg", source: buildInset(layers.countries, layers.borders, window, opening) };
  const layerFiles = dossier.head.layers.map((l) => layerFile(folder, l));
  const late = buildRest(
    dossier,
    namesElsewhere(
      dossier.head.lang,
      catalogues.map((c) => c.lang),
    ),
  );
  const table = taken.find((f) => f.name.endsWith(".csv"));
  // What the single file carries inside; titles stand in its page.
  const links = { name: "data/links.json", source: JSON.stringify(statementWays(dossier)) };
  const held = [...layerFiles, links, { name: "data/rest.json", source: JSON.stringify({ ...late, titles: {} }) }, inset, ...kept()];
  const editions = catalogues.map((language, i) => {
    const own = every[i]!;
    speak(language);
    const data = pageData(
      written,
      buildPoster(layers, opening, window, own.lang),
      posterLabels(get("places"), layers, dossier.head, index, own.lang),
      [...taken.map((f) => ({ href: f.name, label: t(f.label) })), { href: "dateline.html", label: t("share.file") }],
      { own, all: every },
    );
    const { start, whole } = spoken[i]!;
    const css = (of: Ui) => dossierCss(data, of) + (data.textLang ? squeeze(ui("other-language")) : "");
    const inWords =
      <T>(make: () => T) =>
      () => {
        speak(language);
        return make();
      };
    return {
      own,
      data,
      css: css("full"),
      embedded: css("embed"),
      page: inWords(() => prerender(data, sheets, start.name)),
      embed: inWords(() => prerender(data, sheets, start.name, "embed")),
      pages: inWords(() => [
        ...sidePages(data, reading.name),
        ...gatheringPages(data, reading.name, { ...layers, world, parties: all((l) => l.kind === "parties"), names: data.labels.names }),
      ]),
      single: inWords(() => ({
        ...singlePage(data, start.name, table ? dataAddress(table) : ""),
        css: `${css("full")}${reading.source}.side{${squeeze(ui("record"))}}${squeeze(ui("single"))}`,
        files: [...held, whole],
        home: site,
      })),
    };
  });
  const [first, ...others] = editions;
  if (!first) throw new Error("there is no catalogue: src/words has to hold one at least");
  const oembed = site === null ? null : { title, site };
  const faces = await shippedFaces();
  speak(catalogues[0]);
  const records = recordPages(first.data, faces, reading.name);
  return {
    editions: [first, ...others],
    embedCss: squeeze(ui("embed")),
    records: { pages: records.pages, css: squeeze(ui("record")) },
    oembed,
    files: [
      ...taken,
      ...records.files,
      ...(oembed ? editions.map(({ own }) => oembedFile({ ...oembed, page: own.folder })) : []),
      ...[rest, print, reading],
      ...spoken.flatMap(({ start, late }) => [start, late]),
      inset,
      links,
      { name: "data/rest.json", source: JSON.stringify(late) },
      ...layerFiles,
    ],
  };
}
