import { mount } from "svelte";
import MapTools from "./MapTools.svelte";
import Menu from "./Menu.svelte";
import type { MapFacts } from "./readback.ts";
import type { Session } from "./session.svelte.ts";

/** With them, as a file of its own would be mostly its own beginning: what is known of a chosen place. */
export { default as PlaceNote } from "./PlaceNote.svelte";

/** What no reader reaches for in the first second, from a file of its own: the map's controls and the page's choices. */
export function mountChoices(session: Session, facts: MapFacts, island: (name: string) => HTMLElement): void {
  mount(MapTools, { target: island("tools"), props: { session } });
  mount(Menu, { target: island("menu"), props: { session, languages: facts.languages } });
}
