import { describe, expect, it } from "vitest";
import { dayGroups } from "../../src/model/day-groups.ts";
import { date, lakeMira } from "./fixtures.ts";

const event = (edtf: string) => ({ ...lakeMira.events[0]!, id: `e ${edtf}`, date: date(edtf) });
const said = (edtf: string) => ({ ...lakeMira.statements[0]!, id: `s ${edtf}`, date: date(edtf) });
const headings = (events: readonly string[], statements: readonly string[] = []) =>
  dayGroups({ events: events.map(event), statements: statements.map(said) }).map((g) => g.words);

describe("the headings of the list", () => {
  it.each([
    ["2031-04", "April 2031, day not known"],
    ["2031", "2031, day not known"],
    ["[2031-04-02..2031-04-05]", "one day within 2–5 April 2031"],
    ["2031-04/2031-05", "April 2031 – May 2031"],
  ])("bug: an event of %s stood under the first day that it can have been", (edtf, words) => {
    expect(headings([edtf]).map((w) => w.replace(/^in /, ""))).toEqual([words]);
  });

  it.each([
    ["2031-04-02/2031-04-05", "2 April 2031"],
    ["2031-04-02/2031-04-05~", "2 April 2031"],
    ["2031-04-02~/2031-04-05", "about 2 April 2031"],
    ["2031-04-02/2031-05", "2 April 2031"],
  ])("an event of %s stands under the day on which it began, with what was said then", (edtf, words) => {
    expect(headings([edtf], edtf.includes("~/") ? [] : ["2031-04-02"])).toEqual([words]);
  });

  it("bug: the first record of a day named it for all: certain statements stood under 'about 2 April 2031'", () => {
    const groups = dayGroups({ events: [], statements: ["2031-04-02~", "2031-04-02?", "2031-04-02", "2031-04-03"].map(said) });
    expect(groups.map((g) => [g.key, g.words, g.statements.length])).toEqual([
      ["2031-04-02/2031-04-02", "2 April 2031", 1],
      ["2031-04-02/2031-04-02/2", expect.stringContaining("2 April 2031"), 1],
      ["2031-04-02/2031-04-02/3", "about 2 April 2031", 1],
      ["2031-04-03/2031-04-03", "3 April 2031", 1],
    ]);
  });

  it("are in order of their first day, then of their last, and hold everything that has a date once", () => {
    expect(headings(["2031-04", "2031-03-31"], ["2031-04-01", "2031-04-02"])).toEqual([
      "31 March 2031",
      "1 April 2031",
      "April 2031, day not known",
      "2 April 2031",
    ]);
    const groups = dayGroups(lakeMira);
    expect(groups.flatMap((g) => g.statements)).toEqual(lakeMira.statements.filter((s) => s.date !== null));
    expect(groups.flatMap((g) => g.events)).toHaveLength(lakeMira.events.length);
  });
});
