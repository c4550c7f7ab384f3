import type { FeatureCollection } from "geojson";
import { nameLines } from "../map/name-lines.ts";
import { OPENING } from "../model/view.ts";
import type { MapFacts } from "./readback.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** Gives the picture's labels the names that the reader chose, from the file of which the live map makes its own. */
export function posterNames(box: HTMLElement, session: Session, facts: MapFacts): void {
  const url = facts.layers.find((l) => l.id === "places")?.url;
  const labels = [...box.querySelectorAll<SVGGElement>(".poster .label:not(.l-contested)")];
  let names: Promise<FeatureCollection | null> | null = null;
  const fetched = (): Promise<FeatureCollection | null> =>
    (names ??= fetch(url ?? "")
      .then((r) => (r.ok ? (r.json() as Promise<FeatureCollection>) : null))
      .catch(() => null));
  watch(() => {
    const mode = session.view.names;
    if (!url || (mode === OPENING.names && !names)) return;
    void fetched().then((all) => {
      if (!all || session.view.names !== mode) return;
      for (const label of labels) {
        const feature = all.features.find((f) => f.properties?.["id"] === label.dataset["label"]);
        const text = label.querySelector("text");
        if (!feature || !text) continue;
        text.replaceChildren(
          ...nameLines(feature.properties, mode, facts.lang, facts.languages).map((line, i) => {
            const row = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
            row.setAttribute("x", "0");
            if (i > 0) row.setAttribute("dy", "1.15em");
            row.textContent = line;
            return row;
          }),
        );
        // A name that was fitted for its own length says nothing of the room for a longer one.
        label.classList.toggle("many", mode === "all");
      }
    });
  });
}
