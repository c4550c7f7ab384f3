import { describe, expect, it } from "vitest";
import {
  activeDays,
  eventsOnMap,
  fits,
  known,
  markPlace,
  outsideWindow,
  placeless,
  stacks,
  statementsInList,
  statementsOnMap,
  stepDay,
  stepEvent,
  undated,
  valuesOf,
} from "../../src/model/select.ts";
import { NO_FILTERS, oneDay, type View } from "../../src/model/view.ts";
import { event, index, statement, view } from "./fixtures.ts";

const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((item) => item.id);

const lake = index(
  [
    statement("one", "2023-09-18", { about: ["p", "q"], said: "q" }),
    statement("two", "2023-09-19", { party: "b", about: ["p"], events: ["closure"] }),
    statement("three", "2023-09-19", { party: "joint", parties: ["a", "b"], about: ["q"], said: "p" }),
    statement("maybe", "2023-09-18/2023-09-20", { party: "c", about: ["p"] }),
    statement("late", "2023-10-01", { about: ["p"], said: "p", events: ["closure"] }),
    statement("undated", "", { party: "b" }),
  ],
  [event("closure", "2023-09-19/2023-09-20", "p"), event("rain", "2023-10-02", "r")],
);

describe("statements on the map", () => {
  it("are all of them in the opening view, undated ones included, in the dossier's order", () => {
    expect(ids(statementsOnMap(lake, view()))).toEqual(["one", "two", "three", "maybe", "late", "undated"]);
  });

  it("on a day are those that can have been made on it", () => {
    expect(ids(statementsOnMap(lake, view({ time: oneDay("2023-09-20") })))).toEqual(["maybe"]);
    expect(ids(statementsOnMap(lake, view({ time: oneDay("2023-09-19") })))).toEqual(["two", "three", "maybe"]);
  });

  it("up to a day leave out what is undated and what may only have come later", () => {
    expect(ids(statementsOnMap(lake, view({ time: { kind: "until", to: "2023-09-18" } })))).toEqual(["one", "maybe"]);
  });

  it("of a party include the joint texts it signed", () => {
    expect(ids(statementsOnMap(lake, view({ parties: ["a"] })))).toEqual(["one", "three", "late"]);
    expect(ids(statementsOnMap(lake, view({ parties: ["joint"] })))).toEqual(["three"]);
    expect(ids(statementsOnMap(lake, view({ parties: ["nobody"] })))).toEqual([]);
  });
});

describe("statements in the list", () => {
  it("of a chosen event are those that belong to it, whatever their date, within the window", () => {
    const chosen = { kind: "event", id: "closure" } as const;
    expect(ids(statementsInList(lake, view({ chosen })))).toEqual(["two", "late"]);
    expect(ids(statementsInList(lake, view({ chosen, time: oneDay("2023-09-19") })))).toEqual(["two"]);
  });

  it("of a chosen place are those whose mark stands there, which depends on what marks stand for", () => {
    const chosen = { kind: "place", id: "p" } as const;
    expect(ids(statementsInList(lake, view({ chosen })))).toEqual(["one", "two", "maybe", "late"]);
    expect(ids(statementsInList(lake, view({ chosen, mode: "said" })))).toEqual(["three", "late"]);
  });

  it("are not narrowed by a topic, which belongs to the positions", () => {
    expect(statementsInList(lake, view({ chosen: { kind: "topic", id: "t" } })).length).toBe(6);
  });

  it("and those outside the window are counted, so that none is left out in silence", () => {
    const day = view({ time: oneDay("2023-09-19"), chosen: { kind: "event", id: "closure" } });
    expect(outsideWindow(lake, day)).toBe(1);
    expect(outsideWindow(lake, view({ time: oneDay("2023-09-19") }))).toBe(2);
    expect(outsideWindow(lake, view())).toBe(0);
  });

  it("in, outside and undated are all there are, on every day", () => {
    for (const to of ["2023-09-17", "2023-09-18", "2023-09-20", "2023-12-31"]) {
      const some = view({ time: { kind: "until", to } });
      expect(statementsInList(lake, some).length + outsideWindow(lake, some) + 1).toBe(lake.statements.length);
    }
  });
});

