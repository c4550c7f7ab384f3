import { describe, expect, it } from "vitest";
import { openingMarks } from "../../src/map/opening-marks.ts";
import type { PageIndex } from "../../src/model/page-index.ts";
import { statement } from "../model/fixtures.ts";

/** A map of marks at these points of ten degrees by ten, each with a name; at the last something only happened. */
const map = (places: Readonly<Record<string, readonly [string, number, number]>>): PageIndex => {
  const ids = Object.keys(places);
  return {
    statements: ids.slice(0, -1).map((id) => statement(`s-${id}`, "2031-04-02", { about: [id] })),
    events: ids.slice(-1).map((place) => ({ id: `e-${place}`, min: "2031-04-02", max: "2031-04-02", place, title: "" })),
    places: Object.entries(places).map(([id, [name, lon, lat]]) => ({ id, name, lon, lat, region: false })),
    parties: [{ id: "a", code: "AL", name: "Alder" }],
  };
};
const OPENING = [0, 0, 10, 10] as const;
const said = (index: PageIndex, named: boolean) =>
  openingMarks(index, OPENING, 700, named)
    .filter((m) => m.parts.name)
    .map((m) => m.stack.place.id);

describe("the marks of the opening view", () => {
  const index = map({ a: ["Mira / Miren", 2, 2], b: ["Birchport", 7, 7], c: ["Ford", 5, 5] });

  it("say what their places are called, where something only happened when no layer has names", () => {
    expect(said(index, false)).toEqual(["a", "b"]);
    expect(said(index, true)).toEqual(["a", "b", "c"]);
  });

  it("are whole within the opening bounds, and their names too", () => {
    const [mark] = openingMarks(map({ a: ["A name of many letters", 0.1, 5], b: ["", 20, 20] }), OPENING, 700, false);
    expect(mark!.parts.name![0]).toBeGreaterThanOrEqual(-350);
    expect(mark!.middle[0]).toBeGreaterThan(mark!.place[0]);
  });

  it("leave out what lies beyond the opening bounds", () =>
    expect(openingMarks(map({ a: ["Mira", 12, 5], b: ["", 20, 20] }), OPENING, 700, false)).toEqual([]));
});
