import { describe, expect, it } from "vitest";
import type { ClockTime } from "../../src/dossier/types.ts";
import { clockWords, dateWords, dayWords, spanWords, stampWords } from "../../src/model/dates.ts";
import { date } from "./fixtures.ts";

describe("a day in words", () => {
  it.each([
    ["2023-09-19", "19 September 2023", "19 Sept 2023"],
    ["2024-02-29", "29 February 2024", "29 Feb 2024"],
    ["0987-01-01", "1 January 0987", "1 Jan 0987"],
    ["2023-05-09", "9 May 2023", "9 May 2023"],
  ])("%s is %s, in short %s", (day, long, short) => {
    expect([dayWords(day), dayWords(day, "short")]).toEqual([long, short]);
  });

  it("is the same day in every time zone", () => {
    const zone = process.env["TZ"];
    const words = ["America/New_York", "Asia/Baku", "Pacific/Kiritimati"].map((tz) => {
      process.env["TZ"] = tz;
      return [new Date(2023, 8, 19).getTimezoneOffset(), dayWords("2023-09-19"), stampWords("2023-09-19T00:30")] as const;
    });
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(words.map(([offset]) => offset)).toEqual([240, -240, -840]);
    for (const [, day, stamp] of words) expect([day, stamp]).toEqual(["19 September 2023", "19 Sept 2023"]);
  });
});

describe("two days in words", () => {
  it.each([
    ["2023-09-19", "2023-09-19", "19 September 2023"],
    ["2023-09-19", "2023-09-21", "19–21 September 2023"],
    ["2023-08-30", "2023-09-01", "30 August – 1 September 2023"],
    ["2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"],
  ])("%s to %s is %s: nothing is said twice, and nothing left to guess", (min, max, words) => {
    expect(spanWords(min, max)).toBe(words);
  });

  it("an either-or keeps its word with spaces around it", () => {
    expect(spanWords("2023-09-19", "2023-09-20", "or")).toBe("19 or 20 September 2023");
    expect(spanWords("2023-12-31", "2024-01-01", "or", "short")).toBe("31 Dec 2023 or 1 Jan 2024");
  });
});

describe("a dossier's date in words", () => {
  it.each([
    ["2023-09-19", "19 September 2023"],
    ["2023-09", "September 2023, day not known"],
    ["2023", "2023, day not known"],
    ["2023-09-19/2023-09-21", "19–21 September 2023"],
    ["2023-09-19/2023-09-19", "19 September 2023"],
    ["[2023-09-19,2023-09-20]", "19 or 20 September 2023"],
    ["[2023-09-30..2023-10-01]", "30 September or 1 October 2023"],
    ["[2023-12-31..2024-01-01]", "31 December 2023 or 1 January 2024"],
    ["[2024-02-28,2024-02-29]", "28 or 29 February 2024"],
    ["[2023-02-28,2023-03-01]", "28 February or 1 March 2023"],
    ["[2023-09-18..2023-09-20]", "one day within 18–20 September 2023"],
    ["[2024-02-28..2024-03-01]", "one day within 28 February – 1 March 2024"],
    // Once told as one day within the two, as if it could have been one between.
    ["[2024-02-28,2024-03-01]", "28 February or 1 March 2024"],
    ["[2023-09-19, 2023-09-25]", "19 or 25 September 2023"],
    ["[2023-09-19,2023-09-21,2023-09-25]", "one day within 19–25 September 2023"],
    ["2023-09-19~", "about 19 September 2023"],
    ["2023-09-19?", "19 September 2023 (uncertain)"],
    ["2023-09-19%", "about 19 September 2023 (uncertain)"],
    ["2023-09~", "about September 2023, day not known"],
    ["2023-08-30/2023-09-01~", "about 30 August – 1 September 2023"],
  ])("%s is %s", (edtf, words) => {
    expect(dateWords(date(edtf))).toBe(words);
  });

  it("is short where it is asked to be", () => {
    expect(dateWords(date("2023-09"), "short")).toBe("Sept 2023, day not known");
    expect(dateWords(date("[2023-09-18..2023-09-20]"), "short")).toBe("one day within 18–20 Sept 2023");
  });

  it("none is Undated", () => {
    expect(dateWords(null)).toBe("Undated");
  });

  it.each([
    ["2020-11/2026-03", "November 2020 – March 2026"],
    ["2023/2024", "2023 – 2024"],
    ["2022-12/2023-09-19", "December 2022 – 19 September 2023"],
    ["2022-12~/2023-09?", "about December 2022 – September 2023 (uncertain)"],
  ])("an interval between months is not told as one between days: %s is %s", (edtf, words) => {
    expect(dateWords(date(edtf))).toBe(words);
  });
});

describe("a publisher's stamp in words", () => {
  it.each([
    ["2023-09-19T22:15", "19 Sept 2023"],
    ["2023-09-19", "19 Sept 2023"],
    ["2023-09", "Sept 2023"],
    ["2023", "2023"],
  ])("%s is %s", (stamp, words) => {
    expect(stampWords(stamp)).toBe(words);
  });
});

describe("a clock reading in words", () => {
  const clock = (changes: Partial<ClockTime>): ClockTime => ({ clock: "22:15", offset: "+04:00", is: "statement", ...changes });

  it.each([
    [{}, "22:15 (UTC+4)"],
    [{ is: "publication" }, "published 22:15 (UTC+4)"],
    [{ is: "event" }, "hour of the event: 22:15 (UTC+4)"],
    [{ offset: null }, "22:15 (zone not stated)"],
    [{ offset: "-03:30" }, "22:15 (UTC−3:30)"],
    [{ offset: "+10:00" }, "22:15 (UTC+10)"],
    [{ offset: "+00:00" }, "22:15 (UTC+0)"],
  ] as const)("%o is %s", (changes, words) => {
    expect(clockWords(clock(changes))).toBe(words);
  });
});
