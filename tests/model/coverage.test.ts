import { describe, expect, it } from "vitest";
import { coverageOf, ownParties, sourceLanguages } from "../../src/model/coverage.ts";
import { pageIndex } from "../../src/model/page-index.ts";
import { bestLevel } from "../../src/model/sources.ts";
import { buildTimeline } from "../../src/model/timeline.ts";
import { lakeMira } from "./fixtures.ts";

const timeline = buildTimeline(lakeMira.head.period, lakeMira.head.focus, pageIndex(lakeMira));
const of = (party: string) => coverageOf(lakeMira, timeline, party);
const on = (party: string, day: string) => of(party).slots[timeline.slots.findIndex((s) => s.from <= day && s.to >= day)];

describe("what the record holds of a party", () => {
  it("counts its own statements and the joint texts, and no record that was superseded", () =>
    expect(of("alder")).toMatchObject({ total: 2, joint: 1, undated: 0, levels: { primary: 2, secondary: 0, tertiary: 0 } }));

  it("counts each in the stretch of days it began in; a gap is a zero", () => {
    expect([on("alder", "2031-04-02"), on("alder", "2031-04-05"), on("alder", "2031-04-09")]).toEqual([1, 0, 1]);
  });

  it("counts the undated apart", () => {
    expect(of("birch")).toMatchObject({ total: 3, undated: 1 });
    expect(of("birch").slots.reduce((a, b) => a + b)).toBe(2);
  });

  it("says until when what is missing was looked for, and nothing where nothing was", () => {
    expect(of("birch").searched).toBe("2031-06-01");
    expect(of("alder").searched).toBeNull();
  });
});

it("a statement is summed up by the most direct of its sources", () =>
  expect(lakeMira.statements.map(bestLevel)).toEqual(["secondary", "primary", "primary", "primary", "primary", "primary"]));

it("a language of the dossier that no source is in counts as none, in sight", () =>
  expect(sourceLanguages(lakeMira.statements, ["en", "hy"])).toEqual([
    ["en", 7],
    ["hy", 0],
  ]));

it("a pseudo-party that only signs joint texts has no record of its own", () =>
  expect(ownParties(lakeMira).map((p) => p.id)).toEqual(["alder", "birch", "lake_council"]));
