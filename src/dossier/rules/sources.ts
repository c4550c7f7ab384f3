import type { Report } from "../findings.ts";
import { mapsAt, textAt, textsAt, type TextValue, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { eachText, type Rule } from "./rule.ts";

const ADDRESSES: ReadonlySet<string> = new Set(["url", "archive_url", "contact"]);

/** What is wrong with an address, without space around it; null when nothing is. `mail`: one to write to is meant. */
export function addressProblem(text: string, mail: boolean): string | null {
  if (/\s/.test(text))
    return mail ? "Write one address, without a space." : "Write %20 for a space, or remove it; two addresses are two sources.";
  if (/(?:…|\.\.\.)$/.test(text)) return "It was cut off where it was copied from. Copy the whole address from the browser.";
  if (/[,;|]https?:\/\//i.test(text)) return "Two addresses are two sources; write each with a publisher of its own.";
  if (mail && /^mailto:[^@\s?]+@[^@\s?]+$/i.test(text)) return null;
  if (mail && /^[^@\s?:]+@[^@\s?]+$/.test(text)) return `Write mailto:${text}.`;
  const framed = /^<(https?:[^<>]+)>$|\]\((https?:[^()]+)\)$/i.exec(text);
  if (framed) return `Write ${framed[1] ?? framed[2]} alone.`;
  if (/^www\./i.test(text)) return `Write https://${text}.`;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return mail
      ? "Write mailto: and an address, or an https address."
      : "Copy the whole address from the browser, beginning with https://.";
  }
  if (!mail && url.protocol === "doi:") return `Write https://doi.org/${text.slice(4)}.`;
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return mail ? "Write mailto: and an address, or an https address." : "Only addresses that begin with https:// or http:// are taken.";
  if (mail && url.protocol !== "https:") return "Write mailto: and an address, or an https address.";
  if (url.username !== "" || url.password !== "") return "Remove the name and password before the @.";
  const host = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  if (host.split(".").some((name) => /\p{Script=Latin}/u.test(name) && /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(name)))
    return "Its name has letters of two alphabets that look alike, and leads elsewhere than it seems to. Copy the address from the browser.";
  if (!/^https?:\/\/[^/]/i.test(text) || !/[.:]/.test(url.hostname) || url.hostname.includes("..") || url.port === "0")
    return "Copy the whole address from the browser, beginning with https://.";
  return null;
}

/** Addresses are web addresses that a reader can follow, with nobody's password in them. */
export const addresses: Rule = (tables, report) =>
  eachText(tables, (value, key) => {
    if (!ADDRESSES.has(key) || value.text.trim() === "") return;
    const fix = addressProblem(value.text.trim(), key === "contact");
    if (fix)
      report({
        severity: "error",
        rule: "address",
        at: value.spot,
        found: quoted(value.text),
        expected: key === "contact" ? "a mailto: or https address" : "a web address",
        fix,
      });
  });

/** Short links, and those through which networks and mail programmes lead. */
const PASSED_ON =
  /^(t\.co|bit\.ly|goo\.gl|tinyurl\.com|ow\.ly|is\.gd|buff\.ly|cutt\.ly|clck\.ru|vk\.cc|lm?\.facebook\.com|l\.instagram\.com|lnkd\.in|\w+\.safelinks\.protection\.outlook\.com|urldefense\.com)$/;

/** What is wrong with an address that leads somewhere, but not straight to the page; null when nothing is. */
function detour(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { hostname, pathname, search, hash } = new URL(text);
  if (/^(www\.)?google\.[a-z.]+$/.test(hostname) && pathname === "/url")
    return "It leads through a search engine, which sees each reader. Open it, and copy the address from there.";
  if (/(^|\.)(translate\.goog|cdn\.ampproject\.org)$/.test(hostname))
    return "It is a search engine's own version of the page. Open the page itself, and copy the address from there.";
  if (PASSED_ON.test(hostname))
    return "It is a shortened or passed-on link, which may end any day. Open it, and copy the address from there.";
  if (pathname === "/" && search === "" && hash === "")
    return "It is the front page, which changes every day. Copy the address of the page that was read.";
  return null;
}

/** What is compared of an address: archives write the rest in their own way. */
const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/[?#].*$|\/+$/g, "")
    .replace(/\/+$/, "");

/** What is wrong with the address of a copy in the Internet Archive; null when nothing is. */
function copyProblem(archive: string, url: string): string | null {
  const [, when = "", page = ""] = /^https?:\/\/web\.archive\.org\/(save|web\/[^/]+)\/(.+)$/i.exec(archive) ?? [];
  if (when === "save") return "It makes a new copy at each click. Open it once, and copy the address of the copy.";
  if (when.includes("*")) return "It is the list of all copies. Open one, and copy its address.";
  return page !== "" && bare(page) !== bare(url) ? `It is a copy of ${page}. Correct one of the two addresses.` : null;
}

/** An archived copy is at another address than what it is a copy of, and no address brings the full stop of a sentence along. */
export const copies: Rule = ({ rows }, report) => {
  for (const kind of ["statements", "events"] as const)
    for (const { map } of rows[kind])
      for (const source of mapsAt(map, "sources")) {
        const url = textAt(source, "url");
        const archive = textAt(source, "archive_url");
        const say = (at: TextValue, expected: string, fix: string): void =>
          report({ severity: "warning", rule: "address", at: at.spot, found: quoted(at.text), expected, fix });
        if (url && archive && archive.text.trim() === url.text.trim())
          say(archive, "the address of an archived copy", "It is the page itself. Remove it, or write where the copy is.");
        const copy = archive && url ? copyProblem(archive.text.trim(), url.text.trim()) : null;
        if (archive && copy) say(archive, "the address of an archived copy of this page", copy);
        const title = textAt(source, "title");
        if (title && /^https?:/i.test(title.text.trim()))
          say(title, "the headline, as printed", 'Write it, or leave "title" out and say in "description" what the page is.');
        const led = url && detour(url.text.trim());
        if (url && led) say(url, "the page's own address", led);
        for (const at of [url, archive])
          if (at && (/[^.][.,;'"’”»]$/.test(at.text.trim()) || /^[^(]*\)$/.test(at.text.trim())))
            say(at, "an address that ends as the page's does", "Remove the sign at its end, if it belongs to a sentence.");
      }
};

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
      repeated(
        mapsAt(map, "sources").flatMap((s) => textAt(s, "url") ?? []),
        "each source once",
        report,
      );
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
