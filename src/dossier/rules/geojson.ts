import { getIssues } from "@placemarkio/check-geojson";
import { isDay } from "../calendar.ts";
import type { Report } from "../findings.ts";
import { lineFinder } from "../read/json.ts";
import { type MapValue, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId } from "../tables.ts";
import type { Bounds } from "../types.ts";
import { checkDisputed } from "./disputed.ts";
import { CRASH, DEPTH, structure, syntax } from "./geojson-words.ts";
import { checkGeometry } from "./geometry.ts";
import { featuresOf } from "./layer-kinds.ts";
import { checkLayerId, checkNumbers } from "./layer-numbers.ts";
import { featureName, type LayerProblem, reportAt, type Say } from "./layer-problems.ts";
import { checkPlace, checkRead } from "./layer-place.ts";
import { checkUse, type LayerFacts } from "./layer-use.ts";
import { checkWords } from "./layer-words.ts";
import { placesTurned } from "./places-order.ts";
import type { Rule } from "./rule.ts";
import { windowOf } from "./window-order.ts";
import { hiddenIn, markupIn } from "./text.ts";

/** A layer exported wrongly is wrong everywhere; a few places show it. */
const MOST_OF_A_KIND = 5;

/** What is said of where a layer lies. */
const PLACED: ReadonlySet<string> = new Set(["position", "lat-lon-swapped", "layer-outside"]);

