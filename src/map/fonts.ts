// Made by npm run fonts; do not edit.

import type { FontFile } from "./font-file.ts";

/** What the map's names are set in. */
export const MAP_FONTS: readonly FontFile[] = [
  {
    family: "Dateline Sans",
    weight: 400,
    file: "sans-400-latin.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+0020-007E","U+00A0","U+00A9","U+00AB","U+00B0-00B1","U+00B7","U+00BB","U+00BD","U+00C0","U+00C2","U+00C4","U+00C6-00CB","U+00CE-00CF","U+00D4","U+00D6-00D7","U+00D9","U+00DB-00DC","U+00DF-00E2","U+00E4","U+00E6-00EB","U+00ED-00EF","U+00F3-00F6","U+00F9","U+00FB-00FC","U+00FF","U+0131","U+0152-0153","U+2013-2014","U+2018-201A","U+201C-201E","U+2022","U+2026","U+2039-203A","U+2212"],
  },
  {
    family: "Dateline Sans",
    weight: 400,
    file: "sans-400-latin-ext.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+010D","U+011E-011F","U+0130","U+015E-015F","U+0178","U+018F","U+0259"],
  },
  {
    family: "Dateline Sans",
    weight: 400,
    file: "sans-400-cyrillic.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+0401","U+0410-044F","U+0451","U+0456-0457","U+2116"],
  },
  {
    family: "Dateline Sans",
    weight: 400,
    file: "sans-400-armenian.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+0531-0556","U+055B-055E","U+0561-0587","U+0589-058A"],
  },
  {
    family: "Dateline Sans",
    weight: 400,
    file: "sans-400-georgian.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+10D0-10F0"],
  },
  {
    family: "Dateline Sans",
    weight: 400,
    file: "sans-400-signs.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+2190-2193","U+2197","U+21BB","U+25A0","U+25CF","U+25E6"],
  },
];

/** Every face. The map's script travels without those that are not its own. */
export const FONTS: readonly FontFile[] = /* @__PURE__ */ MAP_FONTS.concat([
  {
    family: "Dateline Sans",
    weight: 600,
    file: "sans-600-latin.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+0020-007E","U+00A0","U+00A9","U+00AB","U+00B0-00B1","U+00B7","U+00BB","U+00BD","U+00C0","U+00C2","U+00C4","U+00C6-00CB","U+00CE-00CF","U+00D4","U+00D6-00D7","U+00D9","U+00DB-00DC","U+00DF-00E2","U+00E4","U+00E6-00EB","U+00ED-00EF","U+00F3-00F6","U+00F9","U+00FB-00FC","U+00FF","U+0131","U+0152-0153","U+2013-2014","U+2018-201A","U+201C-201E","U+2022","U+2026","U+2039-203A","U+2212"],
  },
  {
    family: "Dateline Sans",
    weight: 600,
    file: "sans-600-latin-ext.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+010D","U+011E-011F","U+0130","U+015E-015F","U+0178","U+018F","U+0259"],
  },
  {
    family: "Dateline Sans",
    weight: 600,
    file: "sans-400-cyrillic.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+0401","U+0410-044F","U+0451","U+0456-0457","U+2116"],
  },
  {
    family: "Dateline Sans",
    weight: 600,
    file: "sans-400-armenian.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+0531-0556","U+055B-055E","U+0561-0587","U+0589-058A"],
  },
  {
    family: "Dateline Sans",
    weight: 600,
    file: "sans-400-georgian.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+10D0-10F0"],
  },
  {
    family: "Dateline Sans",
    weight: 600,
    file: "sans-400-signs.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+2190-2193","U+2197","U+21BB","U+25A0","U+25CF","U+25E6"],
  },
  {
    family: "Dateline Serif",
    weight: 400,
    file: "serif-400-latin.woff2",
    // biome-ignore format: generated
    unicodeRange: ["U+0020-007E","U+00A0","U+00A9","U+00AB","U+00B0-00B1","U+00B7","U+00BB","U+00BD","U+00D7","U+2013-2014","U+2018-201A","U+201C-201E","U+2022","U+2026","U+2039-203A","U+2212"],
  },
]);

/** SHA-256 of each file. A list of its own: no reader needs it. */
export const FONT_HASHES: Readonly<Record<string, string>> = {
  "sans-400-latin.woff2": "81fe87cf9fac8b1f8262acad3299c0e772a4075dbfdb5e05530110ed1102e62e",
  "sans-600-latin.woff2": "bbc485b71e1d3f9f051a2fd6412c7c0df4ae01c94b0148dd924dd71155e10b17",
  "sans-400-latin-ext.woff2": "e88ebcb839db6af11c14c83c2f73c809709cb720586a6ea123dfdd7a9eb1523e",
  "sans-600-latin-ext.woff2": "e3fa14ca2e7079c6807faab5121d87653c7375e86acd93d9fe5d4ea37ffddc0b",
  "sans-400-cyrillic.woff2": "ca4da4cabe6392a0b6a2bab85e5003dbe669ea40f0fc2fdc40074d3e07586745",
  "sans-400-armenian.woff2": "143a66f026a0316f3e37caacdcb45eccbd5ecd8d1b32d006f02bccb94280c5df",
  "sans-400-georgian.woff2": "611af47adaf8d24bd6a78d79fd030d219b3d4e74467fbb0d5700c1308881588d",
  "sans-400-signs.woff2": "d80a0ca6b64c0bc994bc19d2c817e3ee73d61c91c28ea7a9b678ffbd2265a62e",
  "serif-400-latin.woff2": "36e435fbf12e9776ac7afd2828fa280e889a9a45c78a61a28ab2f3f6ca7b2d3f",
};
