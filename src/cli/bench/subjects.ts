import type { Page } from "playwright";
import type { Day, Dossier } from "../../dossier/types.ts";
import { baseline, dateline } from "./instrument.ts";
import { clickAt, type Subject } from "./run.ts";

/** Enough of a text to know it by; cards may go on with marks of their own. */
const BEGINNING = 60;
const MILLISECONDS_A_DAY = 86_400_000;

const beginning = (text: string): string => text.replace(/\s+/g, " ").slice(0, BEGINNING);

/** Dateline's page, with time steps by the button for the next day, from the first of the days that matter most. */
export const datelineSubject = (dossier: Dossier): Subject => ({
  name: "dateline",
  host: "dateline.test",
  probes: dateline,
  textsAt: ({ id }) => dossier.statements.filter((s) => s.about.includes(id) || s.saidIn?.place === id).map((s) => beginning(s.text)),
  closeCard: (page) => page.keyboard.press("Escape"),
  toFirstDay: (page) =>
    page.evaluate((day) => {
      location.hash = `t=${day}/${day}`;
    }, dossier.head.focus.min),
  stepInTime: async (page) => {
    const box = await page
      .locator("[data-time=next]:enabled")
      .boundingBox({ timeout: 2000 })
      .catch(() => null);
    if (!box) return false;
    const input = await page.context().newCDPSession(page);
    await clickAt(input, box.x + box.width / 2, box.y + box.height / 2);
    await input.detach();
    return true;
  },
});

const slideTo = (page: Page, day: Day): Promise<void> =>
  page.evaluate((value) => {
    const slider = document.querySelector("input");
    if (!slider) throw new Error("the hand-written page has no slider");
    slider.valueAsNumber = value;
    slider.dispatchEvent(new Event("input"));
    slider.focus();
  }, Date.parse(day) / MILLISECONDS_A_DAY);

/** The page by hand, with time steps by the arrow key on its slider, through the same days. */
export const baselineSubject = (dossier: Dossier): Subject => ({
  name: "by hand",
  host: "baseline.test",
  probes: baseline,
  textsAt: ({ id }) => {
    const clicked = dossier.statements.find((s) => s.id === id);
    // Circles at one place lie on one another, and any of them may answer the click.
    return clicked ? dossier.statements.map((s) => beginning(s.text)) : [];
  },
  closeCard: (page) => page.evaluate(() => document.querySelector<HTMLElement>(".maplibregl-popup-close-button")?.click()),
  toFirstDay: (page) => slideTo(page, dossier.head.focus.min),
  stepInTime: async (page) => {
    await page.keyboard.press("ArrowRight");
    return true;
  },
});
