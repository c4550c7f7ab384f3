import { t } from "../words/t.ts";
import { write } from "./write.ts";

const NEXT: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** In a fold that is closed, where nothing is come to. */
const folded = (el: Element): boolean => el.closest("details:not([open]) > :not(summary)") !== null;

/**
 * One tab stop for all marks of the map, whatever their number: Tab comes to the one that was last at, the arrow keys go from one to the
 * next, Home and End to the first and last. Without a script every mark is a link like any other.
 */
export function roving(layer: HTMLElement): void {
  let at: Element | null = null;
  const items = () => [...layer.querySelectorAll<HTMLElement | SVGAElement>("a[href]")];
  const tend = (): void => {
    const all = items();
    if (!at || !layer.contains(at) || folded(at))
      at = all.find((a) => a.hasAttribute("aria-current") && !folded(a)) ?? all.find((a) => !folded(a)) ?? null;
    for (const a of all) write(a, "tabindex", a === at ? "0" : "-1");
  };
  layer.addEventListener("focusin", (event) => {
    // A strip of chips that scrolls is itself a stop of the browser's, and no mark.
    at = (event.target as Element).closest("a[href]") ?? at;
    tend();
  });
  layer.addEventListener("keydown", (event) => {
    const all = items();
    const here = all.indexOf(document.activeElement as HTMLElement);
    const step = NEXT[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : step ? (here + step + all.length) % all.length : null;
    if (here < 0 || to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    all[to]?.closest("details")?.setAttribute("open", "");
    all[to]?.focus();
  });
  layer.querySelector(".marks")?.setAttribute("aria-description", t("map.arrows"));
  // A fold that is closed takes its chips away, and tells nobody but itself.
  layer.addEventListener("toggle", tend, true);
  new MutationObserver(tend).observe(layer, { childList: true, subtree: true });
  tend();
}
