import { parseDate } from "../edtf.ts";
import { textAt, textsAt, valueAt, wordAt, wordsAt } from "../read/value.ts";
import { namedAt } from "../references.ts";
import { quoted } from "../show.ts";
import { byId, type Row, type Tables } from "../tables.ts";
import type { Report } from "../findings.ts";
import type { MapValue } from "../read/value.ts";
import { outsideOf } from "./period.ts";
import { placesTurned } from "./places-order.ts";
import type { Rule } from "./rule.ts";
import { windowOf } from "./window-order.ts";

/** The closest a step may go: nearer, the map has nothing more to show. */
const NEAREST = 11;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A step of the story shows the days it names, and the cards it rests on are among them; its camera looks into the map's window. */
export const story: Rule = (tables, report) => {
  const statements = byId(tables.rows.statements);
  const window = windowOf(tables);
  const isOutside = outsideOf(tables);
  for (const { map } of tables.rows.story) {
    const at = textAt(map, "days");
    const days = at && parseDate(at.text.trim());
    if (at && days && (days.approximate || days.uncertain || !["day", "interval"].includes(days.precision)))
      report({
        severity: "error",
        rule: "story-days",
        at: at.spot,
        found: quoted(at.text),
        expected: "one day, or the first and the last day",
        fix: "Write 2031-04-02, or 2031-04-02/2031-04-05.",
      });
    for (const { id, spot } of days ? namedAt(map, "statements[]") : []) {
      const cited = statements.get(id);
      if (!days || !cited || cited.unread) continue;
      const date = parseDate(wordAt(cited.map, "date") ?? "");
      // A date that cannot be read, or is missing, has its own message.
      if ((!date && (valueAt(cited.map, "date") || wordAt(cited.map, "date_basis") !== "undated")) || isOutside(date)) continue;
      if (date && date.min <= days.max && date.max >= days.min) continue;
      report({
        severity: "error",
        rule: "story-statement",
        at: spot,
        found: `${quoted(id)}, ${date ? `of ${date.edtf}` : "undated"}`,
        expected: `a statement of the days of this step, ${days.edtf}`,
        fix: date ? "Widen the step's days, or cite another statement." : "An undated statement cannot be shown by its day; cite another.",
      });
    }
    narrowed(map, tables, statements, report);
    const camera = textsAt(map, "camera");
    if (camera.length === 0) continue;
    const [lat = Number.NaN, lng = Number.NaN, zoom = Number.NaN] = camera.map((c) =>
      NUMBER.test(c.text.trim()) ? Number(c.text) : Number.NaN,
    );
    const inside = window ? lng >= window[0] && lng <= window[2] && lat >= window[1] && lat <= window[3] : Math.abs(lat) <= 85;
    if (camera.length === 3 && inside && zoom >= 0 && zoom <= NEAREST) {
      const marks = placesTurned(tables) > 0 ? [] : marksOf(map, tables, statements);
      if (marks.length > 0 && !marks.some(([x, y]) => sees([lng, lat, zoom], x, y)))
        report({
          severity: "warning",
          rule: "story-camera",
          at: camera[0]!.spot,
          found: `${camera.map((c) => c.text.trim()).join(", ")}, from where no place of this step's statements is seen`,
          expected: `a view of ${marks.map(([x, y]) => `${y}, ${x}`).join(" or ")}`,
          fix: "Correct the camera: latitude comes first. Or leave it out, for the opening view.",
        });
      continue;
    }
    report({
      severity: "error",
      rule: "story-camera",
      at: camera[0]!.spot,
      found: camera.map((c) => c.text).join(", "),
      expected: `latitude, longitude and zoom: a point in the map's window, and 0 to ${NEAREST}`,
      fix: "Write them in this order, as in [39.82, 46.75, 8.5].",
    });
  }
};

/** Where a step's statements and its event have their places. */
function marksOf(map: MapValue, { rows }: Tables, statements: ReadonlyMap<string, Row>): readonly (readonly [lon: number, lat: number])[] {
  const places = byId(rows.places);
  const event = byId(rows.events).get(wordAt(map, "event") ?? "");
  const ids = [
    ...wordsAt(map, "statements").flatMap((id) => {
      const cited = statements.get(id);
      return cited ? [...wordsAt(cited.map, "about"), wordAt(cited.map, "said_in") ?? ""] : [];
    }),
    ...(event ? wordsAt(event.map, "places") : []),
    wordAt(map, "place") ?? "",
  ];
  return [...new Set(ids)].flatMap((id) => {
    const place = places.get(id);
    const [lon = "", lat = ""] = ["lon", "lat"].map((key) => (place && wordAt(place.map, key)) ?? "");
    return NUMBER.test(lon) && NUMBER.test(lat) ? [[Number(lon), Number(lat)] as const] : [];
  });
}

/** Half of a wide and high screen, in pixels: what is beyond is seen on none. */
const HALF = { wide: 1000, high: 700 } as const;
/** Height on the square of the web's map, whose sides are 0 and 1. */
const heightOf = (lat: number): number => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** Whether a camera has a point on the screen. */
function sees([lng, lat, zoom]: readonly [number, number, number], x: number, y: number): boolean {
  const side = 512 * 2 ** zoom;
  return (Math.abs(x - lng) / 360) * side <= HALF.wide && Math.abs(heightOf(y) - heightOf(lat)) * side <= HALF.high;
}

/** Each step says something of its own. */
export const stepsOnce: Rule = ({ rows }, report) => {
  const seen = new Map<string, number>();
  for (const { map, spot } of rows.story) {
    const at = textAt(map, "title");
    const step = ["title", "text", "days"].map((field) => wordAt(map, field) ?? "").join("\n");
    const first = seen.get(step);
    if (at && first !== undefined)
      report({
        severity: "error",
        rule: "story-twice",
        at: at.spot,
        found: quoted(at.text),
        expected: "each step once",
        fix: `Remove it, or say in it what is new; the step at line ${first} has the same title, text and days.`,
      });
    else seen.set(step, spot.line);
  }
};

/**
 * The list of a step holds the statements it cites: it is narrowed to an event, or to a place, and one beside it would not be found. A
 * statement is listed at the first place it is about, where its mark stands.
 */
function narrowed(map: MapValue, tables: Tables, statements: ReadonlyMap<string, Row>, report: Report): void {
  const event = textAt(map, "event");
  const place = textAt(map, "place");
  if (event && place)
    report({
      severity: "warning",
      rule: "story-place",
      at: place.spot,
      found: `${quoted(place.text)} beside an event`,
      expected: "an event or a place",
      fix: "The list is narrowed to the event, and the place is passed over. Remove one of the two.",
    });
  const to = event ?? place;
  if (!to) return;
  const id = to.text.trim();
  const listed = event && byId(tables.rows.events).get(id);
  if (event ? !listed || listed.unread : !byId(tables.rows.places).has(id)) return;
  for (const at of textsAt(map, "statements")) {
    const cited = statements.get(at.text.trim());
    if (!cited || cited.unread) continue;
    const first = wordsAt(cited.map, "about")[0];
    if (listed ? !wordsAt(listed.map, "statements").includes(at.text.trim()) : first !== id)
      report({
        severity: "warning",
        rule: "story-place",
        at: at.spot,
        found: listed
          ? `${quoted(at.text)}, which has nothing to do with "${id}"`
          : `${quoted(at.text)}, ${first === undefined ? "about no place" : `whose mark stands at "${first}"`}`,
        expected: listed ? "a statement of that event" : `a statement whose "about" begins with "${id}"`,
        fix: "The step's list does not hold it. Cite another, or leave the event or the place out.",
      });
  }
}
