import { render } from "svelte/server";
import { frame } from "../map/poster.ts";
import { fitCamera } from "../map/camera.ts";
import { asAtForty, closest, FAINT } from "../map/closest.ts";
import { CONTRAST, cssName, PALETTE, type Palette } from "../map/palette.ts";
import { nameless } from "../model/names.ts";
import { scaleStep } from "../map/scale.ts";
import { escapeJson, escapeMarkup } from "../model/markup.ts";
import { SHARED } from "../model/share-size.ts";
import { stepRef } from "../model/story.ts";
import { spoken, t } from "../words/t.ts";
import { ASKED } from "./asked.ts";
import AboutPage from "./AboutPage.svelte";
import { type Edition, inFolder, pageHref, toRoot } from "./edition.ts";
import Marks from "./Marks.svelte";
import OffMap from "./OffMap.svelte";
import Page from "./Page.svelte";
import type { PageData } from "./page-data.ts";
import PanelBar from "./PanelBar.svelte";
import PlacesPage from "./PlacesPage.svelte";
import { seatCss, type Ui } from "./seat-css.ts";
import { Session } from "./session.svelte.ts";
import { slim } from "./slim.ts";

/** Width of the opening bounds, in px, in a desktop's map. */
const BOX = 660;

/** One page of the dossier. */
export interface Prerendered {
  /** Attributes of the html element: the language, and what the script has to know of where the page stands. */
  readonly html: string;
  readonly head: string;
  readonly body: string;
}

/** Addresses of style sheets, from the page: the one that comes late, the one of paper, and both with the fonts, for a page without a script. */
export interface Sheets {
  readonly rest: string;
  readonly print: string;
  readonly reading: string;
}

/** A page beside index.html, under its own file name, that of its edition's folder with it. */
export interface SidePage extends Prerendered {
  readonly name: string;
}

const pageHead = (title: string, about: string, lang: string | undefined): string =>
  `<title${lang ? ` lang="${lang}"` : ""}>${escapeMarkup(title)}</title><meta name="description" content="${escapeMarkup(about)}"><meta property="og:title" content="${escapeMarkup(title)}"><meta property="og:description" content="${escapeMarkup(about)}"><link rel="icon" href="favicon.svg"><link rel="alternate" type="application/atom+xml" href="feed.xml">`;

/** Attributes of the html element of every page of an edition. */
export function htmlAttributes({ editions: { own }, textLang }: PageData): string {
  const dir = own.dir === "ltr" ? "" : ` dir="${own.dir}"`;
  const root = own.folder && ` data-root="${toRoot(own)}"`;
  return `lang="${own.lang}"${dir}${root}${textLang ? ` data-text-lang="${textLang}"` : ""}`;
}

/** Markup as it stands in the folder of its edition. */
const placed = ({ editions: { own }, textLang }: PageData, html: string): string => inFolder(html, own, textLang ?? own.lang);

/** A page's own address; none where the dossier does not say where it is published. */
const canonical = ({ dossier: { head }, editions: { own } }: PageData, file: string): string =>
  head.site === null ? "" : `<link rel="canonical" href="${escapeMarkup(head.site + own.folder + file)}">`;

/**
 * Where the same page is in the other languages, and its own address; absolute where the dossier says where it is published.
 *
 * @param home the way from the page to the folder of its edition
 */
export function languageLinks(data: PageData, file: string, home = ""): string {
  const { own, all } = data.editions;
  const { site } = data.dossier.head;
  const at = (edition: Edition): string => escapeMarkup(site === null ? home + pageHref(own, edition, file) : site + edition.folder + file);
  const first = canonical(data, file);
  if (all.length < 2) return first;
  const other = (lang: string, edition: Edition) => `<link rel="alternate" hreflang="${lang}" href="${at(edition)}" vite-ignore>`;
  return first + all.map((edition) => other(edition.lang, edition)).join("") + other("x-default", all[0] ?? own);
}

