import { pause } from "./pause.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** What the name of a place must not lie on. */
const OVER = ".marks :is(.disc, .codes:not(.place-name), .loz), .tools button, .key summary, .chip-mark, .inset";

/**
 * Where no layer has names and each mark says its own: takes those away that would lie on another mark, on a control or on a name before
 * it, or be cut at the edge. They move with their marks, so it looks anew whenever these do.
 */
export function markNamesYield(box: HTMLElement, session: Session): void {
  let due = false;
  const clear = async (): Promise<void> => {
    if (due) return;
    due = true;
    // After the marks have been put where they stand now.
    await pause();
    due = false;
    const edge = box.getBoundingClientRect();
    const taken = [...box.querySelectorAll(OVER)].map((el) => el.getBoundingClientRect());
    const names = [...box.querySelectorAll(".place-name")];
    const under = names.map((name) => {
      const room = name.getBoundingClientRect();
      const { left, right, top, bottom } = room;
      const cut = left < edge.left || right > edge.right || bottom > edge.bottom;
      const hidden = cut || taken.some((m) => m.left < right && m.right > left && m.top < bottom && m.bottom > top);
      if (!hidden) taken.push(room);
      return hidden;
    });
    for (const [i, name] of names.entries()) name.classList.toggle("under", under[i]);
  };
  watch(() => {
    void [session.frame, session.stacks, session.map];
    void clear();
  });
}
