import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stepView } from "../../src/model/story.ts";
import { routeView, watchRoute, writeRoute } from "../../src/ui/route.ts";
import { view } from "../model/fixtures.ts";

const answered = () => vi.runAllTimers();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, 16));
});
afterEach(() => {
  answered();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An address bar; `log` holds what was done to it. */
function address(hash: string, refuses = false) {
  const log: (readonly [string, string])[] = [];
  const location = { hash, pathname: "/map/", search: "?a=1" };
  const step = (kind: string) => (_: unknown, __: string, url?: string) => {
    if (refuses) throw new DOMException("not here", "SecurityError");
    // Without an address, where the reader was is noted in the entry that is left.
    if (url === undefined) return;
    log.push([kind, url]);
    location.hash = /#.*/.exec(url)?.[0] ?? "";
  };
  vi.stubGlobal("location", location);
  vi.stubGlobal("history", { pushState: step("push"), replaceState: step("replace") });
  return log;
}

const STORY = [{ from: "2031-04-01", to: "2031-04-02", statement: "early", event: null, place: "p", camera: null }];

describe("the address bar on a step of the story", () => {
  it("says which, and what is the reader's own, and no more", () => {
    const log = address("");
    const step = view({ time: { kind: "period", from: "2031-04-01", to: "2031-04-02" }, statement: "early", step: 1, theme: "dark" });
    writeRoute({ ...step, chosen: { kind: "place", id: "p" } }, "push", STORY);
    answered();
    expect(log).toEqual([["push", "#step=1&theme=dark"]]);
    address(log[0]![1]);
    expect(routeView(STORY)).toEqual({ ...step, chosen: { kind: "place", id: "p" } });
  });

  it("that the story does not have shows the opening view", () => {
    address("#step=9&theme=dark");
    expect(routeView(STORY)).toEqual(view({ theme: "dark" }));
  });
});

describe("the address bar", () => {
  it("holds what differs from the opening view, as a new step or in place of the last", () => {
    const log = address("");
    writeRoute(view({ parties: ["az"] }), "push", []);
    answered();
    writeRoute(view({ theme: "dark" }), "replace", []);
    answered();
    expect(log).toEqual([
      ["push", "#p=az"],
      ["replace", "#theme=dark"],
    ]);
  });

  it("is written once the page has answered, each new step of its own and what replaces one in its place", () => {
    const log = address("");
    writeRoute(view({ parties: ["az"] }), "push", []);
    writeRoute(view({ parties: ["am"] }), "push", []);
    writeRoute(view({ parties: ["ru"] }), "replace", []);
    writeRoute(view({ parties: ["un"] }), "replace", []);
    expect(log).toEqual([["push", "#p=az"]]);
    answered();
    expect(log.slice(1)).toEqual([["push", "#p=un"]]);
  });

  it("is written after the frame that shows the answer, and does not wait for long where none comes", () => {
    const log = address("");
    writeRoute(view({ parties: ["az"] }), "push", []);
    vi.advanceTimersByTime(15);
    expect(log).toEqual([]);
    vi.advanceTimersByTime(2);
    expect(log).toEqual([["push", "#p=az"]]);
    vi.stubGlobal("requestAnimationFrame", () => 0);
    writeRoute(view({ parties: ["am"] }), "push", []);
    vi.advanceTimersByTime(249);
    expect(log.length).toBe(1);
    vi.advanceTimersByTime(1);
    expect(log.slice(1)).toEqual([["push", "#p=am"]]);
  });

  it("is left alone when the reader went back before it was written", () => {
    const log = address("#p=az");
    writeRoute(view({ parties: ["am"] }), "push", []);
    location.hash = "#p=ru";
    answered();
    expect(log).toEqual([]);
  });

  it("is written at the latest when the page is left", () => {
    const log = address("");
    const page = new EventTarget();
    vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
    watchRoute(() => {});
    writeRoute(view({ parties: ["az"] }), "push", []);
    page.dispatchEvent(new Event("pagehide"));
    expect(log).toEqual([["push", "#p=az"]]);
  });

  it("is bare again in the opening view, and keeps the rest of the address", () => {
    const log = address("#p=az");
    writeRoute(view(), "push", []);
    answered();
    expect(log).toEqual([["push", "/map/?a=1"]]);
  });

  it("is left alone when it says the same already, so that Back is never a step to nowhere", () => {
    const log = address("#p=az");
    writeRoute(view({ parties: ["az"] }), "push", []);
    answered();
    expect(log).toEqual([]);
  });

  it("may refuse, in a frame without an address of its own: the view changes all the same", () => {
    address("", true);
    writeRoute(view({ parties: ["az"] }), "push", []);
    expect(answered).not.toThrow();
  });

  it.each(["#p=az", "#%E0%A4%A", "#t=2023-02-30", "", "#&&=&x"])("%j gives a view, whatever it holds", (hash) => {
    address(hash);
    expect(routeView([])).toEqual(view(hash === "#p=az" ? { parties: ["az"] } : {}));
  });

  it("bug: of a step with a camera of its own the whole region could not be linked: a reload was elsewhere", () => {
    const camera = { lat: 39.8, lng: 46.7, zoom: 8 };
    const story = [{ from: "2031-04-01", to: "2031-04-02", statement: null, event: null, place: null, camera }];
    const step = stepView(story, 1)!;
    const log = address("#step=1");
    expect(routeView(story).camera).toEqual(camera);
    writeRoute({ ...step, camera: null }, "replace", story);
    answered();
    expect(log).toEqual([["replace", "#step=1&v=whole"]]);
    expect(routeView(story)).toEqual({ ...step, camera: null });
    address("#step=1&v=40,46,7");
    expect(routeView(story).camera).toEqual({ lat: 40, lng: 46, zoom: 7 });
  });

  it("is followed back and forth", () => {
    address("#p=az");
    const bar = new EventTarget();
    vi.stubGlobal("addEventListener", bar.addEventListener.bind(bar));
    const seen: unknown[] = [];
    watchRoute((found) => seen.push(found));
    bar.dispatchEvent(new Event("popstate"));
    location.hash = "";
    bar.dispatchEvent(new Event("popstate"));
    expect(seen).toEqual([view({ parties: ["az"] }), view()]);
  });
});
