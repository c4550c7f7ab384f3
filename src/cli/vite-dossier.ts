import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { type Plugin, runnerImport } from "vite";
import { type EmbedFile, embedScripts, oembedLink } from "./embed-files.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the plugin needs of `cli/prerender.ts`; loaded through the runner because it renders Svelte. */
type PrerenderModule = typeof import("./prerender.ts");

const load = async (): Promise<PrerenderModule> => {
  const { module } = await runnerImport<PrerenderModule>(fileURLToPath(new URL("./prerender.ts", import.meta.url)), {
    configFile: false,
    root: ROOT,
    logLevel: "error",
    plugins: [svelte({ configFile: false })],
  });
  return module;
};

/** The policy of the page: nothing but its own files, no inline script, scripts only from trusted URLs. `styles`: hashes of inline style. */
export const policy = (styles: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self' data:",
    `style-src 'self' ${styles.map((h) => `'sha256-${h}'`).join(" ")}`,
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
const EMBEDDED = 'data-ui="embed" data-map="poster"';

/** A page beside index.html. */
const shell = (lang: string, head: string, body: string, attributes = 'data-ui="reading"'): string =>
  `<!doctype html>\n<html lang="${lang}" ${attributes}>\n<head>\n<meta charset="utf-8">\n<!--csp-->\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");

/**
 * Compiles the dossier, renders it into index.html and puts its layers and downloads beside the page.
 * A dossier with errors stops the build; each is named by file, line, field, found, expected and fix.
 * The folder is the first of geo/ that holds a dossier.yaml, or the one in the environment variable DOSSIER.
 */
export function dossierPage(): Plugin {
  let page: Awaited<ReturnType<PrerenderModule["renderDossier"]>> | null = null;
  let scripts: readonly EmbedFile[] = [];
  return {
    name: "dateline-dossier",
    apply: (_, env) => !process.env["VITEST"] && (env.command === "build" || env.command === "serve"),
    async buildStart() {
      page = await (await load()).renderDossier(process.env["DOSSIER"]);
      scripts = await embedScripts();
    },
    configureServer(server) {
      server.watcher.add(`${ROOT}geo`);
      server.watcher.on("change", (file) => {
        if (file.startsWith(`${ROOT}geo`)) server.hot.send({ type: "full-reload" });
      });
      server.middlewares.use(async (request, response, next) => {
        const name = decodeURIComponent((request.url ?? "").replace(/^\/|\?.*$/g, ""));
        if (name === "embed.html") {
          page = await (await load()).renderDossier(process.env["DOSSIER"]);
          const { lang, head, body, css } = page.embed;
          const links = '<link rel="stylesheet" href="/ui/page.css"><script type="module" src="/main.ts"></script>';
          const html = shell(lang, `${head}${links}<style>${page.css}${css}</style>`, body, EMBEDDED);
          response.setHeader("content-type", "text/html; charset=utf-8");
          response.end(await server.transformIndexHtml("/embed.html", html));
          return;
        }
        const record = page?.records.pages.find((p) => p.name === name || p.name === `${name}index.html`);
        if (page && record) {
          const rules = `<link rel="stylesheet" href="/ui/page.css"><style>${page.css}${page.records.css}</style>`;
          response.setHeader("content-type", "text/html; charset=utf-8");
          response.end(shell(record.lang, record.head + rules, record.body));
          return;
        }
        const file = [...(page?.files ?? []), ...scripts].find((f) => f.name === name);
        if (!file) return next();
        response.setHeader(
          "content-type",
          name.endsWith("json")
            ? "application/json"
            : name.endsWith("css")
              ? "text/css"
              : name.endsWith("js")
                ? "text/javascript"
                : name.endsWith("png")
                  ? "image/png"
                  : name.endsWith("xml")
                    ? "application/xml"
                    : "text/plain; charset=utf-8",
        );
        response.end(file.source);
      });
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html, context) {
        if (context.server) page = await (await load()).renderDossier(process.env["DOSSIER"]);
        if (!page) return html;
        const { lang, head, body, css } = page;
        const own = context.server ? `<style>${css}</style>` : "";
        return html
          .replace('lang="en"', () => `lang="${lang}"`)
          .replace("<!--head-->", () => head + own)
          .replace("<!--body-->", () => body);
      },
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        if (!page) return;
        const html = bundle["index.html"];
        if (html?.type !== "asset") throw new Error("the build made no index.html");
        let css = page.css;
        const text = String(html.source).replace(/\s*<link rel="stylesheet"[^>]*href="\.\/([^"]+\.css)"[^>]*>/g, (link, name: string) => {
          const asset = bundle[name];
          if (asset?.type !== "asset") return link;
          delete bundle[name];
          css = String(asset.source).trim() + css;
          return "";
        });
        const embedCss = css + page.embed.css;
        const recordCss = css + page.records.css;
        const style = policy([css, embedCss, recordCss].map(sha256));
        // Before the long policy: consumers read the first kilobytes only.
        const oembed = page.oembed ? oembedLink(page.oembed) : "";
        const dressed = (page: string, rules = css) =>
          page
            .replace("<!--csp-->", () => `${oembed}<meta http-equiv="Content-Security-Policy" content="${style}">`)
            .replace("</head>", () => `<style>${rules}</style>\n</head>`)
            .replaceAll(" vite-ignore", "");
        html.source = dressed(text);
        const script = /<script type="module"[^>]*><\/script>/.exec(text)?.[0] ?? "";
        const { embed } = page;
        this.emitFile({
          type: "asset",
          fileName: "embed.html",
          source: dressed(shell(embed.lang, embed.head + script, embed.body, EMBEDDED), embedCss),
        });
        for (const { name, lang, head, body } of page.pages)
          this.emitFile({ type: "asset", fileName: name, source: dressed(shell(lang, head, body)) });
        for (const { name, lang, head, body } of page.records.pages)
          this.emitFile({ type: "asset", fileName: name, source: dressed(shell(lang, head, body), recordCss) });
        for (const { name, source } of [...page.files, ...scripts]) this.emitFile({ type: "asset", fileName: name, source });
        this.emitFile({
          type: "asset",
          fileName: "_headers",
          source: `/*\n  Content-Security-Policy: ${style}\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n/layers/*\n  Cache-Control: public, max-age=3600\n`,
        });
      },
    },
  };
}
