import { getIssues } from "@placemarkio/check-geojson";
import type { Report } from "../findings.ts";
import { lineFinder } from "../read/json.ts";
import { quoted } from "../show.ts";

type Words = readonly [expected: string, fix: string];

/** Of GeoJSON that nobody foresaw. */
export const CRASH: Words = ["GeoJSON as RFC 7946 has it", "Export the layer again."];

/** Of a shape with brackets too few or too many. */
export const DEPTH: Words = [
  "coordinates as the type of the geometry asks",
  "Export the layer again; RFC 7946, section 3.1, shows each type.",
];

/** What check-geojson says, in an editor's words. null: a rule of ours says it better. */
const STRUCTURE: readonly (readonly [RegExp, Words | null])[] = [
  [/in a bbox|^A bbox/, ["four numbers, west, south, east, north", 'Correct "bbox", or remove it.']],
  [/in a position|^A position|^Duplicate properties|four or more|^First and last|properties member is missing/, null],
  [/two or more positions/, ["a line of two positions or more", "Add the positions, or remove the feature."]],
  [/array of positions|find a position/, DEPTH],
  [/cannot contain a member named/, ["no member of another kind of object", "Remove it."]],
  [
    /missing its type|type member|not allowed here/,
    ['a "type" of GeoJSON that may stand here', "Correct the type; its letters are capital and small as in RFC 7946."],
  ],
  [/must be an array/, ["a list in square brackets", "Export the layer again."]],
  [/must be an object|incorrect type/, ["an object in curly brackets", "Export the layer again."]],
  [/Feature id/, ["an id that is a text or a number", "Correct the id."]],
  [/properties member can be/, ["properties in curly brackets, or null", "Correct the properties."]],
];

/** A message of check-geojson in an editor's words; null when it has none, or a rule of ours says it better. */
export function structure(message: string): Words | null {
  const member = /requires a (\w+) member/.exec(message)?.[1];
  if (member) return [`a member "${member}", which its "type" asks for`, "Add it, or export the layer again."];
  return STRUCTURE.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}

/** One mistake of JSON, by its place. The platform's own messages differ from browser to browser and say less. */
export function syntax(file: string, text: string, report: Report): void {
  const message = getIssues(text)[0]?.message ?? "";
  const place = /\((\d+):(\d+)\)/.exec(message);
  const end = lineFinder(text)(text.length);
  const at = { file, line: place ? Number(place[1]) : end.line, column: place ? Number(place[2]) : end.column, record: null, field: "" };
  const rest = place ? (text.split("\n")[at.line - 1] ?? "").slice(at.column - 1) : "";
  const lines = text.split("\n");
  const before = [
    ...lines.slice(Math.max(0, (at.line ?? 1) - 3), (at.line ?? 1) - 1),
    (lines[(at.line ?? 1) - 1] ?? "").slice(0, at.column - 1),
  ]
    .join("\n")
    .trimEnd();
  const fix =
    text.trim() === ""
      ? "Export the layer again, or remove it from dossier.yaml."
      : /call stack/.test(message)
        ? "Remove the brackets; no geometry is nested this deep."
        : /^-?(NaN|Infinity)/.test(rest)
          ? "JSON has no such number; find the position's real one, or remove the feature."
          : rest === ""
            ? "The file ends too early. Export it again."
            : /^'/.test(rest)
              ? "Use double quotes."
              : /^[\]}]/.test(rest)
                ? before.endsWith(",")
                  ? "Remove the comma before the closing bracket."
                  : "Here is a closing bracket that no opening one belongs to. Remove it, or export the layer again."
                : /^\//.test(rest)
                  ? "Remove the comment; JSON has none."
                  : /^<(\?xml|kml|gpx|gml)/i.test(rest)
                    ? "This is XML, as KML and GPX are. Export the layer as GeoJSON."
                    : /^</.test(rest)
                      ? "This is a web page. Download the layer itself."
                      : /^version https:\/\/git-lfs/.test(rest)
                        ? "Only Git's note of where the file lies is here. Fetch the file itself: git lfs pull."
                        : /^\{/.test(rest) && place !== null && at.column === 1
                          ? "Features stand one after another here. Export the layer as one GeoJSON FeatureCollection, not as lines of features."
                          : "Correct this place, or export the layer again.";
  report({ severity: "error", rule: "json", at, found: rest === "" ? "the end of the file" : quoted(rest), expected: "JSON", fix });
}
