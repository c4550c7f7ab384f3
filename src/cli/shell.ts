import { createHash } from "node:crypto";
import type { Prerendered } from "../ui/prerender.ts";

const hashes = (of: readonly string[]): string => of.map((h) => ` 'sha256-${h}'`).join("");

/** The address of a folder as a source of a policy, where commas and semicolons part things. */
const source = (folder: string): string => new URL(folder).href.replaceAll(",", "%2C").replaceAll(";", "%3B");

/**
 * The policy of a page: nothing but its own files and what stands in it, known by hashes; scripts only from trusted URLs.
 *
 * @param site the published folder where it is known. WebKit has had versions (2.50 is one) to which `'self'` is nothing at all in a
 * sandboxed frame: there the page was a picture that no script came to.
 */
export const policy = (styles: readonly string[], scripts: readonly string[], site: string | null): string => {
  const own = site === null ? "'self'" : `'self' ${source(site)}`;
  return [
    "default-src 'none'",
    `script-src ${own}${hashes(scripts)}`,
    `worker-src ${own} data:`,
    `style-src ${own}${hashes(styles)}`,
    `img-src ${own} data:`,
    `font-src ${own}`,
    `connect-src ${own}`,
    `frame-src ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types svelte-trusted-html default",
  ].join("; ");
};

/** What the document says of itself in an article, before its script runs. */
export const EMBEDDED = 'data-ui="embed" data-map="poster"';

/** A page that Vite does not know of. */
export const shell = ({ html, head, body }: Prerendered, attributes = 'data-ui="reading"'): string =>
  `<!doctype html>\n<html ${html} ${attributes}>\n<head>\n<meta charset="utf-8">\n<!--csp-->\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");
