import { scaleStep } from "../map/scale.ts";
import { distanceWords } from "../model/measure.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** Keeps the scale right: the prerendered one is that of the opening view, and every other camera has its own. */
export function scaleBar(box: HTMLElement, session: Session): void {
  const bar = box.querySelector<HTMLElement>(".scale span");
  if (!bar) return;
  watch(() => {
    if (!session.frame) return;
    const { km, px } = scaleStep(session.frame, box.clientWidth);
    bar.style.width = `${px.toFixed(1)}px`;
    bar.textContent = distanceWords(km);
  });
}
