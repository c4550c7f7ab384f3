import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { type Plugin, runnerImport } from "vite";
import { type DevAnswer, devAnswer } from "./dev-pages.ts";
import { type EmbedFile, embedScripts, oembedLink } from "./embed-files.ts";
import { embedFonts } from "./embed-fonts.ts";
import { headersFile } from "./headers-file.ts";
import { pageFonts } from "./page-fonts.ts";
import { EMBEDDED, policy, sha256, shell } from "./shell.ts";
import { oneScript, singleFile } from "./single-file.ts";

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

const render = async () => (await load()).renderDossier(process.env["DOSSIER"]);

/**
 * Compiles the dossier, renders it into index.html and puts its layers and downloads beside the page.
 * A dossier with errors stops the build; each is named by file, line, field, found, expected and fix.
 * The folder is the first of geo/ that holds a dossier.yaml, or the one in the environment variable DOSSIER.
 */
export function dossierPage(): Plugin {
  let dossier: Awaited<ReturnType<typeof render>> | null = null;
  let scripts: readonly EmbedFile[] = [];
  return {
    name: "dateline-dossier",
    apply: (_, env) => !process.env["VITEST"] && (env.command === "build" || env.command === "serve"),
    async buildStart() {
      dossier = await render();
      scripts = await embedScripts();
    },
    configureServer(server) {
      const asked = process.env["DOSSIER"];
      const edited = [`${ROOT}geo`, `${ROOT}src/words`, ...(asked ? [resolve(asked)] : [])];
      server.watcher.add(edited);
      server.watcher.on("change", (file) => {
        if (edited.some((folder) => file.startsWith(folder))) server.hot.send({ type: "full-reload" });
      });
      const answered = async (url: string): Promise<DevAnswer | null> => {
        const name = decodeURIComponent(url.replace(/^\/|\?.*$/g, ""));
        if (/(^|\/)(embed\.html)?$/.test(name) && name) dossier = await render();
        const answer = dossier && devAnswer(dossier, scripts, name);
        return answer?.live ? { ...answer, source: await server.transformIndexHtml(`/${name}`, String(answer.source)) } : answer;
      };
      server.middlewares.use((request, response, next) => {
        // A dossier with errors, or an address that is none, is the reader's to see; unheard, it would end the server.
        answered(request.url ?? "").then((answer) => {
          if (!answer) return next();
          response.setHeader("content-type", answer.type);
          response.end(answer.source);
        }, next);
      });
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html, context) {
        // Pages in other languages come through here whole.
        if (!html.includes("<!--body-->")) return html;
        if (context.server) dossier = await render();
        if (!dossier) return html;
        const [{ own, css, page }] = dossier.editions;
        const { html: attributes, head, body } = page();
        const rules = context.server ? `<style>${pageFonts(own)}${css}</style>` : "";
        return html
          .replace('lang="en"', () => attributes)
          .replace("<!--head-->", () => head + rules)
          .replace("<!--body-->", () => body);
      },
    },
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        if (!dossier) return;
        const { editions, embedCss, records, files, oembed } = dossier;
        const site = oembed?.site ?? null;
        const index = bundle["index.html"];
        if (index?.type !== "asset") throw new Error("the build made no index.html");
        let shared = "";
        const text = String(index.source).replace(/\s*<link rel="stylesheet"[^>]*href="\.\/([^"]+\.css)"[^>]*>/g, (link, name: string) => {
          const asset = bundle[name];
          if (asset?.type !== "asset") return link;
          delete bundle[name];
          shared += String(asset.source).trim();
          return "";
        });
        const script = /<script [^>]*type="module"[^>]*><\/script>/.exec(text)?.[0] ?? "";
        const [styles, inlined] = [new Set<string>(), new Set<string>()];
        // Before the long policy: consumers read the first kilobytes only.
        const found = (folder: string): string => (oembed ? oembedLink({ ...oembed, page: folder }) : "");
        /** A page with its rules, and the policy that allows these and no others; `folder` has what oEmbed is told of it. */
        const dressed = (page: string, rules: string, folder: string): string => {
          const hash = sha256(rules);
          const inline = [...page.matchAll(/<script>(.*?)<\/script>/g)].map(([, code = ""]) => sha256(code));
          styles.add(hash);
          for (const own of inline) inlined.add(own);
          return (
            page
              .replace(
                "<!--csp-->",
                () => `${found(folder)}<meta http-equiv="Content-Security-Policy" content="${policy([hash], inline, site)}">`,
              )
              .replace("</head>", () => `<style>${rules}</style>\n</head>`)
              .replaceAll(" vite-ignore", "")
              // What is left around that word, and what Vite puts before and between its own links.
              .replaceAll('"  href', '" href')
              .replace(/<head>.*?<\/head>/s, (head) => head.replace(/>\s+</g, "><").replaceAll('" >', '">'))
              .replace(/\n +</g, "\n<")
          );
        };
        const named = ["index.html"];
        const emit = (fileName: string, source: string | Uint8Array) => {
          if (fileName.endsWith(".html") && !fileName.endsWith("dateline.html")) named.push(fileName);
          this.emitFile({ type: "asset", fileName, source });
        };
        const chunks = new Map(
          Object.values(bundle).flatMap((file) => (file.type === "chunk" ? [[file.fileName, file.code] as const] : [])),
        );
        const worker = Object.values(bundle).find((file) => file.type === "asset" && /worker.*\.m?js$/.test(file.fileName));
        if (worker?.type !== "asset") throw new Error("the build made no map worker");
        const whole = {
          script: await oneScript(chunks, / src="\.\/([^"]+)"/.exec(script)?.[1] ?? ""),
          worker: String(worker.source),
        };
        for (const { own, css, embedded, page, embed, pages, single } of editions) {
          const rules = shared + css;
          // In a folder of its own a page has its files one folder up.
          const start = own.folder ? script.replace('src="./', 'src="../') : script;
          if (own.folder) {
            const { html, head, body } = page();
            emit(
              `${own.folder}index.html`,
              dressed(shell({ html, head: head + start, body }, 'data-ui="full" data-map="poster"'), pageFonts(own) + rules, own.folder),
            );
          } else index.source = dressed(text, pageFonts(own) + rules, "");
          const { html, head, body } = embed();
          const fonts = embedFonts(own);
          emit(
            `${own.folder}embed.html`,
            dressed(
              shell({ html, head: head + fonts.links + start, body }, EMBEDDED),
              fonts.css + shared + embedded + embedCss,
              own.folder,
            ),
          );
          for (const side of pages()) emit(side.name, dressed(shell(side), rules + records.css, own.folder));
          const file = single();
          emit(`${own.folder}dateline.html`, singleFile({ ...file, ...whole, css: shared + file.css }));
        }
        const recordRules = shared + editions[0].css + records.css;
        for (const record of records.pages) emit(record.name, dressed(shell(record), recordRules, record.name.replace(/[^/]*$/, "")));
        for (const { name, source } of [...files, ...scripts]) emit(name, source);
        emit("_headers", headersFile([...styles], [...inlined], named, site));
      },
    },
  };
}
