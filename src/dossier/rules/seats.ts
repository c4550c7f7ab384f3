import { textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId } from "../tables.ts";
import type { Rule } from "./rule.ts";

/** A state sits in its own country, not in that of another party: a row that went up or down by one gives each the other's seat. */
export const seats: Rule = ({ rows }, report) => {
  const places = byId(rows.places);
  const named = new Set(rows.parties.flatMap((row) => wordAt(row.map, "name")?.toLowerCase() ?? []));
  for (const row of rows.parties) {
    const seat = textAt(row.map, "seat");
    const place = seat && places.get(seat.text.trim());
    const country = (place && wordAt(place.map, "country")) ?? "";
    const other = named.has(country.toLowerCase());
    const own = wordAt(row.map, "name") ?? "its own country";
    if (!seat || !place || !other || own.toLowerCase() === country.toLowerCase() || wordAt(row.map, "kind") !== "state") continue;
    report({
      severity: "warning",
      rule: "seat",
      at: seat.spot,
      found: `${quoted(seat.text)}, in ${country}`,
      expected: `a place in ${own}`,
      fix: `Correct the seat, or the country of the place at ${place.spot.file}:${place.spot.line}; ${country} is another party.`,
    });
  }
};
