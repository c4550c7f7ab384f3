import { describe, expect, it } from "vitest";
import { wholeFrames } from "../../src/map/whole-frames.ts";

/** A map of which a test says what is there and where it stands. */
function map() {
  const frames: string[] = [];
  const made = {
    painter: { width: 800, height: 600, render: (name: string) => void frames.push(name) },
    at: { lng: 46, lat: 40 },
    zoom: 7,
    there: false,
    _placementDirty: false,
    getCenter: () => made.at,
    getZoom: () => made.zoom,
    loaded: () => made.there,
  };
  wholeFrames(made);
  return { made, frames };
}

describe("of a map at rest", () => {
  it("no frame is drawn while something is on its way, and each once all is there", () => {
    const { made, frames } = map();
    made.painter.render("half");
    made.there = true;
    made.painter.render("whole");
    made.painter.render("whole again");
    made.there = false;
    made.painter.render("a step of time on its way");
    expect(frames).toEqual(["whole", "whole again"]);
  });

  it("names are drawn where they end", () => {
    const { made, frames } = map();
    made.there = true;
    made._placementDirty = true;
    made.painter.render("names are placed");
    made._placementDirty = false;
    made.painter.render("names stand");
    expect(frames).toEqual(["names stand"]);
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

it("a map whose box has another size is drawn at once: its drawing was cleared", () => {
  const { made, frames } = map();
  made.painter.width = 390;
  made.painter.render("narrow");
  expect(frames).toEqual(["narrow"]);
});
