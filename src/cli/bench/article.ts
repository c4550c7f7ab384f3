import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, BrowserContext, Frame, Page } from "playwright";
import type { Dossier } from "../../dossier/types.ts";
import { escapeMarkup } from "../../model/markup.ts";
import { launchChromium } from "../browser.ts";
import { dateline, instrumentScript } from "./instrument.ts";
import { type Profile, SLOW_4G, UNTHROTTLED } from "./link.ts";
import type { Network } from "./network.ts";
import { type Limit, median } from "./report.ts";
import { until } from "./run.ts";

/** Where the articles are, and where the map is that they embed: two sites, as in life. */
export const PRESS = "article.test";
const MAP = "dateline.test";
const VIEWPORT = { width: 1280, height: 800 };
const PARAGRAPHS = 12;
/** Characters a paragraph has at least. */
const LONG = 500;
const EMBEDS = 10;
/** Articles opened with and without the map to see what it costs. */
const PAIRS = 7;
const QUIET = 800;
const PATIENCE = 90_000;
/** Columns that articles are read in, px; what moves inside the embed is looked at in each. */
const COLUMNS = [320, 390, 680, 1200];
/** How long a reader stays at a map whose live map does not come, milliseconds. */
const STAY = 15_000;

/** Paragraphs as long as those of an article, from the dossier's own sentences. */
function paragraphs(dossier: Dossier): string[] {
  const made: string[] = [];
  let text = "";
  for (const statement of dossier.statements) {
    text += `${statement.text} `;
    if (text.length < LONG) continue;
    made.push(`<p>${escapeMarkup(text.trim())}</p>`);
    text = "";
    if (made.length === PARAGRAPHS) return made;
  }
  throw new Error(`the dossier's sentences make ${made.length} paragraphs; an article has ${PARAGRAPHS}`);
}

const article = (body: readonly string[]): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>
<style>body{max-width:680px;margin:40px auto;font:18px/1.6 serif}</style><h1>An article</h1>
${body.join("\n")}</html>\n`;

/** Writes the articles into the folder `out`: without a map, with one below the fold, and with ten. */
export function writeArticles(out: string, dossier: Dossier): void {
  const prose = paragraphs(dossier);
  const script = `<script src="https://${MAP}/dateline-map.js" async></script>`;
  const embed = `<dateline-map src="https://${MAP}/embed.html" title="Map of statements"><a href="https://${MAP}/">Map of statements</a></dateline-map>`;
  // The last paragraphs stand below the map, so that they would be seen to move.
  const [before, after] = [prose.slice(0, -2), prose.slice(-2)];
  writeFileSync(join(out, "without.html"), article([...before, ...after]));
  writeFileSync(join(out, "with.html"), article([script, ...before, embed, ...after]));
  writeFileSync(
    join(out, "ten.html"),
    article([script, ...Array.from({ length: EMBEDS }, (_, i) => `${prose[i % prose.length]}${embed}`), ...after]),
  );
}

/** Runs in every document before its own scripts: adds up what moved without the reader's doing. */
const WATCH_SHIFTS = `(() => { self.shifted = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) self.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true }); })();`;
const shifted = (in_: Page | Frame): Promise<number> => in_.evaluate("self.shifted");

const bytesSent = (network: Network): number => network.pieces.reduce((bytes, piece) => bytes + piece.bytes, 0);

async function open(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(WATCH_SHIFTS);
  await page.addInitScript(instrumentScript(dateline));
  await page.goto(`https://${PRESS}/${name}`, { timeout: PATIENCE });
  return page;
}

const quiet = (network: Network): Promise<boolean> => until(async () => network.quietFor() > QUIET);

const mapsOf = (page: Page): Frame[] => page.frames().filter((frame) => frame.url().startsWith(`https://${MAP}/embed.html`));

