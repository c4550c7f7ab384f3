import { COUNTRY_SHIFTS } from "../map/label-room.ts";
import { afterwards } from "./pause.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";
import { write } from "./write.ts";

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
    // Read first and written after: the browser would lay the picture out anew in between.
    const seats = names.map((name): number | null => {
      const text = name.querySelector("text") ?? name;
      const room = text.getBoundingClientRect();
      const down = Number.parseFloat(text.getAttribute("y") ?? "0");
      if (room.width === 0) return down;
      if (said.has(name.dataset["label"])) return null;
      const moves = name.matches(".l-country");
      const em = moves ? Number.parseFloat(getComputedStyle(text).fontSize) : 0;
      // What stands anywhere in its country makes way first, as on the live map.
      for (const to of moves ? COUNTRY_SHIFTS : [down]) {
        const seat = new DOMRect(room.x, room.y + (to - down) * em, room.width, room.height);
        if (!within(seat) || taken.some((m) => m.left < seat.right && m.right > seat.left && m.top < seat.bottom && m.bottom > seat.top))
          continue;
        taken.push(seat);
        return to;
      }
      return null;
    });
    for (const [i, name] of names.entries()) {
      const seat = seats[i] ?? null;
      name.classList.toggle("under", seat === null);
      if (seat !== null && name.matches(".l-country")) write(name.querySelector("text"), "y", `${seat}em`);
    }
  });
  watch(() => {
    void [session.marks, session.frame, session.map, session.seated];
    clear();
  });
}
