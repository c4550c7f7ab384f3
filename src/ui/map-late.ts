import { mount } from "svelte";
import { mountArcs } from "./arcs.ts";
import Fullscreen from "./Fullscreen.svelte";
import { layOutAhead } from "./lay-out-ahead.ts";
import { type Lines, lineClicks } from "./line-clicks.ts";
import { lineNotes } from "./line-notes.ts";
import { numbersOnPaper } from "./paper-numbers.ts";
import { pause } from "./pause.ts";
import { posterNames } from "./poster-names.ts";
import type { MapFacts } from "./readback.ts";
import { roving } from "./roving.ts";
import { scaleBar } from "./scale-bar.ts";
import type { Session } from "./session.svelte.ts";
import { throughMarks } from "./through-marks.ts";
import { watch } from "./watch.svelte.ts";

/** What of the map the late parts need, live or not: besides its lines and zoom, room for what they add, and whether one finger is to scroll the page and not the map. */
interface LateMap extends Lines {
  readonly settle: () => Promise<void>;
  readonly cooperate: (on: boolean) => void;
}

/** It stays when the live map goes, and is there when another comes. */
let mounted = false;

/** What the map's box has beyond the map: none of it is missed in the first seconds, so all of it comes after the live map. */
export async function mountMapLate(box: HTMLElement, session: Session, facts: MapFacts, map: LateMap): Promise<void> {
  if (mounted) return;
  mounted = true;
  const layer = box.querySelector<HTMLElement>(".marks-layer");
  if (layer) roving(layer);
  throughMarks(box, () => (session.map === "ready" ? box.querySelector(".maplibregl-canvas") : null));
  await pause();
  scaleBar(box, session);
  await pause();
  lineNotes(session, map.zoom);
  lineClicks(box, map);
  await pause();
  numbersOnPaper(box, session);
  await pause();
  // The picture's water, which moves with it; the style sheet says how far.
  if (session.map === "unavailable") box.querySelector(".base")?.prepend(document.createElementNS("http://www.w3.org/2000/svg", "rect"));
  posterNames(box, session, facts);
  void mountArcs(box, session, facts);
  await pause();
  // On a phone it is cut to a line, and unfolds when it has the focus.
  const missing = box.querySelector<HTMLElement>(".missing");
  if (missing && matchMedia("(max-width: 51.25em)").matches) missing.tabIndex = 0;
  const buttons = box.querySelector(".zoom");
  if (buttons && document.fullscreenEnabled) {
    mount(Fullscreen, { target: buttons, props: { onchange: (whole: boolean) => map.cooperate(!whole) } });
    void map.settle();
  }
  const waiting = watch(() => {
    if (session.map === "loading") return;
    layOutAhead();
    queueMicrotask(() => waiting());
  });
}
