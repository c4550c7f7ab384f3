import { gone } from "../map/closest.ts";
import type { MapHandle } from "../map/mount.ts";
import { afterwards } from "./pause.ts";

/** How far beside a thin line the hand may come down, in px: with a mouse, with a finger. */
const [MOUSE, FINGER] = [5, 12];

/** What the live map says of a point of its box. */
export interface Lines {
  readonly shapesAt: MapHandle["shapesAt"];
  readonly zoom: () => number;
}

/**
 * What the picture has at a point of the screen, none of which is painted otherwise: a line or the name of one as it is drawn, a line as
 * wide as a hand is unsure, an area. The picture itself lets every hand through.
 */
function pictured(box: HTMLElement, { clientX, clientY }: MouseEvent, ...ways: readonly ("" | "near" | "in")[]): string | undefined {
  let shape: string | undefined;
  for (const way of ways) {
    box.dataset["asked"] = way;
    shape ??= document.elementFromPoint(clientX, clientY)?.closest<SVGElement>("[data-shape]")?.dataset["shape"];
  }
  delete box.dataset["asked"];
  return shape;
}

/** Opens, at a click on a contested line, on its name or in the area it is drawn with, what the map key says of it: what it is, its days, whose view, how exact, and from where. */
export function lineClicks(box: HTMLElement, { shapesAt, zoom }: Lines): void {
  const key = box.querySelector<HTMLDetailsElement>(".key");
  const notes = [...(key?.querySelectorAll<HTMLElement>("[data-contested]") ?? [])];
  if (!key || notes.length === 0) return;
  const noteAt = (hand: MouseEvent, reach: number): HTMLElement | undefined => {
    const { left, top } = box.getBoundingClientRect();
    const at = [hand.clientX - left, hand.clientY - top] as const;
    const noteOf = (...ids: readonly unknown[]) => ids.map((id) => notes.find((li) => li.dataset["contested"] === id)).find(Boolean);
    const note =
      noteOf(...shapesAt(...at, reach, "line"), pictured(box, hand, "", "near")) ??
      noteOf(...shapesAt(...at, 0, "area"), pictured(box, hand, "in"));
    // What is not drawn so close is not there to be clicked on.
    return note && zoom() < gone(Number(note.dataset["off"])) ? note : undefined;
  };
  /** On the map itself: marks, buttons and the key answer for themselves. */
  const onMap = ({ target }: Event): boolean => target === box || (target as Element).localName === "canvas";
  let down: MouseEvent | null = null;
  box.addEventListener("pointerdown", (event) => {
    down = event;
  });
  box.addEventListener("click", (event) => {
    if (!onMap(event) || event.defaultPrevented) return;
    // A hand that drags clicks on nothing; on the live map MapLibre sees to that.
    if (down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > MOUSE) return;
    const note = noteAt(event, (event as PointerEvent).pointerType === "touch" ? FINGER : MOUSE);
    if (!note) return;
    // That note alone, so that the map is not covered; all the others are there when the reader opens the key themselves.
    for (const li of notes) li.toggleAttribute("data-told", li === note);
    key.toggleAttribute("data-one", true);
    key.open = true;
    note.tabIndex = -1;
    note.focus({ preventScroll: true });
  });
  key.addEventListener("toggle", () => key.open || key.toggleAttribute("data-one", false));
  // The hand shows that there is something to click on.
  let over: MouseEvent | null = null;
  const show = afterwards(() => {
    const canvas = box.querySelector<HTMLElement>("canvas");
    if (canvas && over) canvas.style.cursor = onMap(over) && noteAt(over, MOUSE) ? "pointer" : "";
  });
  box.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons > 0) return;
    over = event;
    show();
  });
}
