import { describe, expect, it } from "vitest";
import { compileDossier } from "../../src/dossier/compile.ts";
import { good, text, withFiles } from "./fixtures.ts";

describe("what is unusual and right is not told", () => {
  const told = async (changes: Readonly<Record<string, readonly [string | RegExp, string]>>): Promise<readonly string[]> => {
    const files = Object.entries(changes).map(([file, [from, to]]) => {
      const before = text(good(), file);
      const after = before.replace(from, to);
      expect(after, `${file} changed`).not.toBe(before);
      return [file, after] as const;
    });
    return (await compileDossier(withFiles(good(), Object.fromEntries(files)))).issues.map((i) => `${i.rule} ${i.found}`);
  };
  it("bug: a place of an island state beyond the meridian of 180° was called far from its own land", async () => {
    const island = (west: number, east: number): string => `[[[${west},-17],[${east},-17],[${east},-16],[${west},-16],[${west},-17]]]`;
    const layer = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"alder","names":{"en":"Alder"}},"geometry":{"type":"MultiPolygon","coordinates":[${island(178, 180)},${island(-180, -179)}]}}]}`;
    const place = (id: string, lon: number): string =>
      `- {id: ${id}, names: {en: ${id}}, kind: atoll, country: Alder, lat: -16.5, lon: ${lon}, precision: village, coord_source: invented, zone: Pacific/Fiji}\n`;
    const issues = await compileDossier(
      withFiles(good(), {
        "dossier.yaml": text(good(), "dossier.yaml")
          .replace("[-32, -44, -26, -40]", "[174, -20, 180, -14]")
          .replace("[-31, -43, -27, -41]", "[176, -19, 180, -15]"),
        "layers/region.geojson": layer,
        "places.yaml": place("west", 179) + place("east", -179.5),
      }),
    );
    const far = issues.issues.filter((i) => i.rule === "whereabouts" && i.found.includes("far from"));
    expect(far.map((i) => i.id)).toEqual([]);
  });
  it("bug: apostrophes were none, when single quotation marks came to be read", async () =>
    expect(
      await told({
        "statements/2031.yaml": [
          "The chair asked both sides to talk before the season.",
          "In the '20s the parties' view of Birch's shore was l'avis d'un tiers, and the council's 'grey zone' the ministries' own.",
        ],
      }),
    ).toEqual([]));
  it("a dossier on what is long past, which says when it was looked for", async () =>
    expect(
      await told({
        "dossier.yaml": [/updated: 2031-06-01([\s\S]*)Birch's own/, "updated: 2062-06-01$1Looked for in May 2062. Birch's own"],
      }),
    ).toEqual([]));
});
