import { describe, expect, it } from "vitest";
import { compileDossier } from "../../src/dossier/compile.ts";
import Papa from "papaparse";
import { good, goodCsv, text, withFiles } from "./fixtures.ts";

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
  it.each([
    [
      "the flag of Scotland, which is made of characters nobody sees",
      "A boat under \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} came.",
    ],
    [
      "letters of Vietnamese, Hebrew and Persian in parts",
      "Vie\u0323\u0302t, \u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd and \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 came.",
    ],
    ["numbers beside signs of less and more", "Fewer than 3 < 5 boats came, and 7 > 2."],
    ["a judgement that is the speaker's own", "The chair said that both sides falsely claimed the shore."],
    ["an Armenian ending on a Latin name", "The talks went on by Zoom\u0578\u057e."],
    ["a mark of direction between Hebrew and brackets", "The paper \u05d4\u05d0\u05e8\u05e5\u200e (Haaretz) came."],
    ["a picture made of two, and one with a selector", "A sign \u{1f469}\u200d\u{1f692} and \u26f5\ufe0f came."],
    ["a name whose letters are all of another alphabet", "The paper \u0412\u0435\u0441\u0442\u043d\u0438\u043a came."],
  ])("%s", async (_, words) =>
    expect(await told({ "statements/2031.yaml": ["The chair asked both sides to talk before the season.", words] })).toEqual([]),
  );
  it.each([
    "https://\u043f\u0440\u0438\u043c\u0435\u0440.example/\u043d\u043e\u0432\u043e\u0441\u0442\u0438/1",
    "https://waters.example:8443/a(b)/c",
    "https://waters.example/a?x=1&y=%D0%B0#p3",
    "http://xn--e1afmkfd.example/17",
    "https://waters.example/\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
  ])("the address %s", async (url) =>
    expect(await told({ "statements/2031.yaml": ["https://waters.example/statements/17", url] })).toEqual([]),
  );
  it("bug: a line that stood on one day was refused, and its days were to be exchanged", async () =>
    expect(await told({ "layers/disputed.geojson": ['"validTo": null', '"validTo": "2029-01-01"'] })).toEqual([]));
  it("a table in semicolons with a mark before it, all cells in marks, empty rows and columns at its end", async () => {
    const rows = Papa.parse<string[]>(text(goodCsv(), "statements.csv").trim()).data.map((row) => [...row, "", ""]);
    const table = `\ufeff${Papa.unparse([...rows, ["", ""]], { delimiter: ";", quotes: true, newline: "\r\n" })}\r\n;;;\r\n`;
    expect((await compileDossier(withFiles(goodCsv(), { "statements.csv": table }))).issues).toEqual([]);
  });
  it("bug: a cell of two paragraphs, the second with as many commas as half a row, was refused", async () => {
    const before = text(goodCsv(), "statements.csv");
    const cell =
      '"The chair asked both sides to talk.\nHe named Mira, Alder, Birch, Ost, West, Nord, Sud, Kest, Holm, Vale, Dunn, Sorn, Pell, Rask, Tarn, Urd, Yarl, Aske, Brim, Crag, Dorn, Eld, Fenn, Garth, Hulm, and the two islands."';
    const after = before.replace("The chair asked both sides to talk before the season.", cell);
    expect(after).not.toBe(before);
    const { issues, dossier } = await compileDossier(withFiles(goodCsv(), { "statements.csv": after }));
    expect(issues).toEqual([]);
    expect(dossier?.statements).toHaveLength(6);
  });
  it("one term with a comma in it, in a table whose cells have one term each", async () => {
    const after = text(goodCsv(), "statements.csv").replace(",northern shore,", ',"one lake, two shores",');
    expect((await compileDossier(withFiles(goodCsv(), { "statements.csv": after }))).issues.filter((i) => i.rule === "csv")).toEqual([]);
  });
  it("a dossier on what is long past, which says when it was looked for", async () =>
    expect(
      await told({
        "dossier.yaml": [/updated: 2031-06-01([\s\S]*)Birch's own/, "updated: 2062-06-01$1Looked for in May 2062. Birch's own"],
      }),
    ).toEqual([]));
});
