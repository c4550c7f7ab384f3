import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/dossier/types.ts";
import { dayIn, hourDay } from "../../src/model/axis-day.ts";
import { date, lakeMira } from "./fixtures.ts";

const zone = { zone: { id: "Asia/Baku", label: "Baku time (UTC+4)" } };
const source = { ...lakeMira.statements[1]!.sources[0]!, published: null };
const said = (clock: string, offset: string | null, changes: Partial<Statement> = {}): Statement => ({
  ...lakeMira.statements[1]!,
  date: date("2031-04-02"),
  dateBasis: "said",
  dateNote: null,
  timeNote: null,
  time: { clock, offset, is: "statement" },
  sources: [source],
  ...changes,
});

describe("the day of an hour in another zone", () => {
  it.each([
    ["2031-04-02", "20:30", "-04:00", "Asia/Baku", "2031-04-03"],
    ["2031-04-02", "00:39", "+04:00", "America/New_York", "2031-04-01"],
    ["2031-12-31", "23:00", "+00:00", "Asia/Baku", "2032-01-01"],
    ["2031-04-02", "12:00", "+00:00", "UTC", "2031-04-02"],
    ["2031-04-02", "12:00", "+00:00", "Lake/Mira", null],
    ["2031-04-02", "noon", "+00:00", "UTC", null],
  ])("%s %s (%s) in %s: %s", (day, clock, offset, id, there) => expect(dayIn(id, day, clock, offset)).toBe(there));
});

describe("bug: a card did not say that its day is another on the axis", () => {
  it("it does where hour, offset and day are known", () =>
    expect(hourDay(said("20:30", "-04:00"), zone)).toEqual({ read: null, axis: "2031-04-03" }));

  it.each([
    ["the same day", said("13:00", "+00:00")],
    ["no offset", said("20:30", null)],
    ["a vague day", said("20:30", "-04:00", { date: date("2031-04-02~") })],
    ["no hour", said("", null, { time: null })],
    ["the hour of an event", said("20:30", "-04:00", { time: { clock: "20:30", offset: "-04:00", is: "event" } })],
    ["a note that says it", said("20:30", "-04:00", { dateNote: "2 April in New York, 3 April Lake time." })],
    ["a note on the hour that says it", said("20:30", "-04:00", { timeNote: "3 April, 04:30 Baku time" })],
  ])("not where there is %s", (_, s) => expect(hourDay(s, zone)).toEqual({ read: null, axis: null }));
});

describe("bug: the hour of a publication stood under the day of the statement, though it was published on the next", () => {
  const time = { clock: "00:39", offset: "+04:00", is: "publication" } as const;
  const published = (stamp: string | null, changes: Partial<Statement> = {}) =>
    said("", null, { time, sources: [{ ...source, published: stamp }], ...changes });

  it("the day is that which the source says", () =>
    expect(hourDay(published("2031-04-03T00:39"), zone)).toEqual({ read: "2031-04-03", axis: null }));

  it("nothing is added on the same day, where no source says the hour, or where a note has said it", () => {
    for (const s of [published("2031-04-02T00:39"), published(null), published("2031-04-03T00:39", { timeNote: "APA, 3 April" })])
      expect(hourDay(s, zone)).toEqual({ read: null, axis: null });
  });

  it("the day of publication is told on the axis, where it is the statement's", () =>
    expect(hourDay(published(null, { dateBasis: "published", time: { ...time, clock: "22:00", offset: "+00:00" } }), zone).axis).toBe(
      "2031-04-03",
    ));
});
