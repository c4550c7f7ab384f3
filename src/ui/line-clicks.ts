import { gone } from "../map/closest.ts";
import { afterwards } from "./pause.ts";

/** How far beside a thin line the hand may come down, in px: with a mouse, with a finger. */
const [MOUSE, FINGER] = [5, 12];
/** So far may a hand move on the button and still not have dragged the map. */
const STILL = 4;

/** What the live map says of a point of its box. */
export interface Lines {
  readonly lineAt: (x: number, y: number, reach: number) => string | null;
  readonly zoom: () => number;
}

/** The line of the picture, or the name of one, that is nearest to a point of the screen; the picture itself lets every hand through. */
function pictured(box: HTMLElement, x: number, y: number, reach: number): string | null {
  box.toggleAttribute("data-asked", true);
  const found = [0, 0.5, 1].flatMap((r) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => {
      const at = (turn * Math.PI) / 4;
      return document.elementFromPoint(x + r * reach * Math.cos(at), y + r * reach * Math.sin(at))?.closest<SVGElement>("[data-shape]");
    }),
  );
  box.toggleAttribute("data-asked", false);
  return found.find(Boolean)?.dataset["shape"] ?? null;
}

/** Opens, at a click on a contested line or on its name, what the map key says of it: what it is, its days, whose view, how exact, and from where. */
export function lineClicks(box: HTMLElement, { lineAt, zoom }: Lines): void {
  const key = box.querySelector<HTMLDetailsElement>(".key");
  const notes = [...(key?.querySelectorAll<HTMLElement>("[data-contested]") ?? [])];
  if (!key || notes.length === 0) return;
  const noteAt = ({ clientX, clientY }: MouseEvent, reach: number): HTMLElement | undefined => {
    const { left, top } = box.getBoundingClientRect();
    const id = lineAt(clientX - left, clientY - top, reach) ?? pictured(box, clientX, clientY, reach);
    const note = notes.find((li) => li.dataset["contested"] === id);
    // What is not drawn so close is not there to be clicked on.
    return note && zoom() < gone(Number(note.dataset["off"])) ? note : undefined;
  };
  /** On the map itself: marks, buttons and the key answer for themselves. */
  const onMap = ({ target }: Event): boolean => target === box || (target as Element).localName === "canvas";
  let down = [0, 0];
  box.addEventListener("pointerdown", ({ clientX, clientY }) => (down = [clientX, clientY]), true);
  box.addEventListener("click", (event) => {
    const [x = 0, y = 0] = down;
    if (!onMap(event) || event.defaultPrevented || Math.hypot(event.clientX - x, event.clientY - y) > STILL) return;
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
