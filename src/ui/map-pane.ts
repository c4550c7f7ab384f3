import type { Bounds } from "../dossier/types.ts";
import { fitCamera, type MapCamera, mercator, project, sameCamera, visibleBounds } from "../map/camera.ts";
import type { MapTheme } from "../map/palette.ts";
import type { MapHandle, MapState } from "../map/mount.ts";
import type { StyleWish } from "../map/style.ts";
import { markPlace } from "../model/select.ts";
import { placeMarks } from "./place-marks.ts";
import type { MapFacts } from "./readback.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

const NO_MAP = "This browser cannot draw the live map. The picture shows the same, and everything is in the list.";
const NOT_LOADED = "The live map could not be loaded. The picture shows the same, and everything is in the list.";
const LOST = "The live map stopped; the picture stands in for it.";

/** In an article one finger scrolls the page, and so does the wheel; these say how to move the map instead. */
const TWO_FINGERS = {
  "CooperativeGesturesHandler.WindowsHelpText": "Hold Ctrl and scroll to zoom the map",
  "CooperativeGesturesHandler.MacHelpText": "Hold ⌘ and scroll to zoom the map",
  "CooperativeGesturesHandler.MobileHelpText": "Use two fingers to move the map",
};

/** Zoom steps of the buttons, and how far the picture can be enlarged before it has nothing more to show. */
const STEP = 1;
const POSTER_MAX = 3;

const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
const hasWebGl = (): boolean => {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
};

/**
 * The map's box: the picture first, the live map in its place as soon as it is drawn, the picture again whenever the live map is
 * lost. Both show the same camera, and the marks above them never notice the change.
 */
