import { createHash } from "node:crypto";
import type { Dossier, Statement } from "../../dossier/types.ts";
import { pageAddress, SPOKEN } from "../../model/citation.ts";
import { certainDay } from "../../model/dates.ts";
import { ownParties } from "../../model/coverage.ts";
import { dateWords } from "../../model/dates.ts";
import { escapeMarkup as x } from "../../model/markup.ts";

/** The namespace of addresses (RFC 4122), under which the ids of all dossiers are made. */
const NAMESPACE = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/** A UUID by name (RFC 4122, version 5): the same record has the same one wherever and whenever it is built. */
export function uuid(name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const newer = (a: Statement, b: Statement): number => {
  const key = (s: Statement) => `${s.date?.max ?? ""} ${s.date?.min ?? ""}`;
  return key(a) > key(b) ? -1 : key(a) < key(b) ? 1 : 0;
};

/** By the last day that each can be of, newest first; on one day as the dossier has them; undated last. Nothing withdrawn or superseded. */
const inFeedOrder = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter((s) => s.status === "published").sort(newer);

function entry(dossier: Dossier, s: Statement): string {
  const { head, corrections } = dossier;
  const corrected = corrections.filter((c) => c.statement === s.id).map((c) => c.date);
  const updated = [head.updated, ...corrected].sort().at(-1) ?? head.updated;
  const party = dossier.parties.find((p) => p.id === s.party);
  const text = SPOKEN.has(s.form) ? `“${s.text}”` : s.text;
  return [
    "<entry>",
    `<id>urn:uuid:${uuid(`${head.id}/s/${s.id}`)}</id>`,
    `<title>${x(`${s.speaker.name}, ${dateWords(s.date)}`)}</title>`,
    `<link rel="alternate" type="text/html" href="${x(pageAddress(head, "s", s.id))}"/>`,
    ...(certainDay(s.date) ? [`<published>${s.date.min}T00:00:00Z</published>`] : []),
    `<updated>${updated}T00:00:00Z</updated>`,
    `<author><name>${x(s.speaker.name)}</name></author>`,
    `<category term="${x(s.party)}" label="${x(party?.name ?? s.party)}"/>`,
    ...s.topics.map((t) => `<category term="${x(t)}" label="${x(dossier.topics.find((d) => d.id === t)?.name ?? t)}"/>`),
    `<summary type="text" xml:lang="${x(s.lang)}">${x(text)}</summary>`,
    "</entry>",
  ].join("\n");
}

/** The statements as an Atom feed (RFC 4287). Its addresses are absolute only when the dossier says where it is published. */
export function atomFeed(dossier: Dossier): string {
  const { head } = dossier;
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${x(head.lang)}">`,
    `<id>urn:uuid:${uuid(head.id)}</id>`,
    `<title>${x(head.title)}</title>`,
    `<subtitle>${x(head.dek)}</subtitle>`,
    `<updated>${head.updated}T00:00:00Z</updated>`,
    `<link rel="alternate" type="text/html" href="${x(head.site ?? "./")}"/>`,
    `<link rel="self" type="application/atom+xml" href="${x(`${head.site ?? ""}feed.xml`)}"/>`,
    ...(head.credits.length > 0 ? [`<rights>${x(head.credits.join(" · "))}</rights>`] : []),
    ...inFeedOrder(dossier.statements).map((s) => entry(dossier, s)),
    "</feed>",
  ].join("\n")}\n`;
}

/** Every page that stands, for search engines; only with an absolute address, which the protocol asks for. */
export function sitemap(dossier: Dossier): string | null {
  const { site, updated } = dossier.head;
  if (site === null) return null;
  const pages = [
    ...["", "about.html", "places.html", ...(dossier.terms.length > 0 ? ["terms.html"] : [])].map((page) => site + page),
    ...dossier.statements.filter((s) => s.status === "published").map((s) => pageAddress(dossier.head, "s", s.id)),
    ...dossier.events.map((e) => pageAddress(dossier.head, "e", e.id)),
    ...ownParties(dossier).map((p) => pageAddress(dossier.head, "p", p.id)),
    ...dossier.topics.map((topic) => pageAddress(dossier.head, "t", topic.id)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages
    .map((page) => `<url><loc>${x(page)}</loc><lastmod>${updated}</lastmod></url>`)
    .join("\n")}\n</urlset>\n`;
}
