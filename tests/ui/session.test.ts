import { describe, expect, it } from "vitest";
import type { View } from "../../src/model/view.ts";
import { type HistoryStep, Session } from "../../src/ui/session.svelte.ts";
import { event, index, statement, view } from "../model/fixtures.ts";

const INDEX = index(
  [
    statement("early", "2031-04-01", { party: "a", about: ["p"], said: "q", events: ["storm"] }),
    statement("late", "2031-04-09", { party: "b", about: ["q"] }),
    statement("undated", "", { party: "c" }),
  ],
  [event("storm", "2031-04-01", "p")],
);
const DAY = { kind: "period", from: "2031-04-01", to: "2031-04-01" } as const;

const STEP = { ...DAY, statement: "early", event: null, place: "p", camera: null };

function session(start: Partial<View> = {}) {
  const routed: [View, HistoryStep][] = [];
  const made = new Session(INDEX, (next, step) => routed.push([next, step]), {
    covered: { min: "2031-03-01", max: "2031-05-31" },
    contested: [{ id: "line", from: "2031-04-01", to: "2031-04-05" }],
    story: [STEP],
  });
  made.adopt(view(start));
  return { made, routed };
}
const ids = (list: readonly { readonly id: string }[]) => list.map((x) => x.id);

describe("going to a view", () => {
  it("shows it and tells the address bar: a new step unless it replaces the last", () => {
    const { made, routed } = session();
    const next = view({ time: DAY });
    made.go(next);
    made.go(view(), "replace");
    expect(routed).toEqual([
      [next, "push"],
      [view(), "replace"],
    ]);
  });

  it("brings along everything that follows from it", () => {
    const { made } = session();
    expect([ids(made.listed), made.stacks.length, made.placeless.length, ids(made.events), made.outside, made.contested]).toEqual([
      ["early", "late", "undated"],
      2,
      1,
      ["storm"],
      0,
      ["line"],
    ]);
    made.go(view({ time: { kind: "period", from: "2031-04-09", to: "2031-04-09" } }));
    expect([ids(made.listed), made.stacks.length, made.placeless.length, ids(made.events), made.outside, made.contested]).toEqual([
      ["late"],
      1,
      0,
      [],
      1,
      [],
    ]);
  });

  it("leaves the view as it was given: nothing in it is written to", () => {
    const { made } = session();
    const next = Object.freeze({ ...view(), parties: Object.freeze(["a"]) as readonly string[] });
    made.go(next);
    expect(made.view).toBe(next);
    expect(ids(made.listed)).toEqual(["early"]);
  });
});

it("taking over a view that the address bar already shows tells it nothing", () => {
  const { made, routed } = session();
  made.adopt(view({ parties: ["b"] }));
  expect(ids(made.listed)).toEqual(["late"]);
  expect(routed).toEqual([]);
});

describe("reading a statement", () => {
  it("that is in the list changes nothing else, and goes nowhere by itself", () => {
    const { made, routed } = session({ time: DAY, parties: ["a"], theme: "dark" });
    expect(made.read("early")).toEqual({ ...made.view, statement: "early" });
    expect([made.view.statement, routed]).toEqual([null, []]);
  });

  it("brings the list to the front", () => {
    expect(session({ tab: "positions" }).made.read("early")).toMatchObject({ tab: "statements", statement: "early" });
  });

  it.each([
    ["other days", { time: DAY }],
    ["other parties", { parties: ["a"] }],
    ["another place and other days", { time: DAY, chosen: { kind: "place", id: "p" } }],
  ] as const)("hidden by %s clears all that hides it, and it is in the list", (_, hides) => {
    const { made } = session({ ...hides, theme: "dark", names: "az" });
    const next = made.read("late");
    expect(next).toEqual(view({ statement: "late", theme: "dark", names: "az" }));
    made.go(next);
    expect(ids(made.listed)).toContain("late");
  });

  it.each([
    ["another place", { chosen: { kind: "place", id: "p" }, parties: ["b"] }],
    ["another event", { chosen: { kind: "event", id: "storm" }, parties: ["b"] }],
  ] as const)("hidden by %s alone keeps the days and the parties", (_, hides) => {
    expect(session(hides).made.read("late")).toEqual(view({ statement: "late", parties: ["b"] }));
  });

  it("that has no date clears nothing: it has a tray of its own", () => {
    const { made } = session({ time: DAY });
    expect(made.read("undated")).toEqual({ ...made.view, statement: "undated" });
  });

  it("is judged by the view it is asked from, not by the one on screen", () => {
    const { made } = session({ parties: ["a"] });
    expect(made.read("late", view({ parties: ["b"] })).parties).toEqual(["b"]);
  });

  it("that does not exist leads to everything, and does not throw", () => {
    expect(session({ time: DAY }).made.read("nonsense")).toEqual(view({ statement: "nonsense" }));
  });
});

describe("a step of the story", () => {
  it("is gone to by its number, in the reader's own theme, and told to the address bar", () => {
    const { made, routed } = session({ theme: "dark", parties: ["b"] });
    const told = made.tell(1);
    expect(told).toEqual(view({ theme: "dark", time: DAY, statement: "early", chosen: { kind: "place", id: "p" }, step: 1 }));
    expect([made.view, routed]).toEqual([told, [[told, "push"]]]);
  });

  it("that does not exist changes nothing", () => {
    const { made, routed } = session({ time: DAY });
    expect([made.tell(0), made.tell(2), made.view, routed]).toEqual([null, null, view({ time: DAY }), []]);
  });

  it("is left by showing something else, and not by a change of theme", () => {
    const { made } = session();
    made.tell(1);
    made.go({ ...made.view, theme: "light" });
    expect(made.view.step).toBe(1);
    made.go({ ...made.view, parties: ["a"] });
    expect(made.view.step).toBeNull();
  });
});

it("contested features are those of the days on screen, and those the reader switched", () => {
  const { made } = session({ time: { kind: "until", to: "2031-04-05" } });
  expect(made.contested).toEqual(["line"]);
  made.go({ ...made.view, time: { kind: "until", to: "2031-04-06" } });
  expect(made.contested).toEqual([]);
  made.go({ ...made.view, layers: ["line"] });
  expect(made.contested).toEqual(["line"]);
});
