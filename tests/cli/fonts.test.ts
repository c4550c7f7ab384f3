import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/cli/compile.ts";
import { pointsOf, serifText, unicodeRanges } from "../../src/cli/fonts/characters.ts";
import { glyphsOf } from "../../src/cli/fonts/truetype.ts";
import { FONT_BUDGET } from "../../src/cli/fonts.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import type { Dossier } from "../../src/dossier/types.ts";
import { FONT_HASHES, FONTS } from "../../src/map/fonts.ts";

/** The inverse of `unicodeRanges`. */
const pointsIn = (ranges: readonly string[]): readonly number[] =>
  ranges.flatMap((range) => {
    const [first = 0, last = first] = range
      .slice(2)
      .split("-")
      .map((text) => Number.parseInt(text, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = `${ROOT}public/fonts`;
const read = (file: string): Buffer => readFileSync(`${FOLDER}/${file}`);
const names = [...new Set(FONTS.map((font) => font.file))];

/** Scripts that are left to the reader's own fonts: they need joining, and stand only in headlines of sources. */
const LEFT = /\p{Script=Arabic}|\u064b/u;

const drawn = (family: string, weight: number): ReadonlySet<number> =>
  new Set(FONTS.filter((font) => font.family === family && font.weight === weight).flatMap((font) => pointsIn(font.unicodeRange)));

const lacking = (text: string, points: ReadonlySet<number>): string =>
  String.fromCodePoint(...pointsOf(text).filter((point) => !points.has(point)));

/** Every text in a value, with what leads to it. */
function texts(value: unknown, path = ""): readonly (readonly [path: string, text: string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const dossiers = await Promise.all(
  readdirSync(`${ROOT}geo`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(
      async ({ name }): Promise<readonly [string, Dossier]> => [name, (await compileDossier(readFolder(`${ROOT}geo/${name}`))).dossier!],
    ),
);

describe("the fonts' files", () => {
  it("are exactly those that are named, with the licence beside them", () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...names, "OFL.txt"].sort());
    expect(readFileSync(`${FOLDER}/OFL.txt`, "utf8")).toContain("SIL OPEN FONT LICENSE Version 1.1");
  });

  it("weigh no more than their budget, all together", () => {
    expect(names.reduce((sum, file) => sum + read(file).length, 0)).toBeLessThanOrEqual(FONT_BUDGET);
    expect(FONT_BUDGET).toBe(45_000);
  });

  it.each(names)("%s holds what is said of it: its hash, and a glyph for each character of its range and no other", async (file) => {
    const bytes = read(file);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const glyphs = await glyphsOf(bytes);
    expect(FONT_HASHES[file]).toBe(sha256);
    for (const font of FONTS.filter((f) => f.file === file)) expect(pointsIn(font.unicodeRange)).toEqual(glyphs);
  });

  it("never claim one character twice in a family and weight, so that a character has one look", () => {
    for (const { family, weight } of FONTS) {
      const points = FONTS.filter((f) => f.family === family && f.weight === weight).flatMap((f) => pointsIn(f.unicodeRange));
      expect(points.length, `${family} ${weight}`).toBe(new Set(points).size);
    }
  });
});

describe("what is shown can be drawn (if not: npm run fonts)", () => {
  it.each(dossiers)(
    "every character of %s, in both weights; what is left to the reader's fonts stands only in headlines of sources",
    (_, dossier) => {
      const shown = texts(dossier).filter(([path]) => !path.endsWith(".url") && !path.endsWith(".archiveUrl"));
      expect(shown.length).toBeGreaterThan(100);
      for (const weight of [400, 600]) {
        const sans = drawn("Dateline Sans", weight);
        const missing = shown.filter(([, text]) => lacking(text, sans) !== "");
        expect(missing.filter(([, text]) => lacking(text.replace(new RegExp(LEFT, "gu"), ""), sans) !== "")).toEqual([]);
        expect(missing.filter(([path]) => !/\.sources\.\d+\.title$/.test(path))).toEqual([]);
      }
    },
  );

  it.each(dossiers)("titles and speakers' own terms of %s in serif", (_, dossier) => {
    expect(lacking(serifText(dossier), drawn("Dateline Serif", 400))).toBe("");
  });

  it.each(dossiers)("every name on the layers of %s", (name) => {
    const folder = `${ROOT}geo/${name}/layers`;
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".geojson")) : [];
    for (const file of files) {
      const { features } = JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as { features: { properties: unknown }[] };
      const text = texts(features.map((feature) => feature.properties)).map(([, words]) => words);
      expect(lacking(text.join("").replace(new RegExp(LEFT, "gu"), ""), drawn("Dateline Sans", 400)), file).toBe("");
    }
  });

  it("every character in the source of the interface", () => {
    const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: "utf8" }).filter((file) =>
      /^((ui|map|model)\/.*\.(svelte|ts)|words\/.*\.json)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) expect(lacking(readFileSync(`${ROOT}src/${file}`, "utf8"), drawn("Dateline Sans", 600)), file).toBe("");
  });

  it("the alphabets of the region, whatever a dossier now holds of them", () => {
    for (const weight of [400, 600])
      expect(
        lacking("Xankəndi Şuşa Ağdam Çaylı İĞIÖÜ Հայաստան և საქართველო Ёлка Щёкино “”‘’–—…·→←↑↓↗‹›−×↻©", drawn("Dateline Sans", weight)),
      ).toBe("");
  });
});

describe("unicodeRanges", () => {
  it("joins neighbours and no others, and can be read back", () => {
    expect(unicodeRanges([0x41, 0x42, 0x43, 0x50, 0x1f600])).toEqual(["U+0041-0043", "U+0050", "U+1F600"]);
    expect(pointsIn(["U+0041-0043", "U+0050"])).toEqual([0x41, 0x42, 0x43, 0x50]);
  });
});

describe("glyphsOf", () => {
  it("refuses what is no WOFF2 file", async () => {
    await expect(glyphsOf(Buffer.from("wOFF, the older format, or nothing of the kind"))).rejects.toThrow("expected a WOFF2 file");
  });
});
