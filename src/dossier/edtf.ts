import { parse } from "edtf";
import { lastDay } from "./calendar.ts";
import type { Day, DossierDate } from "./types.ts";

interface Part {
  readonly min: Day;
  readonly max: Day;
  readonly precision: "day" | "month" | "year";
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** Longer than any date of the subset with a dozen alternatives; keeps the time of the grammar bounded. */
const LONGEST = 160;
const ONE = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?`;
/** The subset. The package reads much more (seasons, unspecified digits, open ends, times), none of which the time bar can show. */
const SUBSET = new RegExp(`^(?:${ONE}|${ONE}/${ONE}|\\[${ONE}\\.\\.${ONE}\\]|\\[${ONE}(?:, ?${ONE})+\\])$`);

const two = (n: number): string => String(n).padStart(2, "0");

function part(node: unknown): Part | null {
  const date = node as { type?: string; values?: unknown; approximate?: unknown; uncertain?: unknown } | null;
  if (date?.type !== "Date" || !Array.isArray(date.values)) return null;
  const [year, month, day] = date.values as (number | undefined)[];
  if (year === undefined || year < 1) return null;
  const y = String(year).padStart(4, "0");
  const flags = { approximate: Boolean(date.approximate), uncertain: Boolean(date.uncertain) };
  if (month === undefined) return { min: `${y}-01-01`, max: `${y}-12-31`, precision: "year", ...flags };
  const m = two(month + 1);
  if (month < 0 || month > 11) return null;
  const last = lastDay(year, month + 1);
  if (day === undefined) return { min: `${y}-${m}-01`, max: `${y}-${m}-${last}`, precision: "month", ...flags };
  if (day < 1 || day > last) return null;
  return { min: `${y}-${m}-${two(day)}`, max: `${y}-${m}-${two(day)}`, precision: "day", ...flags };
}

/**
 * Reads a date of the EDTF subset: `2023`, `2023-09`, `2023-09-19`, `a/b`, `[a,b]`, `[a..b]`, each date with `~`, `?` or `%` after it.
 *
 * @returns the date, or null when it is none, names a day that does not exist, or ends before it begins. Does not throw.
 * @see Library of Congress, Extended Date/Time Format, 2019 (levels 0 to 2)
 */
export function parseDate(text: string): DossierDate | null {
  if (text.length > LONGEST || !SUBSET.test(text)) return null;
  const before = known.get(text);
  if (before !== undefined) return before;
  const date = read(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, date);
  return date;
}

/** Every rule asks for the same few dates again, and the grammar takes a tenth of a millisecond for each. */
const known = new Map<string, DossierDate | null>();
const MOST_KNOWN = 20_000;

function read(text: string): DossierDate | null {
  let tree: ReturnType<typeof parse>;
  try {
    // The package throws on whatever it does not know, and a space after a comma is one of these.
    tree = parse(text.replaceAll(", ", ","));
  } catch {
    return null;
  }
  if (tree.type === "Date") {
    const one = part(tree);
    return one && { edtf: text, ...one };
  }
  const parts = (tree.values ?? []).flat().map(part);
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last || parts.length < 2 || parts.some((p) => p === null)) return null;
  const all = parts as Part[];
  const span = tree.type === "Interval" || text.includes("..");
  const min = span ? first.min : all.reduce((least, p) => (p.min < least ? p.min : least), first.min);
  const max = span ? last.max : all.reduce((most, p) => (p.max > most ? p.max : most), first.max);
  if (min > max) return null;
  return {
    edtf: text,
    min,
    max,
    precision: tree.type === "Interval" ? "interval" : "one-of",
    approximate: all.some((p) => p.approximate),
    uncertain: all.some((p) => p.uncertain),
  };
}
