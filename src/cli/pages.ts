import type { DossierEvent, Id, Party, Statement, Topic } from "../dossier/types.ts";
import { type PartyLayers, partyMap } from "../map/party-map.ts";
import { type RecordMap, recordMap } from "../map/record-map.ts";
import { citation, cslJson, pagePath } from "../model/citation.ts";
import { ownParties } from "../model/coverage.ts";
import { bibtex, ris } from "../model/citation-formats.ts";
import { speak, spoken } from "../words/t.ts";
import type { PageData } from "../ui/page-data.ts";
import { htmlAttributes, type SidePage } from "../ui/prerender.ts";
import { eventBody, partyBody, statementBody, termsBody, topicBody } from "../ui/record-pages.ts";
import { oembedFile } from "./embed-files.ts";
import type { Faces } from "./pages/faces.ts";
import { atomFeed, sitemap } from "./pages/feed.ts";
import { eventHead, partyHead, statementHead, termsHead, topicHead } from "./pages/head.ts";
import { dossierText, eventText, sharePicture, statementText } from "./share-picture.ts";

/** A file of the finished folder. Its content is made when it is asked for: a folder has hundreds, and a preview shows one. */
export interface BuiltFile {
  readonly name: string;
  readonly source: string | Uint8Array;
}

/** Where a statement's mark stands: at the first place it is about, else where a source says that it was made. */
const placeOf = (s: Statement): Id | null => s.about[0] ?? (s.saidIn?.basis === "stated" ? s.saidIn.place : null);

function mapOf(data: PageData, place: Id | null | undefined, date: Statement["date"]): RecordMap {
  const { opening, lang } = data.dossier.head;
  return recordMap({ poster: data.poster, names: data.labels.names, opening, lang }, (place && data.place(place)) || null, date);
}

/** What makes something later, in the language that is spoken now. */
function later<T>(make: () => T): () => T {
  const words = spoken();
  return () => {
    speak(words);
    return make();
  };
}

function made(name: string, make: () => string | Uint8Array): BuiltFile {
  const source = later(make);
  return {
    name,
    get source() {
      return source();
    },
  };
}

/** A page whose parts are made when they are asked for. */
function page(name: string, html: string, makeHead: () => string, makeBody: () => string): SidePage {
  const [head, body] = [later(makeHead), later(makeBody)];
  return {
    name,
    html,
    get head() {
      return head();
    },
    get body() {
      return body();
    },
  };
}

/** What consumers of oEmbed are told of a record's page; none without the address of the published folder. */
const oembedOf = ({ dossier: { head } }: PageData, page: string): readonly BuiltFile[] =>
  head.site === null ? [] : [oembedFile({ title: head.title, site: head.site, page })];

function ofStatement(data: PageData, faces: Faces, restCss: string, s: Statement) {
  const folder = pagePath("s", s.id);
  const at = () => mapOf(data, placeOf(s), s.date);
  const cite = () => citation(data.dossier, s);
  return {
    page: page(
      `${folder}index.html`,
      htmlAttributes(data),
      () => statementHead(data, restCss, s),
      () => statementBody(data, s, at()),
    ),
    files: [
      ...oembedOf(data, folder),
      made(`${folder}share.png`, () => sharePicture(faces, data, at(), "s", statementText(data, s))),
      // What was withdrawn is not to be cited.
      ...(s.status === "withdrawn"
        ? []
        : [
            made(`${folder}cite.json`, () => `${JSON.stringify([cslJson(cite())], null, 2)}\n`),
            made(`${folder}cite.ris`, () => ris(cite())),
            made(`${folder}cite.bib`, () => bibtex(cite())),
          ]),
    ],
  };
}

function ofEvent(data: PageData, faces: Faces, restCss: string, e: DossierEvent) {
  const folder = pagePath("e", e.id);
  const at = () => mapOf(data, e.places[0], e.date);
  return {
    page: page(
      `${folder}index.html`,
      htmlAttributes(data),
      () => eventHead(data, restCss, e),
      () => eventBody(data, e, at()),
    ),
    files: [...oembedOf(data, folder), made(`${folder}share.png`, () => sharePicture(faces, data, at(), "e", eventText(data, e)))],
  };
}

function ofParty(data: PageData, restCss: string, layers: PartyLayers, p: Party): SidePage {
  const { lang, window, opening } = data.dossier.head;
  const at = () => partyMap(layers, p, (p.seat && data.place(p.seat)) || null, window, opening, lang);
  return page(
    `${data.editions.own.folder}${pagePath("p", p.id)}index.html`,
    htmlAttributes(data),
    () => partyHead(data, restCss, p),
    () => partyBody(data, p, at()),
  );
}

const ofTopic = (data: PageData, restCss: string, topic: Topic): SidePage =>
  page(
    `${data.editions.own.folder}${pagePath("t", topic.id)}index.html`,
    htmlAttributes(data),
    () => topicHead(data, restCss, topic),
    () => topicBody(data, topic),
  );

const ofTerms = (data: PageData, restCss: string): SidePage =>
  page(
    `${data.editions.own.folder}terms.html`,
    htmlAttributes(data),
    () => termsHead(data, restCss),
    () => termsBody(data),
  );

export interface RecordPages {
  readonly pages: readonly SidePage[];
  readonly files: readonly BuiltFile[];
}

/**
 * The pages that gather statements, in the language of their edition: one for every party, every topic, and for the words of all.
 *
 * @param restCss address of the style sheet with the fonts, inside the dossier's folder
 */
export const gatheringPages = (data: PageData, restCss: string, layers: PartyLayers): readonly SidePage[] => [
  ...ownParties(data.dossier).map((p) => ofParty(data, restCss, layers, p)),
  ...data.dossier.topics.map((topic) => ofTopic(data, restCss, topic)),
  ...(data.dossier.terms.length > 0 ? [ofTerms(data, restCss)] : []),
];

/**
 * A page of its own for every statement and every event, each with a share picture and, for statements, citation files; and what lists
 * them: the feed, and the sitemap when the dossier says where it is published.
 *
 * @param restCss address of the style sheet with the fonts, inside the dossier's folder
 */
export function recordPages(data: PageData, faces: Faces, restCss: string): RecordPages {
  const { dossier } = data;
  const all = [
    ...[...dossier.statements, ...data.withdrawn].map((s) => ofStatement(data, faces, restCss, s)),
    ...dossier.events.map((e) => ofEvent(data, faces, restCss, e)),
  ];
  const map = sitemap(dossier);
  return {
    pages: all.map((record) => record.page),
    files: [
      ...all.flatMap((record) => record.files),
      made("share.png", () => sharePicture(faces, data, mapOf(data, null, dossier.head.focus), "d", dossierText(data))),
      { name: "feed.xml", source: atomFeed(dossier) },
      ...(map === null ? [] : [{ name: "sitemap.xml", source: map }]),
    ],
  };
}
