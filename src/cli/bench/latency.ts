import type { CDPSession, Page } from "playwright";
import type { Dossier } from "../../dossier/types.ts";
import { launchChromium } from "../browser.ts";
import { instrumentScript } from "./instrument.ts";
import { UNTHROTTLED } from "./link.ts";
import type { Network } from "./network.ts";
import type { Limit } from "./report.ts";
import { clickAt, isQuiet, measureClicks, PATIENCE, reading, type Subject, until, VIEWPORT } from "./run.ts";

/** Milliseconds within which a reader takes an answer for immediate, by how many times slower the machine is. */
const LIMITS = [
  { cpu: 1, limit: 100 },
  { cpu: 4, limit: 200 },
] as const;
const STEPS = 8;
const FILTERS = 3;
const QUERIES = 2;
const LETTERS = 3;
/** A task of the main thread that a reader notices, milliseconds. */
const NOTICED = 100;

/** The value that `share` of all are not above; null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

/** What a reader does, and how long each time of it took until nothing on screen changed any more. */
type Times = Record<"time step" | "filter" | "search keystroke" | "tab switch" | "card open", readonly number[]>;

async function use(page: Page, input: CDPSession, subject: Subject, dossier: Dossier): Promise<Times> {
  /** The times of the acts that changed something; one that finds nothing to act on ends the row. */
  const each = async (acts: readonly (() => Promise<boolean>)[]): Promise<number[]> => {
    const took: number[] = [];
    for (const act of acts) {
      await page.evaluate(() => Object.assign(window, { watched: window.bench.watchState() }));
      if (!(await act())) break;
      const ms = await reading(page);
      if (ms !== null) took.push(ms);
    }
    return took;
  };
  const click = async (selector: string, index = 0): Promise<boolean> => {
    const box = await page
      .locator(selector)
      .nth(index)
      .boundingBox({ timeout: 2000 })
      .catch(() => null);
    if (box) await clickAt(input, box.x + box.width / 2, box.y + box.height / 2);
    return box !== null;
  };
  const press = async (key: string): Promise<boolean> => {
    await page.keyboard.press(key);
    return true;
  };
  const settle = (): Promise<number | null> => reading(page).catch(() => null);

  const cards = await measureClicks(page, input, subject);
  await subject.toFirstDay(page);
  await settle();
  const steps = await each(Array.from({ length: STEPS }, () => () => subject.stepInTime(page)));
  await page.evaluate(() => {
    location.hash = "";
  });
  await settle();
  const tabs = await page.locator("[data-tab]").count();
  const there = Array.from({ length: tabs - 1 }, (_, i) => [() => click("[data-tab]", i + 1), () => click("[data-tab]")]);
  const switches = await each(there.flat());
  await page.locator("[role=search] input").focus();
  await settle();
  const words = dossier.places.slice(0, QUERIES).map((place) => (place.names["en"] ?? place.id).slice(0, LETTERS));
  const keys = words.flatMap((word) => [...word, ...Array.from(word, () => "Backspace")]);
  const typed = await each(keys.map((key) => () => press(key)));
  await click("[data-filters]");
  await settle();
  const option = (i: number) => () => click("[data-facet=party] label", i);
  const on = Array.from({ length: FILTERS }, (_, i) => option(i));
  const filtered = await each([...on, ...on]);
  return { "time step": steps, filter: filtered, "search keystroke": typed, "tab switch": switches, "card open": cards };
}

/** Uses the page, once it is live and quiet, at full speed and on a slower machine. Throws when the live map never comes. */
export async function measureLatency(subject: Subject, network: Network, dossier: Dossier): Promise<readonly Limit[]> {
  const limits: Limit[] = [];
  for (const { cpu, limit } of LIMITS) {
    const browser = await launchChromium({ webgl: true, args: network.browserFlags });
    try {
      const page = await browser.newPage({ viewport: VIEWPORT });
      const input = await page.context().newCDPSession(page);
      await page.addInitScript(instrumentScript(subject.probes));
      network.begin(UNTHROTTLED);
      await page.goto(`https://${subject.host}/`, { waitUntil: "commit", timeout: PATIENCE });
      if (!(await until(() => page.evaluate(() => window.bench.timings.live !== null)))) throw new Error(`${subject.name}: no live map`);
      await until(() => isQuiet(page, network));
      await input.send("Emulation.setCPUThrottlingRate", { rate: cpu });
      const before = await page.evaluate(() => window.bench.timings.longTasks.length);
      const times = await use(page, input, subject, dossier);
      const tasks = await page.evaluate((n) => window.bench.timings.longTasks.slice(n).map(([, ms]) => ms), before);
      const at = cpu === 1 ? "unthrottled" : `${cpu}× CPU`;
      for (const [what, took] of Object.entries(times))
        limits.push({ what: `${what}, p95 of ${took.length}, ${at}`, limit, value: percentile(took, 0.95), unit: "ms" });
      const noticed = tasks.filter((ms) => ms > NOTICED).length;
      limits.push({ what: `long tasks over ${NOTICED} ms after load, ${at}`, limit: cpu === 1 ? 0 : null, value: noticed, unit: "" });
    } finally {
      await browser.close();
    }
    console.log(`use of the page, ${cpu}× CPU: done`);
  }
  return limits;
}
