import { hydrate, mount } from "svelte";
import { nameless } from "../model/names.ts";
import { late } from "./late.ts";
import { learnMore } from "./learn.ts";
import Marks from "./Marks.svelte";
import OffMap from "./OffMap.svelte";
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
  // Asked for now, and there before the map's box looks where its marks may stand.
  const choices = late(session, import("./choices.ts"));
  const { opening } = facts;
  // What the marks are made of, counted before they are.
  void session.marks;
  await pause();
  hydrate(Marks, { target: island("marks"), props: { session, opening, named: nameless(facts.layers) } });
  await pause();
  hydrate(OffMap, { target: island("off"), props: { session, opening } });
  await pause();
  hydrate(PanelBar, { target: island("bar"), props: { session } });
  await pause();
  mount(Sheet, { target: island("sheet"), props: { onstop: (stop: string) => (document.documentElement.dataset["sheet"] = stop) } });
  whenPlaced(session, facts, choices);
  await pause();
  island("time").replaceChildren();
  mount(TimeControls, { target: island("time"), props: { session, zone: facts.zone, focus: facts.focus } });
  await pause();
  const parts = await choices;
  if (parts) parts.mountChoices(session, facts, island);
  else sayMissing(session);
  if (facts.ui === "full") return;
  const story = await late(session, Promise.all([import("./embed-islands.ts"), learnMore()]));
  if (story) return story[0].mountStory(session, facts, island);
  // What goes from step to step is missing: the list needs nothing of it.
  session.ui = "list";
  if (parts) sayMissing(session);
}

/** Says what is missing at the head of the list, where what says it on the map is missing itself or not in sight. */
function sayMissing(session: Session): void {
  const words = document.createElement("p");
  words.className = "meta";
  words.role = "status";
  document.querySelector(".panel > .scroll")?.prepend(words);
  watch(() => (words.textContent = session.lacks));
}

/** What is known of a place's names comes with the first place that is chosen. */
function whenPlaced(session: Session, { lang }: MapFacts, choices: Promise<typeof import("./choices.ts") | null>): void {
  const stop = watch(() => {
    if (session.view.chosen?.kind !== "place") return;
    stop();
    void choices.then((m) => {
      // Its heading stands first, also before what is near it, which may have come sooner.
      const target = island("place");
      if (m) mount(m.PlaceNote, { target, ...(target.firstChild && { anchor: target.firstChild }), props: { session, lang } });
    });
  });
}
