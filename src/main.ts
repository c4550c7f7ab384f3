import { mountFrame } from "./embed/frame.ts";
import type { View } from "./model/view.ts";
import { goTo } from "./ui/go-to.ts";
import { mountIslands } from "./ui/islands.ts";
import { learn } from "./ui/learn.ts";
import { mountLinks, reveal } from "./ui/links.ts";
import { mountDocument } from "./ui/list.ts";
import { mountMapPane } from "./ui/map-pane.ts";
import { pause } from "./ui/pause.ts";
import { readIndex, readMapFacts } from "./ui/readback.ts";
import { fetchRest, putTitles } from "./ui/rest.ts";
import { routeView, watchRoute, writeRoute } from "./ui/route.ts";
import { Session } from "./ui/session.svelte.ts";
import { tellHost } from "./ui/tell.ts";
import { watch } from "./ui/watch.svelte.ts";

const root = document.documentElement;
const facts = readMapFacts(document);
const session = new Session(readIndex(document), (view, step) => writeRoute(view, step, facts.story), facts);
session.ui = facts.ui;
root.dataset["ui"] = facts.ui;
const frame = mountFrame({ box: root, goto: (ask) => goTo(session, ask) });

/** Shows what the address asks for, in sight. In an article nobody has acted yet, so the focus stays where it is. */
function arrive(asked: View): void {
  session.adopt(session.arrive(asked));
  if (asked.statement) reveal(`s=${asked.statement}`, facts.ui === "full");
  else if (asked.chosen?.kind === "topic") reveal(`topic=${asked.chosen.id}`, facts.ui === "full");
  else if (location.hash) document.querySelector(".scroll")?.scrollTo({ top: 0 });
}

/** In pieces, between which the browser can answer the reader. */
async function begin(): Promise<void> {
  await mountIslands(session, facts);
  const show = mountDocument(session);
  await pause();
  // The address is read after the page was hydrated in its opening view.
  root.dataset["js"] = "";
  session.awake = true;
  arrive(routeView(facts.story));
  watch(show);
  await pause();
  watch(() => {
    const { view } = session;
    root.dataset["theme"] = view.theme;
    root.dataset["map"] = session.map;
    root.dataset["ui"] = session.ui;
    root.dataset["reading"] = view.step !== null ? "step" : view.statement ? "statement" : view.chosen ? "chosen" : "start";
  });
  mountLinks(session);
  watchRoute(arrive, facts.story);
  // The browser goes to the address' fragment on its own once the page is loaded: a day's heading, which hides what began before it.
  if (document.readyState !== "complete") addEventListener("load", () => arrive(routeView(facts.story)), { once: true });
  await pause();
  if (facts.ui !== "static") mountMapPane(document.getElementById("map")!, session, facts);
  tellHost(session, frame);
  session.rest = await fetchRest();
  if (session.rest) putTitles(session.rest);
}
void learn().then((can) => (can ? begin() : undefined));
