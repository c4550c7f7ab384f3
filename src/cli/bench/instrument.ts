/**
 * What runs inside a measured page, before its own scripts. Each function here is sent to the page as text: it may use nothing
 * from outside itself but `window.bench` and the page.
 */

/** A mark that can be clicked: the places whose statements it opens, and its middle in CSS pixels. */
export interface Target {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** How a page is read. Each answers about the moment it is called. */
export interface Probes {
  /** Whether a mark of the map is on screen. */
  firstMark(): boolean;
  /** Whether the live map is drawn and can be used. */
  live(): boolean;
  /** Why the live map will never come; null = it may. */
  broken(): string | null;
  /** The marks one could click now. */
  targets(): readonly Target[];
  /** Whether a card with one of these texts (their beginnings) can be read now. */
  card(texts: readonly string[]): boolean;
  /** What the map and the list show, in short; differs when that differs. */
  state(): string;
}

/** Times in milliseconds since navigation; null = not yet. */
export interface Timings {
  readonly firstPaint: number | null;
  readonly firstMark: number | null;
  readonly live: number | null;
  /** Start and duration of each task over 50 ms on the main thread. */
  readonly longTasks: readonly (readonly [start: number, duration: number])[];
}

/** Milliseconds from the input to the frame that shows its effect; null = none yet. */
export interface Watch {
  readonly took: number | null;
}

export interface Bench {
  readonly probes: Probes;
  readonly timings: Timings;
  /** Waits for the next input, then for the first frame in which a card with one of the texts can be read. */
  watchCard(texts: readonly string[]): Watch;
  /** Waits for the next input, then for the last frame in which what is shown still changed. */
  watchState(): Watch;
  /** Whether an element is painted, inside the window and not covered at a point near its upper left corner. */
  readable(element: Element): boolean;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

/**
 * Sets `window.bench` up. `firstMark` and `live` are the start of the frame after the one in which they hold: of both pages alike the
 * moment at which the main thread has done its part. When the screen shows it, only the first paint tells, and of a canvas nothing does.
 */
export function instrument(probes: Probes): void {
  const timings = {
    firstPaint: null as number | null,
    firstMark: null as number | null,
    live: null as number | null,
    longTasks: [] as [number, number][],
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName("first-contentful-paint")) timings.firstPaint = entry.startTime;
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) timings.longTasks.push([entry.startTime, entry.duration]);
  }).observe({ type: "longtask", buffered: true });

  const once = (name: "firstMark" | "live"): void => {
    const look = (): void => {
      if (probes[name]())
        requestAnimationFrame(() => {
          timings[name] = performance.now();
        });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  once("firstMark");
  once("live");

  const readable = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    const [x, y] = [Math.max(box.left, 0) + 20, Math.max(box.top, 0) + 20];
    if (x > Math.min(box.right, innerWidth) || y > Math.min(box.bottom, innerHeight)) return false;
    const on = document.elementFromPoint(x, y);
    return (
      on !== null &&
      (element === on || element.contains(on)) &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };

  const watch = (frame: (took: () => number, watched: { took: number | null }) => boolean): Watch => {
    const watched = { took: null as number | null };
    let start: number | null = null;
    const begin = (event: Event): void => {
      start ??= event.timeStamp;
    };
    for (const type of ["pointerdown", "keydown"]) addEventListener(type, begin, { capture: true, passive: true, once: true });
    const tick = (): void => {
      const from = start;
      if (from === null || frame(() => performance.now() - from, watched)) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    return watched;
  };

  window.bench = {
    probes,
    timings,
    readable,
    watchCard: (texts) =>
      watch((took, watched) => {
        if (!probes.card(texts)) return true;
        requestAnimationFrame(() => {
          watched.took = took();
        });
        return false;
      }),
    watchState: () => {
      let shown = probes.state();
      return watch((took, watched) => {
        const now = probes.state();
        if (now !== shown) {
          shown = now;
          requestAnimationFrame(() => {
            watched.took = took();
          });
        }
        // Long enough that what follows the first change, the marks or the list, is waited for too.
        return took() < 1500;
      });
    },
  };
}

/** How dateline's page is read: by the hooks it promises to everyone. */
export const dateline: Probes = {
  firstMark: () => {
    const mark = document.querySelector("#map [data-place], #map [data-event]");
    const box = mark?.getBoundingClientRect();
    return !!box && box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  },
  live: () => document.documentElement.dataset["map"] === "ready",
  broken: () => (document.documentElement.dataset["map"] === "unavailable" ? "html[data-map=unavailable]" : null),
  targets: () =>
    [...document.querySelectorAll<Element>("#map [data-place]")].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const on = document.elementFromPoint(x, y);
      return on && element.contains(on) ? [{ id: element.getAttribute("data-place") ?? "", x, y }] : [];
    }),
  card: (texts) => {
    for (const card of document.querySelectorAll("[data-statement]")) {
      const text = (card.textContent ?? "").replace(/\s+/g, " ");
      if (texts.some((t) => text.includes(t)) && window.bench.readable(card)) return true;
    }
    return false;
  },
  state: () => {
    // Asked in every frame: by the ways that cost the page least.
    const marks = [...document.getElementById("map")!.querySelectorAll("[data-place], [data-event]")].map((m) =>
      m.getAttribute("aria-label"),
    );
    const cards = ([...document.getElementsByClassName("card")] as HTMLElement[])
      .filter((c) => !c.closest("[hidden]"))
      .map((c) => c.dataset["statement"]);
    return [document.querySelector("[data-count]")?.textContent, ...marks, ...cards].join("|");
  },
};

