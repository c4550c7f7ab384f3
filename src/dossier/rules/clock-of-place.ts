import { parseDate } from "../edtf.ts";
import { type MapValue, textAt, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId } from "../tables.ts";
import type { Rule } from "./rule.ts";

/** What the clocks of a zone stood at on a day, from one midnight to the next: two offsets where they were changed. */
export function offsetsOn(zone: string, day: string): ReadonlySet<string> {
  try {
    const clock = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
    const [y = 0, m = 1, d = 1] = day.split("-").map(Number);
    return new Set(
      [-14, 0, 12, 26].map((hour) => {
        const part = clock.formatToParts(Date.UTC(y, m - 1, d, hour)).find((p) => p.type === "timeZoneName")?.value ?? "";
        const [, sign, hours, minutes = "00"] = /([+-])(\d{2})(?::(\d{2}))?/.exec(part) ?? [];
        return sign ? `${sign}${hours}:${minutes}` : "+00:00";
      }),
    );
  } catch {
    // A zone that there is not has been told.
    return new Set();
  }
}

/**
 * The offset of a clock is one that somebody who told the hour could have read: that of the place, of the dossier's axis, or UTC. A
 * publisher's clock may stand anywhere.
 */
export const clockOfPlace: Rule = (tables, report) => {
  const places = byId(tables.rows.places);
  const axis = tables.head && wordAt(tables.head, "axis_zone.id");
  const check = (map: MapValue, place: string | null): void => {
    const at = textAt(map, "utc_offset");
    const date = parseDate(wordAt(map, "date") ?? "");
    const zone = place === null ? null : wordAt(places.get(place)?.map ?? map, "zone");
    if (!at || !date || date.edtf !== date.min || zone === null) return;
    const offset = at.text.trim();
    if (!/^[+-]\d{2}:\d{2}$/.test(offset)) return;
    const own = offsetsOn(zone, date.min);
    if (own.size === 0 || own.has(offset) || offset === "+00:00" || (axis && offsetsOn(axis, date.min).has(offset))) return;
    report({
      severity: "warning",
      rule: "utc-offset-place",
      at: at.spot,
      found: quoted(at.text),
      expected: `${[...own].join(" or ")}, as the clocks of ${zone} stood on ${date.min}`,
      fix: "Correct the offset, or the zone of the place; when the source told another city's hour, write that in time_note.",
    });
  };
  for (const { map } of tables.rows.statements) if (wordAt(map, "time_is") === "statement") check(map, wordAt(map, "said_in"));
  for (const { map } of tables.rows.events) check(map, wordsAt(map, "places")[0] ?? null);
};

/** The offset that a label says; null when it says none. */
function saidOffset(label: string): string | null {
  const [zone, sign, hours = "", minutes = "00"] = /\b(?:UTC|GMT)\b(?:\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?)?/.exec(label) ?? [];
  if (zone === undefined) return null;
  return sign ? `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}` : "+00:00";
}

/** What the axis is called says the offset of its zone, on one of the days of the period at least: each hour on it is read by that. */
export const axisLabel: Rule = ({ head }, report) => {
  const [zone, label] = [head && wordAt(head, "axis_zone.id"), head && textAt(head, "axis_zone.label")];
  const said = label ? saidOffset(label.text) : null;
  const days = ["period", "focus"].flatMap((field) => {
    const date = head && parseDate(wordAt(head, field) ?? "");
    return date ? [date.min, date.max] : [];
  });
  const own = new Set(days.flatMap((day) => (zone ? [...offsetsOn(zone, day)] : [])));
  if (label && said && own.size > 0 && !own.has(said))
    report({
      severity: "warning",
      rule: "axis-label",
      at: label.spot,
      found: quoted(label.text),
      expected: `UTC${[...own].join(" or UTC")}, as the clocks of ${zone} stand`,
      fix: "Correct the label, or the zone.",
    });
};
