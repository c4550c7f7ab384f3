import { fileURLToPath } from "node:url";
import { build, type Rollup } from "vite";
import { escapeMarkup } from "../model/markup.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface EmbedFile {
  readonly name: string;
  readonly source: string;
}

/** Names that articles write into their pages: they never change and carry no hash. */
const SCRIPTS = { "dateline-map.js": "src/embed/host.ts", "dateline-height.js": "src/embed/height.ts" } as const;

/**
 * One file as a classic script that also works as a module. ES2019: articles are read in old browsers, and a page of somebody else's
 * must not break over a script of ours.
 */
export async function bundleScript(entry: string, target = "es2019", format: "iife" | "es" = "iife"): Promise<string> {
  const made = (await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: "error",
    build: {
      write: false,
      target,
      minify: true,
      lib: { entry: `${ROOT}${entry}`, formats: [format], name: "dateline", fileName: "script" },
    },
  })) as readonly Rollup.RollupOutput[];
  const code = made[0]?.output[0].code;
  if (!code) throw new Error(`${entry}: the bundler made nothing of it`);
  return code;
}

/** The scripts for other people's pages. */
export async function embedScripts(): Promise<readonly EmbedFile[]> {
  const files: EmbedFile[] = [];
  for (const [name, entry] of Object.entries(SCRIPTS)) files.push({ name, source: await bundleScript(entry) });
  return files;
}

/** What a consumer of oEmbed is told. `site` is the published folder: https, ending in `/`. */
export interface OembedFacts {
  readonly title: string;
  readonly site: string;
  /** Folder of the page that is asked about, inside the published one: of a language, or of a statement or an event. */
  readonly page: string;
}

const RECORD = /^([se])\/([^/]+)\/$/;

/**
 * The static answer of oEmbed: one plain iframe and nothing else, which is what editors let through. There is none without a `site`:
 * the answer is read on other hosts, where a relative address would lead astray. The address of a statement or an event is answered with
 * the map that opens it, and that of a language with the map in it.
 */
export function oembedFile({ title, site, page }: OembedFacts): EmbedFile {
  const [, key, id] = RECORD.exec(page) ?? [];
  const frame = [
    `src="${escapeMarkup(new URL(key ? `embed.html#${key}=${id}` : `${page}embed.html`, site).href)}"`,
    `title="${escapeMarkup(title)}"`,
    'width="680" height="540" frameborder="0" loading="lazy"',
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
    'allow="fullscreen *; clipboard-write" referrerpolicy="no-referrer"',
  ];
  const answer = {
    version: "1.0",
    type: "rich",
    title,
    provider_name: new URL(site).host,
    provider_url: site,
    width: 680,
    height: 540,
    html: `<iframe ${frame.join(" ")}></iframe>`,
  };
  return { name: `${page}oembed.json`, source: JSON.stringify(answer) };
}

/** The line of the head that leads there. It must stand within the first kilobyte: right behind the charset, before the policy. */
export const oembedLink = ({ title, site, page }: OembedFacts): string =>
  `<link rel="alternate" type="application/json+oembed" href="${escapeMarkup(new URL(`${page}oembed.json`, site).href)}" title="${escapeMarkup(title)}">`;
