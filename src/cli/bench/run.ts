import { setTimeout as wait } from "node:timers/promises";
import type { CDPSession, Page } from "playwright";
import { launchChromium } from "../browser.ts";
import { instrumentScript, type Probes, type Target } from "./instrument.ts";
import type { Profile } from "./link.ts";
import type { Network } from "./network.ts";
import { median } from "./report.ts";

/** A page to measure. */
export interface Subject {
  readonly name: string;
  /** The name under which the network serves it. */
  readonly host: string;
  readonly probes: Probes;
  /** The beginnings of the texts that a click on a target can open. */
  textsAt(target: Target): readonly string[];
  /** Puts away what a click has opened. */
  closeCard(page: Page): Promise<void>;
  /** Brings the page to where time steps are measured from. */
  toFirstDay(page: Page): Promise<void>;
  /** The input of one time step; false when there is none left. */
  stepInTime(page: Page): Promise<boolean>;
}

/** One page in one browser. Bytes as sent, times in milliseconds, heap in bytes; null = did not happen. */
export interface Measured {
  readonly bytesBeforePaint: number | null;
  readonly ownBytes: number;
  readonly allBytes: number;
  readonly firstPaint: number | null;
  readonly firstMark: number | null;
  readonly live: number | null;
  readonly blocking: number | null;
  readonly click: number | null;
  readonly step: number | null;
  readonly heap: number | null;
}

/** The host of the page that the reader comes from. */
export const ELSEWHERE = "elsewhere.test";
/** Each site in a process of its own, as in a reader's browser. In one process the page that was there before is thrown away a second after, and the measured page pays for that. */
const OWN_PROCESS = "--site-per-process";
export const VIEWPORT = { width: 1280, height: 800 };
/** Given up on after this long, milliseconds. */
export const PATIENCE = 90_000;
const QUIET = 1000;
/** A browser that was just started is busy with its own windows for a while; a reader's is not. Milliseconds. */
const STARTED = 1500;
const CLICKS = 5;
const STEPS = 5;

/** True as soon as `holds` is; false when it never was. */
export async function until(holds: () => Promise<boolean>, patience = PATIENCE): Promise<boolean> {
  for (const end = performance.now() + patience; performance.now() < end; await wait(100)) if (await holds()) return true;
  return false;
}

export const isQuiet = async (page: Page, network: Network): Promise<boolean> => {
  const idle = await page.evaluate(() => {
    const last = window.bench.timings.longTasks.at(-1);
    return performance.now() - (last ? last[0] + last[1] : 0);
  });
  return network.quietFor() > QUIET && idle > QUIET;
};

/** A click as a hand does it: down and up at once, not as far apart as two calls of a test driver. */
export async function clickAt(input: CDPSession, x: number, y: number): Promise<void> {
  const mouse = (type: "mouseMoved" | "mousePressed" | "mouseReleased") =>
    input.send("Input.dispatchMouseEvent", {
      type,
      x,
      y,
      button: type === "mouseMoved" ? "none" : "left",
      clickCount: type === "mouseMoved" ? 0 : 1,
    });
  await mouse("mouseMoved");
  await wait(50);
  await Promise.all([mouse("mousePressed"), mouse("mouseReleased")]);
}

/** The watch's answer: the time of the last change once it has not changed for a while; null when nothing happened. */
export async function reading(page: Page): Promise<number | null> {
  await wait(1600);
  return page.evaluate(() => (window as unknown as { watched: { took: number | null } }).watched.took);
}

/** How long each of a few clicks on marks took until the card it opens could be read. */
export async function measureClicks(page: Page, input: CDPSession, subject: Subject): Promise<readonly number[]> {
  const took: number[] = [];
  const tried = new Set<string>();
  while (took.length < CLICKS && tried.size < 4 * CLICKS) {
    const targets = (await page.evaluate(() => window.bench.probes.targets())).filter((t) => !tried.has(t.id));
    const target = targets[0];
    if (!target) break;
    tried.add(target.id);
    const texts = subject.textsAt(target);
    // What can be read already would be measured as 0 ms.
    if (texts.length === 0 || (await page.evaluate((t) => window.bench.probes.card(t), texts))) continue;
    await page.evaluate((t) => Object.assign(window, { watched: window.bench.watchCard(t) }), texts);
    await clickAt(input, target.x, target.y);
    const ms = await reading(page);
    if (ms !== null) took.push(ms);
    await subject.closeCard(page);
    await wait(300);
  }
  return took;
}

async function measureSteps(page: Page, subject: Subject): Promise<number | null> {
  await subject.toFirstDay(page);
  await wait(QUIET);
  const took: number[] = [];
  for (let i = 0; i < STEPS; i++) {
    await page.evaluate(() => Object.assign(window, { watched: window.bench.watchState() }));
    if (!(await subject.stepInTime(page))) break;
    const ms = await reading(page);
    if (ms !== null) took.push(ms);
  }
  return median(took);
}

async function heapOf(input: CDPSession): Promise<number | null> {
  await input.send("HeapProfiler.collectGarbage");
  const { metrics } = await input.send("Performance.getMetrics");
  return metrics.find((m) => m.name === "JSHeapUsedSize")?.value ?? null;
}

/** Opens a page in a fresh browser on a given link, waits until its map is live and all is quiet, then uses it. Throws when its map never comes. */
export async function measure(subject: Subject, profile: Profile, network: Network): Promise<Measured> {
  const browser = await launchChromium({ webgl: true, args: [...network.browserFlags, OWN_PROCESS] });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.goto(`https://${ELSEWHERE}/`);
    const input = await page.context().newCDPSession(page);
    await input.send("Performance.enable");
    await input.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
    await page.addInitScript(instrumentScript(subject.probes));
    await wait(STARTED);
    network.begin(profile);
    await page.goto(`https://${subject.host}/`, { waitUntil: "commit", timeout: PATIENCE });
    const came = await until(async () => {
      const why = await page.evaluate(() => window.bench.probes.broken());
      if (why) throw new Error(`${subject.name} (${profile.name}): no live map; ${why}`);
      return page.evaluate(() => window.bench.timings.live !== null);
    });
    if (!came) throw new Error(`${subject.name} (${profile.name}): no live map within ${PATIENCE / 1000} s`);
    await until(() => isQuiet(page, network));
    const timings = await page.evaluate(() => window.bench.timings);
    const origin = await page.evaluate(() => performance.timeOrigin);
    const pieces = [...network.pieces];
    const sum = (some: typeof pieces): number => some.reduce((bytes, piece) => bytes + piece.bytes, 0);
    const { firstPaint, firstMark, live, longTasks } = timings;
    return {
      firstPaint,
      firstMark,
      live,
      bytesBeforePaint: firstPaint === null ? null : sum(pieces.filter((p) => p.at <= origin + firstPaint)),
      ownBytes: sum(pieces.filter((p) => p.host === subject.host)),
      allBytes: sum(pieces),
      blocking: longTasks.reduce((total, [, duration]) => total + Math.max(0, duration - 50), 0),
      heap: await heapOf(input),
      click: median(await measureClicks(page, input, subject)),
      step: await measureSteps(page, subject),
    };
  } finally {
    await browser.close();
  }
}
