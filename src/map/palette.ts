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
    river: "#a9c0cb",
    contest: "#4a4a4a",
    label: "#33363a",
    soft: "#5f646a",
    waterLabel: "#4f6b79",
  },
  dark: {
    land: "#1b1e23",
    water: "#0f1317",
    border: "#8d9196",
    river: "#34495a",
    contest: "#b9bcc0",
    label: "#d3d5d8",
    soft: "#a2a7ad",
    waterLabel: "#7f9aab",
  },
};

/** The same map for who asked for more contrast: paper and ink, what is quiet otherwise included. */
export const CONTRAST: Readonly<Record<MapTheme, Partial<Palette>>> = {
  light: {
    land: "#ffffff",
    water: "#dbe6ec",
    border: "#000000",
    river: "#3d6478",
    contest: "#000000",
    label: "#000000",
    soft: "#26292c",
    waterLabel: "#17394a",
  },
  dark: {
    land: "#000000",
    water: "#101d26",
    border: "#ffffff",
    river: "#8fb4c8",
    contest: "#ffffff",
    label: "#ffffff",
    soft: "#e4e6e8",
    waterLabel: "#c5dfec",
  },
};

/** The inks of a theme. */
export const inksOf = (theme: MapTheme, contrast: boolean): Palette =>
  contrast ? { ...PALETTE[theme], ...CONTRAST[theme] } : PALETTE[theme];

/** The custom property of an ink, without the dashes: `waterLabel` is `water-label`, `soft` is `map-soft`. */
export const cssName = (ink: string): string => (ink === "soft" ? "map-soft" : ink.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`));
