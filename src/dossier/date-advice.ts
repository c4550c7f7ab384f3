import { lastDay } from "./calendar.ts";
import { parseDate } from "./edtf.ts";

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const two = (n: number): string => String(n).padStart(2, "0");
const iso = (year: number, month: number, day?: number): string | null => {
  const text = `${String(year).padStart(4, "0")}-${two(month)}${day === undefined ? "" : `-${two(day)}`}`;
  return parseDate(text) ? text : null;
};
const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Months in languages that dossiers are written in, as they stand in a date; made when first asked for. */
const others = new Map<string, number>();
/** The middle of a January, and a twelfth of a year, in milliseconds: the middle of each month, for its name alone. */
const [JANUARY, MONTH] = [979_516_800_000, 2_629_800_000];
const LANGUAGES = ["fr", "de", "es", "it", "pt", "nl", "ru", "uk", "tr", "az"];
function foreignMonth(word: string): number {
  if (others.size === 0)
    for (const lang of LANGUAGES)
      for (let month = 1; month <= 12; month++) {
        const parts = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long", timeZone: "UTC" }).formatToParts(
          JANUARY + (month - 1) * MONTH,
        );
        others.set(parts.find(({ type }) => type === "month")?.value.toLowerCase() ?? "", month);
      }
  return others.get(word) ?? 0;
}

const monthNumber = (word: string): number => {
  const w = word.toLowerCase().replace(/\.$/, "");
  if (foreignMonth(w) > 0) return foreignMonth(w);
  return w.length < 3 ? 0 : MONTHS.findIndex((m) => m.startsWith(w) || (w === "sept" && m === "september")) + 1;
};

/** A day that cannot be, explained: `2031-02-30`, `2031-13-01`. */
function impossible(text: string): string | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3])];
  if (year === 0) return "There is no year 0000.";
  if (day === 0 && month >= 1 && month <= 12) return `There is no day 0. Where the day is not known, write ${text.slice(0, 7)}.`;
  if (month < 1 || month > 12)
    return day !== null && day >= 1 && day <= 12
      ? `There is no month ${month}. Perhaps day and month changed places; check the source.`
      : `There is no month ${month}. Check the source.`;
  if (day !== null && (day < 1 || day > lastDay(year, month)))
    return `${NAMES[month - 1]} ${year} has ${lastDay(year, month)} days. Check the day in the source.`;
  return null;
}

/** `4/19/2031` in any of its orders. Never turned into a date for the editor when it could be read two ways. */
function slashed(text: string): string | null {
  const match = /^(\d{1,2})[/](\d{1,2})[/](\d{4}|\d{2})$/.exec(text);
  if (!match) return null;
  const [a, b, year] = [Number(match[1]), Number(match[2]), fullYear(match[3] ?? "")];
  const readings = [...new Set([iso(year, a, b), iso(year, b, a)].filter((d) => d !== null))];
  const order = "The order of day and month is not safe to guess.";
  if (readings.length === 2) return `${order} Write ${readings[0]} or ${readings[1]}, whichever the source says.`;
  return readings.length === 1 ? `${order} Write ${readings[0]} if that is the day in the source.` : order;
}

function worded(text: string): string | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de )?(\p{L}{3,10}\.?)(?: de)?[ ,-]+(\d{4}|\d{2})$/iu.exec(text);
  const monthFirst = /^([a-z]{3,9}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  const monthOnly = /^([a-z]{3,9}\.?)[ ,-]+(\d{4}|\d{2})$/i.exec(text);
  const [word, day, year] = dayFirst
    ? [dayFirst[2], dayFirst[1], dayFirst[3]]
    : monthFirst
      ? [monthFirst[1], monthFirst[2], monthFirst[3]]
      : [monthOnly?.[1], undefined, monthOnly?.[2]];
  const month = word && year ? monthNumber(word) : 0;
  const date = month > 0 ? iso(fullYear(year ?? ""), month, day === undefined ? undefined : Number(day)) : null;
  return date && `Months are written as numbers: ${date}.`;
}

function numbered(text: string): string | null {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [y, m, d] = yearFirst ? yearFirst.slice(1) : dotted ? [dotted[3], dotted[2], dotted[1]] : packed ? packed.slice(1) : [];
  if (y === undefined || m === undefined) return null;
  const date = iso(Number(y), Number(m), d === undefined ? undefined : Number(d));
  return date && `Write ${date}.`;
}

/** The one sign that says all that these say. */
const signOf = (signs: string): string => (/%|~.*\?|\?.*~/.test(signs) ? "%" : signs.slice(0, 1));

const GENERIC = "Write 2031-04-02, 2031-04 or 2031, or one of the other forms in geo/README.md.";

