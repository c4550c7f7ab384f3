import type { Page } from "playwright";
import { expect } from "vitest";

/** What is in sight: cards, events, count, marks, positions, contested shapes, address, where the focus is. */
export const screen = (page: Page) =>
  page.evaluate(() => {
    const all = (q: string) => [...document.querySelectorAll<HTMLElement>(q)];
    const shown = (el: Element) => el.closest("[hidden]") === null;
    const active = document.activeElement as HTMLElement | null;
    const count = document.querySelector("[data-count]")?.textContent;
    return {
      cards: all("[data-statement]")
        .filter(shown)
        .map((el) => el.dataset["statement"] ?? ""),
      events: all(".happened")
        .filter(shown)
        .map((el) => el.id.slice(2)),
      count: count === undefined || count === null ? null : Number(count),
      places: Object.fromEntries(
        all("[data-place]").map((el) => [el.dataset["place"] ?? "", Number(el.querySelector(".count, b")?.textContent)]),
      ),
      lozenges: [...new Set(all("[data-event]").map((el) => el.dataset["event"] ?? ""))],
      without: all(".badges .bare b").reduce((sum, el) => sum + Number(el.textContent), 0),
      tab: all("main [data-panel]:not([data-panel=timeline])").find(shown)?.dataset["panel"],
      shapes: all(".poster path[data-shape]")
        .filter((el) => !el.classList.contains("gone"))
        .map((el) => el.dataset["shape"] ?? ""),
      switches: all("input[data-switch]")
        .filter((el) => (el as HTMLInputElement).checked)
        .map((el) => el.dataset["switch"] ?? ""),
      positions: all(".entries > li")
        .filter(shown)
        .map((el) => el.dataset["since"] ?? ""),
      chosen: all(".card.chosen").map((el) => el.dataset["statement"] ?? ""),
      now: document.querySelector(".now b")?.textContent ?? "",
      focus: active?.dataset["statement"] ?? active?.dataset["place"] ?? active?.dataset["event"] ?? active?.className ?? "",
      hash: location.hash,
    };
  });
export type Screen = Awaited<ReturnType<typeof screen>>;

/** Waits until the screen has what is wanted, and returns it; fails with the difference. */
export async function seen(page: Page, wanted: Partial<Screen>): Promise<Screen> {
  await expect
    .poll(
      async () => {
        const now = await screen(page);
        return Object.fromEntries(Object.keys(wanted).map((k) => [k, now[k as keyof Screen]]));
      },
      { timeout: 5000, interval: 30 },
    )
    .toEqual(wanted);
  return screen(page);
}
