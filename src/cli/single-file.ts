import { createHash } from "node:crypto";
import { posix } from "node:path";
import { build, type Rollup } from "vite";
import type { BuiltFile } from "./pages.ts";
import { ABOUT_PART } from "../ui/address.ts";
import { escapeJson, escapeMarkup } from "../model/markup.ts";

/** What the single file is made of. */
export interface SingleParts {
  /** Attributes of the html element. */
  readonly html: string;
  readonly head: string;
  readonly body: string;
  /** Every rule of the page, in order; fonts are named as `url(../fonts/…)`. */
  readonly css: string;
  /** The page's script, classic and whole; see `oneScript`. */
  readonly script: string;
  /** MapLibre's worker. */
  readonly worker: string;
  /** Files that the page names or its script asks for, by their names in the published folder. */
  readonly files: readonly BuiltFile[];
  /** The published folder, ending in `/`: where links lead that have no page in the file. null: they are no links. */
  readonly home: string | null;
}

const ENTRY = "dateline-single";

/**
 * One classic script out of the built scripts of a page: what a page opened from a disk can run. The same code as the page's own, late
 * parts included.
 *
 * @param chunks the built scripts by file name
 * @param entry the one that the page names
 */
export async function oneScript(chunks: ReadonlyMap<string, string>, entry: string): Promise<string> {
  const made = (await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    define: { "import.meta.url": "document.baseURI" },
    plugins: [
      {
        name: "dateline-single",
        enforce: "pre",
        resolveId: (id, from) => {
          if (id.endsWith(ENTRY)) return `\0${entry}`;
          const file = from?.startsWith("\0") ? posix.join(posix.dirname(from.slice(1)), id) : id;
          return chunks.has(file) ? `\0${file}` : null;
        },
        // What Vite fetches ahead for late parts is inside.
        load: (id) => chunks.get(id.slice(1))?.replace(/__vite__mapDeps\(\[[\d,\s]*\]\)/g, "[]") ?? null,
      },
    ],
    build: { write: false, target: "es2022", minify: true, lib: { entry: ENTRY, formats: ["iife"], name: "dateline", fileName: "script" } },
  })) as readonly Rollup.RollupOutput[];
  const code = made[0]?.output[0].code;
  if (!code || (made[0]?.output.length ?? 0) > 1) throw new Error("the single file's script is not one script");
  return code.trim();
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");

/** The policy of the single file: its own script and style, known by their hashes, and what it carries inside. No request to anything. */
const singlePolicy = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script)}'`,
    "worker-src blob: data:",
    `style-src 'sha256-${sha256(style)}'`,
    "img-src data:",
    "font-src data:",
    "connect-src blob: data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types svelte-trusted-html default",
  ].join("; ");

const TYPES: Readonly<Record<string, string>> = { ".svg": "image/svg+xml", ".csv": "text/csv", ".woff2": "font/woff2" };
const base64 = (source: string | Uint8Array): string => Buffer.from(source).toString("base64");

/** A file as an address that holds it. */
export const dataAddress = ({ name, source }: BuiltFile): string =>
  `data:${TYPES[posix.extname(name)] ?? "application/octet-stream"};base64,${base64(source)}`;

/** Script inside a page: nothing in it may look like the end or the beginning of one. Written so, it means the same in every text of it. */
const inline = (script: string): string => script.replace(/<(?=!--|\/script)/gi, "\\x3c");

/** A block that the page's script reads a file from; `ui/address.ts` knows it by its name. */
const block = (name: string, type: string, text: string): string => `<script type="${type}" data-file="${name}">${text}</script>`;

/** Pages that stand beside the published page are inside the file, under these ids. */
const INSIDE: readonly (readonly [RegExp, string])[] = [
  [/ href="(?:\.\/)?places\.html#/g, ' href="#'],
  [/ href="(?:\.\/)?places\.html"/g, ' href="#page-places"'],
  [/ href="(?:\.\/)?about\.html"/g, ' href="#page-about"'],
  [/ href="(?:\.\/)?about\.html#/g, ` href="#${ABOUT_PART}`],
  [/ href="\.\/(#[^"]*)"/g, ' href="$1"'],
  [/ href="\.\/"/g, ' href="#"'],
];

/** The faces that the live map draws its names with. */
const DRAWN = /^fonts\/sans-400-/;

/** A link to what is neither in the file nor on the web. */
const OUT = /<a\b([^>]*?) href="(?!#|https?:|mailto:|data:)([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g;

/**
 * The whole page as one file that needs nothing beside it and no network: it opens from a disk, with the live map, and can be mailed and
 * kept. Without a script it is complete too.
 */
export function singleFile({ html, head, body, css, script, worker, files, home }: SingleParts): string {
  const file = (name: string): BuiltFile => {
    const found = files.find((f) => f.name === name);
    if (!found) throw new Error(`the single file lacks ${name}`);
    return found;
  };
  const style = css.replace(/url\(\.\.\/(fonts\/[^)]+)\)/g, (_, name: string) => `url(${dataAddress(file(name))})`);
  const code = inline(script);
  const inside = INSIDE.reduce((text, [from, to]) => text.replace(from, to), body)
    .replace(/<link rel="stylesheet"[^>]*>/g, "")
    .replace(/(<img[^>]* src=")([^":]+)"/g, (_, tag: string, name: string) => `${tag}${dataAddress(file(name))}"`)
    .replace(OUT, (_, before: string, to: string, after: string, text: string) =>
      home === null ? text : `<a${before} href="${new URL(to, home).href}"${after.replace(/ download(="[^"]*")?/, "")}>${text}</a>`,
    )
    .replaceAll(" vite-ignore", "");
  const top = head
    .replace(/<link rel="(?:alternate|canonical)"[^>]*>/g, "")
    .replace(/(<link rel="icon" href=")([^":]+)"/g, (_, tag: string, name: string) => `${tag}${dataAddress(file(name))}"`)
    // The share picture stands beside it nowhere.
    .replace(/<meta [^>]*"(?:og:image|twitter:card)\b[^>]*>/g, (tag) => (home === null ? "" : tag))
    .replace(/<link\b[^>]* id="words"[^>]*>/g, (tag) => {
      const words = file(/ href="([^"]+)"/.exec(tag)?.[1] ?? "");
      return `<script type="application/json" id="words">${escapeJson(String(words.source))}</script>`;
    });
  const blocks = [
    ...files
      .filter((f) => /json$/.test(f.name) && !/^words\//.test(f.name))
      .map((f) => block(f.name, "application/json", escapeJson(String(f.source)))),
    ...files.filter((f) => DRAWN.test(f.name)).map((f) => block(f.name, "font/woff2", base64(f.source))),
    block("worker.js", "text/plain", inline(worker)),
  ];
  return `<!doctype html>
<html ${html} data-ui="full" data-map="poster" data-home="${escapeMarkup(home ?? "")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${singlePolicy(code, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${home === null ? "" : `<link rel="canonical" href="${escapeMarkup(home)}">`}${top}<style>${style}</style>
</head>
<body>
${inside}
${blocks.join("\n")}
<script>${code}</script>
</body>
</html>
`;
}
