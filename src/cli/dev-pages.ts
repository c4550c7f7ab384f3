import { embedFonts } from "./embed-fonts.ts";
import { pageFonts } from "./page-fonts.ts";
import type { BuiltFile } from "./pages.ts";
import type { RenderedDossier } from "./prerender.ts";
import { EMBEDDED, shell } from "./shell.ts";

/** What the preview answers an address with. `live`: a page with the script, which Vite has to have seen. */
export interface DevAnswer {
  readonly type: string;
  readonly source: string | Uint8Array;
  readonly live: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  geojson: "application/geo+json",
  css: "text/css",
  js: "text/javascript",
  png: "image/png",
  svg: "image/svg+xml",
  xml: "application/xml",
};
const LINKS = '<link rel="stylesheet" href="/ui/page.css">';
const SCRIPT = '<script type="module" src="/main.ts"></script>';

/**
 * Everything of the finished folder that is not a file of the sources, made for the preview. index.html is Vite's own.
 *
 * @param name path inside the folder, without a leading `/`
 */
export function devAnswer(dossier: RenderedDossier, scripts: readonly BuiltFile[], name: string): DevAnswer | null {
  const { editions, embedCss, records, files } = dossier;
  const html = (source: string, live = false): DevAnswer => ({ type: "text/html; charset=utf-8", source, live });
  for (const { own, css, page, embed, pages } of editions) {
    if (own.folder && (name === own.folder || name === `${own.folder}index.html`)) {
      const { html: attributes, head, body } = page();
      return html(
        shell(
          { html: attributes, head: `${head}${LINKS}${SCRIPT}<style>${pageFonts(own)}${css}</style>`, body },
          'data-ui="full" data-map="poster"',
        ),
        true,
      );
    }
    if (name === `${own.folder}embed.html`) {
      const { html: attributes, head, body } = embed();
      const fonts = embedFonts(own);
      return html(
        shell(
          { html: attributes, head: `${head}${fonts.links}${LINKS}${SCRIPT}<style>${fonts.css}${css}${embedCss}</style>`, body },
          EMBEDDED,
        ),
        true,
      );
    }
    const side = /(?:\.html|\/)$/.test(name) && pages().find((p) => p.name === name || p.name === `${name}index.html`);
    if (side) return html(shell({ ...side, head: `${side.head}${LINKS}<style>${css}${records.css}</style>` }));
  }
  const record = records.pages.find((p) => p.name === name || p.name === `${name}index.html`);
  if (record) {
    const rules = `${LINKS}<style>${editions[0].css}${records.css}</style>`;
    return html(shell({ html: record.html, head: record.head + rules, body: record.body }));
  }
  const file = [...files, ...scripts].find((f) => f.name === name);
  return file ? { type: TYPES[name.replace(/^.*\./, "")] ?? "text/plain; charset=utf-8", source: file.source, live: false } : null;
}
