import { describe, expect, it } from "vitest";
import { foldChips } from "../../src/model/select.ts";
import { event } from "./fixtures.ts";

describe("places off an edge of the map", () => {
  const off = (counts: readonly number[], few?: number) => {
    const made = counts.map((count, i) => ({
      place: { id: `${count}-${i}`, name: "", lon: 0, lat: 0, region: false },
      count,
      parties: [],
      events: count > 0 ? [] : [event(`e${i}`, "2023-09-19", "p")],
    }));
    return foldChips(made, few).map((part) => part.map((s) => s.count));
  };

  it("stand there with most statements first, and the rest is told as one", () => {
    expect(off([4, 1, 21, 0, 3, 15])).toEqual([
      [21, 15, 4],
      [3, 1, 0],
    ]);
    expect(off([1, 27, 1, 1])).toEqual([[27], [1, 1, 1]]);
  });

  it("bug: they stood in rows upon the places of a map that was moved: there all are told as one, but for one alone", () => {
    expect(off([4, 1, 21], 0)).toEqual([[], [21, 4, 1]]);
    expect(off([4], 0)).toEqual([[4], []]);
  });

  it("all stand there when one chip would stand for one place, and events alone when they are few", () => {
    expect(off([1, 20])).toEqual([[20, 1], []]);
    expect(off([1, 2, 1, 2, 0])).toEqual([[2, 2, 1, 1, 0], []]);
    expect(off([0, 5, 0])).toEqual([[5, 0, 0], []]);
    expect(off([0, 0, 0])).toEqual([[], [0, 0, 0]]);
  });
});
