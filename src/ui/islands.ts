import { hydrate, mount } from "svelte";
import { learnMore } from "./learn.ts";
import MapTools from "./MapTools.svelte";
import Marks from "./Marks.svelte";
import Menu from "./Menu.svelte";
import PanelBar from "./PanelBar.svelte";
import { pause } from "./pause.ts";
import type { MapFacts } from "./readback.ts";
import type { Session } from "./session.svelte.ts";
import Sheet from "./Sheet.svelte";
import TimeControls from "./TimeControls.svelte";
import { watch } from "./watch.svelte.ts";

const island = (name: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`[data-island=${name}]`);
  if (!element) throw new Error(`the page has no island ${name}`);
  return element;
};

/**
 * Brings the prerendered page to life: what works without a script is hydrated, exactly as it was rendered; what does not comes
 * with it. One after the other, so that no piece of work holds up the reader's hand. The session has to be in the opening view.
 */
export async function mountIslands(session: Session, facts: MapFacts): Promise<void> {
  hydrate(Marks, { target: island("marks"), props: { session, opening: facts.opening } });
  await pause();
  hydrate(PanelBar, { target: island("bar"), props: { session } });
  await pause();
  mount(MapTools, { target: island("tools"), props: { session } });
  mount(Menu, { target: island("menu"), props: { session, languages: facts.languages } });
  mount(Sheet, { target: island("sheet"), props: { onstop: (stop: string) => (document.documentElement.dataset["sheet"] = stop) } });
  whenPlaced(session, facts);
  await pause();
  island("time").replaceChildren();
  mount(TimeControls, { target: island("time"), props: { session, zone: facts.zone, focus: facts.focus } });
  await pause();
  if (facts.ui === "full") return;
  const [{ mountStory }] = await Promise.all([import("./embed-islands.ts"), learnMore()]);
  mountStory(session, facts, island);
}

/** What is known of a place's names comes with the first place that is chosen. */
function whenPlaced(session: Session, { lang }: MapFacts): void {
  const stop = watch(() => {
    if (session.view.chosen?.kind !== "place") return;
    stop();
    void import("./PlaceNote.svelte").then((m) => mount(m.default, { target: island("place"), props: { session, lang } }));
  });
}
