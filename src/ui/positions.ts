import { mount } from "svelte";
import { dayWords } from "../model/dates.ts";
import { currentEntry } from "../model/stated-positions.ts";
import { isFiltered, toDay, type View } from "../model/view.ts";
import { t } from "../words/t.ts";
import CompareBar from "./CompareBar.svelte";
import { reveal } from "./links.ts";
import { span } from "./readback.ts";
import type { Session } from "./session.svelte.ts";

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const put = (el: Element, name: string, on: boolean): void => {
  if (el.hasAttribute(name) !== on) el.toggleAttribute(name, on);
};

/** Most parties that stand side by side; more are one below the other. */
export const MOST = 3;

/**
 * Shows the prerendered positions as a view has them: the entry that holds on the day, the chosen parties, side by side when they are
 * two or three. Comes when somebody first looks at them, with the bar that chooses.
 *
 * @returns a function to call whenever the session changed; it touches only what is different
 */
export function mountPositions(session: Session): () => void {
  const blocks = all(".topic-block");
  const first = blocks[0];
  const parties = new Set(all(".topic-block tr[data-party]").map((row) => row.dataset["party"] ?? ""));
  const bar = document.createElement("div");
  const none = document.createElement("p");
  none.className = "empty";
  none.hidden = true;
  first?.before(bar, none);
  const wide = matchMedia("(min-width: 51.3em)").matches;
  const topics = blocks.map((block) => ({ id: block.dataset["topic"] ?? "", name: block.querySelector("h3")?.textContent ?? "" }));
  const holders = session.index.parties.filter((p) => parties.has(p.id));
  // Nothing is compared in a dossier that holds no positions; its topics stand there with what was said on them.
  if (parties.size === 0) return () => {};
  mount(CompareBar, { target: bar, props: { session, holders, topics, most: MOST, wide } });
  // On a phone all topics are seen at a glance, and what was stated on one of them opens under it.
  if (!wide && session.view.parties.length === 0)
    for (const block of blocks) (block as HTMLDetailsElement).open = block.dataset["topic"] === session.view.chosen?.id;
  // One that is opened at the foot of the list would have everything it says out of sight.
  if (!wide)
    for (const block of blocks)
      block.querySelector("summary")?.addEventListener("click", () => (block as HTMLDetailsElement).open || reveal(block.id, false));
  let shown = "";
  let compared = 0;
  return () => {
    const { view } = session;
    const fitting = isFiltered(view.filters) ? session.fitting : null;
    const key = JSON.stringify([toDay(view.time), view.parties, view.both, view.filters, session.search !== null]);
    if (view.tab !== "positions" || shown === key) return;
    shown = key;
    const chosen = view.parties.filter((p) => parties.has(p));
    // Two or three are few enough to read on every topic.
    if (compared < 2 && chosen.length > 1) for (const block of blocks) (block as HTMLDetailsElement).open = true;
    compared = chosen.length;
    const later = new Set(all(".card").flatMap((card) => (madeAfter(card, toDay(view.time)) ? `#${card.id}` : [])));
    const gone = blocks.filter((block) => !showBlock(block, view, chosen, fitting, later)).length;
    none.hidden = gone < blocks.length;
    none.textContent = none.hidden ? "" : t("positions.no_shared");
  };
}

/** Whether a statement was made after a day, or can only have been; undated ones are after none. */
const madeAfter = (card: HTMLElement, day: string): boolean => {
  const [min] = span(card.querySelector("time")?.getAttribute("datetime") ?? card.dataset["days"]);
  return min > day;
};

/**
 * Shows one topic; returns whether it is in sight.
 *
 * @param fitting ids of the statements that fit the filters, of which a position must cite one; null = all
 * @param later addresses of the statements that were not yet made
 */
function showBlock(
  block: HTMLElement,
  view: View,
  chosen: readonly string[],
  fitting: ReadonlySet<string> | null,
  later: ReadonlySet<string>,
): boolean {
  const until = toDay(view.time);
  const rows = [...block.querySelectorAll<HTMLElement>("tr[data-party]")];
  let stated = 0;
  for (const row of rows) {
    const cited =
      fitting === null || [...row.querySelectorAll("a[href^='#s=']")].some((a) => fitting.has(a.getAttribute("href")?.slice(3) ?? ""));
    const out = !cited || (chosen.length > 0 && !chosen.includes(row.dataset["party"] ?? ""));
    put(row, "hidden", out);
    const entries = [...row.querySelectorAll<HTMLElement>(".entries > li")];
    if (entries.length === 0) continue;
    const now = currentEntry(
      entries.map((e) => e.dataset["since"] ?? ""),
      until,
    );
    entries.forEach((entry, i) => {
      put(entry, "hidden", i > now);
      entry.classList.toggle("past", i < now);
      cites(entry, later);
    });
    for (const [mark, on] of Object.entries(marksOf(entries[now]?.dataset["kind"], now))) row.classList.toggle(mark, on);
    if (now >= 0 && !out) stated++;
    absence(row, now < 0 ? t("positions.none_until", { day: dayWords(until) }) : null);
    earlier(row, now);
  }
  const asked = chosen.length > 0 ? chosen.length : rows.length;
  const n = block.querySelector("summary .n");
  if (n) n.textContent = t("positions.of", { n: stated, all: asked });
  block.classList.toggle("abreast", chosen.length > 1 && chosen.length <= MOST);
  const { topic } = view.filters;
  const other = topic.length > 0 && !topic.includes(block.dataset["topic"] ?? "");
  const gone = other || rows.every((row) => row.hidden) || (view.both && chosen.length > 1 && stated < chosen.length);
  put(block, "hidden", gone);
  return !gone;
}

/** Which marks a row has on a day: those of the entry that holds, so that nothing later shows. `now`: its number, -1 before the first. */
export const marksOf = (kind: string | undefined, now: number) => ({
  none: now < 0,
  none_found: now < 0,
  conflicting: kind === "conflicting",
  declined: kind === "declined",
});

/** Cites what had been said by the day on screen; the sign before a statement goes with it. */
function cites(entry: HTMLElement, later: ReadonlySet<string>): void {
  let first = true;
  for (const link of entry.querySelectorAll<HTMLAnchorElement>("a")) {
    const sign = link.previousSibling;
    const out = later.has(link.hash);
    if (sign instanceof Text && link.previousElementSibling?.localName === "a")
      sign.data = sign.data.replace(/(; )?$/, out || first ? "" : "; ");
    put(link, "hidden", out);
    if (!out) first = false;
  }
}

/** Says which kind of absence a cell is on this day; null = it is none. */
function absence(row: HTMLElement, words: string | null): void {
  let line = row.querySelector<HTMLElement>(".absence");
  if (!line && words) {
    line = document.createElement("p");
    line.className = "absence";
    row.querySelector("td")?.append(line);
  }
  if (line) {
    line.textContent = words ?? "";
    line.hidden = words === null;
  }
}

/** The button that opens what a party stated before. */
function earlier(row: HTMLElement, count: number): void {
  let button = row.querySelector<HTMLButtonElement>("button.earlier");
  if (!button && count > 0) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "earlier link";
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => {
      const open = row.classList.toggle("open");
      button?.setAttribute("aria-expanded", String(open));
    });
    row.querySelector("td")?.append(button);
  }
  if (button) {
    button.hidden = count <= 0;
    button.textContent = t("positions.before", { n: count });
  }
}
