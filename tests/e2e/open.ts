import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright";
import { launchChromium } from "../../src/cli/browser.ts";
import { serveFolder } from "../../src/cli/serve.ts";

/** The folder under test: DIST, else the build's own. */
export const DIST = resolve(process.env["DIST"] ?? fileURLToPath(new URL("../../dist", import.meta.url)));

/** Desktop, the frame in an article, a phone, and the narrowest there is. */
export const BOXES = { desktop: [1280, 800], article: [680, 540], phone: [390, 844], narrow: [320, 640] } as const;
export type Box = keyof typeof BOXES;

export interface Wish extends BrowserContextOptions {
  readonly box?: Box;
  /** File of the site; the page itself when left out. */
  readonly path?: string;
  /** Without `#`. */
  readonly hash?: string;
  /** What to wait for: the live map (or words that there is none), the script, or the document. */
  readonly until?: "map" | "script" | "document";
  /** Trouble the test makes itself, which is not to be counted. */
  readonly expected?: RegExp;
  /** Called before the first address is opened. */
  readonly before?: (page: Page, context: BrowserContext) => Promise<unknown>;
}

/** A built folder on loopback, with its `_headers`, and one browser that reads it. */
export class Site {
  readonly url: string;
  readonly browser: Browser;
  readonly #stop: () => Promise<void>;
  readonly #trouble: string[] = [];
  #context: BrowserContext | null = null;
  #key = "";
  #page: Page | null = null;
  #expected: RegExp | null = null;
  /** Addresses the present context has asked for. */
  asked: string[] = [];

  private constructor(url: string, browser: Browser, stop: () => Promise<void>) {
    this.url = url;
    this.browser = browser;
    this.#stop = stop;
  }

  static async start({ webgl = true, folder = DIST } = {}): Promise<Site> {
    const served = await serveFolder(folder, { port: 0 });
    const browser = await launchChromium({ webgl, args: ["--hide-scrollbars"] });
    return new Site(served.url, browser, async () => {
      await browser.close();
      await served.close();
    });
  }

  /** Opens an address anew; the browser's window is used again when nothing about it differs. */
  async open(wish: Wish = {}): Promise<Page> {
    const { box = "desktop", path = "", hash = "", expected, before, until = "map", ...options } = wish;
    const key = JSON.stringify([box, options]);
    this.#expected = expected ?? null;
    if (!this.#context || key !== this.#key || before) {
      await this.#context?.close();
      this.#key = before ? "" : key;
      const [width, height] = BOXES[box];
      this.asked = [];
      this.#context = await this.browser.newContext({
        viewport: { width, height },
        extraHTTPHeaders: { "accept-encoding": "identity" },
        ...options,
      });
      this.#page = await this.#listen(this.#context);
      await before?.(this.#page, this.#context);
    }
    const page = this.#page!;
    await page.goto("about:blank");
    await page.goto(`${this.url}${path}${hash && `#${hash}`}`);
    if (options.javaScriptEnabled === false || path || until === "document") return page;
    await page.locator("html[data-js]").waitFor();
    if (until === "map") await page.locator("html:is([data-map=ready], [data-map=unavailable])").waitFor();
    return page;
  }

  /** What went wrong on any page since this was last asked: errors, violations of the policy, requests to other sites. */
  trouble(): string[] {
    return this.#trouble.splice(0).filter((line) => !this.#expected?.test(line));
  }

  async close(): Promise<void> {
    await this.#context?.close();
    await this.#stop();
  }

  async #listen(context: BrowserContext): Promise<Page> {
    const tell = (line: string) => this.#trouble.push(line);
    await context.addInitScript(() =>
      document.addEventListener("securitypolicyviolation", (e) =>
        console.error(`policy: ${e.violatedDirective} refused ${e.blockedURI} ${e.sample}`),
      ),
    );
    context.on("request", (request) => {
      this.asked.push(request.url());
      if (!request.url().startsWith(this.url) && !/^(data|blob|about):/.test(request.url())) tell(`another site: ${request.url()}`);
    });
    context.on("weberror", (web) => tell(`error: ${web.error().message}`));
    context.on("console", (message) => {
      // The browser's own remark on how it fetches what WebGL drew, where the page is put together in software.
      if (message.text().includes("GPU stall due to ReadPixels")) return;
      if (message.type() === "error" || message.type() === "warning")
        tell(`${message.type()}: ${message.text()} ${message.location().url}`);
    });
    return context.newPage();
  }
}

/** Waits until a reading of the page is what is expected; its last value is returned for the assertion to judge. */
export async function settled<T>(read: () => Promise<T>, wanted: (value: T) => boolean, within = 30_000): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const value = await read();
    if (wanted(value) || performance.now() > end) return value;
    await new Promise((done) => setTimeout(done, 25));
  }
}
