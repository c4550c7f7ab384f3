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
      { interval: 30 },
    )
    .toEqual(wanted);
  return screen(page);
}

/** The controls in sight, with what of them is cut, and which of them stand on one another. */
export const crowded = (page: Page) =>
  page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        ":is(header, .time, .tabs, .sheet-bar, .line, .tools, .key, .off) :is(a, button, select, summary), header :is(h1, .dek)",
      ),
    ];
    const inSight = all.filter((el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && el.clientWidth > 1);
    const name = (el: HTMLElement) => `${el.className || el.tagName} ${el.innerText.trim().slice(0, 30)}`;
    const cut = inSight.filter((el) => el.tagName !== "SELECT" && el.scrollWidth > el.clientWidth + 1).map(name);
    // What a swipe brings stands nowhere before it.
    const boxes = inSight.map((el) => {
      const { left, right, top, bottom } = el.getBoundingClientRect();
      const strip = el.closest(".tabs, .off, .badges")?.getBoundingClientRect();
      const within = strip?.width ? strip : { left, right };
      return [el, { left: Math.max(left, within.left), right: Math.min(right, within.right), top, bottom }] as const;
    });
    const on = boxes.flatMap(([a, r], i) =>
      boxes
        .slice(i + 1)
        .filter(
          ([b, s]) =>
            !a.contains(b) &&
            !b.contains(a) &&
            r.left < s.right - 1 &&
            s.left < r.right - 1 &&
            r.top < s.bottom - 1 &&
            s.top < r.bottom - 1,
        )
        .map(([b]) => `${name(a)} / ${name(b)}`),
    );
    const root = document.scrollingElement!;
    root.scrollLeft = -1000;
    return { controls: inSight.length, cut, on, over: [root.scrollWidth - innerWidth, root.scrollLeft] };
  });