/** Each layer is GeoJSON as RFC 7946 has it, shapes and all; disputed ones say who says so, since when, and how precisely. */
export const layers: Rule = (tables, report) => {
  const entries = new Map(tables.rows.layers.map(({ map }) => [`layers/${wordAt(map, "file")}`, map]));
  const window = windowOf(tables);
  const day = tables.head && wordAt(tables.head, "updated");
  const updated = day && isDay(day) ? day : null;
  const [lon, lat] = placesTurned(tables) > 0 ? (["lat", "lon"] as const) : (["lon", "lat"] as const);
  const ids = {
    parties: new Map([...byId(tables.rows.parties)].map(([id, { map }]) => [id, wordAt(map, "name") ?? ""])),
    places: new Map([...byId(tables.rows.places)].map(([id, { map }]) => [id, [degrees(map, lon), degrees(map, lat)] as const])),
    features: new Set([...tables.layers.values()].flatMap((text) => [...text.matchAll(/"id"\s*:\s*"([^"]+)"/g)].map(([, id = ""]) => id))),
    owners: new Map(
      tables.rows.layers
        .filter(({ map }) => wordAt(map, "kind") === "parties")
        .flatMap((row) => featuresOf(tables, row))
        .flatMap(({ properties: { id, party } }) => (typeof id === "string" && typeof party === "string" ? [[id, party] as const] : [])),
    ),
  };
  for (const [file, text] of tables.layers) {
    const entry = entries.get(file);
    const layer = { id: entry ? wordAt(entry, "id") : null, kind: entry ? wordAt(entry, "kind") : null, ids, updated };
    checkLayer(file, text, layer, window, report);
  }
};

const degrees = (map: MapValue, key: string): number => Number.parseFloat(textAt(map, key)?.text ?? "");

function checkLayer(file: string, text: string, layer: LayerFacts, window: Bounds | null, report: Report): void {
  const parsed = parseJson(text);
  if (!parsed) {
    syntax(file, text, report);
    return;
  }
  const other = otherFormat(parsed.root);
  if (other) {
    const at = { file, line: 1, column: 1, record: null, field: "" };
    const fix = "Export the layer as GeoJSON, in longitude and latitude.";
    report({ severity: "error", rule: "geojson", at, found: other, expected: "a FeatureCollection of GeoJSON", fix });
    return;
  }
  const lines = lineFinder(text);
  const problems: LayerProblem[] = [];
  const issues = getIssues(text).flatMap(({ message, from }) => {
    // Its own crash on what it did not foresee says "Invalid JSON" of valid JSON; mostly our rules below find the cause.
    const words = message.startsWith("Invalid JSON") ? CRASH : structure(message);
    return words ? [{ from, words }] : [];
  });
  const told = issues.filter(({ words }) => words !== CRASH);
  const say: Say = (problem) => void problems.push(problem);
  const collection = parsed.root as { type?: unknown; features?: unknown; crs?: unknown } | null;
  if (collection?.type !== "FeatureCollection" || !Array.isArray(collection.features)) {
    if (told.length === 0)
      say({
        path: "",
        severity: "error",
        rule: "geojson",
        found: quoted(text.slice(0, 40)),
        expected: "a FeatureCollection",
        fix: "Export the layer as GeoJSON FeatureCollection.",
      });
  } else {
    checkFeatures(collection.features, layer, say);
    checkLayerId(layer, say);
    checkPlace(collection.features, window, layer.ids.places, say);
  }
  // Brackets that are one too many are told once for a shape, and not at each of its positions.
  const structural = problems.some(({ rule }) => rule === "geometry-depth") ? told.filter(({ words }) => words !== DEPTH) : told;
  for (const { from, words } of structural.slice(0, MOST_OF_A_KIND)) {
    const at = { file, ...lines(from), record: null, field: "" };
    const more = structural.length > MOST_OF_A_KIND ? ` ${structural.length} places in this file have mistakes like it.` : "";
    report({
      severity: "error",
      rule: "geojson",
      at,
      found: quoted(text.slice(from, from + 60)),
      expected: words[0],
      fix: words[1] + more,
    });
  }
  const crs = collection?.crs === undefined ? null : crsProblem(collection.crs);
  if (crs) say(crs);
  if (issues.length > told.length && told.length + problems.length === 0) {
    say({ path: "", severity: "error", rule: "geojson", found: quoted(text.slice(0, 40)), expected: CRASH[0], fix: CRASH[1] });
  }
  // Numbers of another system are no positions, and that it is another has been told.
  const own = crs?.severity === "error" ? problems.filter(({ rule }) => !PLACED.has(rule)) : problems;
  reportAt(file, text, fewOfAKind(own), report);
}

/** JSON of other programmes that hold shapes too; null when it may be GeoJSON. */
function otherFormat(root: unknown): string | null {
  const { type, geometryType } = (root ?? {}) as { type?: unknown; geometryType?: unknown };
  return type === "Topology" ? "TopoJSON" : String(geometryType).startsWith("esriGeometry") ? "JSON of ArcGIS" : null;
}

/** What QGIS and GDAL write of themselves means longitude and latitude, and does no harm. */
function crsProblem(crs: unknown): LayerProblem {
  const name = (crs as { properties?: { name?: unknown } } | null)?.properties?.name;
  const said = typeof name === "string" ? name : "";
  const harmless = /CRS84$|EPSG:{1,2}4326$/i.test(said);
  return {
    path: "crs",
    severity: harmless ? "warning" : "error",
    rule: "geojson-crs",
    found: quoted(said || "crs"),
    expected: 'longitude and latitude of WGS 84, without "crs"',
    fix: harmless ? 'It is not read, and means what is meant without it. Remove "crs".' : 'Export the layer in EPSG:4326 and remove "crs".',
  };
}

/** The same mistake all over a file is told at its first place, with how often it is there. */
function fewOfAKind(problems: readonly LayerProblem[]): readonly LayerProblem[] {
  const kinds = new Map<string, LayerProblem[]>();
  for (const problem of problems) {
    const key = [problem.severity, problem.rule, problem.expected, problem.fix].join("\n");
    kinds.set(key, [...(kinds.get(key) ?? []), problem]);
  }
  return [...kinds.values()].flatMap((alike) => {
    const [first] = alike;
    return first && alike.length > MOST_OF_A_KIND
      ? [{ ...first, fix: `${first.fix} ${alike.length} places in this file have this mistake.` }]
      : alike;
  });
}

function parseJson(text: string): { readonly root: unknown } | null {
  try {
    return { root: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Properties nest no deeper than a source among the sources of a line. */
const DEEPEST = 4;

/** Every text in a feature's properties, names and sources too. */
function eachText(value: unknown, path: string, visit: (text: string, path: string) => void, depth = 0): void {
  if (typeof value === "string") visit(value, path);
  else if (typeof value === "object" && value !== null && depth < DEEPEST)
    for (const [key, inner] of Object.entries(value))
      eachText(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, visit, depth + 1);
}

function checkFeatures(features: readonly unknown[], layer: LayerFacts, say: Say): void {
  const disputed = layer.kind === "disputed";
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
  for (const [i, feature] of features.entries()) {
    const path = `features[${i}]`;
    const f = feature as { geometry?: unknown; id?: unknown; properties?: Record<string, unknown> | null } | null;
    if (typeof f !== "object" || f === null) continue;
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
    checkUse(f.geometry, f.properties ?? {}, path, name, layer, say);
    const id = f.properties?.["id"] ?? f.id;
    if (typeof id === "number" || (typeof id === "string" && id.trim() !== "")) {
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
    eachText(f.properties ?? {}, `${path}.properties`, (text, at) => {
      for (const problem of [...markupIn(text), ...hiddenIn(text)]) say({ ...problem, path: at });
    });
    checkNumbers(f.properties ?? {}, `${path}.properties`, name, say);
    checkRead(f.properties ?? {}, `${path}.properties`, name, disputed, say);
    checkWords(f.properties ?? {}, `${path}.properties`, name, layer, say);
    if (disputed) checkDisputed(f.properties ?? {}, `${path}.properties`, name, say);
  }
}
