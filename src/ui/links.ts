import { switchContested } from "../model/contested.ts";
import { readHash } from "../model/url.ts";
import { choose, type View } from "../model/view.ts";
import { keepFocus } from "./keep-focus.ts";
import type { Session } from "./session.svelte.ts";
import { there, wasThere, watchHand } from "./where.ts";

/** The view a link inside the page asks for, from the view on screen: what the link does not name stays. null = not such a link. */
export function follow(session: Session, href: string): View | null {
  const view = session.view;
  const keys = new Set([...href.matchAll(/[#&](\w+)=/g)].map((m) => m[1]));
  const asked = readHash(href.slice(href.indexOf("#")));
  if (keys.has("s") && asked.statement) return session.read(asked.statement, view);
  if ((keys.has("e") || keys.has("pl") || keys.has("topic")) && asked.chosen) {
    const next = choose(view, asked.chosen);
    if (asked.chosen.kind !== "place") return next;
    // A link to a place inside a card must not lead to an empty list: what was said there is shown where it was said.
    const has = (mode: View["mode"]) => session.index.statements.some((s) => (mode === "about" ? s.about[0] : s.said) === asked.chosen?.id);
    const other = view.mode === "about" ? "said" : "about";
    return has(view.mode) || !has(other) ? next : { ...next, mode: other };
  }
  if (keys.has("t")) return { ...view, time: asked.time, statement: null };
  if (keys.has("p")) return { ...view, parties: asked.parties, chosen: null, statement: null, tab: "statements" };
  if (keys.has("tab")) return { ...view, tab: asked.tab };
  return null;
}

/** What closes at Escape by itself. In a list that forgives: some browsers do not know the second. */
const OVER = ":is(dialog:modal, :popover-open)";

/**
 * Makes every `#key=value` link of the page a change of view, and Escape the way back to where the reader was.
 * With no script the same links lead to the same ids in the document.
 */
export function mountLinks(session: Session): void {
  /** What opened the view on screen, and what opened the one before it; Escape goes back through them. */
  let openers: { readonly el: HTMLElement | SVGElement; readonly href: string | null }[] = [];
  const open = (el: HTMLElement | SVGElement, href: string | null) => {
    const { statement, chosen } = session.view;
    openers = [...(statement === null && chosen === null ? [] : openers.slice(statement === null ? -1 : -2)), { el, href }];
  };

  watchHand();
  keepFocus();
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement | SVGAElement>("a[href^='#'], a[href^='places.html#']");
    if (link) {
      // A page inside the single file is left as any page is.
      if (link.closest(".side")) return;
      const href = link.getAttribute("href") ?? "";
      const next = follow(session, href);
      if (!next) return;
      event.preventDefault();
      if (!link.closest(".controls, .tabs, .ruler")) open(link, href);
      session.go(next);
      if (next.statement && /[#&]s=/.test(href)) reveal(`s=${next.statement}`);
      else if (/#(e|pl)=/.test(href)) reveal(null);
      else if (/^#topic=/.test(href)) reveal(href.slice(1));
      else if (link.classList.contains("skip")) reveal(null);
      return;
    }
    const card = target.closest<HTMLElement>(".card[data-statement]");
    if (card && !target.closest("a, button, summary, label") && getSelection()?.isCollapsed !== false) {
      open(card, null);
      session.go({ ...session.view, statement: card.dataset["statement"] ?? null });
    }
  });

  for (const languages of document.querySelectorAll<HTMLElement>(".langs"))
    for (const kind of ["click", "auxclick", "contextmenu"])
      languages.addEventListener(kind, ({ target }) => {
        if (target instanceof HTMLAnchorElement) target.hash = location.hash;
      });

  document.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    const feature = session.features.find((f) => f.id === box.dataset["switch"]);
    if (feature) session.go(switchContested(session.view, feature, box.checked, session.covered), "replace");
  });

  document.addEventListener("keydown", (event) => {
    // Escape closes what lies over the page first; for a dialog, wherever the focus is, and for a note, that is the browser's own work.
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector(OVER)) return;
    // In a field that is filled it takes the words out, by the browser's own work or by the field's.
    if (event.target instanceof HTMLInputElement && event.target.type === "search" && event.target.value !== "") return;
    const over = document.querySelector<HTMLElement>(
      "details:is(.key, .time-more, .langs)[open] > summary, .menu-button[aria-expanded=true]",
    );
    if (over) {
      over.click();
      over.focus();
      return;
    }
    const view = session.view;
    if (view.statement === null && view.chosen === null) return;
    session.go(view.statement !== null ? { ...view, statement: null } : choose(view, null));
    const back = openers.pop();
    requestAnimationFrame(() => {
      if (!back) return;
      const el = back.el.isConnected
        ? back.el
        : back.href
          ? document.querySelector<HTMLElement>(`a[href="${CSS.escape(back.href)}"]`)
          : null;
      focusOn(el, false);
    });
  });
}

/** Gives an element the focus: a card too, which is no stop of the Tab key, and a chip in a fold that has closed. */
function focusOn(el: HTMLElement | SVGElement | null | undefined, preventScroll: boolean): void {
  if (el && el.tabIndex < 0) el.tabIndex = -1;
  if (el?.localName !== "summary") el?.closest("details")?.setAttribute("open", "");
  el?.focus({ preventScroll });
}

/** Gives the focus back to where the reader left an entry of the history, and to the list when that is no more. Moves the list alone. */
export function comeBack(): void {
  requestAnimationFrame(() => {
    const scroll = document.querySelector<HTMLElement>(".panel > .scroll");
    if (!scroll || !document.hasFocus()) return;
    const el = there(wasThere());
    focusOn(el, true);
    if (document.activeElement === document.body) focusOn(scroll, true);
    if (!el || !scroll.contains(el)) return;
    const [at, box] = [el.getBoundingClientRect(), scroll.getBoundingClientRect()];
    if (at.top < box.top + HEADING || at.top > box.bottom - HEADING) keepInSight(scroll, el as HTMLElement);
  });
}

/** Height of a day's sticky heading, under which nothing may hide; px. */
const HEADING = 40;

/** How long what comes late may still move what was brought into sight; ms. */
const SETTLING = 3000;
let settled = (): void => {};

/** What a reader does to go elsewhere. The browser scrolls on its own too, which is no sign of it. */
const HAND = ["wheel", "touchmove", "pointerdown", "keydown"];

/** Scrolls an element to the top of the list, and anew when what stands above it changes its height: until the reader does something. */
function keepInSight(scroll: HTMLElement, el: HTMLElement): void {
  settled();
  const over = new AbortController();
  const there = new ResizeObserver(() =>
    scroll.scrollTo({ top: scroll.scrollTop + el.getBoundingClientRect().top - scroll.getBoundingClientRect().top - HEADING }),
  );
  const stop = () => {
    there.disconnect();
    over.abort();
  };
  settled = stop;
  for (const act of HAND) addEventListener(act, stop, { capture: true, passive: true, signal: over.signal });
  for (const part of scroll.children) there.observe(part);
  setTimeout(stop, SETTLING);
}

/**
 * Brings what was opened into sight, an element by id or the head of the list, and gives it the focus. Scrolls the list alone: a page
 * that this one is embedded in must not move.
 *
 * @param focus false when nobody acted inside the page
 */
export function reveal(id: string | null, focus = true): void {
  requestAnimationFrame(() => {
    const scroll = document.querySelector<HTMLElement>(".panel > .scroll");
    if (!scroll) return;
    if (id === null) {
      settled();
      scroll.scrollTo({ top: 0 });
      if (focus) focusOn(document.querySelector<HTMLElement>(".happened.chosen") ?? scroll, true);
      return;
    }
    const el = document.getElementById(id);
    if (!el) return;
    if (el instanceof HTMLDetailsElement) el.open = true;
    keepInSight(scroll, el);
    if (focus) focusOn(el instanceof HTMLDetailsElement ? el.querySelector("summary") : el, true);
  });
}
