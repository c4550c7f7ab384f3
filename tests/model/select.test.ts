import { describe, expect, it } from "vitest";
import {
  activeDays,
  eventsOnMap,
  markPlace,
  outsideWindow,
  placeless,
  stacks,
  statementsInList,
  statementsOnMap,
  stepDay,
} from "../../src/model/select.ts";
import { oneDay } from "../../src/model/view.ts";
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
  it("are those that touch the window, and a chosen party hides none", () => {
    expect(ids(eventsOnMap(lake, view({ time: oneDay("2023-09-20"), parties: ["c"] })))).toEqual(["closure"]);
    expect(ids(eventsOnMap(lake, view()))).toEqual(["closure", "rain"]);
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
