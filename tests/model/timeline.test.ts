import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DossierDate } from "../../src/dossier/types.ts";
import { dayNumber, numberDay } from "../../src/model/spans.ts";
import { buildTimeline, type Timeline } from "../../src/model/timeline.ts";
import { isDay } from "../../src/dossier/calendar.ts";
import { date, index, statement } from "./fixtures.ts";

const lasting = (min: number, max: number): DossierDate => ({
  edtf: `${numberDay(min)}/${numberDay(max)}`,
  min: numberDay(min),
  max: numberDay(max),
  precision: "interval",
  approximate: false,
  uncertain: false,
});

/** A period of up to a century with a focus inside it, and days of statements in it. */
const cases = fc
  .tuple(fc.integer({ min: -30_000, max: 30_000 }), fc.nat(2000), fc.nat(400), fc.nat(36_000), fc.array(fc.nat(38_000), { maxLength: 20 }))
  .map(([start, before, length, after, days]) => {
    const end = start + before + length + after;
    return {
      period: lasting(start, end),
      focus: lasting(start + before, start + before + length),
      statements: days.map((n, i) => statement(`s${i}`, numberDay(start + (n % (end - start + 1))))),
    };
  });

const holds = (check: (timeline: Timeline, given: typeof cases extends fc.Arbitrary<infer T> ? T : never) => void) =>
  fc.assert(
    fc.property(cases, (given) => {
      check(buildTimeline(given.period, given.focus, index(given.statements)), given);
    }),
    { numRuns: 300, seed: 23 },
  );

describe("day numbers", () => {
  it("count from 1 January 1970 and know leap years", () => {
    expect(["1970-01-01", "1969-12-31", "2000-03-01", "2023-09-19"].map(dayNumber)).toEqual([0, -1, 11_017, 19_619]);
    expect(dayNumber("2024-03-01") - dayNumber("2024-02-28")).toBe(2);
    expect(dayNumber("1900-03-01") - dayNumber("1900-02-28")).toBe(1);
  });

  it("and days are each other's inverse, one day after the other", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (n) => {
        const day = numberDay(n);
        expect(isDay(day)).toBe(true);
        expect(dayNumber(day)).toBe(n);
        if (n < 2_932_896) expect(numberDay(n + 1) > day).toBe(true);
      }),
      { numRuns: 5000, seed: 24 },
    );
    expect([numberDay(-719_162), numberDay(2_932_896)]).toEqual(["0001-01-01", "9999-12-31"]);
  });
});

describe("the slots of the time bar", () => {
  it("cover the period from its first day to its last without a gap and without an overlap", () => {
    holds(({ slots }, { period }) => {
      expect([slots[0]?.from, slots.at(-1)?.to]).toEqual([period.min, period.max]);
      for (const slot of slots) expect(slot.from <= slot.to).toBe(true);
      for (const [i, slot] of slots.slice(1).entries()) expect(dayNumber(slot.from)).toBe(dayNumber(slots[i]!.to) + 1);
    });
  });

  it("begin and end with the focus, so that it can be chosen exactly", () => {
    holds(({ slots }, { focus }) => {
      expect(slots.map((s) => s.from)).toContain(focus.min);
      expect(slots.map((s) => s.to)).toContain(focus.max);
    });
  });

  it("are few enough on either side of the focus to be hit", () => {
    holds(({ slots }, { focus }) => {
      expect(slots.filter((s) => s.to < focus.min).length).toBeLessThanOrEqual(14);
      expect(slots.filter((s) => s.from > focus.max).length).toBeLessThanOrEqual(14);
    });
  });

  const september = (...statements: Parameters<typeof index>[0]) =>
    buildTimeline(date("2020-11/2026-03"), date("2023-09-18/2023-09-21"), index(statements));

  it("are single days in the focus and longer outside it, named in words", () => {
    const { slots } = september();
    expect(slots.filter((s) => s.from === s.to).map((s) => s.label)).toEqual([
      "18 September 2023",
      "19 September 2023",
      "20 September 2023",
      "21 September 2023",
    ]);
    expect(slots[0]?.label).toBe("1 November – 31 December 2020");
  });

  it("of a focus of more than a month are months", () => {
    const { slots } = buildTimeline(date("2023"), date("2023-03-15/2023-06-10"), index([]));
    expect(slots.filter((s) => s.from >= "2023-03-15" && s.to <= "2023-06-10").map((s) => [s.from, s.to])).toEqual([
      ["2023-03-15", "2023-03-31"],
      ["2023-04-01", "2023-04-30"],
      ["2023-05-01", "2023-05-31"],
      ["2023-06-01", "2023-06-10"],
    ]);
  });

  it("of a period that is all focus are the focus alone, and a period of one day is one slot", () => {
    const whole = buildTimeline(date("2023-09-18/2023-09-20"), date("2023-09-18/2023-09-20"), index([]));
    expect([whole.slots.length, whole.focus]).toEqual([3, [0, 1]]);
    expect(buildTimeline(date("2023-09-18"), date("2023-09-18"), index([])).slots.length).toBe(1);
  });

  it("of a period that ends with the year 9999 end there, and the build no longer hangs", () => {
    const { slots } = buildTimeline(date("9990-01-01/9999-12-31"), date("9998-01-01/9999-12-31"), index([]));
    expect(slots.at(-1)?.to).toBe("9999-12-31");
  });
});

