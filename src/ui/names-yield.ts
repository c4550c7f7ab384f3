import { pause } from "./pause.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** What a name on the map must not be read through. */
const OVER = ".marks :is(.disc, .codes:not(.place-name), .loz), .tools button, .key summary";

/**
 * Takes names off the map where marks or controls lie on them: the picture's are fitted for one width and for the opening days, and marks move
 * with every other; those that marks say themselves, where no layer has names, move with them. Leaves those alone that the live map draws.
 */
export function namesYield(box: HTMLElement, session: Session): void {
  const names = [...box.querySelectorAll<SVGGElement>(".poster .label")];
  let due = false;
  const clear = async (): Promise<void> => {
    if (due || (box.dataset["names"] === "live" && !box.querySelector(".place-name"))) return;
    due = true;
    // After the marks have been put where they stand now.
    await pause();
    due = false;
    const said = [...box.querySelectorAll<SVGElement>(".place-name")];
    const edge = box.getBoundingClientRect();
    const taken = [...box.querySelectorAll(OVER)].map((mark) => mark.getBoundingClientRect());
    const under = [...said, ...names].map((name) => {
      const room = (name.querySelector("text") ?? name).getBoundingClientRect();
      const { left, right, top, bottom, width } = room;
      const own = said.includes(name);
      const cut = own && (left < edge.left || right > edge.right || bottom > edge.bottom);
      const hidden = cut || (width > 0 && taken.some((m) => m.left < right && m.right > left && m.top < bottom && m.bottom > top));
      // A name that a mark says is in the way of the next one.
      if (own && !hidden) taken.push(room);
      return hidden;
    });
    for (const [i, name] of [...said, ...names].entries()) name.classList.toggle("under", under[i]);
  };
  watch(() => {
    void [session.frame, session.stacks, session.map];
    void clear();
  });
}