/** The dossier's share picture. Its size is said, so that what shows it the first time leaves it the room; what it shows is the title and a map. */
const picture = ({ dossier: { head }, editions: { own } }: PageData): string =>
  `<meta property="og:image" content="${escapeMarkup(head.site ?? toRoot(own))}share.png"><meta property="og:image:width" content="${SHARED.width}"><meta property="og:image:height" content="${SHARED.height}"><meta property="og:image:alt" content="${escapeMarkup(head.title)}"><meta name="twitter:card" content="summary_large_image">`;

/** Asks for the script's words before the script is there to ask. */
const wordsLink = (href: string): string => `<link rel="preload" as="fetch" crossorigin id="words" href="${href}" vite-ignore>`;

/** What the script needs of places and what no part of the page says: a row each, `[id, name, lon, lat, 1 for a region]`. */
const placeRows = (data: PageData): string => {
  const rows = data.index.places.map(({ id, name, lon, lat, region }) => [id, name, lon, lat, ...(region ? [1] : [])]);
  return `<script type="application/json" id="places">${escapeJson(JSON.stringify(rows))}</script>`;
};

/**
 * Renders a dossier's page in its opening view. What needs no script to be of use, the marks and the head of the panel, is rendered
 * as islands that the script takes over, each from its own root; controls that do nothing without a script come with it.
 *
 * @param sheets addresses of the style sheets that the first screen does without
 * @param words address of the words that the script says
 */
export function prerender(data: PageData, sheets: Sheets, words: string, ui: Ui = "full"): Prerendered {
  const { head } = data.dossier;
  const session = new Session(data.index, undefined, {
    covered: head.period,
    contested: data.poster.disputed.map((f) => ({ id: f.id, from: f.validFrom, to: f.validTo })),
    story: data.dossier.story.map(stepRef),
  });
  session.ui = ui;
  const islands: Record<string, string> = {
    marks: render(Marks, { props: { session, opening: head.opening, named: nameless(head.layers) } }).body,
    off: render(OffMap, { props: { session, opening: head.opening } }).body,
    bar: render(PanelBar, { props: { session } }).body,
  };
  const page = tight(render(Page, { props: { data, sheets, ui } }).body)
    // Vite would look for these files among the sources; they are made beside the page.
    .replace(/<link rel="stylesheet"|<img/g, "$& vite-ignore");
  const body = page.replace(
    /(<div [^>]*data-island="(\w+)"[^>]*>)<\/div>/g,
    (_, open: string, name: string) => `${open}${islands[name] ?? ""}</div>`,
  );
  // In an article it is the page itself that is to be found; a link to the embed is shared as well, and seen before it is followed.
  const links =
    ui === "full" ? languageLinks(data, "") : `${canonical(data, "")}<meta name="robots" content="noindex"><script>${ASKED}</script>`;
  return {
    html: htmlAttributes(data),
    head: placed(data, pageHead(head.title, head.dek, data.textLang) + links + picture(data) + wordsLink(words)),
    body: placed(data, body) + placeRows(data),
  };
}

/** The pages for reading at leisure: they need no script and have none. */
export function sidePages(data: PageData, restCss: string): readonly SidePage[] {
  const { head } = data.dossier;
  const { own } = data.editions;
  const link = `<link rel="stylesheet" href="${restCss}">`;
  const page = (name: string, title: string, body: string): SidePage => ({
    name: own.folder + name,
    html: htmlAttributes(data),
    head: placed(data, pageHead(`${title} · ${head.title}`, head.dek, undefined) + languageLinks(data, name) + picture(data) + link),
    body: placed(data, slim(body)),
  });
  return [
    page("about.html", t("page.about"), render(AboutPage, { props: { data } }).body),
    page("places.html", t("page.places"), render(PlacesPage, { props: { data } }).body),
  ];
}

