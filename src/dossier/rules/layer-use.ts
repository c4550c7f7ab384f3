import { nearest } from "../nearest.ts";
import { type Say, written } from "./layer-problems.ts";

/** What a layer's entry says of it, and what its features may name. */
export interface LayerFacts {
  readonly id: string | null;
  readonly kind: string | null;
  readonly ids: { readonly parties: ReadonlySet<string>; readonly places: ReadonlySet<string> };
}

/** The shape without which a feature of these layers is drawn nowhere. */
const SHAPE: Readonly<Record<string, string>> = { countries: "Polygon", lakes: "Polygon", places: "Point" };

/** A feature has the shape that its layer is drawn by, and names parties and places that there are: otherwise nobody would see it. */
export function checkUse(
  geometry: unknown,
  properties: Readonly<Record<string, unknown>>,
  path: string,
  name: string,
  { id, kind, ids }: LayerFacts,
  say: Say,
): void {
  const type = (geometry as { type?: unknown } | null | undefined)?.type;
  const shape = id !== null && kind === "region" && Object.hasOwn(SHAPE, id) ? SHAPE[id] : undefined;
  if (shape && typeof type === "string" && /^(Multi)?(Point|LineString|Polygon)$/.test(type) && type.replace("Multi", "") !== shape)
    say({
      path: `${path}.geometry`,
      severity: "warning",
      rule: "layer-shape",
      found: `${name}: ${type}`,
      expected: `${shape} in the layer "${id}"`,
      fix: "It is not drawn. Export it with that shape, or put it in a layer with another id.",
    });
  if (kind !== "parties") return;
  for (const [key, there] of [
    ["party", ids.parties],
    ["place", ids.places],
  ] as const) {
    const value = properties[key];
    if (key === "place" && (value === undefined || value === null)) continue;
    if (typeof value === "string" && there.has(value)) continue;
    const found = value === undefined ? `${name} without "${key}"` : `${name}: ${key} ${written(value)}`;
    say({
      path: value === undefined ? path : `${path}.properties.${key}`,
      severity: "warning",
      rule: "layer-reference",
      found: found.slice(0, 120),
      expected: `the id of a ${key}`,
      fix: "It is not drawn. Correct the id, or remove the feature.",
      nearest: typeof value === "string" ? nearest(value, there) : null,
    });
  }
}