interface DrawnMap {
  getLayer(id: string): unknown;
  queryRenderedFeatures(options: { layers: string[] }): { properties: { id: string }; geometry: { coordinates: [number, number] } }[];
  project(at: [number, number]): { x: number; y: number };
}

const drawn = (): boolean => {
  // Before its script runs, `window.map` is the element of that id.
  const { map } = window as unknown as { map?: Partial<DrawnMap> };
  return !!map?.getLayer?.("statements") && (map.queryRenderedFeatures?.({ layers: ["statements"] }).length ?? 0) > 0;
};

/** How the hand-written page is read: by asking MapLibre what it has drawn. Its map is live when its marks are. */
export const baseline: Probes = {
  firstMark: drawn,
  live: drawn,
  broken: () => null,
  targets: () => {
    const { map } = window as unknown as { map: DrawnMap };
    const seen = new Map<string, Target>();
    for (const { properties, geometry } of map.queryRenderedFeatures({ layers: ["statements"] })) {
      const { x, y } = map.project(geometry.coordinates);
      // Many circles lie on one another; one click per place is enough.
      if (document.elementFromPoint(x, y)?.tagName === "CANVAS") seen.set(`${Math.round(x)} ${Math.round(y)}`, { id: properties.id, x, y });
    }
    return [...seen.values()];
  },
  card: (texts) => {
    const popup = document.querySelector(".maplibregl-popup-content");
    const text = (popup?.textContent ?? "").replace(/\s+/g, " ");
    return popup !== null && texts.some((t) => text.includes(t)) && window.bench.readable(popup);
  },
  state: () => {
    const { map } = window as unknown as { map: DrawnMap };
    return map
      .queryRenderedFeatures({ layers: ["statements"] })
      .map((f) => f.properties.id)
      .sort()
      .join("|");
  },
};

const source = (probes: Probes): string => {
  const members = Object.entries(probes).map(([name, code]) => `${name}: ${String(code)}`);
  return `{ ${members.join(", ")} }`;
};

/** The script for a page read in this way. */
export const instrumentScript = (probes: Probes): string => `(${instrument})(${source(probes)});`;
