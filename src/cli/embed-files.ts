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
}

/**
 * The static answer of oEmbed: one plain iframe and nothing else, which is what editors let through. There is none without a `site`:
 * the answer is read on other hosts, where a relative address would lead astray.
 */
export function oembedFile({ title, site }: OembedFacts): EmbedFile {
  const frame = [
    `src="${escapeMarkup(new URL("embed.html", site).href)}"`,
    `title="${escapeMarkup(title)}"`,
    'width="680" height="540" frameborder="0" loading="lazy"',
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
    'allow="fullscreen; clipboard-write" referrerpolicy="no-referrer"',
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
  return { name: "oembed.json", source: JSON.stringify(answer) };
}

/** The line of the head that leads there. It must stand within the first kilobyte: right behind the charset, before the policy. */
export const oembedLink = ({ title, site }: OembedFacts): string =>
  `<link rel="alternate" type="application/json+oembed" href="${escapeMarkup(new URL("oembed.json", site).href)}" title="${escapeMarkup(title)}">`;
