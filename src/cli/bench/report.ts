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

/** Something that was measured, and its limit; null = not measured, which is not within. */
export interface Limit {
  readonly what: string;
  /** null = it is told, and nothing is asked of it. */
  readonly limit: number | null;
  readonly value: number | null;
  /** "" = a count, or a share. */
  readonly unit: "ms" | "×" | "kB" | "";
}

/** The budgets in time. The ratios are to the hand-written page in the same round. */
export const timeBudgets = (rounds: readonly Round[]): readonly Limit[] => [
  { what: "first mark, slow 4G", limit: 0.25, value: ratio(rounds, "slow 4G", "firstMark"), unit: "×" },
  { what: "live map, slow 4G", limit: 1.1, value: ratio(rounds, "slow 4G", "live"), unit: "×" },
  { what: "blocking time, slow 4G", limit: 0.4, value: ratio(rounds, "slow 4G", "blocking"), unit: "×" },
  // A page that has painted much holds itself up when it asks for its map's drawing too early.
  { what: "blocking time, unthrottled", limit: 1, value: ratio(rounds, "unthrottled", "blocking"), unit: "×" },
  { what: "click to card, unthrottled", limit: 80, value: middle(rounds, "unthrottled", "ours", "click"), unit: "ms" },
  { what: "time step, unthrottled", limit: 60, value: middle(rounds, "unthrottled", "ours", "step"), unit: "ms" },
];

const verdict = (what: string, value: string, limit: string | null, well: boolean): string =>
  `${limit === null ? "told  " : well ? "within" : "OVER  "}  ${what.padEnd(52)}${value.padStart(10)}${limit === null ? "" : `  of ${limit}`}`;

const told = (n: number, unit: Limit["unit"]): string => {
  if (unit === "kB") return `${(n / SCALE.kB).toFixed(1)} kB`;
  if (unit === "") return String(Number(n.toFixed(3)));
  return unit === "ms" ? `${n.toFixed(0)} ms` : `${n.toFixed(2)} ×`;
};

/** Every budget with what was measured. */
export const verdicts = (bytes: readonly Budget[], limits: readonly Limit[]): readonly string[] => [
  ...bytes.map((b) => verdict(b.what, told(b.bytes, "kB"), told(b.limit, "kB"), within(b))),
  ...limits.map(({ what, limit, value, unit }) => {
    const well = value !== null && (limit === null || value <= limit);
    return verdict(what, value === null ? "none" : told(value, unit), limit === null ? null : told(limit, unit), well);
  }),
];
