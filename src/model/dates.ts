import type { ClockTime, Day, DossierDate } from "../dossier/types.ts";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SHORT = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

interface Parts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}
const parts = (day: Day): Parts => ({ year: day.slice(0, 4), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) });

/** `19 September 2023`; `style: "short"` gives `19 Sept 2023`. Pure text work: no `Date`, no clock, no zone. */
export function dayWords(day: Day, style: "long" | "short" = "long"): string {
  const { year, month, day: d } = parts(day);
  return `${d} ${(style === "long" ? MONTHS : SHORT)[month - 1]} ${year}`;
}

/** Two days in the shortest unambiguous words: `19–21 September 2023`, `30 August – 1 September 2023`. */
export function spanWords(min: Day, max: Day, joiner: "–" | "or" = "–", style: "long" | "short" = "long"): string {
  if (min === max) return dayWords(min, style);
  const names = style === "long" ? MONTHS : SHORT;
  const a = parts(min);
  const b = parts(max);
  const glue = joiner === "–" ? "–" : ` ${joiner} `;
  if (a.year === b.year && a.month === b.month) return `${a.day}${glue}${b.day} ${names[b.month - 1]} ${b.year}`;
  const wide = joiner === "–" ? " – " : glue;
  if (a.year === b.year) return `${a.day} ${names[a.month - 1]}${wide}${b.day} ${names[b.month - 1]} ${b.year}`;
  return `${dayWords(min, style)}${wide}${dayWords(max, style)}`;
}

const nextDay = (day: Day): Day => {
  const { year, month, day: d } = parts(day);
  const leap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
  const two = (n: number) => String(n).padStart(2, "0");
  if (d < last) return `${year}-${two(month)}-${two(d + 1)}`;
  return month < 12 ? `${year}-${two(month + 1)}-01` : `${Number(year) + 1}-01-01`;
};

/** From one date to another, neither told more exactly than it was written: `November 2020 – March 2026`. */
function intervalWords(date: DossierDate, style: "long" | "short"): string {
  const ends = date.edtf.replace(/[~?%]/g, "").split("/");
  if (ends.every((end) => end.length === 10)) return spanWords(date.min, date.max, "–", style);
  const names = style === "long" ? MONTHS : SHORT;
  return ends
    .map((end) => (end.length === 10 ? dayWords(end, style) : end.length === 7 ? `${names[parts(end).month - 1]} ${end.slice(0, 4)}` : end))
    .join(" – ");
}

/**
 * A dossier date in words, saying what is not known: `19 or 20 September 2023`, `one day within 18–20 September 2023`,
 * `about 19 September 2023`, `September 2023, day not known`. null = `Undated`.
 */
export function dateWords(date: DossierDate | null, style: "long" | "short" = "long"): string {
  if (date === null) return "Undated";
  const { month, year } = parts(date.min);
  let words: string;
  if (date.precision === "year") words = `${year}, day not known`;
  else if (date.precision === "month") words = `${(style === "long" ? MONTHS : SHORT)[month - 1]} ${year}, day not known`;
  else if (date.precision === "one-of" && date.min !== date.max) {
    words =
      nextDay(date.min) === date.max
        ? spanWords(date.min, date.max, "or", style)
        : `one day within ${spanWords(date.min, date.max, "–", style)}`;
  } else words = date.precision === "interval" ? intervalWords(date, style) : spanWords(date.min, date.max, "–", style);
  return `${date.approximate ? "about " : ""}${words}${date.uncertain ? " (uncertain)" : ""}`;
}

/** A publisher's stamp, `YYYY[-MM[-DD[THH:MM]]]`, as a day in words; the clock is left out. */
export function stampWords(stamp: string): string {
  const [y, m, d] = stamp.slice(0, 10).split("-");
  if (d) return dayWords(stamp.slice(0, 10), "short");
  return m ? `${SHORT[Number(m) - 1]} ${y}` : (y ?? stamp);
}

const IS = { statement: "", publication: "published ", event: "hour of the event: " } as const;

/** `published 22:15 (UTC+4)`: a clock reading with what it is the time of. */
export function clockWords(time: ClockTime): string {
  const zone =
    time.offset === null
      ? "zone not stated"
      : `UTC${time.offset.replace(/^([+-])0?(\d+):(\d\d)$/, (_, s: string, h: string, m: string) => `${s === "-" ? "−" : "+"}${h}${m === "00" ? "" : `:${m}`}`)}`;
  return `${IS[time.is]}${time.clock} (${zone})`;
}
