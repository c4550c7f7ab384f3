import { afterEach, describe, expect, it, vi } from "vitest";
import { wholeFrames } from "../../src/map/whole-frames.ts";

afterEach(() => void next.splice(0));

/** The browser's next frames, which come when a test says so. */
const next: (() => void)[] = [];
vi.stubGlobal("requestAnimationFrame", (then: () => void) => next.push(then));
const frame = () => {
  for (const then of next.splice(0)) then();
};

/** A map of which a test says what is there, where it stands, and when its GPU is done with what is drawn aside. */
function map() {
  const frames: string[] = [];
  const state = { lost: false, done: true };
  const painter = () => ({
    width: 800,
    height: 600,
    context: { gl: { isContextLost: () => state.lost } as WebGL2RenderingContext, bindFramebuffer: { set: () => {} } },
    render: (name: string) => void frames.push(name),
  });
  const made = {
    painter: painter(),
    at: { lng: 46, lat: 40 },
    zoom: 7,
    there: false,
    asked: 0,
    _placementDirty: false,
    getCenter: () => made.at,
    getZoom: () => made.zoom,
    loaded: () => made.there,
    triggerRepaint: () => void made.asked++,
  };
  const { shown, hold } = wholeFrames(made, (_, render) => {
    render();
    const name = frames.pop();
    return {
      done: () => state.done,
      show: () => void frames.push(`${name}`),
      drop: () => void frames.push(`not ${name}`),
    };
  });
  return { made, frames, state, shown, hold, painter };
}

/** Whether a promise is kept by now. */
const kept = (promise: Promise<void>) => Promise.race([promise.then(() => true), new Promise((done) => setImmediate(() => done(false)))]);

describe("of a map at rest", () => {
  it("no frame is drawn while something is on its way, and each once all is there", () => {
    const { made, frames } = map();
    made.painter.render("half");
    made.there = true;
    made.painter.render("whole");
    frame();
    made.painter.render("whole again");
    frame();
    made.there = false;
    made.painter.render("a step of time on its way");
    frame();
    expect(frames).toEqual(["whole", "whole again"]);
  });

  it("names are drawn where they end", () => {
    const { made, frames } = map();
    made.there = true;
    made._placementDirty = true;
    made.painter.render("names are placed");
    made._placementDirty = false;
    made.painter.render("names stand");
    frame();
    expect(frames).toEqual(["names stand"]);
  });

  it("a frame is shown once it is drawn, not before", async () => {
    const { made, frames, state, shown } = map();
    made.there = true;
    state.done = false;
    made.painter.render("drawn with what has to be compiled");
    const seen = shown();
    frame();
    expect(frames).toEqual([]);
    expect(await kept(seen)).toBe(false);
    state.done = true;
    frame();
    expect(frames).toEqual(["drawn with what has to be compiled"]);
    expect(await kept(seen)).toBe(true);
    expect(await kept(shown())).toBe(true);
  });

  it("what changes while one is drawn is drawn after it, once, and waited for", async () => {
    const { made, frames, state, shown } = map();
    made.there = true;
    state.done = false;
    for (const name of ["first", "second", "third"]) made.painter.render(name);
    const seen = shown();
    state.done = true;
    frame();
    expect([frames, made.asked]).toEqual([["first"], 1]);
    expect([await kept(seen), await kept(shown())]).toEqual([false, false]);
    made.painter.render("third");
    frame();
    expect([frames, made.asked]).toEqual([["first", "third"], 1]);
    expect(await kept(seen)).toBe(true);
  });

  it("what was drawn on a lost context is waited for until the restored one has drawn it", async () => {
    const { made, frames, state, shown, hold, painter } = map();
    made.there = true;
    made.painter.render("lost");
    const seen = shown();
    state.lost = true;
    frame();
    state.lost = false;
    made.painter = painter();
    hold();
    frame();
    expect([frames, await kept(seen)]).toEqual([[], false]);
    made.painter.render("restored");
    frame();
    expect([frames, await kept(seen)]).toEqual([["restored"], true]);
  });
});

it.each([
  ["goes elsewhere", { at: { lng: 46.1, lat: 40 } }],
  ["comes nearer", { zoom: 7.1 }],
])("a map that %s is drawn at once, with what there is: marks above it have moved too", (_, change) => {
  const { made, frames } = map();
  Object.assign(made, change);
  made.painter.render("moved");
  made.painter.render("at rest");
  expect(frames).toEqual(["moved"]);
});

it("a frame that is being drawn is let go when the camera moves on", async () => {
  const { made, frames, state, shown } = map();
  made.there = true;
  state.done = false;
  made.painter.render("of where it was");
  const seen = shown();
  made.zoom = 8;
  made.painter.render("moved");
  frame();
  expect(frames).toEqual(["not of where it was", "moved"]);
  expect(await kept(seen)).toBe(true);
});

it("a map whose box has another size is drawn at once: its drawing was cleared", () => {
  const { made, frames } = map();
  made.painter.width = 390;
  made.painter.render("narrow");
  expect(frames).toEqual(["narrow"]);
});
