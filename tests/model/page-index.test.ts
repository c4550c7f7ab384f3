import { describe, expect, it } from "vitest";
import type { Place } from "../../src/dossier/types.ts";
import { pageIndex, placeName } from "../../src/model/page-index.ts";
import { lakeMira } from "./fixtures.ts";

const index = pageIndex(lakeMira);
const statement = (id: string) => index.statements.find((s) => s.id === id);

describe("the page's index of a dossier", () => {
  it("holds every statement that stands, once: bug: one that was superseded was counted, and had its mark, beside its successor", () =>
    expect(index.statements.map((s) => s.id)).toEqual(lakeMira.statements.flatMap((s) => (s.status === "superseded" ? [] : s.id))));

  it("holds every event, place and party, in the dossier's order", () => {
    for (const kind of ["events", "places", "parties"] as const) {
      expect(index[kind].map((x) => x.id)).toEqual(lakeMira[kind].map((x: { readonly id: string }) => x.id));
    }
  });

  it("knows of a statement when, by whom, about where, said where and on what", () => {
    expect(statement("20310402-alder-ban")).toEqual({
      id: "20310402-alder-ban",
      min: "2031-04-02",
      max: "2031-04-02",
      party: "alder",
      parties: ["alder"],
      about: ["north_shore", "mira_town"],
      said: "mira_town",
      events: ["ev-2031-04-02-closure"],
      topics: ["fishing", "shore_line"],
      open: false,
      form: "paraphrase",
      level: "primary",
      langs: ["en"],
    });
  });

  it("gives the first and last day a statement can be of, and two empty days for an undated one", () => {
    expect([statement("20310401-council-call")?.min, statement("20310401-council-call")?.max]).toEqual(["2031-04-01", "2031-04-02"]);
    expect([statement("undated-birch-map")?.min, statement("undated-birch-map")?.max]).toEqual(["", ""]);
  });

  it("a joint text counts for everyone who signed it", () => {
    expect([statement("20310409-joint-truce")?.party, statement("20310409-joint-truce")?.parties]).toEqual(["joint", ["alder", "birch"]]);
  });

  it("a statement belongs to the event it names and to every event that lists it, each once", () => {
    const ev = lakeMira.events[0]!;
    const other = { ...ev, id: "ev-other", statements: ["20310403-birch-reply", "20310409-joint-truce"] };
    const two = pageIndex({ ...lakeMira, events: [ev, other] });
    const events = (id: string) => two.statements.find((s) => s.id === id)?.events;
    expect(events("20310403-birch-reply")).toEqual([ev.id, "ev-other"]);
    expect(events("20310409-joint-truce")).toEqual(["ev-other"]);
    expect(events("undated-birch-map")).toEqual([]);
  });

  it("an event's mark stands at its first place", () => {
    expect(index.events).toEqual([
      { id: "ev-2031-04-02-closure", min: "2031-04-02", max: "2031-04-09", place: "north_shore", title: "Northern shore closed to boats" },
    ]);
  });

  it("is plain data that survives being written down", () => {
    expect(JSON.parse(JSON.stringify(index))).toEqual(index);
  });
});

describe("a place's name", () => {
  const place = (names: Record<string, string>): Place => ({ ...lakeMira.places[0]!, id: "x", names });

  it("is that of the page's language, else English, else its own; bug: places of a French dossier were called by their ids", () => {
    expect(placeName(place({ en: "Mira", fr: "Mire" }), "fr")).toBe("Mire");
    expect(placeName(place({ en: "Mira" }), "fr")).toBe("Mira");
    expect(placeName(place({ de: "Mira" }), "fr")).toBe("Mira");
    expect(placeName(place({}), "fr")).toBe("x");
  });

  it("keeps both names where there are two", () => {
    expect(index.places[0]?.name).toBe("Mira / Miren");
  });
});
