import { describe, expect, it } from "vitest";
import { ciede2000, difference, lab } from "./colour-vision.ts";

describe("the measure of colours", () => {
  it("is CIEDE2000: it gives the values of the paper that published it", () => {
    // Sharma, Wu and Dalal 2005, table 1, pairs 1, 7, 13, 17 and 25.
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(ciede2000([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
    expect(ciede2000([50, -0.001, 2.49], [50, 0.0011, -2.49])).toBeCloseTo(4.7461, 4);
    expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
  });

  it("knows black from white, and no colour from itself", () => {
    expect(difference("#000000", "#ffffff", "full")).toBeCloseTo(100, 1);
    expect(difference("#984609", "#984609", "deutan")).toBe(0);
    expect(lab("#ffffff", "full")[0]).toBeCloseTo(100, 3);
  });

  it("sees red and green come together without red or green cones, and blue and green without blue ones", () => {
    for (const sight of ["protan", "deutan"] as const)
      expect(difference("#b00000", "#4a6b00", sight)).toBeLessThan(difference("#b00000", "#4a6b00", "full") / 2);
    expect(difference("#0090b0", "#009080", "tritan")).toBeLessThan(difference("#0090b0", "#009080", "full"));
  });
});
