import type { Report } from "../findings.ts";
import { mapsAt, textAt, textsAt, type TextValue, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Rule } from "./rule.ts";

/** No address stands twice in the sources of one record; no id twice in one of its lists. */
export const twice: Rule = (tables, report) => {
  const LISTS = ["about", "topics", "parties", "responds_to", "audience", "terms", "statements", "places"];
  if (tables.head) repeated(textsAt(tables.head, "languages"), "each language once", report);
  if (tables.head) repeated(textsAt(tables.head, "credits"), "each credit once", report);
  for (const { map } of tables.rows.terms) {
    const entries = mapsAt(map, "entries");
    for (const party of new Set(entries.map((entry) => wordAt(entry, "party"))))
      repeated(
        entries.filter((entry) => wordAt(entry, "party") === party).flatMap((entry) => textAt(entry, "term") ?? []),
        "each word of a party once",
        report,
      );
  }
  for (const kind of ["statements", "events", "positions", "claims", "story"] as const) {
    for (const { map } of tables.rows[kind]) {
      const addresses = mapsAt(map, "sources").flatMap((s) => textAt(s, "url") ?? []);
      repeated(addresses, "each source once", report);
      samePage(addresses, report);
      repeated(
        mapsAt(map, "see_also").flatMap((s) => textAt(s, "id") ?? []),
        "each statement once",
        report,
      );
      for (const list of LISTS) {
        const value = map.entries.get(list)?.value;
        if (value?.kind === "list")
          repeated(
            value.items.filter((i) => i.kind === "text"),
            `each entry of "${list}" once`,
            report,
          );
      }
    }
  }
};

function repeated(values: readonly TextValue[], expected: string, report: Report): void {
  const seen = new Set<string>();
  for (const value of values) {
    const text = value.text.trim();
    if (seen.has(text) && text !== "")
      report({ severity: "error", rule: "twice", at: value.spot, found: quoted(text), expected, fix: "Remove the second one." });
    seen.add(text);
  }
}

/** What an address says beside the page: who sent the reader there. */
const TRACKING = /^(utm_\w+|fbclid|gclid|yclid|mc_[ce]id)$/;

/** An address without what may be written in two ways, or left out, and leads to the same page; null when it is none. */
function pageOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { host, pathname, searchParams, hash } = new URL(address);
  const query = [...searchParams].filter(([key]) => !TRACKING.test(key)).map(([key, value]) => `${key}=${value}`);
  // Behind such a sign some sites keep their pages.
  const within = /^#[!/]/.test(hash) ? hash : "";
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/+$/, "")}?${query.join("&")}${within}`;
}

/** One page under two addresses is one source: the card counts it as two. */
function samePage(values: readonly TextValue[], report: Report): void {
  const seen = new Map<string, string>();
  for (const value of values) {
    const text = value.text.trim();
    const page = pageOf(text);
    const first = page === null ? undefined : seen.get(page);
    if (page !== null && first === undefined) seen.set(page, text);
    if (first === undefined || first === text) continue;
    report({
      severity: "warning",
      rule: "twice",
      at: value.spot,
      found: quoted(text),
      expected: "each page once",
      fix: `It is the page of ${first}, written in another way. Remove one of the two: readers count the sources.`,
    });
  }
}
