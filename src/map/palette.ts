export type MapTheme = "light" | "dark";

/** The inks of the map, per theme. The page's style sheet gets them as custom properties, MapLibre as paint: one source for both. */
export interface Palette {
  readonly land: string;
  readonly water: string;
  readonly border: string;
  readonly river: string;
  /** Lines and areas of the dispute. */
  readonly contest: string;
  readonly label: string;
  readonly soft: string;
  readonly waterLabel: string;
}

/** Neutral throughout: no ink of a party is among them, and none of them stands for a party. */
export const PALETTE: Readonly<Record<MapTheme, Palette>> = {
  light: {
    land: "#f6f5f1",
    water: "#e6ecef",
    border: "#6b6b6b",
    river: "#b4c6cf",
    contest: "#4a4a4a",
    label: "#33363a",
    soft: "#5f646a",
    waterLabel: "#4f6b79",
  },
  dark: {
    land: "#1b1e23",
    water: "#0f1317",
    border: "#8d9196",
    river: "#2f3f4a",
    contest: "#b9bcc0",
    label: "#d3d5d8",
    soft: "#a2a7ad",
    waterLabel: "#7f9aab",
  },
};

/** The custom property of an ink, without the dashes: `waterLabel` is `water-label`, `soft` is `map-soft`. */
export const cssName = (ink: string): string => (ink === "soft" ? "map-soft" : ink.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`));
