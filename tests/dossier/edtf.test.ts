import { describe, expect, it } from "vitest";
import { dateAdvice } from "../../src/dossier/date-advice.ts";
import { isDay, lastDay } from "../../src/dossier/calendar.ts";
import { parseDate } from "../../src/dossier/edtf.ts";

const read = (text: string): string | null => {
  const date = parseDate(text);
  if (!date) return null;
  const flags = `${date.approximate ? "~" : ""}${date.uncertain ? "?" : ""}`;
  return [date.precision, date.min, date.max, flags].filter(Boolean).join(" ");
};

describe("parseDate reads the dossier's subset of EDTF", () => {
  it.each([
    ["2031", "year 2031-01-01 2031-12-31"],
    ["0987", "year 0987-01-01 0987-12-31"],
    ["2031-04", "month 2031-04-01 2031-04-30"],
    ["2031-02", "month 2031-02-01 2031-02-28"],
    ["2032-02", "month 2032-02-01 2032-02-29"],
    ["1900-02", "month 1900-02-01 1900-02-28"],
    ["2000-02", "month 2000-02-01 2000-02-29"],
    ["2031-12", "month 2031-12-01 2031-12-31"],
    ["2031-04-02", "day 2031-04-02 2031-04-02"],
    ["2032-02-29", "day 2032-02-29 2032-02-29"],
    ["2031-04-02~", "day 2031-04-02 2031-04-02 ~"],
    ["2031-04-02?", "day 2031-04-02 2031-04-02 ?"],
    ["2031-04-02%", "day 2031-04-02 2031-04-02 ~?"],
    ["2031-04~", "month 2031-04-01 2031-04-30 ~"],
    ["2031?", "year 2031-01-01 2031-12-31 ?"],
    ["2031-04-02/2031-04-05", "interval 2031-04-02 2031-04-05"],
    ["2031-04-02/2031-04-02", "interval 2031-04-02 2031-04-02"],
    ["2031-03/2031-05", "interval 2031-03-01 2031-05-31"],
    ["2030/2031-02", "interval 2030-01-01 2031-02-28"],
    ["2031-04-02/2031", "interval 2031-04-02 2031-12-31"],
    ["2031-04-02~/2031-04-05", "interval 2031-04-02 2031-04-05 ~"],
    ["2031-04-02/2031-04-05?", "interval 2031-04-02 2031-04-05 ?"],
    ["[2031-04-02,2031-04-05]", "one-of 2031-04-02 2031-04-05"],
    ["[2031-04-05, 2031-04-02]", "one-of 2031-04-02 2031-04-05"],
    ["[2031-04-02,2031-04-03,2031-04-09]", "one-of 2031-04-02 2031-04-09"],
    ["[2031-04-02..2031-04-05]", "one-of 2031-04-02 2031-04-05"],
    ["[2031-03..2031-04]", "one-of 2031-03-01 2031-04-30"],
    ["[2031-04-02~,2031-04-05]", "one-of 2031-04-02 2031-04-05 ~"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(parseDate(text)?.edtf).toBe(text);
  });

  it.each([
    // The package throws on some of these and takes others for what the time bar cannot show.
    "",
    " ",
    "2031-02-29",
    "2031-02-30",
    "2031-04-31",
    "2031-13",
    "2031-00",
    "2031-04-00",
    "2031-04-32",
    "1900-02-29",
    "0000",
    "0000-01-01",
    "2031-4-2",
    "31",
    "203",
    "20310",
    "20310402",
    "2031/04/02",
    "2031-04-2",
    " 2031",
    "2031 ",
    "2031-04-02T13:00",
    "2031-04-02T13:00:00Z",
    "4/19/2031",
    "19.04.2031",
    "5 April 2031",
    "2031-21",
    "2031-24",
    "203X",
    "2031-XX",
    "Y12345",
    "-2031",
    "2031S2",
    "2031-W14",
    "2031-092",
    "2031-04-05/2031-04-02",
    "2031/2030",
    "2031-04-02/..",
    "../2031-04-02",
    "2031-04-02/",
    "/2031",
    "2031/2032/2033",
    "[2031]",
    "[]",
    "[2031..]",
    "[..2031]",
    "[2031-04-05..2031-04-02]",
    "{2031,2032}",
    "2031-04~-02",
    "~2031",
    "2031~~",
    "2031-04-02~?",
    "[2031-04-02,2031-02-30]",
    "2031-04-02 / 2031-04-05",
    "undefined",
    "NaN",
    "2031-04-02\n",
    "２０３１",
    `[${"2031,".repeat(500)}2031]`,
  ])("refuses %j", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it("knows the last day of each month, in leap years and others", () => {
    expect(Array.from({ length: 12 }, (_, i) => lastDay(2031, i + 1))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2024, 2100].map((year) => lastDay(year, 2))).toEqual([28, 29, 29, 28]);
  });

  it("gives every day of four years as itself and refuses the day after the last of each month", () => {
    for (let year = 2031; year < 2035; year++) {
      for (let month = 1; month <= 12; month++) {
        const text = (day: number): string => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        for (let day = 1; day <= lastDay(year, month); day++)
          expect(parseDate(text(day))).toMatchObject({ min: text(day), max: text(day) });
        expect(parseDate(text(lastDay(year, month) + 1))).toBeNull();
      }
    }
  });

  it("takes only a whole day for a day", () => {
    expect(["2031-04-02", "2031-04", "2031-02-30", "2031-04-02~"].map(isDay)).toEqual([true, false, false, false]);
  });
});

describe("dateAdvice says what to write", () => {
  it.each([
    ["9/19/2031", /not safe to guess.*2031-09-19/],
    ["19/9/2031", /not safe to guess.*2031-09-19/],
    ["5/4/2031", /2031-05-04 or 2031-04-05/],
    ["4/4/2031", /2031-04-04 if that/],
    ["9/19/31", /2031-09-19/],
    ["31/31/2031", /not safe to guess\.$/],
    ["19.9.2031", /Write 2031-09-19\./],
    ["2031-9-19", /Write 2031-09-19\./],
    ["2031/9/19", /Write 2031-09-19\./],
    ["20310919", /Write 2031-09-19\./],
    ["19 September 2031", /2031-09-19/],
    ["Sept. 19, 2031", /2031-09-19/],
    ["September 2031", /2031-09\./],
    ["Sep-31", /2031-09\./],
    ["19-Sep-31", /2031-09-19/],
    ["2031-02-29", /February 2031 has 28 days/],
    ["2032-02-30", /February 2032 has 29 days/],
    ["2031-19-09", /no month 19.*changed places/],
    ["2031-04-02T13:00", /2031-04-02; a clock time/],
    ["48100", /spreadsheet/],
    ["2031-23", /Seasons/],
    ["203X", /Seasons/],
    ["2031-04-02 – 2031-04-05", /Write 2031-04-02\/2031-04-05\./],
    ["2031-04-05/2031-04-02", /ends before it begins/],
    ["2031-04-02/", /both ends/],
    ["2031-04-02/2031-04-31", /April 2031 has 30 days/],
    ["[2031-04-02]", /no brackets/],
    ["2031-4-2~", /^Write 2031-04-02~\.$/],
    ["2031-04-02~?", /^Write 2031-04-02%\.$/],
    ["5/4/2031?", /2031-05-04\? or 2031-04-05\?,/],
    ["2031-04-02 / 2031-04-05", /^Write 2031-04-02\/2031-04-05, without a space\.$/],
    ["[2031-04-02 .. 2031-04-05]", /^Write \[2031-04-02\.\.2031-04-05\], without/],
    ["soon", /Write 2031-04-02, 2031-04 or 2031/],
  ])("%s", (text, expected) => {
    expect(parseDate(text)).toBeNull();
    expect(dateAdvice(text)).toMatch(expected);
  });
});
