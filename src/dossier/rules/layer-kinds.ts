import { type TextValue, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Row, Tables } from "../tables.ts";
import { featureName } from "./layer-problems.ts";
import type { Rule } from "./rule.ts";

type Properties = Readonly<Record<string, unknown>>;

/** A feature's properties, with the name it has in messages. */
interface Named {
  readonly name: string;
  readonly properties: Properties;
}

/** The features of a listed layer; none where its file cannot be read, which is told elsewhere. */
export function featuresOf({ layers }: Tables, { map }: Row): readonly Named[] {
  try {
    const { features } = JSON.parse(layers.get(`layers/${wordAt(map, "file")}`) ?? "") as { features?: unknown };
    return (Array.isArray(features) ? features : []).flatMap((feature: { properties?: unknown } | null, i) => {
      const properties = feature?.properties;
      return typeof properties === "object" && properties !== null
        ? [{ name: featureName(feature, i), properties: properties as Properties }]
        : [];
    });
  } catch {
    return [];
  }
}

/** What a layer of the region is drawn by its id as, and the kinds that its features may then be of. */
const KINDS_OF: Readonly<Record<string, readonly string[]>> = {
  countries: ["country"],
  lakes: ["lake"],
  rivers: ["river"],
  roads: ["road"],
  borders: ["border", "country", "admin1"],
  admin1: ["admin1", "border"],
};
/** What is drawn over all that stands before it. */
const LAND: ReadonlySet<string> = new Set(["countries", "world"]);

/** What a feature says only where it is contested. */
const DATED = ["validFrom", "validTo", "pointOfView"] as const;

const says = (properties: Properties, field: string): boolean => {
  const value = properties[field];
  return value !== undefined && value !== null && value !== "";
};

const textOf = (properties: Properties, field: string): string => (typeof properties[field] === "string" ? properties[field] : "");
const kindOf = (properties: Properties): string => textOf(properties, "kind");

/** A layer is of the kind that its features are of: otherwise contested lines are drawn as if nobody contested them. */
export const layerKinds: Rule = (tables, report) => {
  for (const row of tables.rows.layers) {
    const [id, at] = [textAt(row.map, "id"), textAt(row.map, "kind")];
    const kind = at?.text.trim() ?? "";
    if (!at || !["region", "parties", "world"].includes(kind)) continue;
    const features = featuresOf(tables, row);
    const contested = features.flatMap(({ name, properties }) => {
      const field = DATED.find((key) => says(properties, key));
      return field ? [`${name} with "${field}"`] : [];
    })[0];
    if (contested !== undefined)
      report({
        severity: "error",
        rule: "layer-kind",
        at: at.spot,
        found: `${quoted(kind)}, and ${contested}`,
        expected: '"disputed" for what stands from a day, or in somebody\'s view',
        fix: "Write kind: disputed; as it is, the line is drawn on every day, and as if nobody contested it.",
      });
    const held = features.find(({ properties }) => ["seat", "area"].includes(kindOf(properties)) && textOf(properties, "party") !== "");
    if (held && kind !== "parties")
      report({
        severity: "warning",
        rule: "layer-kind",
        at: at.spot,
        found: `${quoted(kind)}, and ${held.name} of party ${quoted(textOf(held.properties, "party"))}`,
        expected: '"parties" for seats and areas of parties',
        fix: "Write kind: parties; as it is, no party has an area or a seat on its map.",
      });
    if (id && kind === "region") drawnAs(id, features, report);
  }
  inOrder(tables, report);
};

/** Two layers that were given each other's id are drawn as each other: roads as rivers. */
function drawnAs(id: TextValue, features: readonly Named[], report: Parameters<Rule>[1]): void {
  const word = id.text.trim();
  const own = Object.hasOwn(KINDS_OF, word) ? KINDS_OF[word]! : [];
  if (own.length === 0 || features.some(({ properties }) => own.includes(kindOf(properties)))) return;
  for (const { name, properties } of features) {
    const other = Object.keys(KINDS_OF).find((key) => KINDS_OF[key]![0] === kindOf(properties));
    if (other === undefined) continue;
    report({
      severity: "warning",
      rule: "layer-id",
      at: id.spot,
      found: `${quoted(word)}, and ${name} of kind ${quoted(kindOf(properties))}`,
      expected: `"${other}" for a layer of that kind`,
      fix: `It is drawn as ${word}. Correct the id, or the file.`,
    });
    return;
  }
}

/** Layers are drawn in their order: land covers what stands before it. */
function inOrder({ rows }: Tables, report: Parameters<Rule>[1]): void {
  const covered: string[] = [];
  let world: string | null = null;
  for (const { map } of rows.layers) {
    const [id, kind] = [textAt(map, "id"), textAt(map, "kind")];
    const word = id?.text.trim() ?? "";
    const isWorld = kind?.text.trim() === "world";
    if (kind && isWorld && world !== null)
      report({
        severity: "warning",
        rule: "layer-kind",
        at: kind.spot,
        found: `"world" again, as of "${world}"`,
        expected: "one layer of kind: world",
        fix: "Join the two files, or correct the kind: the land of both is drawn over each other.",
      });
    if (isWorld) world ??= word;
    if (id && (isWorld || word === "countries") && covered.length > 0)
      report({
        severity: "warning",
        rule: "layer-order",
        at: id.spot,
        found: `"${word}" after ${covered.map((other) => `"${other}"`).join(", ")}`,
        expected: "land before what lies on it: layers are drawn in this order, lowest first",
        fix: `Put it before "${covered[0]}": the land covers what stands before it.`,
      });
    // Names are drawn above all, wherever they stand.
    else if (word !== "" && word !== "places" && !LAND.has(word) && !isWorld) covered.push(word);
  }
}
