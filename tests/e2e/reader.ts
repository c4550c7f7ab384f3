import type { Locator, Page } from "playwright";
import { describe, expect, it } from "vitest";
import { cells } from "../../src/model/stated-positions.ts";
import type { Site } from "./open.ts";
import { dossier } from "./oracle.ts";

/** Somebody with a question, before the opening page: what they do is counted, and what they cannot see does not exist for them. */
export class Reader {
  steps = 0;
  readonly page: Page;
  readonly wide: boolean;
  constructor(page: Page, wide: boolean) {
    this.page = page;
    this.wide = wide;
  }

  /** A click, or a tap of a finger. */
  async press(what: string | Locator): Promise<void> {
    const target = await this.sees(what);
    await (this.wide ? target.click() : target.tap());
    this.steps++;
  }

  async choose(select: string, value: string): Promise<void> {
    await (await this.sees(select)).selectOption(value);
    this.steps++;
  }

  async writes(words: string): Promise<void> {
    await (await this.sees("input[type=search]")).fill(words);
    this.steps++;
  }

  /** The positions on a topic: from the list of topics, which on a phone is all there is at first. */
  async topic(id: string): Promise<void> {
    await this.press("[data-tab=positions]");
    await this.page.locator(".compare").waitFor();
    await (this.wide ? this.choose(".go-topic", id) : this.press(`[id="topic=${id}"] > summary`));
  }

  async day(day: string): Promise<void> {
    if (this.wide) await this.press(`.ruler:not([hidden]) .slot[href="#t=${day}/${day}"] rect`);
    else await this.choose(".go select", day);
  }

  /** Scrolls there, as a reader does, and finds it in sight with nothing upon it. */
  async sees(what: string | Locator): Promise<Locator> {
    const target = typeof what === "string" ? this.page.locator(what).filter({ visible: true }).first() : what.first();
    await target.waitFor();
    const on = async () => {
      // What stands above may still take its room.
      await target.scrollIntoViewIfNeeded();
      return target.evaluate((el) => {
        const { x, y, width, height } = el.getBoundingClientRect();
        const top = document.elementFromPoint(x + Math.min(width / 2, 60), y + Math.min(height / 2, 10));
        return (
          top !== null && (el.contains(top) || top.contains(el) || el.closest("a, label, .controls") === top.closest("a, label, .controls"))
        );
      });
    };
    await expect.poll(on, { message: `is in sight: ${target}` }).toBe(true);
    return target;
  }

  /** What stands there, in sight. */
  async reads(what: string | Locator): Promise<string> {
    return ((await (await this.sees(what)).textContent()) ?? "").replace(/\s+/g, " ").trim();
  }
}

export const cell = (topic: string, party: string) => cells(dossier).find((c) => c.topic === topic && c.party === party)!;
export const row = (topic: string, party: string) => `tr[data-topic=${topic}][data-party=${party}]`;
export const latest = (topic: string, party: string) => cell(topic, party).stated.at(-1)?.summary ?? "";

export interface Question {
  readonly ask: string;
  /** Clicks, taps, choices and words written, from the opening page to the answer. */
  readonly steps: number | { readonly phone: number; readonly desktop: number };
  readonly find: (reader: Reader) => Promise<void>;
}

/** Asks each question at the width of a phone and of a desktop, and counts what the reader does until it is answered. */
export const ask = (site: () => Site, questions: readonly Question[]): void => {
  describe.each(["phone", "desktop"] as const)("a reader's questions, answered from the page alone: %s", (box) => {
    it.each(questions.map((q) => [q.ask, typeof q.steps === "number" ? q.steps : q.steps[box], q.find] as const))(
      "%s (%d steps)",
      async (_, steps, find) => {
        const touch = box === "phone" ? { hasTouch: true, isMobile: true } : {};
        const page = await site().open({ box, ...touch, until: "script" });
        // What comes late, the reader has not waited for either, but a screen that still moves is not to be clicked on.
        await page.locator(".zoom").waitFor();
        const reader = new Reader(page, box === "desktop");
        await find(reader);
        expect(reader.steps).toBe(steps);
      },
    );
  });
};
