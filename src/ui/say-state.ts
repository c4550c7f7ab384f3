import type { Session } from "./session.svelte.ts";

/** Says on the html element what is on screen: for the style sheet, and as the hooks that others rely on. */
export function sayState({ dataset }: HTMLElement, { view, map, ui }: Session): void {
  dataset["theme"] = view.theme;
  dataset["map"] = map;
  dataset["ui"] = ui;
  dataset["reading"] = view.step !== null ? "step" : view.statement ? "statement" : view.chosen ? "chosen" : "start";
}
