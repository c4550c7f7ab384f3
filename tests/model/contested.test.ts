import { describe, expect, it } from "vitest";
import { type ContestedRef, shownContested, stood, switchContested } from "../../src/model/contested.ts";
import { oneDay, type TimeWindow } from "../../src/model/view.ts";
import { view } from "./fixtures.ts";

const covered = { min: "2020-11-01", max: "2026-03-31" };
const old: ContestedRef = { id: "old", from: "1994-05-12", to: "2020-11-10" };
const gone: ContestedRef = { id: "gone", from: "2020-12-01", to: "2023-09-20" };
const lasting: ContestedRef = { id: "lasting", from: "2022-08-30", to: null };
const ancient: ContestedRef = { id: "ancient", from: "1923-07-07", to: "1991-11-26" };

const until = (to: string): TimeWindow => ({ kind: "until", to });

describe("a contested line", () => {
  it.each([
    ["2020-11-30", false],
    ["2020-12-01", true],
    ["2023-09-19", true],
    ["2023-09-20", true],
    ["2023-09-21", false],
  ])(
    "as of %s stood: %s; the day on which it ended is its last: bug of the day of the ceasefire, which had no line at all",
    (day, expected) => {
      expect(stood(view({ time: until(day) }), gone, covered)).toBe(expected);
      expect(stood(view({ time: oneDay(day) }), gone, covered)).toBe(expected);
    },
  );

  it("is drawn for a period when it stood on any day of it", () => {
    expect(stood(view({ time: { kind: "period", from: "2023-09-19", to: "2023-09-30" } }), gone, covered)).toBe(true);
    expect(stood(view({ time: { kind: "period", from: "2023-09-21", to: "2023-09-30" } }), gone, covered)).toBe(false);
  });

  it("that still stands is drawn on every day since it began", () => {
    expect(["2022-08-29", "2022-08-30", "9999-12-31"].map((day) => stood(view({ time: until(day) }), lasting, covered))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("of another age is not drawn for all days of the dossier, but one that ended within them is", () => {
    expect([ancient, old, gone, lasting].map((f) => stood(view(), f, covered))).toEqual([false, true, true, true]);
  });
});

describe("switching a contested line", () => {
  const all = [ancient, old, gone, lasting];

  it("on draws it whatever the days, and off leaves it out", () => {
    const on = switchContested(view(), ancient, true, covered);
    const off = switchContested(on, lasting, false, covered);
    expect(shownContested(off, all, covered)).toEqual(["ancient", "old", "gone"]);
    expect(off.layers).toEqual(["ancient", "-lasting"]);
  });

  it("and back leaves no trace", () => {
    const there = switchContested(view(), ancient, true, covered);
    expect(switchContested(there, ancient, false, covered)).toEqual(view());
    expect(switchContested(switchContested(view(), lasting, false, covered), lasting, true, covered)).toEqual(view());
  });
});
