import { afterwards } from "./pause.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** What a name of the picture must not be read through. */
const OVER =
  ".marks :is(.disc, .codes:not(.under), .loz, .place-name:not(.under)), .tools button, .key summary, .missing:not(:empty), .chip-mark, .scale span";

/**
 * Takes names off the picture where marks, controls or weightier names lie on them, or where a mark says them: they are fitted for one
 * width and for the opening days, and marks move with every other. Does nothing once the live map has names of its own.
 */
export function namesYield(box: HTMLElement, session: Session): void {
  const names = [...box.querySelectorAll<SVGGElement>(".poster .label")];
  const clear = afterwards(() => {
    if (box.dataset["names"] === "live") return;
    const said = new Set([...box.querySelectorAll<SVGGElement>(".mark:has(.place-name:not(.under))")].map((m) => m.dataset["mark"]));
    const taken = [...box.querySelectorAll(OVER)].filter((mark) => mark.checkVisibility()).map((mark) => mark.getBoundingClientRect());
    const under = names.map((name) => {
      const room = (name.querySelector("text") ?? name).getBoundingClientRect();
      const { left, right, top, bottom, width } = room;
      if (width === 0) return false;
      const hidden =
        said.has(name.dataset["label"]) || taken.some((m) => m.left < right && m.right > left && m.top < bottom && m.bottom > top);
      if (!hidden) taken.push(room);
      return hidden;
    });
    for (const [i, name] of names.entries()) name.classList.toggle("under", under[i]);
  });
  watch(() => {
    void [session.marks, session.frame, session.map, session.seated];
    clear();
  });
}
