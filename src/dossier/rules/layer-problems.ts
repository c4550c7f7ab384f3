import type { Finding, Report } from "../findings.ts";
import { lineFinder, scanJson } from "../read/json.ts";
import { quoted } from "../show.ts";

/** A problem of a layer, by the path of the value it is in. */
export type LayerProblem = Omit<Finding, "at"> & { readonly path: string };
export type Say = (problem: LayerProblem) => void;

/** `feature "corridor-2020"`, or its number when it has no id. */
export function featureName(feature: unknown, index: number): string {
  const f = feature as { id?: unknown; properties?: { id?: unknown } | null } | null;
  const id = f?.properties?.id ?? f?.id;
  return typeof id === "string" || typeof id === "number" ? `feature ${quoted(String(id))}` : `feature ${index + 1}`;
}

/** JSON of a value of a layer, for a message. Values nest deeper than the platform's stack, or have a `toString` of their own. */
export function written(value: unknown): string {
  try {
    return JSON.stringify(value ?? null);
  } catch {
    return "brackets in brackets in brackets";
  }
}

/** Finds the lines of problems known by path, and the keys no parser would tell, in one walk over the text. */
export function reportAt(file: string, text: string, problems: readonly LayerProblem[], report: Report): void {
  const { offsets, badKeys } = scanJson(text, new Set(problems.map((p) => p.path)));
  const lines = lineFinder(text);
  const spot = (offset: number, field: string) => ({ file, ...lines(offset), record: null, field });
  for (const { path, ...finding } of problems) report({ ...finding, at: spot(offsets.get(path) ?? 0, path) });
  for (const { path, key, offset, twice } of badKeys) {
    const field = path ? `${path}.${key}` : key;
    if (twice)
      report({
        severity: "error",
        rule: "duplicate-key",
        at: spot(offset, field),
        found: quoted(key),
        expected: "each name once in an object",
        fix: "Remove one of the two.",
      });
    else
      report({
        severity: "error",
        rule: "forbidden-key",
        at: spot(offset, field),
        found: quoted(key),
        expected: "another name",
        fix: "Remove this member.",
      });
  }
}
