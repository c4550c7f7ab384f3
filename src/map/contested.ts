import type { Feature } from "geojson";

/** A contested line or area as it is told to a reader: never without its dates, whose view it is, how exact, and from where. */
export interface ContestedFeature {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly validFrom: string;
  /** The last day on which it stood; null = it still does. */
  readonly validTo: string | null;
  readonly pointOfView: string;
  readonly method: string;
  /** By how many metres it may be off. */
  readonly precisionM: number;
  readonly sources: readonly { readonly title: string; readonly url: string | null; readonly date: string | null }[];
  readonly note: string | null;
}

const text = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);
const pick = (value: unknown, lang: string): string | null =>
  typeof value === "object" && value !== null
    ? (text((value as Record<string, unknown>)[lang]) ?? text((value as Record<string, unknown>)["en"]))
    : text(value);

/**
 * Reads what a contested feature says of itself; the dossier's check has made sure that it does.
 *
 * @param lang which of its names to give; English when it has none in that language
 */
export function contestedFeature(feature: Feature, lang: string): ContestedFeature {
  const p = feature.properties ?? {};
  const sources = Array.isArray(p["source"]) ? (p["source"] as unknown[]) : [];
  return {
    id: String(p["id"]),
    kind: String(p["kind"]),
    name: pick(p["name"], lang) ?? String(p["id"]),
    validFrom: String(p["validFrom"]),
    validTo: text(p["validTo"]),
    pointOfView: String(p["pointOfView"]),
    method: String(p["method"]),
    precisionM: Number(p["precision_m"]),
    sources: sources.map((s) => {
      const record = (typeof s === "object" && s !== null ? s : { title: s }) as Record<string, unknown>;
      const url = text(record["url"]);
      return { title: text(record["title"]) ?? url ?? "", url: url && /^https?:\/\//.test(url) ? url : null, date: text(record["date"]) };
    }),
    note: pick(p["note"], lang),
  };
}