/** Slim, without spaces between blocks, and without the end tags that HTML says may be left out: a page has thousands. */
const tight = (html: string): string =>
  slim(html)
    .replace(/(<\/(?:[ou]l|h\d|table|caption|summary|section|details)>) (?=<(?:(?:p|[ou]l|table|details|section)[ >]|\/))/g, "$1")
    .replace(/<\/li> ?(?=<li[ >]|<\/[ou]l>)/g, "")
    .replace(/<\/p> ?(?=<(?:p|[ou]l|h\d|div)[ >]|<\/(?:li|div|section|td)>)/g, "")
    .replace(/<\/t[hdr]> ?(?=<t[hdr][ >]|<\/t(?:r|body)>)/g, "");

/** Without the zeros that CSS does not ask for: a page has a hundred such numbers. */
const short = (n: number, digits: number): string => String(Number(n.toFixed(digits))).replace(/^(-?)0\./, "$1.");

/** `light-dark()` of an ink in each theme: the browser picks by the page's colour scheme. */
const both = (light: string | undefined, dark: string | undefined) => `light-dark(${light},${dark})`;

/** Whether a language is written from right to left. */
const runsLeft = (lang: string | undefined): boolean =>
  lang !== undefined && /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/.test(new Intl.Locale(lang).maximize().script ?? "");

/** Rules that belong to this dossier: party colours and where each mark and name stands in the picture. */
export function dossierCss(data: PageData, ui: Ui = "full"): string {
  const { head, parties } = data.dossier;
  const f = frame(head.opening);
  const at = (lon: number, lat: number, digits: number) => `--x:${short(f.x(lon), digits)};--y:${short(f.y(lat), digits)}`;
  const labels = [...data.labels.names, ...data.labels.contested].map(
    (l) => `[data-label=${JSON.stringify(l.id)}]{${at(l.lon, l.lat, 3)}}`,
  );
  const inks = Object.entries(PALETTE.light).map(
    ([name, light]) => `--${cssName(name)}:${both(light, PALETTE.dark[name as keyof Palette])}`,
  );
  const colours = parties
    .filter((p) => p.colour)
    .map((p, i) => {
      const ring = i === 0 ? "" : `;--r:url(#r${i}) var(--p)`;
      return `.p-${p.id},.s-${p.id}{--p:${both(p.colour!.light, p.colour!.dark)}${ring}}`;
    });
  // Lines that are less exact than the opening view would show them.
  const { zoom } = fitCamera(head.opening, BOX, BOX * 4);
  const faint = data.poster.disputed
    .filter((d) => closest(asAtForty(d.precisionM, head.opening)) < zoom)
    .map((d) => `.base>[data-shape="${d.id}"]`);
  const scheme = faint.length > 0 ? `${faint}{stroke-opacity:${FAINT};fill-opacity:${FAINT}}` : "";
  const strong = Object.entries(CONTRAST.light).map(
    ([name, light]) => `--${cssName(name)}:${both(light, CONTRAST.dark[name as keyof Palette])}`,
  );
  const contrast = `@media (prefers-contrast:more),(forced-colors:active){:root{${strong.join(";")}}}`;
  // What is written in another language runs its own way, with its full stop at its own end.
  // The map and the days run as everywhere.
  const bidi =
    data.editions.own.dir === "rtl" || [data.textLang, ...data.dossier.statements.map((s) => s.lang)].some(runsLeft)
      ? "body [lang]{unicode-bidi:plaintext}:is(.box,.ruler){direction:ltr}"
      : "";
  const { colon } = spoken();
  const sign = colon ? `:root .lab::after{content:"${colon}"}` : "";
  return `:root{--aspect:${f.aspect.toFixed(4)};--scale:${(scaleStep(head.opening, 660).px / 660).toFixed(4)};${inks.join(";")}}${colours.join("")}${seatCss(data.index, head, data.labels.countries, ui, at)}${labels.join("")}${scheme}${contrast}${bidi}${sign}`;
}
