import { hydrate, mount } from "svelte";
import { mountLinks, reveal } from "./ui/links.ts";
import { mountDocument } from "./ui/list.ts";
import { mountMapPane } from "./ui/map-pane.ts";
import MapTools from "./ui/MapTools.svelte";
import Marks from "./ui/Marks.svelte";
import Menu from "./ui/Menu.svelte";
import PanelBar from "./ui/PanelBar.svelte";
import PlaceNote from "./ui/PlaceNote.svelte";
import { readIndex, readMapFacts, readSlots } from "./ui/readback.ts";
import { fetchRest, putTitles } from "./ui/rest.ts";
import { routeView, watchRoute, writeRoute } from "./ui/route.ts";
import { Session } from "./ui/session.svelte.ts";
import Sheet from "./ui/Sheet.svelte";
import TimeControls from "./ui/TimeControls.svelte";
import { watch } from "./ui/watch.svelte.ts";

const root = document.documentElement;
const island = (name: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`[data-island=${name}]`);
  if (!element) throw new Error(`the page has no island ${name}`);
  return element;
};
const facts = readMapFacts(document);
const session = new Session(readIndex(document), writeRoute, facts);

// What was prerendered is hydrated in the opening view, exactly as it was rendered; the address is read right after.
hydrate(Marks, { target: island("marks"), props: { session, opening: facts.opening } });
hydrate(PanelBar, { target: island("bar"), props: { session } });
const show = mountDocument(session);
mount(MapTools, { target: island("tools"), props: { session } });
island("time").replaceChildren();
mount(TimeControls, { target: island("time"), props: { session, slots: readSlots(document), zone: facts.zone, focus: facts.focus } });
mount(Menu, { target: island("menu"), props: { session, languages: facts.languages } });
mount(Sheet, { target: island("sheet"), props: { onstop: (stop: string) => (root.dataset["sheet"] = stop) } });

const asked = routeView();
root.dataset["js"] = "";
session.awake = true;
session.adopt(asked.statement ? session.read(asked.statement, asked) : asked);
watch(show);
watch(() => {
  root.dataset["theme"] = session.view.theme;
  root.dataset["map"] = session.map;
});
mountLinks(session);
watchRoute((view) => session.adopt(view));
mountMapPane(document.getElementById("map")!, session, facts);
mount(PlaceNote, { target: island("place"), props: { session, lang: facts.lang } });
const bring = () => {
  if (asked.statement) reveal(`s=${asked.statement}`);
  else if (asked.chosen?.kind === "topic") reveal(`topic=${asked.chosen.id}`);
  else document.querySelector(".scroll")?.scrollTo({ top: 0 });
};
bring();
// The browser goes to the address' fragment on its own once the page is loaded: a day's heading, which hides what began before it.
if (document.readyState !== "complete") addEventListener("load", bring, { once: true });
fetchRest().then((rest) => {
  session.rest = rest;
  if (rest) putTitles(rest);
});
