/** What the reader last acted upon: the browser's own focus passes over a card, and in some browsers over a button that was clicked. */
let hand: Element | null = null;

/** Writes into the entry of the history in which the reader is where that is. */
const note = (): void => history.replaceState({ ...leave(), n: entry() }, "");

/**
 * Notes what the reader acts upon, before anything answers; and in the history, when they leave for another page: with the click that leads
 * there, since what is written while a page is left may reach the browser after it has left the entry.
 */
export function watchHand(): void {
  addEventListener("pagehide", note);
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    // Links of the page itself are answered before, by a view.
    if (link && !event.defaultPrevented) note();
  });
  for (const kind of ["click", "change", "keydown"])
    document.addEventListener(kind, ({ target }) => (hand = target instanceof Element ? target : null), true);
}

/** What an entry of the history keeps: its number, and where the reader was in the entries of this page when they left them. */
interface Entry {
  readonly n: number;
  readonly left: ReadonlyMap<number, string | null>;
}
const entry = (): number => (history.state as Entry | null)?.n ?? 0;
/** A page that is loaded again, or come back to, begins with what its entry keeps: writing into an entry as it is loaded again is too late. */
const left = new Map((globalThis.history?.state as Entry | null)?.left);

/** Notes where the reader is in the entry that is left for a new one, and says what that is to keep. */
export function leave(): Entry {
  left.set(entry(), here());
  return { n: entry() + 1, left };
}

/** Where the reader was when they left the entry they are in now. */
export const wasThere = (): string | null | undefined => left.get(entry());

const quoted = (name: string, value: string): string => `[${name}="${CSS.escape(value)}"]`;

/** What tells an element from its neighbours: what it is for, else its looks, else what it stands in. */
function named(el: Element): string {
  const names = [...el.attributes].filter(({ name }) => name === "id" || name === "href" || name.startsWith("data-"));
  const own = names.map(({ name, value }) => quoted(name, value)).join("") || [...el.classList].map((c) => `.${CSS.escape(c)}`).join("");
  return `${own || !el.parentElement ? "" : `${named(el.parentElement)} > `}${el.localName}${own}`;
}

/** A selector for where the reader is, which holds when that was drawn anew; null when they have done nothing yet. */
function here(): string | null {
  const el = hand?.closest("a, button, select, input, summary, .card, .happened");
  if (!el) return null;
  const inside = el.id ? null : el.closest("[id]");
  return `${inside ? `${quoted("id", inside.id)} ` : ""}${named(el)}`;
}

/** The same again, as the page is now; none when it is not in sight or was never said. */
export const there = (where: string | null | undefined): HTMLElement | SVGElement | undefined =>
  where ? [...document.querySelectorAll<HTMLElement | SVGElement>(where)].find((el) => !el.closest("[hidden]")) : undefined;
