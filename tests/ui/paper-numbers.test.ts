import { describe, expect, it } from "vitest";
import { inShort, letter } from "../../src/ui/paper-numbers.ts";

describe("on paper", () => {
  it("places have letters, and after the last letter two of them", () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letter)).toEqual(["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
  });

  it.each([
    [[], ""],
    [[4], "4"],
    [[1, 2], "1, 2"],
    [[1, 2, 3], "1–3"],
    [[1, 3, 4, 5, 6, 9, 11, 12], "1, 3–6, 9, 11, 12"],
  ])("the numbers %j are said in short as %s", (numbers, words) => expect(inShort(numbers)).toBe(words));
});