describe("marks", () => {
  it("stand at the first place a statement is about, or where it was said", () => {
    const [one] = lake.statements;
    expect([markPlace(view(), one!), markPlace(view({ mode: "said" }), one!)]).toEqual(["p", "q"]);
  });

  it("without a place are counted apart", () => {
    expect(ids(placeless(lake, view()))).toEqual(["undated"]);
    expect(ids(placeless(lake, view({ mode: "said" })))).toEqual(["two", "maybe", "undated"]);
  });

  it("make one stack a place, in the dossier's order of places, with its events", () => {
    expect(stacks(lake, view()).map((s) => [s.place.id, s.count, ids(s.events)])).toEqual([
      ["p", 4, ["closure"]],
      ["q", 1, []],
      ["r", 0, ["rain"]],
    ]);
  });

  it("every statement on the map is in exactly one stack or without a place", () => {
    for (const mode of ["about", "said"] as const) {
      const v = view({ mode });
      const stacked = stacks(lake, v).reduce((sum, s) => sum + s.count, 0);
      expect(stacked + placeless(lake, v).length).toBe(statementsOnMap(lake, v).length);
    }
  });

  it("tell their parties, most first, equals in the dossier's order", () => {
    const [p] = stacks(lake, view());
    expect(p?.parties.map((x) => [x.code, x.count])).toEqual([
      ["A", 2],
      ["B", 1],
      ["C", 1],
    ]);
  });

  it("a place without statements or events in the window has none", () => {
    expect(stacks(lake, view({ time: oneDay("2023-10-02") })).map((s) => s.place.id)).toEqual(["r"]);
  });
});

describe("events on the map", () => {
  it("are those that touch the window", () => {
    expect(ids(eventsOnMap(lake, view()))).toEqual(["closure", "rain"]);
    expect(ids(eventsOnMap(lake, view({ time: oneDay("2023-09-20") })))).toEqual(["closure"]);
  });

  it("are, of a chosen party, those it says something of in the window: bug: the list dropped all and the map kept all", () => {
    const two = index(
      [statement("s1", "2023-09-19", { events: ["closure"], party: "a" }), statement("s2", "2023-10-05", { events: ["rain"], party: "b" })],
      [event("closure", "2023-09-19/2023-09-21", "p"), event("rain", "2023-10-02/2023-10-05", "r")],
    );
    expect(ids(eventsOnMap(two, view({ parties: ["a"] })))).toEqual(["closure"]);
    expect(ids(eventsOnMap(two, view({ parties: ["a", "b"] })))).toEqual(["closure", "rain"]);
    expect(eventsOnMap(two, view({ parties: ["c"] }))).toEqual([]);
    expect(eventsOnMap(two, view({ parties: ["b"], time: oneDay("2023-10-02") }))).toEqual([]);
  });

  it("are those that hold what is looked for, and none where a form or a topic is: bug of marks without a name in the list or on the map", () => {
    const { filters } = view();
    const search = () => new Set(["e=rain", "s1"]);
    expect(ids(eventsOnMap(lake, view({ filters: { ...filters, q: "rain" } }), search))).toEqual(["rain"]);
    expect(stacks(lake, view({ filters: { ...filters, q: "rain" } }), search).flatMap((s) => ids(s.events))).toEqual(["rain"]);
    expect(eventsOnMap(lake, view({ filters: { ...filters, form: ["verbatim"] } }))).toEqual([]);
  });
});

describe("stepping through days", () => {
  const days = activeDays(lake);

  it("knows each day of which something is told, once, in order", () => {
    expect(days).toEqual(["2023-09-18", "2023-09-19", "2023-09-20", "2023-10-01", "2023-10-02"]);
  });

  it("goes to the next or the last one from anywhere, and nowhere beyond the ends", () => {
    expect(stepDay(days, "2023-09-20", 1)).toBe("2023-10-01");
    expect(stepDay(days, "2023-09-25", -1)).toBe("2023-09-20");
    expect(stepDay(days, "2023-10-02", 1)).toBeNull();
    expect(stepDay(days, "2023-09-18", -1)).toBeNull();
    expect(stepDay([], "2023-09-18", 1)).toBeNull();
  });
});

