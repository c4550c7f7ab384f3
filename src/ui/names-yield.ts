import { COUNTRY_SHIFTS } from "../map/label-room.ts";
import { afterwards } from "./pause.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** What a name of the picture must not be read through. */
const OVER =
  ".marks :is(.disc, .codes:not(.under), .loz, .place-name:not(.under)), .tools button, .key summary, .missing:not(:empty), .chip-mark, .scale span";

/**
 * Takes names off the picture where marks, controls, its edge or weightier names cut them, or where a mark says them: they are fitted for one
 * width and for the opening days, and marks move with every other. Does nothing once the live map has names of its own.
 */
export function namesYield(box: HTMLElement, session: Session): void {
  const names = [...box.querySelectorAll<SVGGElement>(".poster .label")];
  const clear = afterwards(() => {
    if (box.dataset["names"] === "live") return;
    const said = new Set([...box.querySelectorAll<SVGGElement>(".mark:has(.place-name:not(.under))")].map((m) => m.dataset["mark"]));
    const taken = [...box.querySelectorAll(OVER)].filter((mark) => mark.checkVisibility()).map((mark) => mark.getBoundingClientRect());
    const frame = box.getBoundingClientRect();
    const within = (r: DOMRect): boolean =>
      r.left >= frame.left && r.right <= frame.right && r.top >= frame.top && r.bottom <= frame.bottom;
    const under = names.map((name) => {
      const text = name.querySelector("text") ?? name;
      const room = text.getBoundingClientRect();
      if (room.width === 0) return false;
      if (said.has(name.dataset["label"])) return true;
      const em = Number.parseFloat(getComputedStyle(text).fontSize);
      const down = Number.parseFloat(text.getAttribute("y") ?? "0");
      // What stands anywhere in its country makes way first, as on the live map.
      for (const to of name.matches(".l-country") ? COUNTRY_SHIFTS : [down]) {
        const seat = new DOMRect(room.x, room.y + (to - down) * em, room.width, room.height);
        if (!within(seat) || taken.some((m) => m.left < seat.right && m.right > seat.left && m.top < seat.bottom && m.bottom > seat.top))
          continue;
        if (to !== down) text.setAttribute("y", `${to}em`);
        taken.push(seat);
        return false;
      }
      return true;
    });
    for (const [i, name] of names.entries()) name.classList.toggle("under", under[i]);
  });
  watch(() => {
    void [session.marks, session.frame, session.map, session.seated];
    clear();
  });
}
