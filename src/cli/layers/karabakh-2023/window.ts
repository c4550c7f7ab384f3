import type { Bounds } from "../../../dossier/types.ts";

/** West, south, east, north of the region's layers: the dossier's window. */
export const WINDOW: Bounds = [38, 36, 56, 45];
export const BBOX = WINDOW.join(",");
/** Metres of detail left out of region layers, and the decimals that go with it: 0.001° is 111 m. */
export const INTERVAL = 400;
export const DECIMALS = 3;
export const PRECISION = 0.001;
/** Languages of names; Georgian where it is known. */
export const LANGS = ["en", "az", "hy", "ru", "ka"];

/** The states that reach into the window: the data's three letters → ISO 3166-1 alpha-2, which is the features' id. */
export const STATES: Readonly<Record<string, string>> = {
  ARM: "AM",
  AZE: "AZ",
  GEO: "GE",
  IRN: "IR",
  IRQ: "IQ",
  KAZ: "KZ",
  RUS: "RU",
  SYR: "SY",
  TKM: "TM",
  TUR: "TR",
  UZB: "UZ",
};
