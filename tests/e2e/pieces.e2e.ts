import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../src/cli/browser.ts";
import { folderResponder } from "../../src/cli/serve.ts";
import { DIST } from "./open.ts";

const PIECES = 25;

let server: Server;
let browser: Browser;
/** Behind what the page is cut, once; "" = it comes in pieces of one size. */
let cut = "";
/** Sends the page's next piece; false when it was the last. Scripts are answered after it, as on a slow line. */
let more: () => boolean;
beforeAll(async () => {
  const answer = folderResponder(DIST);
  let whole: () => void = () => {};
  let sent = Promise.resolve();
  server = createServer(async ({ method = "GET", url = "/", headers }, response) => {
    if (url.startsWith("/host?")) {
      const { port } = server.address() as AddressInfo;
      response.setHeader("content-type", "text/html");
      response.end(`<!doctype html><title>host</title><link rel="icon" href="data:,"><iframe width="${url.slice(6)}" height="540"
        sandbox="allow-scripts" src="http://localhost:${port}/embed.html?whole"></iframe>`);
      return;
    }
    if (/^\/(embed|index)\.html$/.test(url)) {
      const html = readFileSync(join(DIST, url));
      sent = new Promise((done) => (whole = done));
      // A browser paints nothing before the body begins.
      let at = html.indexOf("<body>") + 6;
      const size = Math.ceil((html.length - at) / PIECES);
      let end = cut ? html.indexOf(cut) + cut.length : at + size;
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.write(html.subarray(0, at));
      more = () => {
        response.write(html.subarray(at, end));
        [at, end] = [end, cut ? html.length : end + size];
        if (at < html.length) return true;
        response.end();
        whole();
        return false;
      };
      return;
    }
    if (url.endsWith(".js")) await sent;
    const reply = await answer(method, url, headers);
    response.writeHead(reply.status, reply.headers);
    response.end(reply.body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  browser = await launchChromium({ webgl: true, args: ["--hide-scrollbars"] });
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

const painted = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Runs in the page: keeps what moves there, and by how much. */
function watch(): void {
  const seen: string[] = [];
  Object.assign(globalThis, { seen });
  type Shift = PerformanceEntry & { readonly value: number; readonly sources: readonly { readonly node?: Node }[] };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[])
      seen.push(`${value}: ${sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.slice(0, 30)}`).join("; ")}`);
  }).observe({ type: "layout-shift", buffered: true });
}

/** What moved in an embed that comes piece by piece, each of them painted, and then with its script. */
async function moved(address: string, width: number, file = "embed.html", behind = ""): Promise<readonly string[]> {
  cut = behind;
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 620 : 540 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  // After five seconds what there is is shown, whatever is to come (ui/embed.css): on a slow machine the pieces take longer.
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { animation-delay: 1e5s !important }");
    document.adoptedStyleSheets.push(sheet);
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${file}${address}`, { waitUntil: "commit" });
  do await painted(page);
  while (more());
  await page.locator("html[data-map=ready]").waitFor();
  await painted(page);
  const seen = await page.evaluate<readonly string[]>("seen");
  await context.close();
  return seen;
}

it.each([
  ["", 320],
  ["", 680],
  ["#step=3", 320],
  ["#step=3", 1200],
  ["#s=20230919-az-mod-launch", 390],
  ["#s=20230919-az-mod-launch", 680],
  ["#t=2023-09-20/2023-09-20", 390],
  ["#step=3&theme=dark", 680],
  ["#e=ev-2022-12-12-lachin-road-blocked", 320],
  ["#e=ev-2023-09-19-operation", 680],
  ["#pl=stepanakert", 390],
  ["#pl=stepanakert", 1200],
] as const)(
  "an embed%s of %d px stands still while it comes in pieces: once the list of steps was shown and replaced",
  async (address, width) => expect(await moved(address, width)).toEqual([]),
);

it.each([320, 680])("bug: the key of an embed of %d px grew upwards when it got its words", async (width) => {
  expect(await moved("", width, "embed.html", '<details class="key">')).toEqual([]);
});

it.each([320, 680])(
  "an embed of %d px stands still in an article of another site: laid out before it was seen, it moved when it was",
  async (width) => {
    // Whether its letters come between the two is chance, and they did nine times of ten.
    for (const time of [1, 2, 3]) {
      const page = await browser.newPage();
      await page.addInitScript(watch);
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/host?${width}`);
      const frame = page.frames()[1]!;
      await frame.locator("html[data-map=ready]").waitFor();
      expect(await frame.evaluate("seen"), `opened for the ${time}. time`).toEqual([]);
      await page.close();
    }
  },
);

it.each([680, 1280])(
  "the page of its own, of %d px, keeps the room of its days and notes while it comes in pieces: its map once shrank when they came",
  async (width) => {
    const seen = await moved("", width, "index.html");
    // What is left are letters, and on a wide page the lines of the notes, whose number follows from them.
    if (width === 680) expect(seen.filter((line) => /(DIV|DETAILS|SECTION) /.test(line))).toEqual([]);
    expect(
      seen.reduce((sum, line) => sum + Number.parseFloat(line), 0),
      seen.join("\n"),
    ).toBeLessThan(0.02);
  },
);