describe("filters", () => {
  const some = index([
    statement("one", "2023-09-18", { topics: ["t"], form: "verbatim", level: "primary", langs: ["az", "en"], about: ["p"], said: "q" }),
    statement("two", "2023-09-19", { party: "b", topics: ["t", "u"], langs: ["hy"], about: ["q"], events: ["closure"] }),
    statement("undated", "", { party: "b", topics: ["u"] }),
  ]);
  const by = (filters: Partial<View["filters"]>, rest: Partial<View> = {}) => view({ ...rest, filters: { ...NO_FILTERS, ...filters } });

  it.each([
    [{ topic: ["t"] }, ["one", "two"]],
    [{ topic: ["t", "u"] }, ["one", "two", "undated"]],
    [{ topic: ["t"], source: ["hy"] }, ["two"]],
    [{ form: ["verbatim"] }, ["one"]],
    [{ level: ["primary"] }, ["one"]],
    [{ source: ["en"] }, ["one", "undated"]],
    [{ place: ["q"] }, ["one", "two"]],
    [{ event: ["closure"] }, ["two"]],
    [{ topic: ["none"] }, []],
  ])("%j leave %j on the map and in the list", (filters, left) => {
    expect(ids(statementsOnMap(some, by(filters)))).toEqual(left);
    expect(ids(statementsInList(some, by(filters)))).toEqual(left);
  });

  it("words leave what the search finds; before there is a search nothing is left out", () => {
    expect(ids(statementsOnMap(some, by({ q: "x" }), () => new Set(["two"])))).toEqual(["two"]);
    expect(statementsOnMap(some, by({ q: "x" })).length).toBe(3);
  });

  it("one can be left out of account", () => {
    const v = by({ topic: ["none"], q: "x" }, { parties: ["a"] });
    const one = some.statements[0]!;
    const search = () => new Set(["one"]);
    expect([fits(v, one, search), fits(v, one, search, "topic")]).toEqual([false, true]);
    expect(fits(by({ q: "x" }), one, () => new Set(), "q")).toBe(true);
  });

  it("stacks and what is without a place follow them", () => {
    expect(stacks(some, by({ topic: ["u"] })).map((s) => [s.place.id, s.count])).toEqual([["q", 1]]);
    expect(ids(placeless(some, by({ topic: ["u"] })))).toEqual(["undated"]);
  });

  it("what is undated and fits is kept beside the days shown, and is in the list among all days", () => {
    const day = { time: oneDay("2023-09-19") };
    expect(ids(undated(some, view(day)))).toEqual(["undated"]);
    expect(ids(undated(some, by({ topic: ["t"] }, day)))).toEqual([]);
    expect(ids(undated(some, view()))).toEqual([]);
    expect(outsideWindow(some, view(day))).toBe(1);
  });

  it("nobody knows are dropped, the others stay", () => {
    const asked = by({ topic: ["t", "x"], source: ["xx"], form: ["verbatim", "sung"] }, { parties: ["b", "nobody"] });
    expect(known(some, asked)).toEqual(by({ topic: ["t"], form: ["verbatim"] }, { parties: ["b"] }));
  });

  it("a place is one it is about or was said in, each once", () => {
    expect(valuesOf(some.statements[0]!, "place")).toEqual(["p", "q"]);
    expect(valuesOf(statement("x", "", { about: ["p"], said: "p" }), "place")).toEqual(["p"]);
  });
});

describe("stepping through events", () => {
  const some = index(
    [],
    [event("second", "2023-09-19", "p"), event("first", "2023-09-18", "p"), event("third", "2023-09-19/2023-09-21", "q")],
  );
  const from = (v: Partial<View>, direction: 1 | -1) => stepEvent(some, view(v), direction)?.id ?? null;
  const open = (id: string) => ({ chosen: { kind: "event", id } }) as const;

  it("goes in the order of their days, from the one that is open", () => {
    expect([from(open("first"), 1), from(open("second"), 1), from(open("third"), 1)]).toEqual(["second", "third", null]);
    expect([from(open("third"), -1), from(open("first"), -1)]).toEqual(["second", null]);
  });
  it("else from the days on screen; among all days the first is next", () => {
    expect([from({}, 1), from({}, -1)]).toEqual(["first", null]);
    expect([from({ time: oneDay("2023-09-18") }, 1), from({ time: oneDay("2023-09-19") }, -1)]).toEqual(["second", "first"]);
    expect(from({ time: { kind: "until", to: "2023-09-19" } }, -1)).toBe("first");
  });
});
