import { gone } from "../map/closest.ts";
import type { MapHandle } from "../map/live.ts";
import { afterwards } from "./pause.ts";

/** How far beside a thin line the hand may come down, in px: with a mouse, with a finger. */
const [MOUSE, FINGER] = [5, 12];
/** How soon the second click of a double one comes, in ms. */
const TWICE = 300;

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
  if (box.dataset["names"] === "live") return undefined;
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
  const noteOf = (ids: readonly unknown[]): HTMLElement | undefined => {
    // What is not drawn so close is not there to be clicked on.
    const drawn = notes.filter((li) => zoom() < gone(Number(li.dataset["off"])));
    return ids.map((id) => drawn.find((li) => li.dataset["contested"] === id)).find(Boolean);
  };
  const shapes = ({ clientX, clientY }: MouseEvent, reach: number, what: "area" | "line") => {
    const { left, top } = box.getBoundingClientRect();
    return noteOf(shapesAt(clientX - left, clientY - top, reach, what));
  };
  const lineAt = (hand: MouseEvent, reach: number) => shapes(hand, reach, "line") ?? noteOf([pictured(box, hand, "", "near")]);
  const areaAt = (hand: MouseEvent) => shapes(hand, 0, "area") ?? noteOf([pictured(box, hand, "in")]);
  /** On the map itself: marks, buttons and the key answer for themselves. */
  const onMap = ({ target }: Event): boolean => target === box || (target as Element).localName === "canvas";
  const tell = (note: HTMLElement): void => {
    // That note alone, so that the map is not covered; all the others are there when the reader opens the key themselves.
    for (const li of notes) li.toggleAttribute("data-told", li === note);
    key.toggleAttribute("data-one", true);
    key.open = true;
    note.tabIndex = -1;
    note.focus({ preventScroll: true });
  };
  let down: MouseEvent | null = null;
  let single: ReturnType<typeof setTimeout> | undefined;
  box.addEventListener("pointerdown", (event) => {
    down = event;
    clearTimeout(single);
  });
  box.addEventListener("click", (event) => {
    if (!onMap(event) || event.defaultPrevented || event.detail > 1) return;
    const reach = (event as PointerEvent).pointerType === "touch" ? FINGER : MOUSE;
    // A hand that drags clicks on nothing; on the live map MapLibre sees to that.
    if (down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > reach) return;
    const line = lineAt(event, reach);
    if (line) return tell(line);
    // Whoever clicks twice in an area comes nearer, and is not to find the key in the way.
    const area = areaAt(event);
    if (area) single = setTimeout(() => tell(area), TWICE);
  });
  key.addEventListener("toggle", () => key.open || key.toggleAttribute("data-one", false));
  // The hand shows that there is something to click on.
  let over: MouseEvent | null = null;
  const show = afterwards(() => {
    const canvas = box.querySelector<HTMLElement>("canvas");
    if (canvas && over) canvas.style.cursor = onMap(over) && (lineAt(over, MOUSE) ?? areaAt(over)) ? "pointer" : "";
  });
  box.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons > 0) return;
    over = event;
    show();
  });
}
