import { fitCamera, type MapCamera, sameCamera, within } from "../map/camera.ts";
import type { MapHandle, MapState } from "../map/live.ts";
import { GROUND } from "../map/layers/ref.ts";
import type { Placed } from "../map/taken.ts";
import { WORKER } from "../map/worker.ts";
import { workerAddress } from "./address.ts";
import { warm } from "./warm.ts";
import { late as comes } from "./late.ts";
import { OPENING } from "../model/view.ts";
import { followChoice } from "./follow-choice.ts";
import { firstHand, handRests } from "./hand.ts";
import { sight, whileInView } from "./in-view.ts";
import { onPaper } from "./on-paper.ts";
import { afterwards, pause } from "./pause.ts";
import { seatsIn } from "./seats.ts";
import { posterCamera } from "./poster-camera.ts";
import type { MapFacts } from "./readback.ts";
import type { Session } from "./session.svelte.ts";
import { styleWishes } from "./style-wish.ts";
import { list, t } from "../words/t.ts";
import { twoFingers } from "./two-fingers.ts";
import { watch } from "./watch.svelte.ts";

/** How far the picture can be enlarged before it has nothing more to show. */
const POSTER_MAX = 3;
/** From the first: the page has been drawn before it is hydrated. */
const inSight = sight(document.getElementById("map"));
const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
/**
 * The map's box: the picture first, the live map in its place as soon as it is drawn, the picture again whenever the live map is
 * lost. Both show the same camera, and the marks above them never notice the change.
 */
