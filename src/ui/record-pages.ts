import { render } from "svelte/server";
import type { DossierEvent, Party, Statement, Topic } from "../dossier/types.ts";
import type { PartyMap } from "../map/party-map.ts";
import type { RecordMap } from "../map/record-map.ts";
import EventPage from "./EventPage.svelte";
import { type Edition, inFolder } from "./edition.ts";
import type { PageData } from "./page-data.ts";
import PartyPage from "./PartyPage.svelte";
import { slim } from "./slim.ts";
import StatementPage from "./StatementPage.svelte";
import TermsPage from "./TermsPage.svelte";
import TopicPage from "./TopicPage.svelte";

/** The way from a record's page, such as `s/<id>/`, to the dossier's folder. */
export const HOME = "../../";

/**
 * Makes markup that was written for the folder of an edition fit a page two folders down. A statement, an event or a topic becomes a link
 * to its page, or to the map in the reader's language where it has none in that; a part of the page itself stays one; everything else of
 * the folder is two folders up; other sites stay as they are.
 */
function rebase(html: string, edition: Edition): string {
  const paged = edition.folder === "" ? /^#(s|e|topic)=([a-z0-9_-]+)$/ : /^#(topic)=([a-z0-9_-]+)$/;
  return html.replace(/(\s(?:href|src)=")([^"]*)"/g, (_, name: string, address: string) => {
    const record = paged.exec(address);
    if (record) return `${name}${HOME}${record[1]?.slice(0, 1)}/${record[2]}/"`;
    if (/^#[^=]*$/.test(address)) return `${name}${address}"`;
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return `${name}${address}"`;
    return `${name}${HOME}${address.replace(/^\.\//, "")}"`;
  });
}

/** In the list a record stands under its day; on its own page it stands under the page's title. */
const dress = ({ editions }: PageData, html: string): string => rebase(slim(html), editions.own).replace(/<(\/?)h4\b/g, "<$1h2");

/** The body of a statement's own page. */
export const statementBody = (data: PageData, statement: Statement, at: RecordMap): string =>
  dress(data, render(StatementPage, { props: { data, statement, at } }).body);

/** The body of an event's own page. */
export const eventBody = (data: PageData, event: DossierEvent, at: RecordMap): string =>
  dress(data, render(EventPage, { props: { data, event, at } }).body);

/** A page that gathers statements is there in every language: its markup as it stands in the folder of its edition. */
const gathered = ({ editions: { own }, textLang }: PageData, html: string): string => inFolder(slim(html), own, textLang ?? own.lang);

/** The body of a party's own page. */
export const partyBody = (data: PageData, party: Party, at: PartyMap | null): string =>
  rebase(gathered(data, render(PartyPage, { props: { data, party, at } }).body), data.editions.own);

/** The body of a topic's own page. */
export const topicBody = (data: PageData, topic: Topic): string =>
  rebase(gathered(data, render(TopicPage, { props: { data, topic } }).body), data.editions.own);

/** The body of the glossary, which lies in the folder of its edition itself. */
export const termsBody = (data: PageData): string => gathered(data, render(TermsPage, { props: { data } }).body);