describe("the focus", () => {
  it("is a magnified section of the same ruler: a day in it is wider than any day outside", () => {
    const { focus, slots } = buildTimeline(date("2020-11/2026-03"), date("2023-09-18/2023-09-21"), index([]));
    const [from, to] = focus;
    expect(to - from).toBeCloseTo(4 / slots.length);
    const outside = slots.filter((s) => s.from !== s.to).map((s) => 1 / slots.length / (dayNumber(s.to) - dayNumber(s.from) + 1));
    expect((to - from) / 4).toBeGreaterThan(10 * Math.max(...outside));
  });

  it("lies within the ruler", () => {
    holds(({ focus: [from, to] }) => {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(1 + 1e-9);
    });
  });
});

describe("the columns", () => {
  it("stand in order of their days, within the ruler, one beside the other, and count every dated statement once", () => {
    holds(({ columns, highest }, { statements }) => {
      expect(columns.reduce((sum, c) => sum + c.count, 0)).toBe(statements.length);
      expect(highest).toBe(Math.max(1, ...columns.map((c) => c.count)));
      for (const [i, column] of columns.entries()) {
        expect(column.x0).toBeGreaterThanOrEqual((columns[i - 1]?.x1 ?? 0) - 1e-9);
        expect(column.x1).toBeGreaterThan(column.x0);
        expect(column.x1).toBeLessThanOrEqual(1 + 1e-9);
      }
    });
  });

  const columns = (...statements: Parameters<typeof index>[0]) =>
    buildTimeline(date("2023-09"), date("2023-09-18/2023-09-21"), index(statements)).columns;

  it("are stacked by party, most first", () => {
    const [column] = columns(
      statement("a", "2023-09-19"),
      statement("b", "2023-09-19", { party: "b" }),
      statement("c", "2023-09-19", { party: "b" }),
    );
    expect(column?.parties).toEqual([
      { id: "b", count: 2 },
      { id: "a", count: 1 },
    ]);
  });

  it("are open when no statement of theirs is certainly of that day", () => {
    const [first, second] = columns(
      statement("a", "2023-09-18/2023-09-20"),
      statement("b", "2023-09-19"),
      statement("c", "2023-09-19/2023-09-20"),
    );
    expect([first?.day, first?.open, second?.day, second?.open]).toEqual(["2023-09-18", true, "2023-09-19", false]);
  });

  it("of days outside the period are at its nearest end and no longer have no width", () => {
    const outside = columns(statement("a", "2023-08-01"), statement("b", "2023-08-31/2023-09-02"), statement("c", "2023-12-24"));
    expect(outside.map((c) => [c.day, c.count])).toEqual([
      ["2023-09-01", 2],
      ["2023-09-30", 1],
    ]);
    for (const column of outside) expect(column.x1).toBeGreaterThan(column.x0);
  });
});

describe("the ticks", () => {
  it("bug: years of a long period were written over each other; some are left out, in order, and each year of a short one is named", () => {
    const years = (period: string) => buildTimeline(date(period), date("2023-09-18/2023-09-29"), index([])).ticks.filter((t) => !t.focus);
    for (const period of ["1974/2024", "1900/2030", "0001/9999"]) {
      const at = years(period).map((t) => t.x);
      expect(at.length).toBeGreaterThan(1);
      expect(Math.min(...at.slice(1).map((x, i) => x - at[i]!))).toBeGreaterThanOrEqual(0.08);
    }
    expect(years("2020-11/2026-03").map((t) => t.label)).toEqual(["2021", "2022", "2023", "2024", "2025", "2026"]);
  });

  it("name the days of the focus and the years in view, in the ruler, in order", () => {
    const { ticks } = buildTimeline(date("2020-11/2026-03"), date("2023-09-18/2023-09-21"), index([]));
    expect(ticks.filter((t) => t.focus).map((t) => t.label)).toEqual(["18", "19", "20", "21"]);
    const years = ticks.filter((t) => !t.focus);
    expect(years.map((t) => t.label)).toEqual(["2021", "2022", "2023", "2024", "2025", "2026"]);
    expect(years.map((t) => t.x)).toEqual(years.map((t) => t.x).sort((a, b) => a - b));
    for (const tick of ticks) expect(tick.x > 0 && tick.x < 1).toBe(true);
  });
});
