import type { GeoJsonProperties } from "geojson";
import { BETWEEN_NAMES, namesIn } from "../model/names.ts";
import type { NameMode } from "./layers/ref.ts";

const text = (of: unknown, key: string): string | null => {
  const value = typeof of === "object" && of !== null && Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : null;
  return typeof value === "string" && value !== "" ? value : null;
};

/** Lines of a form as somebody uses it: `A / B` on two, a spelling in brackets on one of its own. */
const usedLines = (form: string): readonly string[] => form.split(" / ").join("\n").split(" (").join("\n(").split("\n");

/**
 * What a label says, a line each, all of the same size: the same that the live map writes by `labelText`, for where there is none.
 *
 * @param p a feature's properties: `names` by language, `labels` by who uses the form
 */
export function nameLines(p: GeoJsonProperties, mode: NameMode, lang: string, languages: readonly string[]): readonly string[] {
  const name = (l: string): string => text(p?.["names"], l) ?? text(p?.["names"], "en") ?? String(p?.["id"]);
  const used = text(p?.["labels"], mode);
  if (mode !== "both" && mode !== "all" && !languages.includes(mode) && used) return usedLines(used);
  /** The page's own names for it. */
  const own = (namesIn((p?.["names"] ?? {}) as Record<string, string>, lang) ?? String(p?.["id"])).split(BETWEEN_NAMES);
  if (mode === "all") return [...own, ...languages.filter((l) => l !== lang).map((l) => text(p?.["names"], l) ?? "")].filter(Boolean);
  return mode !== "both" && languages.includes(mode) ? name(mode).split(BETWEEN_NAMES) : own;
}