export function mountMapPane(box: HTMLElement, session: Session, facts: MapFacts): void {
  const gl = box.querySelector<HTMLElement>("#gl")!;
  const missing = new Set<string>();
  let live: MapHandle | null = null;
  /** The live map draws its names itself; until then the picture's stand above it and follow its camera. */
  let complete = false;
  let started = false;
  let turn = 0;
  /** Of the box, as the browser last laid it out: asking for it now would make it lay out the page twice. */
  let laid: readonly [number, number] = [0, 0];
  const size = (): readonly [number, number] => [Math.max(1, laid[0]), Math.max(1, laid[1])];
  const whole = (): MapCamera => fitCamera(facts.opening, ...size());
  const wished = (): MapCamera => session.view.camera ?? whole();
  const drawn = () => session.map === "ready" && live !== null;
  const camera = (): MapCamera => (live && drawn() ? live.camera() : wished());
  const { place, follow, settle, settleSoon } = seatsIn(box, session, facts, camera, () => (laid[0] === 0 ? null : size()));

  /** So far off that the picture, which ends a little beyond the region, is a box of lines in the midst of land, with its names on each other. */
  const far = () => camera().zoom <= whole().zoom - 1;
  const picture = posterCamera(box, facts.opening);
  const drawPoster = (): void => {
    if (laid[0] > 0) picture(drawn() || session.view.camera ? camera() : null, ...size());
    box.toggleAttribute("data-far", drawn() && far());
  };
  const styleWish = styleWishes(session, facts, size, (wish) => live?.restyle(wish));
  const state = (): MapState => ({ shown: session.contested, parties: session.view.parties });
  const report = (at: MapCamera): void => session.go({ ...session.view, camera: sameCamera(at, whole()) ? null : at }, "replace");

  /** What the picture cannot show: outlines and arcs, or other names, another camera and the names where no mark stands now, for which the map draws all; null = nothing. */
  const beyondPicture = (): "lines" | "all" | null => {
    const { names, camera: at, parties } = session.view;
    if (names !== OPENING.names || at !== null || !session.all) return "all";
    return parties.length > 0 || (session.arcs?.features.length ?? 0) > 0 ? "lines" : null;
  };

  /** The picture takes the live map's place, at the same camera. */
  const standIn = (why: string): void => {
    session.map = "poster";
    session.missing = why;
    complete = false;
    for (const part of ["names", "lines"]) delete box.dataset[part];
    drawPoster();
    settle();
  };
  /** The live map takes the picture's place. */
  const ready = (): void => {
    session.map = "ready";
    if (session.missing === t("map.lost")) session.missing = "";
    void settleSoon();
    // Who is there sees all of it; what nobody looks at yet costs nothing.
    void firstHand.then(() => live?.complete(true));
  };
  const unavailable = (why: string) => ([session.map, session.missing] = ["unavailable", why]);
  /** Lets the live map go, even one that is still on its way. */
  const stop = (): void => {
    if (!started || session.map === "unavailable") return;
    const old = live;
    [live, started] = [null, false];
    turn++;
    standIn("");
    old?.remove();
  };

  /** All of the map's files at once. Asked for again after one failed, when the map is started again. */
  const fetchMap = () => {
    const script = import("../map/mount.ts");
    // Whoever starts the map hears of it.
    script.catch(() => {});
    return { worker: warm(facts.layers.filter((l) => GROUND.has(l.id))), script };
  };
  let coming: ReturnType<typeof fetchMap> | null = null;

  async function start(): Promise<void> {
    if (started) return;
    started = true;
    const mine = turn;
    session.map = "loading";
    const { worker, script } = coming ?? fetchMap();
    coming = null;
    try {
      const { mountMap, painted } = await script;
      await painted();
      if (mine !== turn) return;
      live = mountMap(
        gl,
        {
          worker: workerAddress(WORKER),
          style: styleWish(),
          state: state(),
          camera: wished(),
          within: (at) => within(at, facts.opening, ...size()),
          label: facts.label,
          // Nobody waits for what is drawn besides; but far off, where the picture has no land, it is all there is.
          rest: () => (drawn() ? handRests(() => !far()) : pause()),
          cooperative: facts.ui === "full" ? null : twoFingers(),
        },
        {
          onlines: () => box.toggleAttribute("data-lines", drawn()),
          oncomplete: () => {
            complete = true;
            box.dataset["names"] = "live";
            if (session.map === "loading") ready();
          },
          onready: async () => {
            // After the frame that drew the map: the marks it brings would make that one late.
            await pause();
            if (mine !== turn || live === null) return;
            if (complete || beyondPicture() !== "all") return ready();
            // Other names or another camera: the picture's own would stand above the map's until those are drawn, and the marks' as well.
            live.occupy(spots);
            live.complete(true);
          },
          onmove: (done, byReader) => {
            if (!drawn()) return;
            if (!complete) drawPoster();
            if (!done) return follow();
            led = false;
            // From the first movement on it draws everything itself.
            live?.complete(true);
            if (byReader) report(camera());
            else if (session.view.camera === null && live && !sameCamera(live.camera(), wished())) live.moveTo(wished(), false);
            settle();
          },
          onmissing: (id) => {
            missing.add(facts.layers.find((l) => l.id === id)?.title ?? id);
            session.missing = t("map.missing", { layers: list([...missing]) });
          },
          onlost: () => standIn(t("map.lost")),
        },
      );
      if (live === null) unavailable(t("map.no_live"));
      else
        void worker.then((there) => {
          if (there || mine !== turn || drawn()) return;
          live?.remove();
          live = null;
          unavailable(t("map.not_loaded"));
        });
    } catch {
      unavailable(t("map.not_loaded"));
    }
  }
  const shapesAt: MapHandle["shapesAt"] = (...at) => live?.shapesAt(...at) ?? [];
  const parts = { shapesAt, zoom: () => camera().zoom, settle: settleSoon, cooperate: (on: boolean) => live?.cooperate(on) };
  const bringLate = () => comes(session, import("./map-late.ts")).then((m) => m?.mountMapLate(box, session, facts, parts));
  // What it changes on the map is drawn anew, and while the live map comes that has enough to draw.
  watch(() => void (["ready", "unavailable"].includes(session.map) && bringLate()));
  // What a button asks for. Without a live map the picture is enlarged instead.
  let asked = session.ask.n;
  watch(() => {
    const { what, n } = session.ask;
    if (n === asked) return;
    asked = n;
    if (what === "start") return void start();
    // Asked again while the map is on its way, it goes on from where it will be.
    const [all, now] = [whole(), led ? wished() : camera()];
    const zoom = now.zoom + (what === "in" ? 1 : -1);
    const near = drawn() ? zoom : Math.min(all.zoom + POSTER_MAX, Math.max(all.zoom, zoom));
    report(what === "whole" ? all : { ...now, zoom: near });
  });

  let last: MapCamera | null = null;
  /** On its way to the wished camera, by no hand. */
  let led = false;
  watch(() => {
    const at = session.view.camera;
    if (!drawn()) {
      drawPoster();
      if (at !== last) settle();
    } else if (live && !sameCamera(live.camera(), wished())) {
      live.moveTo(wished(), !still());
      led = !still();
    }
    last = at;
  });

  // The map draws what is new after the marks and the list have shown it: one frame of it costs as much as they do.
  let spots: readonly Placed[] = [];
  const redraw = afterwards(() => {
    if (!drawn() || !live) return;
    live.show(state());
    live.draw(session.arcs);
    live.occupy(spots);
    const beyond = beyondPicture();
    if (beyond !== null) live.complete(beyond === "all");
  });
  watch(() => {
    void [state(), session.arcs, beyondPicture()];
    redraw();
  });
  followChoice(session, facts.window, wished, size);

  // Marks come and go with the view; each new one is put where it belongs before it is painted.
  watch(() => {
    void [session.marks, session.frame, session.map, session.view.statement, session.seated];
    spots = place();
    redraw();
  });

  // Words about what is missing lie on the map, and chips of what is off it: marks keep clear of them.
  watch(() => void [session.missing, session.lacks, session.frame, settleSoon()]);

  const resized = (): void => {
    if (drawn() || laid[0] === 0) return;
    drawPoster();
    settle();
  };
  new ResizeObserver(([entry]) => {
    // The first time the frame is full of other work.
    const soon = laid[0] === 0 ? pause() : null;
    if (entry) laid = [entry.contentRect.width, entry.contentRect.height];
    void (soon ? soon.then(resized) : resized());
  }).observe(box);
  onPaper(box, size, () => picture(camera(), ...size()), drawPoster);
  // In a page of its own nobody has to stop at it first, and the browser may be busy drawing when it is to say again that it is in sight.
  if (inSight() && facts.ui === "full") coming = fetchMap();
  whileInView(box, () => void (facts.ui === "static" ? bringLate() : start()), facts.ui === "full" ? null : stop);
}