/** What an editor should write in place of a date that `parseDate` does not take. One sentence or two. */
export function dateAdvice(text: string): string {
  // No date is this long, and the patterns below would take their time.
  if (text.length > 100) return GENERIC;
  // What an office suite or a copied line makes of a date: other dashes, other digits, a clock that was cut off.
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    // What no screen shows.
    .replace(/\p{Cf}/gu, "")
    .replace(/T$/, "")
    // Digits of other scripts, whose zero is at the beginning of each row of ten.
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => {
      let n = 0;
      while (n < 9 && /\p{Nd}/u.test(String.fromCodePoint(digit.codePointAt(0)! - n - 1))) n++;
      return String(n);
    });
  if (plain !== text && parseDate(plain)) return `Write ${plain}.`;
  const [, bareDate = ""] = /^['’‘`](.+)$/.exec(plain) ?? [];
  if (parseDate(bareDate)) return `Remove the apostrophe that a spreadsheet put before it: write ${bareDate}.`;
  const midnight = /^(\d{4}-\d{2}-\d{2})[T ]00:00:00(?:\.0+)?Z?$/.exec(plain)?.[1] ?? "";
  if (parseDate(midnight)) return `Write ${midnight}.`;
  const tight = plain.replace(/\s+/g, "");
  if (parseDate(tight)) return `Write ${tight}, without a space.`;
  if (/^(unknown|undated|no date|n\.? ?d\.?|n\/a|not known|\?+)$/i.test(plain))
    return 'Leave the date out: write "date_basis: undated", and in "date_note" what is known of the day.';
  const [, one = "", other = ""] = /^(\d{4}-\d{2}-\d{2}) +(?:or|&|and) +(\d{4}-\d{2}-\d{2})$/i.exec(plain) ?? [];
  if (one !== "") return `Write "[${one},${other}]" for one of the two days, and ${one}/${other} for both and what lies between.`;
  const about = /^(?:circa|ca|c|about|approx|around)\.? *(.+)$/i.exec(plain)?.[1];
  if (about && parseDate(`${about}~`)) return `Write ${about}~.`;
  const [, signs = "", unsigned = ""] = /^([~?%]+) ?(\d.*)$/.exec(plain) ?? [];
  if (parseDate(unsigned + signOf(signs))) return `Write ${unsigned}${signOf(signs)}.`;
  const [, first = "", last = ""] = /^(\d[\d-]*) ?\.{2,3} ?(\d[\d-]*)$/.exec(plain) ?? [];
  if (parseDate(`${first}/${last}`))
    return `Write ${first}/${last} for the time from the one to the other, and "[${first}..${last}]" for one day between them.`;
  const letters = plain.replace(/[oO]/g, "0").replace(/[lI]/g, "1");
  if (letters !== plain && parseDate(letters)) return `A letter stands for a digit: write ${letters}.`;
  const days = /^((\d{4}-\d{2}-)\d{2})\/(\d{2})$/.exec(plain);
  if (days && parseDate(`${days[1]}/${days[2]}${days[3]}`)) return `Write both ends whole: ${days[1]}/${days[2]}${days[3]}.`;
  if (/^\d{2}-\d{2}-\d{2}$/.test(plain)) return "The year has four digits: write it out, as in 2031-04-02.";
  const sign = signOf(/[~?%]*$/.exec(text)?.[0] ?? "");
  const bare = text.replace(/[~?%]+$/, "");
  const clock = /^(\d{4}-\d{2}-\d{2})[T ]\d/.exec(text);
  const zoned = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:?\d{2})$/.exec(plain);
  if (zoned) return `Write the day alone, ${zoned[1]}; a day has no time zone.`;
  if (/^#{3,}$/.test(text)) return "The column was too narrow for the spreadsheet to show the date. Widen it, and export the table again.";
  if (clock) return `Write the day alone, ${clock[1]}; a clock time belongs in "time".`;
  if (/^\d{5}(\.\d+)?$/.test(text))
    return "A spreadsheet turned the date into a number. Format the column as plain text and write the date again.";
  if (
    /^\d{4}-(2[1-4]|3\d|4[01]|[QW]\d+(?:-\d)?|u.*)$/i.test(bare) ||
    /^(?:in )?(?:early |late )?(?:spring|summer|autumn|fall|winter)\b/i.test(bare) ||
    /^\d[\dXx]{0,3}[Xx]/.test(bare) ||
    /^\d{4}-[\dX-]*X/i.test(bare)
  )
    return "Seasons, quarters, weeks and unknown digits are not read. Write the year, the year and month, or a range.";
  const simple = slashed(bare) ?? worded(bare) ?? numbered(bare) ?? impossible(bare);
  if (simple) return simple.replace(/\d{4}(?:-\d{2}){1,2}(?=[ ,.])/g, (date) => date + sign);
  const span = /^(.+?)(?: *[–—] *| - | to )(.+)$/.exec(bare);
  if (span && parseDate(span[1] ?? "") && parseDate(span[2] ?? "")) return `Write ${span[1]}/${span[2]}.`;
  const set = /^\[(.*)\]$/.exec(bare);
  const parts = set ? (set[1] ?? "").split(/\.\.|, */) : bare.split("/");
  if (parts.length === 1 && set) return "One day needs no brackets; two are written [2031-04-02,2031-04-03].";
  if (parts.length === 1) return GENERIC;
  if (parts.some((p) => p === "" || p === "..")) return "Write both ends; a range without an end has no place on the time bar.";
  const broken = parts.find((p) => parseDate(p) === null);
  if (broken !== undefined) {
    if (parts.length > 20) return GENERIC;
    // What is right in it stays: the whole is written anew, not the one part.
    const mended = bare.replace(/[^[\],/]+?(?=\.\.|[\],/]|$)/g, (part) => {
      const date = part.trim();
      return parseDate(date) ? part : (/(?:^Write|as numbers:) (\d[\d-]*)\.$/.exec(dateAdvice(date))?.[1] ?? part);
    });
    return parseDate(mended) ? `Write ${mended}.` : dateAdvice(broken);
  }
  return parts.length === 2 ? "The range ends before it begins. Exchange the two, or check the source." : GENERIC;
}
