import { describe, expect, it } from "vitest";
import { percentile } from "../../src/cli/bench/latency.ts";

describe("the time that nearly all answers keep", () => {
  it("is one that was measured, and no more than the share asked for are within it", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([percentile(hundred, 0.95), percentile(hundred, 0.5), percentile(hundred, 1)]).toEqual([95, 50, 100]);
  });

  it("of a few answers is the slowest, and of none is none", () => {
    expect([percentile([7, 90, 8], 0.95), percentile([5], 0.95), percentile([], 0.95)]).toEqual([90, 5, null]);
  });
});
