import { render } from "svelte/server";
import { frame } from "../map/poster.ts";
import { cssName, PALETTE, type Palette } from "../map/palette.ts";
import { openingMarks } from "../map/opening-marks.ts";
import { stepRef } from "../model/story.ts";
import AboutPage from "./AboutPage.svelte";
import Marks from "./Marks.svelte";
import Page from "./Page.svelte";
import type { PageData } from "./page-data.ts";
import PanelBar from "./PanelBar.svelte";
import PlacesPage from "./PlacesPage.svelte";
import { Session } from "./session.svelte.ts";

/** Width of the opening bounds, in px, at which the marks of the prerendered page are parted. */
const BOX = 700;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);

/** One page of the dossier. */
export interface Prerendered {
  readonly lang: string;
  readonly head: string;
  readonly body: string;
}

/** A page beside index.html, under its own file name. */
export interface SidePage extends Prerendered {
  readonly name: string;
}

const pageHead = (title: string, about: string): string =>
  `<title>${escapeHtml(title)}</title><meta name="description" content="${escapeHtml(about)}"><meta property="og:title" content="${escapeHtml(title)}"><meta property="og:description" content="${escapeHtml(about)}"><link rel="icon" href="favicon.svg"><link rel="alternate" type="application/atom+xml" href="feed.xml">`;

/** Asks for the script's words before the script is there to ask. */
const wordsLink = (href: string): string => `<link rel="preload" as="fetch" crossorigin id="words" href="${href}" vite-ignore>`;

/** What the script needs of places and what no part of the page says: a row each, `[id, name, lon, lat, 1 for a region]`. */
const placeRows = (data: PageData): string => {
  const rows = data.index.places.map(({ id, name, lon, lat, region }) => [id, name, lon, lat, ...(region ? [1] : [])]);
  return `<script type="application/json" id="places">${JSON.stringify(rows).replaceAll("<", "\\u003c")}</script>`;
};

/**
 * Renders a dossier's page in its opening view. What needs no script to be of use, the marks and the head of the panel, is rendered
 * as islands that the script takes over, each from its own root; controls that do nothing without a script come with it.
 *
 * @param restCss address of the style sheet that the first screen does without
 * @param words address of the words that the script says
 */
export function prerender(data: PageData, restCss: string, words: string, ui: "full" | "embed" = "full"): Prerendered {
  const { head } = data.dossier;
  const session = new Session(data.index, undefined, {
    covered: head.period,
    contested: data.poster.disputed.map((f) => ({ id: f.id, from: f.validFrom, to: f.validTo })),
    story: data.dossier.story.map(stepRef),
  });
  const islands: Record<string, string> = {
    marks: render(Marks, { props: { session, opening: head.opening } }).body,
    bar: render(PanelBar, { props: { session } }).body,
  };
  const page = slim(render(Page, { props: { data, restCss, ui } }).body)
    // Vite would look for these files among the sources; they are made beside the page.
    .replace(/<link rel="stylesheet"|<img/g, "$& vite-ignore");
  const body = page.replace(
    /(<div [^>]*data-island="(\w+)"[^>]*>)<\/div>/g,
    (_, open: string, name: string) => `${open}${islands[name] ?? ""}</div>`,
  );
  return { lang: head.lang, head: pageHead(head.title, head.dek) + wordsLink(words), body: body + placeRows(data) };
}

/** The pages for reading at leisure: they need no script and have none. */
export function sidePages(data: PageData, restCss: string): readonly SidePage[] {
  const { head } = data.dossier;
  const link = `<link rel="stylesheet" href="${restCss}">`;
  const page = (name: string, title: string, body: string): SidePage => ({
    name,
    lang: head.lang,
    head: pageHead(`${title} · ${head.title}`, head.dek) + link,
    body: slim(body),
  });
  return [
    page("about.html", "About this map", render(AboutPage, { props: { data } }).body),
    page("places.html", "Places", render(PlacesPage, { props: { data } }).body),
  ];
}

/** Svelte leaves markers for hydration; in markup that nobody hydrates they are dead weight, and so is white space. */
const slim = (html: string): string =>
  html
    .replace(/<!--[^>]*-->/g, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/ {2,}/g, " ");

/** Rules that belong to this dossier: party colours and where each mark and name stands in the picture. */
export function dossierCss(data: PageData): string {
  const { head, parties } = data.dossier;
  const f = frame(head.opening);
  const at = (lon: number, lat: number) => `--x:${f.x(lon).toFixed(4)};--y:${f.y(lat).toFixed(4)}`;
  const marks = openingMarks(data.index, head.opening, BOX).map(
    (m) =>
      `[data-mark=${m.id}]{${at(m.lon, m.lat)};--ox:${Math.round(m.middle[0] - m.place[0])}px;--oy:${Math.round(m.middle[1] - m.place[1])}px}`,
  );
  const labels = [...data.labels.names, ...data.labels.contested].map((l) => `[data-label=${l.id}]{${at(l.lon, l.lat)}}`);
  // One rule for both themes: the browser picks by the page's colour scheme.
  const both = (light: string, dark: string) => `light-dark(${light},${dark})`;
  const inks = Object.entries(PALETTE.light).map(
    ([name, light]) => `--${cssName(name)}:${both(light, PALETTE.dark[name as keyof Palette])}`,
  );
  const colours = parties.filter((p) => p.colour).map((p) => `.p-${p.id},.s-${p.id}{--p:${both(p.colour!.light, p.colour!.dark)}}`);
  return `:root{--aspect:${f.aspect.toFixed(4)};${inks.join(";")}}${colours.join("")}${marks.join("")}${labels.join("")}`;
}
