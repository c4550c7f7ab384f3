import { touches } from "../model/view.ts";
import { pageAddress } from "./address.ts";
import { all, readSlots } from "./readback.ts";
import { late } from "./late.ts";
import type { Session } from "./session.svelte.ts";
import { t } from "../words/t.ts";
import { write, writeText } from "./write.ts";

const put = (el: Element, name: string, on: boolean): void => {
  if (el.hasAttribute(name) !== on) el.toggleAttribute(name, on);
};

/**
 * Shows the prerendered document as a view has it: which statements, days, events, place, positions and columns are in sight.
 * Only shows and hides; the words were written at build.
 *
 * @returns a function to call whenever the session changed; it touches only what is different
 */
export function mountDocument(session: Session): () => void {
  const cards = all(document, ".card[data-statement]").map((el) => [el, el.id.slice(2)] as const);
  const events = all(document, ".happened");
  const days = all(document, ".day").map((el) => ({
    el,
    n: el.querySelector(".n"),
    cards: all(el, ".card"),
    events: all(el, ".happened"),
  }));
  const panels = all(document, "main [data-panel]:not([data-panel=timeline])");
  const slots = readSlots(document);
  session.slots = slots;
  const [before, after] = all(document, ".ruler .veil");
  const shapes = all(document, ".poster [data-shape]");
  const steps = all(document, ".story > li");
  const switches = all(document, "input[data-switch]") as HTMLInputElement[];
  let positions: Promise<(() => void) | null> | null = null;
  const scroll = document.querySelector(".panel > .scroll");
  let narrowed: string | null = null;
  // Remembered, as to ask for it would have the page laid out at once.
  let scrolled = false;
  scroll?.addEventListener("scroll", () => (scrolled = scroll.scrollTop > 0), { passive: true });

  return () => {
    const view = session.view;
    // The undated have a tray of their own and stay findable whatever days are chosen.
    const listed = new Set([...session.listed, ...session.undated].map((s) => s.id));
    // Those of the map, so that the two agree.
    const happened = new Set(session.events.map((e) => `e=${e.id}`));
    const { kind, id: chosen } = view.chosen ?? {};
    for (const [el, id] of cards) {
      // An older version of a statement is shown to whoever opens it.
      put(el, "hidden", !(listed.has(id) || (view.statement === id && "superseded" in el.dataset)));
      el.classList.toggle("chosen", view.statement === id);
      if (view.statement === id) pageLink(el, id, session.ui !== "full");
    }
    for (const li of events) {
      const open = kind === "event" && li.id === `e=${chosen}`;
      put(li, "hidden", !(kind === "event" ? open : kind !== "place" && happened.has(li.id)));
      li.classList.toggle("chosen", open);
    }
    for (const day of days) {
      const here = day.cards.filter((c) => !c.hidden).length;
      writeText(day.n, `${here || ""}`);
      put(day.el, "hidden", here === 0 && day.events.every((e) => e.hidden));
    }
    for (const panel of panels) put(panel, "hidden", panel.dataset["panel"] !== view.tab);
    const inside = slots.map((slot) => touches(view.time, slot.from, slot.to));
    const first = Math.max(0, inside.indexOf(true));
    const last = inside.lastIndexOf(true) + 1;
    const share = (n: number) => `${((n / slots.length) * 100).toFixed(2)}%`;
    // Days that are not on this ruler leave all of it under the veil.
    write(before, "width", share(last === 0 ? slots.length : first));
    write(after, "x", share(last));
    write(after, "width", share(last === 0 ? 0 : slots.length - last));
    for (const shape of shapes) shape.classList.toggle("gone", !session.contested.includes(shape.dataset["shape"] ?? ""));
    for (const [i, step] of steps.entries()) step.classList.toggle("told", view.step === i + 1);
    for (const box of switches) box.checked = session.contested.includes(box.dataset["switch"] ?? "");
    // What shows positions comes when somebody first looks at them.
    if (view.tab === "positions") {
      positions ??= late(session, import("./positions.ts")).then((m) => m?.mountPositions(session) ?? null);
      void positions.then((show) => show?.());
    }
    const narrowedBy = JSON.stringify([view.parties, view.filters]);
    if (scrolled && narrowed !== null && narrowed !== narrowedBy && view.statement === null) scroll?.scrollTo({ top: 0 });
    narrowed = narrowedBy;
  };
}

/** The way to the statement's own page, where it can be cited; it comes with the reader's choice of the card, so that nothing moves before. */
function pageLink(card: HTMLElement, id: string, framed: boolean): void {
  const href = pageAddress(`s/${id}/`);
  if (!href || card.querySelector(".own-page")) return;
  const line = document.createElement("p");
  line.className = "rel own-page";
  const link = document.createElement("a");
  link.href = href;
  link.textContent = t("find.own_page");
  if (framed) link.target = "_blank";
  line.append(link);
  card.append(line);
}
