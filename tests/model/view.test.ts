import { describe, expect, it } from "vitest";
import {
  choose,
  cleanQuery,
  clear,
  fromDay,
  isFiltered,
  NO_FILTERS,
  OPENING,
  oneDay,
  toDay,
  toggle,
  touches,
  unfiltered,
} from "../../src/model/view.ts";
import { view } from "./fixtures.ts";

describe("the window of days", () => {
  const period = { kind: "period", from: "2023-09-19", to: "2023-09-20" } as const;
  const until = { kind: "until", to: "2023-09-19" } as const;

  it.each([
    ["2023-09-18", "2023-09-18", false],
    ["2023-09-19", "2023-09-19", true],
    ["2023-09-20", "2023-09-20", true],
    ["2023-09-21", "2023-09-21", false],
    ["2023-09-01", "2023-09-30", true],
    ["2023-09-01", "2023-09-19", true],
    ["2023-09-20", "2023-09-30", true],
  ])("19–20 September is touched by what may have been on any day from %s to %s: %s", (min, max, touched) => {
    expect(touches(period, min, max)).toBe(touched);
  });

  it("up to a day holds that day and all before it", () => {
    expect(["0001-01-01", "2023-09-19", "2023-09-20"].map((day) => touches(until, day, day))).toEqual([true, true, false]);
  });

  it("what has no date is only among all days", () => {
    expect([OPENING.time, period, until].map((time) => touches(time, "", ""))).toEqual([true, false, false]);
  });

  it("has a first and a last day that order with every other", () => {
    expect([fromDay(OPENING.time), toDay(OPENING.time)]).toEqual(["", "9999-12-31"]);
    expect([fromDay(until), toDay(until)]).toEqual(["", "2023-09-19"]);
    expect([fromDay(period), toDay(period)]).toEqual(["2023-09-19", "2023-09-20"]);
    expect(oneDay("2023-09-19")).toEqual({ kind: "period", from: "2023-09-19", to: "2023-09-19" });
  });
});

describe("choosing", () => {
  const busy = view({ statement: "s", parties: ["a"], tab: "about", mode: "said", theme: "dark", time: oneDay("2023-09-19") });

  it.each([
    ["event", "statements"],
    ["place", "statements"],
    ["topic", "positions"],
  ] as const)("a chosen %s brings the %s to the front, ends the reading of a statement and leaves all else", (kind, tab) => {
    expect(choose(busy, { kind, id: "x" })).toEqual({ ...busy, chosen: { kind, id: "x" }, statement: null, tab });
  });

  it("nothing chosen leaves the tab where it was", () => {
    expect(choose(busy, null)).toEqual({ ...busy, chosen: null, statement: null });
  });

  it("does not change the view it came from", () => {
    const before = structuredClone(busy);
    choose(busy, { kind: "place", id: "x" });
    clear(busy);
    expect(busy).toEqual(before);
  });
});

describe("clearing", () => {
  it("shows everything again, and keeps how it is shown", () => {
    const camera = { lng: 46, lat: 40, zoom: 7 };
    const full = view({
      time: oneDay("2023-09-19"),
      parties: ["a"],
      filters: { ...NO_FILTERS, q: "peace", topic: ["t"] },
      chosen: { kind: "place", id: "p" },
      statement: "s",
      mode: "said",
      theme: "dark",
      tab: "statements",
      camera,
    });
    expect(clear(full)).toEqual(view({ mode: "said", theme: "dark", camera }));
  });
});

describe("filters", () => {
  it("take a value in and leave it out again, and touch nothing else", () => {
    const on = toggle(toggle(view(), "topic", "a"), "topic", "b");
    expect(on).toEqual(view({ filters: { ...NO_FILTERS, topic: ["a", "b"] } }));
    expect(toggle(on, "topic", "a").filters.topic).toEqual(["b"]);
    expect(toggle(view({ parties: ["a"] }), "party", "a")).toEqual(view());
  });

  it("are all lifted at once, and the days stay", () => {
    const some = view({ parties: ["a"], filters: { ...NO_FILTERS, q: "x" }, time: oneDay("2023-09-19") });
    expect([isFiltered(some.filters), isFiltered(NO_FILTERS)]).toEqual([true, false]);
    expect(unfiltered(some)).toEqual(view({ time: oneDay("2023-09-19") }));
  });

  it.each([
    ["  red line ", "red line "],
    ["red\nline", "red line"],
    [" \t\n", ""],
    ["a\ud800b", "ab"],
    ["x".repeat(300), "x".repeat(100)],
    [`${"x".repeat(99)}😀`, "x".repeat(99)],
  ])("a text to look for is kept as one clean line: %j", (typed, kept) => {
    expect(cleanQuery(typed)).toBe(kept);
    expect(cleanQuery(kept)).toBe(kept);
  });
});
