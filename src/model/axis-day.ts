import type { Day, DossierHead, Statement } from "../dossier/types.ts";
import { certainDay } from "./dates.ts";
import { dayNumber } from "./spans.ts";

type Told = Pick<Statement, "date" | "dateBasis" | "dateNote" | "time" | "timeNote" | "sources">;

/**
 * The day on which a statement's clock was read; null when it is not known. The hour of a publication is of the day that its source says,
 * which need not be the day on which the statement was made.
 */
function clockDay({ date, dateBasis, time, sources }: Told): Day | null {
  if (time === null || !certainDay(date)) return null;
  if (time.is === "statement") return date.min;
  if (time.is === "event") return null;
  const days = new Set(sources.flatMap(({ published }) => (published?.slice(11) === time.clock ? published.slice(0, 10) : [])));
  if (days.size > 0) return days.has(date.min) ? date.min : ([...days].sort()[0] ?? null);
  return dateBasis === "published" ? date.min : null;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The day in a zone when a clock at an offset shows an hour of a day; null when there is no such hour, offset or zone. The reader's clock has no
 * part in it.
 *
 * @param zone IANA
 */
export function dayIn(zone: string, day: Day, clock: string, offset: string): Day | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  const [, sign, ahead, and] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  if (hours === undefined || sign === undefined) return null;
  const east = (sign === "-" ? -1 : 1) * (Number(ahead) * 60 + Number(and));
  const instant = dayNumber(day) * DAY + (Number(hours) * 60 + Number(minutes) - east) * MINUTE;
  try {
    const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    const parts = new Map(format.formatToParts(instant).map((p) => [p.type, p.value]));
    return `${(parts.get("year") ?? "").padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
  } catch {
    // A zone that there is not has been told.
    return null;
  }
}

/** What has to be said of a statement's hour so that nobody takes its day for another: nothing where the two are one day, or a note has said it. */
export interface HourDay {
  /** The day on which the clock was read, when it is not the statement's. */
  readonly read: Day | null;
  /** The statement's day on the axis, when it is another there. */
  readonly axis: Day | null;
}

export function hourDay(s: Told, { zone }: Pick<DossierHead, "zone">): HourDay {
  const read = clockDay(s);
  const own = s.date?.min;
  const axis = read !== null && read === own && s.time?.offset ? dayIn(zone.id, read, s.time.clock, s.time.offset) : null;
  /** A note that names the day of the month is taken to have said which day it is. */
  const said = (day: Day): boolean => new RegExp(`(^|\\D)${Number(day.slice(8))}(\\D|$)`).test(`${s.dateNote ?? ""} ${s.timeNote ?? ""}`);
  const toSay = (day: Day | null): Day | null => (day === null || day === own || said(day) ? null : day);
  return { read: toSay(read), axis: toSay(axis) };
}
