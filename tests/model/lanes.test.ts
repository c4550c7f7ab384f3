import { describe, expect, it } from "vitest";
import { axis, lanesOf, marksOf } from "../../src/model/lanes.ts";
import { pageIndex } from "../../src/model/page-index.ts";
import { dayNumber } from "../../src/model/spans.ts";
import { buildTimeline } from "../../src/model/timeline.ts";
import { date, lakeMira } from "./fixtures.ts";

const timeline = buildTimeline(lakeMira.head.period, lakeMira.head.focus, pageIndex(lakeMira));
const x = axis(timeline);
const lanes = lanesOf(lakeMira, timeline, "fishing");
const lane = (party: string) => lanes.find((l) => l.party === party)!;
const ban = lakeMira.statements.find((s) => s.id === "20310402-alder-ban")!;

describe("the axis of the lanes", () => {
  it("is that of the time bar: from the first day to the last, every slot as wide as the others", () => {
    expect(x(dayNumber("2031-03-01"))).toBe(0);
    expect(x(dayNumber("2031-06-01"))).toBe(1);
    for (const [i, slot] of timeline.slots.entries()) expect(x(dayNumber(slot.from))).toBeCloseTo(i / timeline.slots.length, 10);
  });
  it("keeps what is outside the period at its nearest end", () => expect(x(dayNumber("2040-01-01"))).toBe(1));
});

describe("a topic's lanes", () => {
  it("are those of the parties that spoke on it, in the dossier's order", () =>
    expect(lanes.map((l) => l.party)).toEqual(["alder", "birch", "lake_council"]));

  it("have every standing statement on the topic, a joint text on the lane of each party", () => {
    expect(lane("alder").marks.map((m) => [m.id, m.joint])).toEqual([
      ["20310402-alder-ban", false],
      ["20310409-joint-truce", true],
    ]);
    expect(lane("birch").marks.map((m) => m.id)).toEqual(["20310403-birch-reply", "20310409-joint-truce"]);
  });

  it("show a day that is not certain as the days it can be, and the others as a point", () => {
    expect(lane("alder").marks[0]?.span).toBeNull();
    const [from, to] = lane("lake_council").marks[0]!.span!;
    expect(from).toBeCloseTo(x(dayNumber("2031-04-01")), 10);
    expect(to).toBeCloseTo(x(dayNumber("2031-04-03")), 10);
    expect(lane("birch").marks[0]?.span).not.toBeNull();
  });

  it("number what a party stated anew as the list does", () => expect(lane("alder").turns.map((turn) => turn.n)).toEqual([1, 2]));

  it("keep the undated off the axis, and count them", () =>
    expect(lanesOf(lakeMira, timeline, "shore_line").find((l) => l.party === "birch")).toMatchObject({
      marks: [],
      undated: ["undated-birch-map"],
    }));
});

it("marks of one day stand on one another, and none covers another", () => {
  const day = (n: number, edtf: string) => ({ ...ban, id: `s${n}`, date: date(edtf) });
  const marks = marksOf([...Array.from({ length: 5 }, (_, n) => day(n, "2031-04-02")), day(9, "2031-04-09")], x);
  expect(marks.map((m) => m.level)).toEqual([0, 1, 2, 3, 4, 0]);
});
