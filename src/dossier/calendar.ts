/** Last day of a month, months from 1, by the Gregorian rule; 31 for a month that is none. */
export function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a text is a calendar day that exists, `YYYY-MM-DD`. No clock, no zone. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return year > 0 && month > 0 && month < 13 && day > 0 && day <= lastDay(year, month);
}

const written = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, "0"), ...[month, day].map((n) => String(n).padStart(2, "0"))].join("-");

export function dayBefore(day: string): string {
  const [y = 0, m = 1, d = 1] = day.split("-").map(Number);
  return d > 1 ? written(y, m, d - 1) : m > 1 ? written(y, m - 1, lastDay(y, m - 1)) : written(y - 1, 12, 31);
}

export function dayAfter(day: string): string {
  const [y = 0, m = 1, d = 1] = day.split("-").map(Number);
  return d < lastDay(y, m) ? written(y, m, d + 1) : m < 12 ? written(y, m + 1, 1) : written(y + 1, 1, 1);
}
