import { describe, expect, it } from "vitest";
import { markNames } from "../../src/map/opening-marks.ts";
import type { PageIndex } from "../../src/model/page-index.ts";
import { statement } from "../model/fixtures.ts";

/** A map of marks at these points of ten degrees by ten, each with a name. */
const map = (places: Readonly<Record<string, readonly [string, number, number]>>): PageIndex => ({
  statements: Object.keys(places).map((id) => statement(`s-${id}`, "2031-04-02", { about: [id] })),
  events: [],
  places: Object.entries(places).map(([id, [name, lon, lat]]) => ({ id, name, lon, lat, region: false })),
  parties: [{ id: "a", code: "AL", name: "Alder" }],
});
const kept = (index: PageIndex) => [...markNames(index, [0, 0, 10, 10], 700).keys()];

describe("the names that marks say themselves", () => {
  it("are all there where there is room", () =>
    expect(kept(map({ a: ["Mira / Miren", 2, 2], b: ["Birchport", 7, 7] }))).toEqual(["a", "b"]));

  it("leave out one that would lie on another mark, or on a name before it, or be cut at the side", () => {
    expect(kept(map({ a: ["Mira", 5, 5.6], b: ["Birchport", 5, 5] }))).toEqual(["b"]);
    expect(kept(map({ a: ["A name of many letters", 5, 5], b: ["Another one of many letters", 6.6, 5] }))).toEqual(["a"]);
    expect(kept(map({ a: ["A name of many letters", 0.4, 5] }))).toEqual([]);
  });
});