/** Bytes sent, and milliseconds of its main thread that an article took until all was quiet; nobody has scrolled. */
async function costOf(browser: Browser, network: Network, name: string): Promise<{ readonly bytes: number; readonly work: number }> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const input = await context.newCDPSession(page);
  // Time the thread was at work, which other programs on the machine do not lengthen.
  await input.send("Performance.enable", { timeDomain: "threadTicks" });
  network.begin(UNTHROTTLED);
  await page.goto(`https://${PRESS}/${name}`, { timeout: PATIENCE });
  await quiet(network);
  const { metrics } = await input.send("Performance.getMetrics");
  const task = metrics.find((m) => m.name === "TaskDuration");
  if (mapsOf(page).length > 0) throw new Error(`${name}: the map came before the reader, so what an unread map costs cannot be measured`);
  await context.close();
  if (!task) throw new Error("the browser does not tell how long its main thread worked");
  return { bytes: bytesSent(network), work: task.value * 1000 };
}

/** What the map costs an article whose reader has not come to it: the middle of several articles with it, less the same without it. */
async function unread(browser: Browser, network: Network): Promise<{ readonly bytes: number | null; readonly work: number | null }> {
  const bytes: number[] = [];
  const work: number[] = [];
  await costOf(browser, network, "with.html");
  for (let i = 0; i < PAIRS; i++) {
    const without = await costOf(browser, network, "without.html");
    const with_ = await costOf(browser, network, "with.html");
    bytes.push(with_.bytes - without.bytes);
    work.push(with_.work - without.work);
  }
  return { bytes: median(bytes), work: median(work) };
}

/** Scrolls so that a map stands in the middle of the window; when that was, in milliseconds since 1970. */
const goTo = (page: Page, index: number): Promise<number> =>
  page.evaluate((i) => {
    document.querySelectorAll("dateline-map")[i]?.scrollIntoView({ block: "center" });
    return performance.timeOrigin + performance.now();
  }, index);

const isLive = (frame: Frame): Promise<boolean> => frame.evaluate(() => document.documentElement.dataset["map"] === "ready");
/** When the live map of a frame was drawn, in milliseconds since 1970; null = not yet. */
const liveAt = (frame: Frame): Promise<number | null> =>
  frame.evaluate(() => (window.bench?.timings.live ? performance.timeOrigin + window.bench.timings.live : null));

/** A reader who jumps to the map: milliseconds to the live map, and what moved meanwhile, in the article and in the map. */
async function reached(
  network: Network,
  profile: Profile,
): Promise<{ readonly live: number; readonly moved: number; readonly inside: number }> {
  const browser = await launchChromium({ webgl: true, args: network.browserFlags });
  try {
    const context = await browser.newContext({ viewport: VIEWPORT });
    network.begin(profile);
    const page = await open(context, "with.html");
    const input = await context.newCDPSession(page);
    await input.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
    await quiet(network);
    const from = await goTo(page, 0);
    let at: number | null = null;
    await until(async () => {
      const [frame] = mapsOf(page);
      at = frame ? await liveAt(frame).catch(() => null) : null;
      return at !== null;
    });
    const [frame] = mapsOf(page);
    if (at === null || !frame) throw new Error(`an article (${profile.name}): no live map within ${PATIENCE / 1000} s`);
    await quiet(network);
    return { live: at - from, moved: await shifted(page), inside: await shifted(frame) };
  } finally {
    await browser.close();
  }
}

/** What moves inside an embed in a column of its own, while script, fonts and map come over a slow line; nobody touches it. */
async function movedInside(network: Network, width: number): Promise<number> {
  const browser = await launchChromium({ webgl: true, args: network.browserFlags });
  try {
    network.begin(SLOW_4G);
    const page = await (await browser.newContext({ viewport: { width, height: width < 600 ? 620 : 540 } })).newPage();
    await page.addInitScript(WATCH_SHIFTS);
    await page.addInitScript(instrumentScript(dateline));
    await page.goto(`https://${MAP}/embed.html`, { timeout: PATIENCE });
    if (!(await until(() => isLive(page.mainFrame()).catch(() => false))))
      throw new Error(`an embed of ${width} px: no live map within ${PATIENCE / 1000} s`);
    await quiet(network);
    return await shifted(page);
  } finally {
    await browser.close();
  }
}

