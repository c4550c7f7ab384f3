import { closest, FAINT, gone } from "../map/closest.ts";
import { t } from "../words/t.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** Says in the map key of each line that the camera is closer to than the line is exact, what is drawn instead, and draws it so on the picture. */
export function lineNotes(session: Session, zoom: () => number): void {
  const lines = [...document.querySelectorAll<HTMLElement>("[data-contested]")].map((li) => {
    const note = document.createElement("p");
    note.className = "meta closer";
    li.append(note);
    const shape = document.querySelector<SVGElement>(`.poster [data-shape="${li.dataset["contested"]}"]`);
    return { note, shape, metres: Number(li.dataset["off"]) };
  });
  watch(() => {
    void [session.frame, session.view.camera];
    const at = Math.round(zoom());
    for (const { note, shape, metres } of lines) {
      const [seen, words] =
        at > gone(metres) ? ["0", t("map.line_gone")] : at > closest(metres) ? [`${FAINT}`, t("map.line_faint")] : ["", ""];
      note.textContent = words;
      if (shape) shape.style.opacity = seen;
    }
  });
}
