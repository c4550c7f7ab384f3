import { describe, expect, it } from "vitest";
import { compileDossier } from "../../src/dossier/compile.ts";
import { nameIndex, nearest } from "../../src/dossier/nearest.ts";
import { good, text, withFiles } from "./fixtures.ts";

describe("nearest", () => {
  const ids = ["alder", "birch", "lake_council", "20310402-alder-ban", "20310403-birch-reply"];
  it.each([
    ["brich", "birch"],
    ["ALDER", "alder"],
    ["lake-council", "lake_council"],
    ["lake", "lake_council"],
    ["20310402-alder-bna", "20310402-alder-ban"],
    ["20310403", "20310403-birch-reply"],
    ["2031", null],
    ["cedar", null],
    ["", null],
    ["x".repeat(1000), null],
  ])("%s", (word, expected) => expect(nearest(word, ids)).toBe(expected));

  it("knows a record by its name, and two letters by one", () => {
    const names = nameIndex([
      ["Republic of Alder", "alder"],
      ["AL", "alder"],
    ]);
    expect(nearest("republic of alder", ids, names)).toBe("alder");
    expect(nearest("al", ids, names)).toBe("alder");
    expect(nearest("az", ["am", "tr"])).toBe("am");
  });
});

describe("latitude and longitude in each other's place", () => {
  const place = (id: string, country: string, zone: string, lat: number, lon: number): string =>
    `- {id: ${id}, names: {en: ${id}}, kind: settlement, country: ${country}, lat: ${lat}, lon: ${lon}, precision: city, coord_source: invented, zone: ${zone}}\n`;
  /** In a window in which both readings of many places lie: 38 to 56 degrees east, 36 to 45 north. */
  const swaps = async (...places: string[]): Promise<readonly string[]> => {
    const head = text(good(), "dossier.yaml")
      .replace("[-32, -44, -26, -40]", "[38, 36, 56, 45]")
      .replace("[-31, -43, -27, -41]", "[39, 37, 55, 44]");
    const { issues } = await compileDossier(withFiles(good(), { "dossier.yaml": head, "places.yaml": places.join("") }));
    return issues.filter((i) => i.rule === "lat-lon-swapped").map((i) => `${i.severity} ${i.id}`);
  };
  const near = [
    place("a", "Alder", "Asia/Baku", 40.1, 46.1),
    place("b", "Alder", "Asia/Baku", 39.8, 46.8),
    place("c", "Alder", "Asia/Baku", 40.4, 49.9),
  ];

  it("is seen when exchanging brings a place to its neighbours", async () => {
    expect(await swaps(...near, place("d", "Alder", "Asia/Baku", 46.5, 39.9))).toEqual(["error d"]);
  });
  it("is seen where both readings lie in the window, and accuses no right one", async () => {
    expect(await swaps(...near, place("d", "Alder", "Asia/Baku", 44.9, 40.2))).toEqual(["error d"]);
  });
  it("is not seen in a far city that has its own neighbours, though it lands in the window when exchanged", async () => {
    expect(
      await swaps(...near, place("far", "Farland", "Europe/Moscow", 55.75, 37.62), place("spa", "Farland", "Europe/Moscow", 43.6, 39.72)),
    ).toEqual([]);
  });
  it("is a warning for a far place without neighbours", async () => {
    expect(await swaps(...near, place("far", "Farland", "Europe/Moscow", 55.75, 37.62))).toEqual(["warning far"]);
  });
  it("is not seen in far places whose other reading lies outside the window too", async () => {
    expect(
      await swaps(
        ...near,
        place("far", "Westland", "America/New_York", 40.7, -73.9),
        place("isle", "Northland", "Atlantic/Reykjavik", 64.1, -21.9),
      ),
    ).toEqual([]);
  });
  it("is certain when the latitude is none", async () => {
    expect(await swaps(...near, place("far", "Eastland", "Asia/Vladivostok", 131.9, 43.1))).toEqual(["error far"]);
  });
});

describe("one wrong date", () => {
  it("is told once: a step that cites its statement does not call it undated", async () => {
    const statements = text(good(), "statements/2031.yaml").replace("date: 2031-04-02", "date: 2 Aprill 2031");
    const { issues } = await compileDossier(withFiles(good(), { "statements/2031.yaml": statements }));
    expect(issues.filter((i) => i.severity === "error").map((i) => i.rule)).toEqual(["edtf-date"]);
  });
});

describe("a value that is refused", () => {
  it("is told once: a term and a position do not speak of a statement by null", async () => {
    const statements = text(good(), "statements/2031.yaml").replace("party: alder", "party: !!binary YWxkZXI=");
    const { issues } = await compileDossier(withFiles(good(), { "statements/2031.yaml": statements }));
    expect(issues.filter((i) => i.severity === "error").map((i) => i.rule)).toEqual(["yaml-tag"]);
  });
});
