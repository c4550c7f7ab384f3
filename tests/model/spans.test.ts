import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { around, dayNumber, divide, numberDay, slotScale } from "../../src/model/spans.ts";

const day = fc.integer({ min: -200_000, max: 200_000 }).map(numberDay);

describe("a year or a month around a day", () => {
  it.each([
    ["2024-02-10", "month", ["2024-02-01", "2024-02-29"], 29],
    ["2023-12-31", "month", ["2023-12-01", "2023-12-31"], 31],
    ["2023-09-19", "year", ["2023-01-01", "2023-12-31"], 12],
  ] as const)("%s, %s", (at, unit, span, parts) => {
    expect(around(at, unit)).toEqual(span);
    expect(divide(around(at, unit)).length).toBe(parts);
  });

  it("holds the day, and its parts follow one another without a gap", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("year" as const, "month" as const), (at, unit) => {
        const [from, to] = around(at, unit);
        expect(from <= at && at <= to).toBe(true);
        const parts = divide([from, to]);
        expect([parts[0]?.[0], parts.at(-1)?.[1]]).toEqual([from, to]);
        for (const [i, part] of parts.slice(1).entries()) expect(dayNumber(part[0])).toBe(dayNumber(parts[i]?.[1] ?? "") + 1);
      }),
      { numRuns: 300, seed: 31 },
    );
  });
});

describe("where days stand on a ruler", () => {
  it("every part has the same room; nothing stands outside it", () => {
    const x = slotScale([
      ["2023-01-01", "2023-08-31"],
      ["2023-09-01", "2023-09-01"],
    ]);
    expect([x(dayNumber("2023-01-01")), x(dayNumber("2023-09-01")), x(dayNumber("2023-09-02"))]).toEqual([0, 0.5, 1]);
    expect([x(dayNumber("1999-01-01")), x(dayNumber("2030-01-01"))]).toEqual([0, 1]);
  });
});
