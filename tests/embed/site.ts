import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Frame, Page } from "playwright";
import { bundleScript, embedScripts } from "../../src/cli/embed-files.ts";
import { type Served, serveFolder } from "../../src/cli/serve.ts";

const PUBLIC = fileURLToPath(new URL("../../public", import.meta.url));
/** A page; a policy at the beginning of its body goes into its head, where alone it is heard. */
const shell = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">${/^<meta[^>]*>/.exec(body)?.[0] ?? ""}<body>${body.replace(/^<meta[^>]*>/, "")}</body></html>`;
const FRAME = shell('<div id="box" style="height:700px">map</div><script src="frame-page.js"></script>');

/** Two servers, so two origins: the map's folder, and a newspaper's. */
export interface Site {
  readonly map: string;
  readonly press: string;
  /** Puts a page on the newspaper's server; its address. */
  write(name: string, body: string): string;
  /** Puts a page on the map's server; its address. */
  writeMap(name: string, body: string): string;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const dir = mkdtempSync(join(tmpdir(), "embed-"));
  const folders = { map: join(dir, "map"), press: join(dir, "press") };
  cpSync(PUBLIC, folders.map, { recursive: true });
  mkdirSync(folders.press);
  for (const { name, source } of await embedScripts()) writeFileSync(join(folders.map, name), source);
  writeFileSync(join(folders.map, "frame-page.js"), await bundleScript("tests/embed/frame-page.ts", "es2022"));
  writeFileSync(join(folders.map, "embed.html"), FRAME);
  writeFileSync(join(folders.map, "index.html"), shell("<h1>The map's own page</h1>"));
  // As the published folder is: every page under a strict policy, which the example pages must live with.
  writeFileSync(
    join(folders.map, "_headers"),
    "/*\n  Access-Control-Allow-Origin: *\n/article.html\n  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html default\n",
  );
  const servers: Served[] = [await serveFolder(folders.map, { port: 0 }), await serveFolder(folders.press, { port: 0 })];
  const [map = "", press = ""] = servers.map((server) => server.url);
  const put = (folder: string, url: string) => (name: string, body: string) => {
    writeFileSync(join(folder, name), shell(body.replaceAll("MAP/", map)));
    return url + name;
  };
  return {
    map,
    press,
    write: put(folders.press, press),
    writeMap: put(folders.map, map),
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A page that fails the test on any error or any broken policy. */
export async function openPage(browser: Browser, url: string): Promise<{ readonly page: Page; readonly wrong: string[] }> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  // Everything the host hears, from anybody.
  await page.addInitScript("self.heard = []; addEventListener('message', (e) => heard.push(e.data));");
  await page.goto(url);
  return { page, wrong };
}

export const heard = (page: Page): Promise<unknown[]> => page.evaluate("heard");
export const asked = (frame: Frame): Promise<unknown[]> => frame.evaluate("asked");

/** The frame whose address begins so, once its page is there. */
export async function frameOf(page: Page, part: string): Promise<Frame> {
  const wanted = (f: Frame): boolean => f !== page.mainFrame() && f.url().includes(part);
  const frame = page.frames().find(wanted) ?? (await page.waitForEvent("framenavigated", wanted));
  await frame.waitForFunction("self.asked || document.body.dataset.done");
  return frame;
}
