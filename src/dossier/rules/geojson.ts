import { getIssues } from "@placemarkio/check-geojson";
import type { Report } from "../findings.ts";
import { lineAt } from "../read/json.ts";
import { quoted } from "../show.ts";
import { checkDisputed } from "./disputed.ts";
import { checkGeometry } from "./geometry.ts";
import { featureName, type LayerProblem, reportAt, type Say } from "./layer-problems.ts";
import type { Rule } from "./rule.ts";
import { hiddenIn, markupIn } from "./text.ts";

type Words = readonly [expected: string, fix: string];

/** What check-geojson says, in an editor's words. null: a rule of ours says it better. */
const STRUCTURE: readonly (readonly [RegExp, Words | null])[] = [
  [/in a bbox|^A bbox/, ["four numbers, west, south, east, north", 'Correct "bbox", or remove it.']],
  [/in a position|^A position|^Duplicate properties|four or more|^First and last|properties member is missing/, null],
  [/two or more positions/, ["a line of two positions or more", "Add the positions, or remove the feature."]],
  [
    /array of positions|find a position/,
    ["coordinates as the type of the geometry asks", "Export the layer again; RFC 7946, section 3.1, shows each type."],
  ],
  [/cannot contain a member named/, ["no member of another kind of object", "Remove it."]],
  [/requires a (\w+) member/, ['the member that its "type" asks for', "Add it, or export the layer again."]],
  [
    /missing its type|type member|not allowed here/,
    ['a "type" of GeoJSON that may stand here', "Correct the type; its letters are capital and small as in RFC 7946."],
  ],
  [/must be an array/, ["a list in square brackets", "Export the layer again."]],
  [/must be an object|incorrect type/, ["an object in curly brackets", "Export the layer again."]],
  [/Feature id/, ["an id that is a text or a number", "Correct the id."]],
  [/properties member can be/, ["properties in curly brackets, or null", "Correct the properties."]],
];

/** Each layer is GeoJSON as RFC 7946 has it, shapes and all; disputed ones say who says so, since when, and how precisely. */
export const layers: Rule = (tables, report) => {
  const kinds = new Map(
    tables.rows.layers.map(({ map }) => {
      const [file, kind] = ["file", "kind"].map((name) => {
        const v = map.entries.get(name)?.value;
        return v?.kind === "text" ? v.text.trim() : "";
      });
      return [`layers/${file}`, kind];
    }),
  );
  for (const [file, text] of tables.layers) checkLayer(file, text, kinds.get(file) === "disputed", report);
};

function checkLayer(file: string, text: string, disputed: boolean, report: Report): void {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return syntax(file, text, report);
  }
  let told = 0;
  const problems: LayerProblem[] = [];
  for (const issue of getIssues(text)) {
    const words = STRUCTURE.find(([pattern]) => pattern.test(issue.message))?.[1];
    // Its own crash on what it did not foresee says "Invalid JSON" of valid JSON; our rules below find the cause.
    if (!words || issue.message.startsWith("Invalid JSON")) continue;
    told++;
    report({
      severity: "error",
      rule: "geojson",
      at: { file, ...lineAt(text, issue.from), record: null, field: "" },
      found: quoted(text.slice(issue.from, issue.from + 60)),
      expected: words[0],
      fix: words[1],
    });
  }
  const say: Say = (problem) => problems.push(problem);
  const collection = root as { type?: unknown; features?: unknown; crs?: unknown } | null;
  if (collection?.type !== "FeatureCollection" || !Array.isArray(collection.features)) {
    if (told === 0)
      say({
        path: "",
        severity: "error",
        rule: "geojson",
        found: quoted(text.slice(0, 40)),
        expected: "a FeatureCollection",
        fix: "Export the layer as GeoJSON FeatureCollection.",
      });
  } else checkFeatures(collection.features, disputed, say);
  if (collection?.crs !== undefined)
    say({
      path: "crs",
      severity: "error",
      rule: "geojson-crs",
      found: '"crs"',
      expected: "longitude and latitude of WGS 84, without crs",
      fix: 'Export the layer in EPSG:4326 and remove "crs".',
    });
  reportAt(file, text, problems, report);
}

function checkFeatures(features: readonly unknown[], disputed: boolean, say: Say): void {
  if (features.length === 0)
    say({
      path: "features",
      severity: "warning",
      rule: "layer-empty",
      found: "no features",
      expected: "at least one feature",
      fix: "Remove the layer when there is nothing in it.",
    });
  const seen = new Map<string, number>();
  features.forEach((feature, i) => {
    const path = `features[${i}]`;
    const f = feature as { geometry?: unknown; id?: unknown; properties?: Record<string, unknown> | null } | null;
    if (typeof f !== "object" || f === null) return;
    const name = featureName(f, i);
    if (f.geometry === null)
      say({
        path: `${path}.geometry`,
        severity: "error",
        rule: "null-geometry",
        found: `${name} without a shape`,
        expected: "a geometry",
        fix: "Draw it, or remove the feature.",
      });
    else checkGeometry(f.geometry, `${path}.geometry`, name, say);
    const id = f.properties?.["id"] ?? f.id;
    if (typeof id === "string" || typeof id === "number") {
      const first = seen.get(`${id}`);
      if (first !== undefined)
        say({
          path,
          severity: "error",
          rule: "feature-twice",
          found: name,
          expected: "an id of its own",
          fix: `Give it another id; features[${first}] has this one.`,
        });
      else seen.set(`${id}`, i);
    }
    for (const [key, value] of Object.entries(f.properties ?? {})) {
      if (typeof value === "string")
        for (const problem of [...markupIn(value), ...hiddenIn(value)]) say({ ...problem, path: `${path}.properties.${key}` });
    }
    if (disputed) checkDisputed(f.properties ?? {}, `${path}.properties`, name, say);
  });
}

/** One mistake of JSON, by its place. The platform's own messages differ from browser to browser and say less. */
function syntax(file: string, text: string, report: Report): void {
  const message = getIssues(text)[0]?.message ?? "";
  const place = /\((\d+):(\d+)\)/.exec(message);
  const end = lineAt(text, text.length);
  const at = { file, line: place ? Number(place[1]) : end.line, column: place ? Number(place[2]) : end.column, record: null, field: "" };
  const rest = place ? (text.split("\n")[at.line - 1] ?? "").slice(at.column - 1) : "";
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
                ? "Remove the comma before the closing bracket."
                : /^\//.test(rest)
                  ? "Remove the comment; JSON has none."
                  : "Correct this place, or export the layer again.";
  report({ severity: "error", rule: "json", at, found: rest === "" ? "the end of the file" : quoted(rest), expected: "JSON", fix });
}
