import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { BETWEEN_NAMES } from "../../model/names.ts";
import { COUNTRY_SHIFTS, SHIFTS_FROM } from "../label-room.ts";
import type { Palette } from "../palette.ts";
import { type NameMode, REGULAR, SLANTED } from "./ref.ts";

const inLang = (lang: string): ExpressionSpecification => ["get", lang, ["get", "names"]];
/** A feature's name in a language, else in English. */
export const name = (lang: string): ExpressionSpecification => ["coalesce", inLang(lang), inLang("en"), ["get", "id"]];
const several = (lang: string): ExpressionSpecification => ["in", BETWEEN_NAMES, ["coalesce", inLang(lang), ""]];
/** The page's own names for a place, as `namesIn` says them: where English has two and the page's language one, the English follow. */
const names = (lang: string): ExpressionSpecification =>
  lang === "en"
    ? name(lang)
    : [
        "case",
        ["all", several("en"), ["!", several(lang)], ["has", lang, ["get", "names"]]],
        ["concat", inLang(lang), BETWEEN_NAMES, inLang("en")],
        name(lang),
      ];
/** `A / B` on two lines of the same size; the order is the data's. */
const lines = (text: ExpressionSpecification): ExpressionSpecification => ["join", ["split", text, BETWEEN_NAMES], "\n"];

/**
 * What a label says. `both`: the name, or the two names, in the page's language. `all`: the same, then the form in every other
 * language of the dossier, each on a line of the same size. A language: its own form. Anything else: the form that those use, who are
 * called so in the data, `baku`; the name where nobody's use is recorded, so that no side is guessed.
 */
export function labelText(mode: NameMode, lang: string, languages: readonly string[]): ExpressionSpecification {
  if (mode === "both") return lines(names(lang));
  if (mode !== "all" && languages.includes(mode)) return lines(name(mode));
  if (mode !== "all") return ["case", ["has", mode, ["coalesce", ["get", "labels"], ["literal", {}]]], used(mode), lines(names(lang))];
  const others = languages.filter((l) => l !== lang);
  return [
    "concat",
    lines(names(lang)),
    ...others.flatMap((l): (string | ExpressionSpecification)[] => ["\n", ["coalesce", ["get", l, ["get", "names"]], ""]]),
  ];
}

/** A form as somebody uses it, its spelling in brackets on a line of its own. */
const used = (key: string): ExpressionSpecification => ["join", ["split", lines(["get", key, ["get", "labels"]]), " ("], "\n("];

/** The image that marks a place; added by `mount.ts`. It comes and goes with its name. */
export const RING = "ring";

const shifted = (downs: readonly number[]) => downs.flatMap((down): [string, [number, number]] => ["center", [0, down]]);

const KIND: ExpressionSpecification = ["get", "kind"];
const is = (...kinds: string[]): ExpressionSpecification => ["in", KIND, ["literal", kinds]];
const WATER = ["sea", "lake", "river"];

/** Names of land, water and places, weightiest first; a name yields to a mark of the page, which stands above the map. */
export function nameLayers(source: string, ink: Palette, mode: NameMode, lang: string, languages: readonly string[]): LayerSpecification[] {
  // Where a small i has no dot to lose, and other scripts are left as they are written.
  const upper = mode !== "all" && !languages.includes(mode) && "i".toLocaleUpperCase(lang) === "I";
  const text = labelText(mode, lang, languages);
  const reached: ExpressionSpecification = ["<=", ["coalesce", ["get", "minzoom"], 0], ["zoom"]];
  const halo = { "text-halo-color": ink.land, "text-halo-width": 1.6 } as const;
  return [
    {
      id: `${source}-water`,
      type: "symbol",
      source,
      filter: ["all", reached, is(...WATER)],
      layout: { "text-field": text, "text-font": SLANTED, "text-letter-spacing": 0.08, "text-size": 12, "text-max-width": 7 },
      paint: { "text-color": ink.waterLabel, "text-halo-color": ink.water, "text-halo-width": 1.2 },
    },
    {
      id: `${source}-range`,
      type: "symbol",
      source,
      filter: ["all", reached, is("range")],
      layout: { "text-field": text, "text-font": SLANTED, "text-size": 12, "text-letter-spacing": 0.24, "text-max-width": 14 },
      paint: { "text-color": ink.soft, ...halo },
    },
    {
      id: `${source}-country`,
      type: "symbol",
      source,
      filter: ["all", reached, is("country")],
      layout: {
        "text-field": upper ? ["upcase", text] : text,
        "text-font": REGULAR,
        "text-size": ["interpolate", ["linear"], ["zoom"], 3, 12, 7, 14, 9, 16],
        "text-max-width": 8,
        "text-letter-spacing": 0.12,
        "text-variable-anchor-offset": ["step", ["zoom"], ["literal", shifted([0])], SHIFTS_FROM, ["literal", shifted(COUNTRY_SHIFTS)]],
      },
      paint: { "text-color": ink.soft, ...halo },
    },
    {
      id: `${source}-place`,
      type: "symbol",
      source,
      filter: ["all", reached, ["!", is("country", "range", ...WATER)]],
      layout: {
        "text-field": text,
        "icon-image": RING,
        // A mark on the place tells where it is; the name still says which.
        "icon-optional": true,
        "text-font": REGULAR,
        "text-size": ["case", is("capital"), 14, 12],
        // Beside its ring, else below an event that stands on it.
        "text-variable-anchor-offset": ["top", [0, 0.55], "bottom", [0, -0.55], "left", [0.55, 0], "right", [-0.55, 0], "top", [0, 2]],
        "text-justify": "auto",
        "text-max-width": 12,
        "symbol-sort-key": ["coalesce", ["get", "rank"], 99],
      },
      paint: { "text-color": ink.label, ...halo },
    },
  ];
}
