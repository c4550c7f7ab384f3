import { isDay } from "../calendar.ts";
import { parseDate } from "../edtf.ts";
import type { Bounds, DossierHead, LayerEntry } from "../types.ts";
import { type MapValue, mapsAt, wordAt, wordsAt } from "../read/value.ts";
import type { Row } from "../tables.ts";
import { dateAt, namesAt, oneOf, orEmpty } from "./common.ts";

/** Where the map ends, in degrees north and south: its projection has no poles. */
export const MAP_ENDS = 85;

/** Four numbers west, south, east, north that make a box on the globe, some of it on the map; null otherwise. */
export function boundsAt(map: MapValue, path: string): Bounds | null {
  const [west, south, east, north, more] = wordsAt(map, path).map((w) => (/^-?\d+(\.\d+)?$/.test(w) ? Number(w) : Number.NaN));
  if (west === undefined || south === undefined || east === undefined || north === undefined || more !== undefined) return null;
  const box = west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return box && south < MAP_ENDS && north > -MAP_ENDS ? [west, south, east, north] : null;
}

/** The address of the published folder, when it is one that others can link to; null otherwise. */
export function siteAt(map: MapValue): string | null {
  const site = wordAt(map, "site");
  return site !== null && /^https:\/\/[^/?#@*\s\\"'<>]+(\/[^/?#\s\\"'<>]+)*\/$/.test(site) && URL.canParse(site) ? site : null;
}

/** The address for reports of an error in one record, when a reader can follow it once its gaps are filled; null otherwise. */
export function reportAt(map: MapValue): string | null {
  const report = wordAt(map, "report");
  if (report === null || /[\s<>"]/.test(report) || !/\{(id|url)\}/.test(report)) return null;
  const filled = report.replace(/\{(id|url|version)\}/g, "x");
  if (/[{}]/.test(filled)) return null;
  if (/^mailto:[^@?]+@[^@?]+(\?.*)?$/i.test(filled)) return report;
  return /^https:\/\/[^/?#@\\]+([/?#].*)?$/.test(filled) && URL.canParse(filled) ? report : null;
}

/**
 * The head of the dossier. null when it is unusable: no id, title, language, day, period, zone or window to show anything by.
 * What else is wrong in it falls back to something that says less; each is an error of its own, so no build goes out with it.
 */
export function buildHead(map: MapValue, layers: readonly Row[]): DossierHead | null {
  const [id, title, lang, updated, zone] = ["id", "title", "lang", "updated", "axis_zone.id"].map((path) => wordAt(map, path));
  const period = dateAt(map, "period");
  const window = boundsAt(map, "window");
  if (!id || !title || !lang || !updated || !isDay(updated) || !zone || !period || !window) return null;
  const languages = wordsAt(map, "languages");
  return {
    id,
    title,
    dek: orEmpty(map, "dek"),
    lang,
    languages: languages.length > 0 ? languages : [lang],
    updated,
    period,
    focus: parseDate(orEmpty(map, "focus")) ?? period,
    zone: { id: zone, label: wordAt(map, "axis_zone.label") ?? zone },
    window,
    opening: boundsAt(map, "opening") ?? window,
    notes: orEmpty(map, "notes"),
    coverage: wordsAt(map, "coverage"),
    method: wordsAt(map, "method"),
    credits: [...wordsAt(map, "credits"), ...(wordAt(map, "licence") ? [orEmpty(map, "licence")] : [])],
    contact: wordAt(map, "contact"),
    report: reportAt(map),
    site: siteAt(map),
    aliases: namesAt(map, "aliases"),
    uses: Object.fromEntries(mapsAt(map, "uses").map((use) => [orEmpty(use, "id"), namesAt(use, "names")])),
    layers: layers.map(({ map: l }) => ({
      id: orEmpty(l, "id"),
      file: orEmpty(l, "file"),
      kind: oneOf<LayerEntry["kind"]>(l, "kind"),
      title: orEmpty(l, "title"),
      attribution: orEmpty(l, "attribution"),
      licence: orEmpty(l, "licence"),
    })),
  };
}
