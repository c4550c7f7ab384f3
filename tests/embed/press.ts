import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright";
import { launchChromium } from "../../src/cli/browser.ts";
import { serveFolder } from "../../src/cli/serve.ts";
import { DIST } from "../e2e/open.ts";

export interface Article {
  readonly body: string;
  /** Goes into the head, in front of the style sheet. */
  readonly head?: string;
  readonly css?: string;
  readonly width: number;
  /** How the browser is set, but for its window. */
  readonly set?: BrowserContextOptions;
  /** On a site that lets nothing of others in which does not ask for it. */
  readonly isolated?: boolean;
  /** Called before the article is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** The built map on one server, a newspaper on another, and a browser without WebGL to read it in. */
export interface Press {
  /** Folder of the map, ending in `/`. */
  readonly map: string;
  /** Prints an article and opens it. */
  open(article: Article): Promise<Page>;
  close(): Promise<void>;
}

export async function openPress(): Promise<Press> {
  const folder = mkdtempSync(join(tmpdir(), "press-"));
  writeFileSync(join(folder, "_headers"), "/isolated.html\n  Cross-Origin-Embedder-Policy: require-corp\n");
  const [map, paper] = await Promise.all([serveFolder(DIST, { port: 0 }), serveFolder(folder, { port: 0 })]);
  const browser = await launchChromium({ webgl: false, args: ["--hide-scrollbars"] });
  return {
    map: map.url,
    async open({ body, head = "", css = "", width, before, set, isolated = false }) {
      const file = isolated ? "isolated.html" : "page.html";
      writeFileSync(
        join(folder, file),
        `<!doctype html><meta name="viewport" content="width=device-width"><title>host</title>${head}<link rel="icon" href="data:,"><style>body { margin: 0 } ${css}</style>${body}`,
      );
      const page = await browser.newPage({ viewport: { width, height: 800 }, ...set });
      await before?.(page);
      await page.goto(paper.url + file);
      return page;
    },
    async close() {
      await Promise.all([browser, map, paper].map((open) => open.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
