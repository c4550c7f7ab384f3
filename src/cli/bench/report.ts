import { type Budget, within } from "./budgets.ts";
import type { Profile } from "./link.ts";
import type { Measured } from "./run.ts";

/** One round: both pages, one after the other, on the same link, so that whatever else the machine did it did to both. */
export interface Round {
  readonly profile: Profile["name"];
  readonly ours: Measured;
  readonly baseline: Measured;
}

/** The middle value; of an even number the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half];
  const lower = sorted[sorted.length % 2 === 1 ? half : half - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

interface Row {
  readonly key: keyof Measured;
  readonly what: string;
  readonly unit: "ms" | "kB" | "MB";
}
const ROWS: readonly Row[] = [
  { key: "bytesBeforePaint", what: "bytes before first paint", unit: "kB" },
  { key: "ownBytes", what: "bytes in all, own host", unit: "kB" },
  { key: "allBytes", what: "bytes in all, every host", unit: "kB" },
  { key: "firstPaint", what: "first contentful paint", unit: "ms" },
  { key: "firstMark", what: "first mark", unit: "ms" },
  { key: "live", what: "live map", unit: "ms" },
  { key: "blocking", what: "blocking time", unit: "ms" },
  { key: "click", what: "click to card", unit: "ms" },
  { key: "step", what: "time step to drawn", unit: "ms" },
  { key: "heap", what: "JS heap after GC", unit: "MB" },
];
const SCALE = { ms: 1, kB: 1000, MB: 1_000_000 } as const;

const numbers = (values: readonly (number | null)[]): number[] => values.filter((v) => v !== null);

/** The median over the rounds of one profile; null when it was never measured. */
export const middle = (rounds: readonly Round[], profile: Profile["name"], page: "ours" | "baseline", key: keyof Measured): number | null =>
  median(numbers(rounds.filter((r) => r.profile === profile).map((r) => r[page][key])));

/** Ours over the baseline's: the median of the rounds' own ratios, which a noisy machine moves least. */
export const ratio = (rounds: readonly Round[], profile: Profile["name"], key: keyof Measured): number | null =>
  median(
    numbers(
      rounds
        .filter((r) => r.profile === profile)
        .map(({ ours, baseline }) => {
          const [a, b] = [ours[key], baseline[key]];
          return a === null || b === null || b === 0 ? null : a / b;
        }),
    ),
  );

const show = (value: number | null, unit: Row["unit"]): string =>
  value === null ? "–" : `${(value / SCALE[unit]).toFixed(unit === "ms" ? 0 : 1)} ${unit}`;

const line = (...cells: readonly [string, string, string, string]): string =>
  cells[0].padEnd(28) +
  cells
    .slice(1)
    .map((c) => c.padStart(13))
    .join("");

/** What was measured, one profile after the other. */
export function table(rounds: readonly Round[]): readonly string[] {
  return [...new Set(rounds.map((r) => r.profile))].flatMap((profile) => [
    "",
    line(profile, "dateline", "by hand", "ratio"),
    ...ROWS.map(({ key, what, unit }) => {
      const cell = (page: "ours" | "baseline"): string => show(middle(rounds, profile, page, key), unit);
      return line(what, cell("ours"), cell("baseline"), ratio(rounds, profile, key)?.toFixed(2) ?? "–");
    }),
  ]);
}

/** A limit on a time, and what came of it; null = not measured, which is not within. */
export interface TimeBudget {
  readonly what: string;
  readonly limit: number;
  readonly value: number | null;
  readonly unit: "ms" | "×";
}

/** The budgets in time. The ratios are to the hand-written page in the same round. */
export const timeBudgets = (rounds: readonly Round[]): readonly TimeBudget[] => [
  { what: "first mark, slow 4G", limit: 0.25, value: ratio(rounds, "slow 4G", "firstMark"), unit: "×" },
  { what: "live map, slow 4G", limit: 1.1, value: ratio(rounds, "slow 4G", "live"), unit: "×" },
  { what: "blocking time, slow 4G", limit: 0.4, value: ratio(rounds, "slow 4G", "blocking"), unit: "×" },
  { what: "click to card, unthrottled", limit: 80, value: middle(rounds, "unthrottled", "ours", "click"), unit: "ms" },
  { what: "time step, unthrottled", limit: 60, value: middle(rounds, "unthrottled", "ours", "step"), unit: "ms" },
];

const verdict = (what: string, value: string, limit: string, well: boolean): string =>
  `${well ? "within" : "OVER  "}  ${what.padEnd(38)}${value.padStart(10)}  of ${limit}`;

/** Every budget with what was measured. */
export function verdicts(bytes: readonly Budget[], times: readonly TimeBudget[]): readonly string[] {
  const kilobytes = (n: number): string => `${(n / SCALE.kB).toFixed(1)} kB`;
  const time = (n: number, unit: TimeBudget["unit"]): string => (unit === "ms" ? `${n.toFixed(0)} ms` : `${n.toFixed(2)} ×`);
  return [
    ...bytes.map((b) => verdict(b.what, kilobytes(b.bytes), kilobytes(b.limit), within(b))),
    ...times.map((t) =>
      verdict(t.what, t.value === null ? "none" : time(t.value, t.unit), time(t.limit, t.unit), t.value !== null && t.value <= t.limit),
    ),
  ];
}
