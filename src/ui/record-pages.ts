import { render } from "svelte/server";
import type { DossierEvent, Statement } from "../dossier/types.ts";
import type { RecordMap } from "../map/record-map.ts";
import EventPage from "./EventPage.svelte";
import type { PageData } from "./page-data.ts";
import StatementPage from "./StatementPage.svelte";

/** The way from a record's page, `s/<id>/` or `e/<id>/`, to the dossier's folder. */
export const HOME = "../../";

/**
 * Makes markup that was written for the dossier's folder fit a page two folders down. A statement or an event becomes a link to its page;
 * everything else of the dossier is two folders up; other sites stay as they are.
 */
export function rebase(html: string): string {
  return html.replace(/(\s(?:href|src)=")([^"]*)"/g, (_, name: string, address: string) => {
    const record = /^#([se])=([a-z0-9_-]+)$/.exec(address);
    if (record) return `${name}${HOME}${record[1]}/${record[2]}/"`;
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return `${name}${address}"`;
    return `${name}${HOME}${address.replace(/^\.\//, "")}"`;
  });
}

/** Markers for hydration and white space are dead weight where nobody hydrates; in `<pre>` white space is content. */
const slim = (html: string): string =>
  html
    .replace(/<!--[^>]*-->/g, "")
    .split(/(<pre\b[\s\S]*?<\/pre>)/)
    .map((part) => (part.startsWith("<pre") ? part : part.replace(/\s+/g, " ").replace(/ ?(<\/?tspan\b[^>]*>) ?/g, "$1")))
    .join("");

/** In the list a record stands under its day; on its own page it stands under the page's title. */
const dress = (html: string): string => rebase(slim(html)).replace(/<(\/?)h4\b/g, "<$1h2");

/** The body of a statement's own page. */
export const statementBody = (data: PageData, statement: Statement, at: RecordMap): string =>
  dress(render(StatementPage, { props: { data, statement, at } }).body);

/** The body of an event's own page. */
export const eventBody = (data: PageData, event: DossierEvent, at: RecordMap): string =>
  dress(render(EventPage, { props: { data, event, at } }).body);
