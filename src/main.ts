import { joinHost } from "./embed/early.ts";
import { arrival, onceLoaded } from "./ui/arrive.ts";
import { goTo } from "./ui/go-to.ts";
import { mountIslands } from "./ui/islands.ts";
import { learn } from "./ui/learn.ts";
import { letters } from "./ui/letters.ts";
import { mountLinks } from "./ui/links.ts";
import { mountDocument } from "./ui/list.ts";
import { layOut, pause } from "./ui/pause.ts";
import { readIndex, readMapFacts, readUi } from "./ui/readback.ts";
import { fetchRest, putTitles } from "./ui/rest.ts";
import { watchRoute, writeRoute } from "./ui/route.ts";
import { sayState } from "./ui/say-state.ts";
import { Session } from "./ui/session.svelte.ts";
import { tellHost } from "./ui/tell.ts";
import { watch } from "./ui/watch.svelte.ts";
import { t } from "./words/t.ts";

const root = document.documentElement;
root.dataset["ui"] = readUi(document);
const coming = import("./ui/map-pane.ts").catch(() => null);
let reader: Session | null = null;
const frame = joinHost({ box: root, goto: (ask) => reader !== null && goTo(reader, ask) });

/** In pieces, between which the browser can answer the reader. */
async function begin(): Promise<void> {
  if (!(await learn())) return;
  await pause();
  const facts = readMapFacts(document);
  await pause();
  const session = new Session(readIndex(document), (view, step) => writeRoute(view, step, facts.story), facts);
  session.ui = facts.ui;
  reader = session;
  void letters();
  await pause();
  await mountIslands(session, facts);
  const show = mountDocument(session);
  await layOut();
  // The address is read after the page was hydrated in its opening view.
  const host = await frame;
  root.dataset["js"] = "";
  session.awake = true;
  const arrive = arrival(session, facts);
  arrive();
  onceLoaded(session, arrive);
  watch(show);
  await layOut();
  watch(() => sayState(root, session));
  mountLinks(session);
  watchRoute(arrive, facts.story);
  await pause();
  const pane = await coming;
  if (!pane) [session.map, session.missing] = ["unavailable", t("map.not_loaded")];
  else pane.mountMapPane(document.getElementById("map")!, session, facts);
  if (host) tellHost(session, host);
  session.rest = await fetchRest();
  if (session.rest) putTitles(session.rest, location.hash !== "");
}
void begin();
