import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Bounds } from "../../dossier/types.ts";
import type { Palette } from "../palette.ts";
import { seen } from "./precision.ts";
import { name } from "./names.ts";
import { pickedBorders } from "./parties.ts";
import { SLANTED } from "./ref.ts";

/** The world around the region: enough land for far places to have somewhere to be. Shores have no line, here as in the region. */
export const worldLayers = (source: string, ink: Palette): LayerSpecification[] => [
  { id: `${source}-land`, type: "fill", source, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": ink.land } },
  {
    id: `${source}-border`,
    type: "line",
    source,
    filter: ["!=", ["get", "kind"], "land"],
    paint: { "line-color": ink.river, "line-width": 0.8 },
  },
];

export const landLayers = (source: string, ink: Palette): LayerSpecification[] => [
  { id: `${source}-land`, type: "fill", source, paint: { "fill-color": ink.land } },
];

export const lakeLayers = (source: string, ink: Palette): LayerSpecification[] => [
  {
    id: `${source}-water`,
    type: "fill",
    source,
    paint: { "fill-color": ink.water, "fill-outline-color": ink.river },
  },
];

export const riverLayers = (source: string, ink: Palette): LayerSpecification[] => [
  {
    id: `${source}-line`,
    type: "line",
    source,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": ink.river,
      "line-width": ["interpolate", ["linear"], ["zoom"], 5, 0.8, 7, 1.2, 10, 2.5],
    },
  },
];

/** First-level districts: faint, and only where they are neither crowded nor wrong by more than an eye can see. */
export const adminLayers = (source: string, ink: Palette): LayerSpecification[] => [
  {
    id: `${source}-line`,
    type: "line",
    source,
    minzoom: 6.5,
    maxzoom: 8,
    paint: {
      "line-color": ink.border,
      "line-width": 0.6,
      "line-opacity": ["interpolate", ["linear"], ["zoom"], 6.5, 0, 6.8, 0.3, 7.8, 0.3, 8, 0],
    },
  },
];

export const borderLayers = (source: string, ink: Palette): LayerSpecification[] => [
  {
    id: `${source}-line`,
    type: "line",
    source,
    layout: { "line-join": "round" },
    paint: { "line-color": ink.border, "line-width": 1.2 },
  },
  pickedBorders(source, ink),
];

/** A region layer this engine has no rule for: drawn thin and neutral, so that it is never lost. */
export const plainLayers = (source: string, ink: Palette): LayerSpecification[] => [
  {
    id: `${source}-line`,
    type: "line",
    source,
    filter: ["!=", ["geometry-type"], "Point"],
    paint: { "line-color": ink.border, "line-width": 0.8 },
  },
  {
    id: `${source}-point`,
    type: "circle",
    source,
    filter: ["==", ["geometry-type"], "Point"],
    paint: { "circle-radius": 2.5, "circle-color": ink.label },
  },
];

/** Roads that statements speak of: a hair, no closer than they are exact, named along their course. */
export const roadLayers = (source: string, ink: Palette, lang: string, opening: Bounds): LayerSpecification[] => [
  {
    id: `${source}-line`,
    type: "line",
    source,
    minzoom: 7,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": ink.border,
      "line-width": ["interpolate", ["linear"], ["zoom"], 7, 1, 10, 2],
      "line-opacity": seen(opening, 0.5),
    },
  },
  {
    id: `${source}-name`,
    type: "symbol",
    source,
    minzoom: 8.5,
    layout: {
      "symbol-placement": "line",
      "text-field": name(lang),
      "text-font": SLANTED,
      "text-size": 12,
      "text-offset": [0, -0.7],
      "text-max-angle": 40,
    },
    paint: { "text-color": ink.soft, "text-halo-color": ink.land, "text-halo-width": 1.6, "text-opacity": seen(opening) },
  },
];