export function mountMapPane(box: HTMLElement, session: Session, facts: MapFacts): void {
  const marks = box.querySelector(".marks-layer")!;
  const base = box.querySelector<SVGSVGElement>(".poster .base");
  const labels = [...box.querySelectorAll<SVGGElement>(".poster .label")];
  const gl = box.querySelector<HTMLElement>("#gl")!;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const missing = new Set<string>();
  let live: MapHandle | null = null;
  let started = false;

  const size = () => [Math.max(1, box.clientWidth), Math.max(1, box.clientHeight)] as const;
  const wished = (): MapCamera => session.view.camera ?? fitCamera(facts.opening, ...size());
  const drawn = () => live !== null && session.map === "ready";
  const camera = (): MapCamera => (live && drawn() ? live.camera() : wished());
  const place = () => placeMarks(marks, live && drawn() ? live.project : project(wished(), ...size()));

  /** Draws the picture at a camera. At the opening camera the style sheet does it alone, with no script. */
  const drawPoster = (): void => {
    const at = session.view.camera;
    const [w, h] = size();
    const to = project(wished(), w, h);
    for (const label of labels) {
      const [lon = 0, lat = 0] = (label.dataset["at"] ?? "").split(" ").map(Number);
      const [x, y] = to(lon, lat);
      label.style.transform = at ? `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)` : "";
    }
    if (!base) return;
    const [W = 1, H = 1] = (base.dataset["size"] ?? "").split(" ").map(Number);
    if (!at) {
      base.setAttribute("viewBox", `0 0 ${W} ${H}`);
      return;
    }
    const [x0, y0] = mercator(facts.opening[0], facts.opening[3]);
    const [x1] = mercator(facts.opening[2], facts.opening[1]);
    const [cx, cy] = mercator(at.lng, at.lat);
    const units = W / (x1 - x0);
    const perPx = units / (512 * 2 ** at.zoom);
    base.setAttribute(
      "viewBox",
      [(cx - x0) * units - (w / 2) * perPx, (cy - y0) * units - (h / 2) * perPx, w * perPx, h * perPx].map((n) => n.toFixed(2)).join(" "),
    );
  };

  const theme = (): MapTheme => (session.view.theme === "auto" ? (dark.matches ? "dark" : "light") : session.view.theme);
  const styleWish = (): StyleWish => ({
    layers: facts.layers,
    hung: facts.names,
    fonts: new URL("fonts/", document.baseURI).href,
    theme: theme(),
    names: session.view.names,
    lang: facts.lang,
    languages: facts.languages,
  });
  const state = (): MapState => ({ shown: session.contested, parties: session.view.parties });

  const settle = (): void => {
    session.frame = visibleBounds(camera(), ...size());
    place();
  };
  const report = (): void => {
    if (!live) return;
    const at = live.camera();
    const whole = fitCamera(facts.opening, ...size());
    session.go({ ...session.view, camera: sameCamera(at, whole) ? null : at }, "replace");
  };

  async function start(): Promise<void> {
    if (started) return;
    started = true;
    if (!hasWebGl()) {
      session.map = "unavailable";
      session.missing = NO_MAP;
      return;
    }
    session.map = "loading";
    try {
      const { mountMap } = await import("../map/mount.ts");
      live = mountMap(
        gl,
        { style: styleWish(), state: state(), camera: wished(), window: facts.window, label: facts.label, cooperative: facts.ui === "full" ? null : TWO_FINGERS },
        {
          onready: () => {
            session.map = "ready";
            if (session.missing === LOST) session.missing = "";
            settle();
          },
          onmove: (done, byReader) => {
            if (!drawn()) return;
            if (!done) {
              place();
              return;
            }
            if (byReader) report();
            else if (session.view.camera === null && live && !sameCamera(live.camera(), wished())) live.moveTo(wished(), false);
            settle();
          },
          onmissing: (id) => {
            missing.add(facts.layers.find((l) => l.id === id)?.title ?? id);
            session.missing = `Could not be loaded, and is missing from the map: ${[...missing].join(", ")}.`;
          },
          onlost: () => {
            session.map = "poster";
            session.missing = LOST;
            drawPoster();
            settle();
          },
        },
      );
      if (live === null) {
        session.map = "unavailable";
        session.missing = NO_MAP;
      }
    } catch {
      session.map = "unavailable";
      session.missing = NOT_LOADED;
    }
  }

  // What a button asks for. Without a live map the picture is enlarged instead.
  let asked = session.ask.n;
  watch(() => {
    const { what, n } = session.ask;
    if (n === asked) return;
    asked = n;
    if (what === "start") {
      void start();
      return;
    }
    const whole = fitCamera(facts.opening, ...size());
    const now = camera();
    const zoom = what === "in" ? now.zoom + STEP : now.zoom - STEP;
    const next =
      what === "whole" ? whole : { ...now, zoom: drawn() ? zoom : Math.min(whole.zoom + POSTER_MAX, Math.max(whole.zoom, zoom)) };
    session.go({ ...session.view, camera: sameCamera(next, whole) ? null : next }, "replace");
  });

  let last: MapCamera | null = null;
  watch(() => {
    const at = session.view.camera;
    if (drawn() && live) {
      if (!sameCamera(live.camera(), wished())) live.moveTo(wished(), !still());
    } else {
      drawPoster();
      if (at !== last) settle();
    }
    last = at;
  });

  let styled = "";
  watch(() => {
    const wish = styleWish();
    const key = `${wish.theme}|${wish.names}`;
    if (live && styled !== "" && styled !== key) live.restyle(wish);
    styled = key;
  });
  dark.addEventListener("change", () => live?.restyle(styleWish()));
  watch(() => live?.show(state()));

  // The camera moves for a choice only when its place is out of sight, and never to a place beyond the map's window.
  let followed = "";
  watch(() => {
    const { chosen, statement } = session.view;
    const event = chosen?.kind === "event" ? session.index.events.find((e) => e.id === chosen.id)?.place : undefined;
    const said = session.index.statements.find((s) => s.id === statement);
    const id = said ? markPlace(session.view, said) : chosen?.kind === "place" ? chosen.id : (event ?? null);
    if (id === followed) return;
    followed = id ?? "";
    const at = session.index.places.find((p) => p.id === id);
    if (!at || at.region || !inside(facts.window, at.lon, at.lat)) return;
    const [w, h] = size();
    const [x, y] = project(camera(), w, h)(at.lon, at.lat);
    if (x > 24 && y > 24 && x < w - 24 && y < h - 24) return;
    session.go({ ...session.view, camera: { lng: at.lon, lat: at.lat, zoom: camera().zoom } }, "replace");
  });

  // Marks come and go with the view; each new one is put where it belongs before it is painted.
  watch(() => {
    void [session.stacks, session.frame, session.map, session.view.statement];
    const spots = place();
    if (drawn()) live?.occupy(spots);
  });

  new ResizeObserver(() => {
    if (drawn()) return;
    drawPoster();
    settle();
  }).observe(box);
  const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  if (saving) return;
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((e) => e.isIntersecting)) return;
    observer.disconnect();
    void start();
  }).observe(box);
}

const inside = (b: Bounds, lon: number, lat: number): boolean => lon >= b[0] && lon <= b[2] && lat >= b[1] && lat <= b[3];
