import { createHash } from "node:crypto";
import type { Prerendered } from "../ui/prerender.ts";

const hashes = (of: readonly string[]): string => of.map((h) => ` 'sha256-${h}'`).join("");

/** The policy of a page: nothing but its own files and what stands in it, known by hashes; scripts only from trusted URLs. */
export const policy = (styles: readonly string[], scripts: readonly string[] = []): string =>
  [
    "default-src 'none'",
    `script-src 'self'${hashes(scripts)}`,
    "worker-src 'self' data:",
    `style-src 'self'${hashes(styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types svelte-trusted-html default",
  ].join("; ");

/** What the document says of itself in an article, before its script runs. */
export const EMBEDDED = 'data-ui="embed" data-map="poster"';

/** A page that Vite does not know of. */
export const shell = ({ html, head, body }: Prerendered, attributes = 'data-ui="reading"'): string =>
  `<!doctype html>\n<html ${html} ${attributes}>\n<head>\n<meta charset="utf-8">\n<!--csp-->\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");
