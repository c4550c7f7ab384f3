import { describe, expect, it } from "vitest";
import { median, middle, type Round, ratio, table, timeBudgets, verdicts } from "../../src/cli/bench/report.ts";
import type { Measured } from "../../src/cli/bench/run.ts";
import { asked } from "../../src/cli/bench.ts";

const NOTHING: Measured = {
  bytesBeforePaint: null,
  ownBytes: 0,
  allBytes: 0,
  firstPaint: null,
  firstMark: null,
  live: null,
  blocking: null,
  click: null,
  step: null,
  heap: null,
};
const round = (profile: Round["profile"], ours: Partial<Measured>, baseline: Partial<Measured>): Round => ({
  profile,
  ours: { ...NOTHING, ...ours },
  baseline: { ...NOTHING, ...baseline },
});

describe("the middle of many measurements", () => {
  it("is the one in the middle, or between the two in the middle, or none", () => {
    expect([[3, 1, 2], [4, 1, 2, 3], [5], []].map(median)).toEqual([2, 2.5, 5, null]);
  });

  it("is taken within a link and leaves out what was not measured", () => {
    const rounds = [
      round("slow 4G", { click: 10 }, {}),
      round("slow 4G", {}, {}),
      round("slow 4G", { click: 30 }, {}),
      round("unthrottled", { click: 500 }, {}),
    ];
    expect(middle(rounds, "slow 4G", "ours", "click")).toBe(20);
    expect(middle(rounds, "slow 4G", "baseline", "click")).toBeNull();
  });
});

describe("a ratio", () => {
  it("is the middle of the rounds' own ratios, so a round that was slow for both does not move it", () => {
    const rounds = [
      round("slow 4G", { live: 10 }, { live: 10 }),
      round("slow 4G", { live: 900 }, { live: 1000 }),
      round("slow 4G", { live: 8 }, { live: 10 }),
    ];
    expect(ratio(rounds, "slow 4G", "live")).toBeCloseTo(0.9);
  });

  it("is none when one of the two was not measured or is zero", () => {
    expect(ratio([round("slow 4G", { live: 10 }, {}), round("slow 4G", { live: 10 }, { live: 0 })], "slow 4G", "live")).toBeNull();
  });
});

describe("the verdicts", () => {
  const BYTES = [{ id: "page", what: "index.html", limit: 80_000, bytes: 80_001 }] as const;

  it("tell each budget with its value, in or over", () => {
    const rounds = [
      round("slow 4G", { firstMark: 25, live: 111, blocking: 1 }, { firstMark: 100, live: 100, blocking: 10 }),
      round("unthrottled", { blocking: 0, click: 80, step: 60.5 }, { blocking: 220, click: 1, step: 1 }),
    ];
    const lines = verdicts(BYTES, timeBudgets(rounds)).map((line) => line.replace(/ +/g, " "));
    expect(lines).toEqual([
      "OVER index.html 80.0 kB of 80.0 kB",
      "within first mark, slow 4G 0.25 × of 0.25 ×",
      "OVER live map, slow 4G 1.11 × of 1.10 ×",
      "within blocking time, slow 4G 0.10 × of 0.40 ×",
      "within blocking time, unthrottled 0.00 × of 1.00 ×",
      "within click to card, unthrottled 80 ms of 80 ms",
      "OVER time step, unthrottled 61 ms of 60 ms",
    ]);
  });

  it("tell what has no limit, and counts and bytes as they are", () => {
    const lines = verdicts(
      [],
      [
        { what: "to live", limit: null, value: 812.4, unit: "ms" },
        { what: "script", limit: 2000, value: 2001, unit: "kB" },
        { what: "moved", limit: 0, value: 0.00049, unit: "" },
        { what: "shifted", limit: 0, value: 0.0123, unit: "" },
      ],
    ).map((line) => line.replace(/ +/g, " "));
    expect(lines).toEqual(["told to live 812 ms", "OVER script 2.0 kB of 2.0 kB", "OVER moved 0 of 0", "OVER shifted 0.012 of 0"]);
  });

  it("take nothing that was not measured for within", () => {
    expect(verdicts([], timeBudgets([])).every((line) => line.startsWith("OVER") && line.includes("none"))).toBe(true);
  });
});

describe("the table", () => {
  it("has both pages and the ratio for each link, with a dash for what was not measured", () => {
    const lines = table([round("unthrottled", { live: 300, heap: 2e6 }, { live: 600, heap: 4e6 }), round("slow 4G", {}, {})]);
    const find = (what: string): string[] =>
      lines.filter((line) => line.startsWith(what)).map((line) => line.slice(what.length).trim().replace(/ {2,}/g, "|"));
    expect(find("live map")).toEqual(["300 ms|600 ms|0.50", "–|–|–"]);
    expect(find("JS heap after GC")[0]).toBe("2.0 MB|4.0 MB|0.50");
  });
});

describe("what the command line asks for", () => {
  it("is three rounds unless told otherwise", () => {
    expect([[], ["--rounds", "5"], ["--rounds=1", "--json", "out.json"]].map(asked)).toEqual([
      { rounds: 3, json: null },
      { rounds: 5, json: null },
      { rounds: 1, json: "out.json" },
    ]);
  });

  it("is refused when it makes no sense", () => {
    expect([["--rounds"], ["--rounds", "0"], ["--rounds", "x"], ["--json"], ["--fast"]].map(asked)).toEqual(Array(5).fill(null));
  });
});