/** Whether a mark of the picture and the words it begins with stand in an embed. */
const canBeRead = (frame: Frame, words: string): Promise<boolean> =>
  frame.evaluate((begin) => {
    const mark = document.querySelector("#map [data-place]");
    const stands = !!mark?.checkVisibility() && mark.getBoundingClientRect().height > 0;
    return stands && document.body.innerText.replace(/\s+/g, " ").includes(begin);
  }, words);

/** Ten maps in one article, read one after the other: how many cannot be read, how many never were live, and how many were at once. */
async function ten(
  network: Network,
  words: string,
): Promise<{ readonly unreadable: number; readonly dead: number; readonly atOnce: number }> {
  const browser = await launchChromium({ webgl: true, args: network.browserFlags });
  try {
    network.begin(UNTHROTTLED);
    const page = await open(await browser.newContext({ viewport: VIEWPORT }), "ten.html");
    let [dead, atOnce] = [0, 0];
    for (let i = 0; i < EMBEDS; i++) {
      await goTo(page, i);
      const here = await page.locator("dateline-map iframe").nth(i).elementHandle();
      const frame = await here?.contentFrame();
      const came = frame ? await until(() => isLive(frame).catch(() => false), STAY) : false;
      if (!came) dead++;
      const live = await Promise.all(mapsOf(page).map((f) => isLive(f).catch(() => false)));
      atOnce = Math.max(atOnce, live.filter(Boolean).length);
      await wait(QUIET);
    }
    const read = await Promise.all(mapsOf(page).map((frame) => canBeRead(frame, words)));
    return { unreadable: EMBEDS - read.filter(Boolean).length, dead, atOnce };
  } finally {
    await browser.close();
  }
}

/** What an article pays for the map in it, and what its reader gets. */
export async function measureArticle(rounds: number, network: Network, dossier: Dossier): Promise<readonly Limit[]> {
  const browser = await launchChromium({ webgl: false, args: network.browserFlags });
  const cost = await unread(browser, network).finally(() => browser.close());
  const live: Record<string, number[]> = {};
  let [moved, inside] = [0, 0];
  for (let round = 0; round < rounds; round++)
    for (const profile of [UNTHROTTLED, SLOW_4G]) {
      const got = await reached(network, profile);
      live[profile.name] = [...(live[profile.name] ?? []), got.live];
      moved = Math.max(moved, got.moved);
      inside = Math.max(inside, got.inside);
    }
  const still: Limit[] = [];
  for (const width of COLUMNS)
    still.push({ what: `layout shift inside an embed of ${width} px`, limit: 0, value: await movedInside(network, width), unit: "" });
  const many = await ten(network, dossier.head.dek);
  console.log("article with embeds: done");
  return [
    { what: "an unread embed: bytes", limit: 2000, value: cost.bytes, unit: "kB" },
    { what: "an unread embed: work of the main thread", limit: 10, value: cost.work, unit: "ms" },
    { what: "layout shift of the article", limit: 0, value: moved, unit: "" },
    { what: "layout shift inside the embed", limit: 0, value: inside, unit: "" },
    ...still,
    ...Object.entries(live).map(
      ([name, times]): Limit => ({ what: `in view to live map, ${name}`, limit: null, value: median(times), unit: "ms" }),
    ),
    { what: `of ${EMBEDS} embeds: cannot be read`, limit: 0, value: many.unreadable, unit: "" },
    { what: `of ${EMBEDS} embeds: not live where the reader is`, limit: 0, value: many.dead, unit: "" },
    { what: `of ${EMBEDS} embeds: live maps at once`, limit: 2, value: many.atOnce, unit: "" },
  ];
}
