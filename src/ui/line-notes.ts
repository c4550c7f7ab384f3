import { closest, gone } from "../map/closest.ts";
import { t } from "../words/t.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** Says in the map key of each line that the camera is closer to than the line is exact, what is drawn instead. */
export function lineNotes(session: Session, zoom: () => number): void {
  const lines = [...document.querySelectorAll<HTMLElement>("[data-contested]")].map((li) => {
    const note = document.createElement("p");
    note.className = "meta closer";
    li.append(note);
    return { note, metres: Number(li.dataset["off"]) };
  });
  watch(() => {
    void [session.frame, session.view.camera];
    const at = Math.round(zoom());
    for (const { note, metres } of lines)
      note.textContent = at > gone(metres) ? t("map.line_gone") : at > closest(metres) ? t("map.line_faint") : "";
  });
}
