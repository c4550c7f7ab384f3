import { describe, expect, it } from "vitest";
import type { Dossier, StatedPosition } from "../../src/dossier/types.ts";
import { cells, currentEntry, sinceDays } from "../../src/model/stated-positions.ts";
import { date, lakeMira } from "./fixtures.ts";

const position = (id: string, validFrom: string | null, changes: Partial<StatedPosition> = {}): StatedPosition => ({
  id,
  party: "alder",
  topic: "fishing",
  kind: validFrom === null ? "none_found" : "stated",
  summary: id,
  validFrom: validFrom === null ? null : date(validFrom),
  heldFrom: validFrom === null ? null : date(validFrom).max,
  statements: [],
  changedFrom: null,
  lastSearched: null,
  ...changes,
});

const withPositions = (...positions: readonly StatedPosition[]): Dossier => ({ ...lakeMira, positions });

/** What a cell says on a day, as the page finds it. */
const saysOn = (dossier: Dossier, day: string): string | null => {
  const cell = cells(dossier).find((c) => c.topic === "fishing" && c.party === "alder")!;
  return cell.stated[currentEntry(sinceDays(cell.stated), day)]?.id ?? null;
};

describe("a stated position on a day", () => {
  it.each([
    ["2031-04-01", null],
    ["2031-04-02", "pos-fishing-alder-1"],
    ["2031-04-08", "pos-fishing-alder-1"],
    ["2031-04-09", "pos-fishing-alder-2"],
    ["9999-12-31", "pos-fishing-alder-2"],
  ])("on %s is %s: the last that had been stated by then", (day, id) => {
    expect(saysOn(lakeMira, day)).toBe(id);
  });

  it("is not shown before it was certainly said", () => {
    const dossier = withPositions(position("perhaps", "[2031-04-01..2031-04-05]"));
    expect(["2031-04-01", "2031-04-04", "2031-04-05"].map((day) => saysOn(dossier, day))).toEqual([null, null, "perhaps"]);
    expect(saysOn(withPositions(position("some day", "2031-04")), "2031-04-29")).toBeNull();
  });

  it("a certain one holds until an uncertain later one was certainly said, whatever their order in the file", () => {
    const dossier = withPositions(position("month", "2031-04"), position("day", "2031-04-10"));
    expect(["2031-04-10", "2031-04-29", "2031-04-30"].map((day) => saysOn(dossier, day))).toEqual(["day", "day", "month"]);
  });

  it("bug: the older position of a vague date was shown as the current one, after the one that changed it", () => {
    const dossier = withPositions(position("p1", "2031"), position("p2", "2031-05-01", { changedFrom: "p1" }));
    expect(cells(dossier)[0]?.stated.map((p) => p.id)).toEqual(["p1", "p2"]);
    expect(["2031-04-30", "2031-05-01", "2031-12-31"].map((day) => saysOn(dossier, day))).toEqual([null, "p2", "p2"]);
    expect(sinceDays(cells(dossier)[0]!.stated)).toEqual(["2031-05-01", "2031-05-01"]);
  });

  it("positions that follow each other in a circle are shown all the same", () => {
    const dossier = withPositions(
      position("a", "2031-04-01", { changedFrom: "b" }),
      position("b", "2031-04-02", { changedFrom: "a" }),
      position("c", "2031-04-03", { changedFrom: "c" }),
    );
    expect(cells(dossier)[0]?.stated.map((p) => p.id)).toEqual(["a", "b", "c"]);
  });

  it("of two on one day the later in the file holds", () => {
    expect(saysOn(withPositions(position("first", "2031-04-10"), position("second", "2031-04-10")), "2031-04-10")).toBe("second");
  });

  it("before the first there is none", () => {
    expect(currentEntry([], "2031-04-10")).toBe(-1);
    expect(currentEntry(["2031-04-11"], "2031-04-10")).toBe(-1);
  });
});

describe("the table of positions", () => {
  const table = cells(lakeMira);

  it("has a cell for each topic and party, in the dossier's order; a pseudo-party of joint texts has none", () => {
    expect(table.map((c) => `${c.topic} ${c.party}`)).toEqual([
      "fishing alder",
      "fishing birch",
      "fishing lake_council",
      "shore_line alder",
      "shore_line birch",
      "shore_line lake_council",
    ]);
  });

  it("silence is a cell too, and says of which kind it is", () => {
    const kinds = table.filter((c) => c.topic === "shore_line").map((c) => [c.party, c.stated.length, c.absence?.kind ?? null]);
    expect(kinds).toEqual([
      ["alder", 1, null],
      ["birch", 0, "none_found"],
      ["lake_council", 0, "not_searched"],
    ]);
  });

  it("a party of which a topic says nothing at all still has its cell", () => {
    const cell = cells(withPositions(position("only", "2031-04-10"))).find((c) => c.topic === "shore_line");
    expect(cell).toEqual({ topic: "shore_line", party: "alder", stated: [], absence: null });
  });

  it("an absence is not told where something was stated", () => {
    const cell = cells(withPositions(position("not yet", null), position("then", "2031-04-10")))[0];
    expect([cell?.stated.map((p) => p.id), cell?.absence]).toEqual([["then"], null]);
  });

  it("tells the entries of a cell oldest first, and leaves the dossier's own order as it was", () => {
    const dossier = withPositions(position("late", "2031-05-01"), position("early", "2031-03-01"));
    expect(cells(dossier)[0]?.stated.map((p) => p.id)).toEqual(["early", "late"]);
    expect(dossier.positions.map((p) => p.id)).toEqual(["late", "early"]);
  });
});
