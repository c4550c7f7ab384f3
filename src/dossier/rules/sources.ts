import { mapsAt, textAt, type TextValue } from "../read/value.ts";
import { code, quoted } from "../show.ts";
import { eachText, type Rule } from "./rule.ts";

const ADDRESSES: ReadonlySet<string> = new Set(["url", "archive_url", "contact"]);

/** Alphabets some of whose letters look like Latin ones. */
const ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** What is wrong with an address, without space around it; null when nothing is. `mail`: one to write to is meant. */
export function addressProblem(text: string, mail: boolean): string | null {
  // Joiners part letters of Persian and of scripts of India in addresses, too.
  const unseen = /(?![\u200c\u200d])\p{Cf}|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{L})/u.exec(text)?.[0];
  if (unseen !== undefined) return `A character that nobody sees stands in it, ${code(unseen)}. Delete it, or copy the address again.`;
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
  if (/[\u3002\uff0e\uff61]/.test(host)) return "The dots of its name are wide ones of another keyboard. Type them again.";
  if (host.split(".").some((name) => /\p{Script=Latin}/u.test(name) && ALIKE.test(name)))
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

/** Where search engines look for words. */
const SEARCH = /^(www\.)?(google\.[a-z.]+|bing\.com|duckduckgo\.com|(ya|yandex)\.[a-z.]+)$/;

/** What is wrong with an address that leads somewhere, but not straight to the page; null when nothing is. */
function detour(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { hostname, pathname, search, hash } = new URL(text);
  if (/^(www\.)?google\.[a-z.]+$/.test(hostname) && pathname === "/url")
    return "It leads through a search engine, which sees each reader. Open it, and copy the address from there.";
  if (SEARCH.test(hostname) && /^\/(search\/?)?$/.test(pathname) && /[?&](q|text)=/.test(search))
    return "It is a search, which finds other pages every day. Open the page that was read, and copy its address.";
  if (/%(?![0-9a-f]{2})/i.test(text)) return "A % in it stands before no two digits 0-9, a-f. Copy the address from the browser again.";
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

/** What is wrong with the address of a copy, most often in the Internet Archive; null when nothing is. */
function copyProblem(archive: string, url: string): string | null {
  const [, when = "", page = ""] = /^https?:\/\/web\.archive\.org\/(save|web\/[^/]+)\/(.+)$/i.exec(archive) ?? [];
  if (URL.canParse(archive) && /^\/(web\/?)?(\d*\/?)?$/.test(new URL(archive).pathname) && new URL(archive).search === "")
    return "It names no page of the archive. Open the copy, and copy its address.";
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
