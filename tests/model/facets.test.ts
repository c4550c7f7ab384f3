import { describe, expect, it } from "vitest";
import { counts, lifted, narrowings, values, waysBack } from "../../src/model/facets.ts";
import type { Search } from "../../src/model/select.ts";
import { NO_FILTERS, oneDay, type View } from "../../src/model/view.ts";
import { index, statement, view } from "./fixtures.ts";

const lake = index([
  statement("one", "2023-09-18", { topics: ["ceasefire"], form: "verbatim", level: "primary", langs: ["en", "az"], about: ["p"] }),
  statement("two", "2023-09-19", { party: "b", topics: ["ceasefire", "corridor"], langs: ["hy"], about: ["p", "q"], said: "r" }),
  statement("three", "2023-09-19", { party: "joint", parties: ["a", "b"], topics: ["corridor"], level: "primary", said: "p" }),
  statement("undated", "", { party: "c", langs: ["fr"] }),
]);
const filtered = (filters: Partial<View["filters"]>, rest: Partial<View> = {}) => view({ ...rest, filters: { ...NO_FILTERS, ...filters } });
const search: Search = (q) => new Set(q === "peace" ? ["two", "three"] : []);
const of = (v: View, facet: Parameters<typeof counts>[2], s: Search | null = null) => Object.fromEntries(counts(lake, v, facet, s));

describe("the count on an option", () => {
  it("is how many statements it would leave, given every other filter", () => {
    expect(of(view(), "party")).toEqual({ a: 2, b: 2, joint: 1, c: 1 });
    expect(of(filtered({ topic: ["corridor"] }), "party")).toEqual({ b: 2, joint: 1, a: 1 });
    expect(of(filtered({ topic: ["corridor"] }, { time: oneDay("2023-09-18") }), "party")).toEqual({});
  });

  it("is not changed by other options of its own facet", () => {
    expect(of(filtered({ level: ["primary"] }), "level")).toEqual(of(view(), "level"));
    expect(of(view({ parties: ["a"] }), "party")).toEqual(of(view(), "party"));
  });

  it("counts a joint text for everyone, a place for what is about it or was said there, a language for every source", () => {
    expect(of(view(), "place")).toEqual({ p: 3, q: 1, r: 1 });
    expect(of(view(), "source")).toEqual({ en: 2, az: 1, hy: 1, fr: 1 });
  });

  it("follows what is looked for", () => {
    expect(of(filtered({ q: "peace" }), "topic", search)).toEqual({ ceasefire: 1, corridor: 2 });
  });

  it("chosen, leaves just so many", () => {
    for (const [id, n] of counts(lake, filtered({ level: ["primary"] }), "topic", null))
      expect(
        [...counts(lake, filtered({ level: ["primary"], topic: [id] }), "level", null).values()].reduce((a, b) => a + b, 0),
      ).toBeGreaterThanOrEqual(n);
  });
});

it("a facet's values come with how many have each, most first", () => {
  expect(values(lake, "topic")).toEqual([
    ["ceasefire", 2],
    ["corridor", 2],
  ]);
  expect(values(lake, "place")[0]).toEqual(["p", 3]);
});

describe("what a view is narrowed by", () => {
  const all = filtered(
    { q: "peace", topic: ["ceasefire", "corridor"], level: ["primary"] },
    { parties: ["a"], time: oneDay("2023-09-19"), chosen: { kind: "place", id: "p" } },
  );
  it("is told one by one, in the order in which it is said", () => {
    expect(narrowings(all).map((n) => `${n.kind}=${n.value}`)).toEqual([
      "q=peace",
      "party=a",
      "topic=ceasefire",
      "topic=corridor",
      "level=primary",
      "chosen=p",
      "time=",
    ]);
    expect(narrowings(view({ chosen: { kind: "topic", id: "t" } }))).toEqual([]);
  });
  it("lifted one after the other leaves nothing", () => {
    expect(narrowings(narrowings(all).reduce(lifted, all))).toEqual([]);
    for (const n of narrowings(all)) expect(narrowings(lifted(all, n)).length).toBe(narrowings(all).length - 1);
  });
  it("bug: a word was cut out of another one: it is lifted whole", () => {
    const without = (q: string, value: string) => lifted(filtered({ q }), { kind: "q", value }).filters.q;
    expect(without("refugees fug", "fug")).toBe("refugees");
    expect(without("two words", "two words")).toBe("");
  });
});

describe("the way back from an empty list", () => {
  const told = (v: View, s: Search | null = null) => waysBack(lake, v, s).map((w) => [w.lift.map((n) => n.kind).join("+"), w.count]);

  it("is what to lift, with how many that shows, most first", () => {
    expect(told(filtered({ topic: ["corridor"] }, { time: oneDay("2023-09-18") }))).toEqual([
      ["time", 2],
      ["topic", 1],
    ]);
  });
  it("lifts all values of a kind at once: one of several would only narrow further", () => {
    expect(told(filtered({ source: ["fr", "az"] }, { parties: ["b"] }))).toEqual([
      ["party", 2],
      ["source+source", 2],
    ]);
  });
  it("lifts two kinds where one is not enough", () => {
    expect(told(filtered({ q: "war" }, { parties: ["c"], time: oneDay("2023-09-18") }), search)).toEqual([
      ["q+party", 1],
      ["q+time", 1],
    ]);
  });
  it("leads to a view that shows what it says", () => {
    const empty = filtered({ q: "peace", form: ["verbatim"] });
    for (const way of waysBack(lake, empty, search)) expect(narrowings(way.view).length).toBe(1);
  });
  it("is one of the words, where the others are found without it", () => {
    const search: Search = (q) => new Set(q.split(" ").includes("mill") ? [] : lake.statements.slice(0, 2).map((s) => s.id));
    const ways = waysBack(lake, filtered({ q: "old mill" }), (q) => (q === "" ? new Set(lake.statements.map((s) => s.id)) : search(q)));
    expect(ways.map((w) => [w.view.filters.q, w.lift[0]?.value, w.count])).toEqual([
      ["", "old mill", lake.statements.length],
      ["old", "mill", 2],
    ]);
  });
});
