import { describe, expect, it } from "vitest";
import { baselineData } from "../../src/cli/bench/baseline.ts";
import type { Dossier } from "../../src/dossier/types.ts";

const statement = (id: string, more: object = {}) => ({
  id,
  party: "az",
  speaker: { name: "Ministry of Defence" },
  date: { edtf: "2023-09-19", min: "2023-09-19" },
  about: ["lachin"],
  saidIn: { place: "baku", basis: "stated" },
  text: "Said so.",
  sources: [{ publisher: "APA", url: "https://example.org/1", title: "A headline" }],
  ...more,
});
const dossierOf = (...statements: object[]): Dossier =>
  ({
    parties: [
      { id: "az", name: "Azerbaijan", seat: "baku", colour: { light: "#123456", dark: "#654321" } },
      { id: "un", name: "United Nations", seat: null, colour: null },
    ],
    places: [
      { id: "lachin", lon: 46.5, lat: 39.6 },
      { id: "baku", lon: 49.8, lat: 40.4 },
    ],
    statements,
  }) as unknown as Dossier;

describe("the statements of the page by hand", () => {
  it("are those of the dossier, with text, day, colour and sources, at the first place they are about", () => {
    expect(baselineData(dossierOf(statement("a"))).features).toEqual([
      {
        type: "Feature",
        properties: {
          id: "a",
          title: "Azerbaijan: Ministry of Defence",
          date: "2023-09-19",
          day: 19_619,
          colour: "#123456",
          text: "Said so.",
          sources: [{ publisher: "APA", url: "https://example.org/1" }],
        },
        geometry: { type: "Point", coordinates: [46.5, 39.6] },
      },
    ]);
  });

  it("stand where they were said, or at the party's seat, when they are about no place", () => {
    const { features } = baselineData(dossierOf(statement("a", { about: [] }), statement("b", { about: [], saidIn: null })));
    expect(features.map((f) => f.geometry.coordinates[0])).toEqual([49.8, 49.8]);
  });

  it("leave out only what has no date or no place at all", () => {
    const { features } = baselineData(
      dossierOf(statement("a", { date: null }), statement("b", { party: "un", about: [], saidIn: null }), statement("c", { party: "un" })),
    );
    expect(features.map((f) => f.properties?.["id"])).toEqual(["c"]);
  });
});
