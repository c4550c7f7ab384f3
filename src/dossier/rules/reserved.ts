import { mapsAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { eachText, type Rule } from "./rule.ts";

const ADDRESSES: ReadonlySet<string> = new Set(["url", "archive_url", "contact", "report", "site"]);

/** Names and numbers that lead nowhere, or to the reader's own machine or house (RFC 2606, 6761, 1918). */
const NOWHERE =
  /(^|\.)(example\.(com|net|org)|test|invalid|localhost|local|internal)\.?$|^(127|10|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|0\.0\.0)\.\d|^\[(::1|f[cde])/i;
/** The same, but an invented dossier has nothing else. */
const INVENTED = /(^|\.)example\.?$/i;

function hostOf(address: string): string {
  const mail = /^mailto:[^@\s]+@([^?\s]+)/i.exec(address.trim())?.[1];
  if (mail !== undefined) return mail;
  return URL.canParse(address.trim()) ? new URL(address.trim()).hostname : "";
}

/** The name in an address that leads nowhere, in an invented dossier too; null when it leads somewhere. */
export function nowhere(address: string): string | null {
  const host = hostOf(address);
  return NOWHERE.test(host) ? host : null;
}

/** What is told of an address that leads nowhere. */
export const reservedProblem = (host: string): { readonly rule: string; readonly expected: string; readonly fix: string } => ({
  rule: "reserved-address",
  expected: "an address that readers can follow",
  fix: `Nothing of the public web is at ${host}: the name is kept for examples and private networks. Write the page's own address.`,
});

/** An address that was put in to be replaced later leads no reader to what was said. */
export const reserved: Rule = (tables, report) => {
  const sources = [...tables.rows.statements, ...tables.rows.events].flatMap(({ map }) => mapsAt(map, "sources"));
  const hosts = sources.map((source) => hostOf(wordAt(source, "url") ?? ""));
  const invented = hosts.every((host) => host === "" || INVENTED.test(host) || NOWHERE.test(host));
  eachText(tables, (value, key) => {
    const host = ADDRESSES.has(key) ? hostOf(value.text) : "";
    if (!NOWHERE.test(host) && (invented || !INVENTED.test(host))) return;
    report({
      severity: "warning",
      at: value.spot,
      found: quoted(value.text),
      ...reservedProblem(host),
    });
  });
};
