import type { DossierEvent, Party, Statement, Topic } from "../../dossier/types.ts";
import { beginning } from "../../model/beginning.ts";
import { pagePath, type RecordKind, SPOKEN } from "../../model/citation.ts";
import { dateWords } from "../../model/dates.ts";
import { escapeJson, escapeMarkup } from "../../model/markup.ts";
import { SHARED } from "../../model/share-size.ts";
import { HOME } from "../../ui/record-pages.ts";
import { toRoot } from "../../ui/edition.ts";
import type { PageData } from "../../ui/page-data.ts";
import { languageLinks } from "../../ui/prerender.ts";
import { t } from "../../words/t.ts";
import { collectionJsonLd, eventJsonLd, statementJsonLd } from "./json-ld.ts";

/** How much of a text a preview shows, in characters. */
const PREVIEW = 200;

interface Head {
  /** The page inside the folder of its edition. */
  readonly path: string;
  /** The way from it to that folder. */
  readonly home: string;
  /** Whether it is there in every language of the dossier. */
  readonly inAll: boolean;
  readonly title: string;
  readonly about: string;
  /** The share picture in words. */
  readonly alt: string;
  readonly jsonLd: string;
  readonly listed: boolean;
  /** Whether it has a share picture of its own. */
  readonly shared: boolean;
}

const meta = (attribute: "name" | "property", name: string, content: string): string =>
  `<meta ${attribute}="${name}" content="${escapeMarkup(content)}">`;

/** What stands in the head of a record's page. Addresses are absolute only when the dossier says where it is published. */
function recordHead(data: PageData, restCss: string, h: Head): string {
  const { head } = data.dossier;
  const { own: edition } = data.editions;
  const own = head.site && head.site + edition.folder + h.path;
  const root = h.home + toRoot(edition);
  // A page without a share picture has the dossier's.
  const picture = `${h.shared ? (own ?? "") : (head.site ?? root)}share.png`;
  const full = `${h.title} · ${head.title}`;
  return [
    `<title>${escapeMarkup(full)}</title>`,
    meta("name", "description", h.about),
    h.inAll ? languageLinks(data, h.path, h.home) : own ? `<link rel="canonical" href="${escapeMarkup(own)}">` : "",
    ...(h.listed ? [] : [meta("name", "robots", "noindex")]),
    meta("property", "og:type", "article"),
    meta("property", "og:title", h.title),
    meta("property", "og:description", h.about),
    meta("property", "og:site_name", head.title),
    ...(own ? [meta("property", "og:url", own)] : []),
    meta("property", "og:image", picture),
    meta("property", "og:image:type", "image/png"),
    meta("property", "og:image:width", String(SHARED.width)),
    meta("property", "og:image:height", String(SHARED.height)),
    meta("property", "og:image:alt", h.alt),
    meta("name", "twitter:card", "summary_large_image"),
    meta("name", "twitter:title", h.title),
    meta("name", "twitter:description", h.about),
    meta("name", "twitter:image", picture),
    meta("name", "twitter:image:alt", h.alt),
    `<link rel="icon" href="${root}favicon.svg">`,
    `<link rel="alternate" type="application/atom+xml" title="${escapeMarkup(head.title)}" href="${root}feed.xml">`,
    `<link rel="stylesheet" href="${root}${restCss}">`,
    `<script type="application/ld+json">${h.jsonLd}</script>`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** The head of a statement's page. A withdrawn or superseded one asks not to be listed by search engines. */
export function statementHead(data: PageData, restCss: string, s: Statement): string {
  const when = dateWords(s.date);
  const shown = beginning(s.text, PREVIEW);
  const parties = s.parties.map(data.partyName).join(", ");
  return recordHead(data, restCss, {
    path: pagePath("s", s.id),
    home: HOME,
    // Several parties have a ministry of that name, and a preview may have no room for the picture, which says whose it is.
    title: `${s.speaker.name}${parties === s.speaker.name ? "" : ` (${parties})`}, ${when}`,
    about: s.status === "withdrawn" ? t("record.cite_withdrawn") : SPOKEN.has(s.form) ? `“${shown}”` : shown,
    alt: `${parties}. ${t("record.title", { who: s.speaker.name, day: when })}. ${t("record.map_of_none")}`,
    jsonLd: escapeJson(JSON.stringify(statementJsonLd(data.dossier, s))),
    listed: s.status === "published",
    inAll: false,
    shared: true,
  });
}

/** The head of an event's page. */
export const eventHead = (data: PageData, restCss: string, e: DossierEvent): string =>
  recordHead(data, restCss, {
    path: pagePath("e", e.id),
    home: HOME,
    title: `${e.title}, ${dateWords(e.date)}`,
    about: beginning(e.summary, PREVIEW),
    alt: `${t("record.event", { title: e.title })}, ${dateWords(e.date)}. ${t("record.map_of_none")}`,
    jsonLd: escapeJson(JSON.stringify(eventJsonLd(data.dossier, e))),
    listed: true,
    inAll: false,
    shared: true,
  });

/** A page that gathers statements: its own title and description, the dossier's preview. */
function gatheringHead(data: PageData, restCss: string, path: string, home: string, title: string, about: string): string {
  return recordHead(data, restCss, {
    path,
    home,
    title,
    about,
    alt: data.dossier.head.title,
    jsonLd: escapeJson(JSON.stringify(collectionJsonLd(data.dossier, data.editions.own.folder + path, title, about))),
    listed: true,
    inAll: true,
    shared: false,
  });
}

const ofRecord = (data: PageData, restCss: string, kind: RecordKind, id: string, title: string, about: string): string =>
  gatheringHead(data, restCss, pagePath(kind, id), HOME, title, about);

/** The head of a party's page. */
export const partyHead = (data: PageData, restCss: string, p: Party): string =>
  ofRecord(data, restCss, "p", p.id, p.name, t("record.party_about", { party: p.name }));

/** The head of a topic's page. */
export const topicHead = (data: PageData, restCss: string, topic: Topic): string =>
  ofRecord(data, restCss, "t", topic.id, topic.name, t("record.topic_about", { topic: topic.name }));

/** The head of the glossary. */
export const termsHead = (data: PageData, restCss: string): string =>
  gatheringHead(data, restCss, "terms.html", "", t("record.glossary"), t("record.glossary_about"));
