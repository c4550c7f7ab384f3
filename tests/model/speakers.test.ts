import { expect, it } from "vitest";
import type { Dossier } from "../../src/dossier/types.ts";
import { speakersOf } from "../../src/model/speakers.ts";
import { lakeMira } from "./fixtures.ts";

it("who spoke for a party is told with the role of the day, earliest first; then the office holders of whom nothing is recorded", () => {
  expect(speakersOf(lakeMira, "alder")).toEqual([
    { name: "Ministry of Waters", roles: [{ role: "ministry of Alder", statements: ["20310402-alder-ban"] }], office: null },
    { name: "Ida Rohn", roles: [], office: { role: "minister of waters", asOf: "2030-2031" } },
  ]);
});

it("one who spoke in two roles has both", () => {
  const dossier: Dossier = {
    ...lakeMira,
    statements: lakeMira.statements.map((s) =>
      s.id === "undated-birch-map" ? { ...s, speaker: { name: "Ole Varn", role: "printer" } } : s,
    ),
  };
  expect(speakersOf(dossier, "birch")[0]?.roles.map((r) => r.role)).toEqual(["foreign minister", "printer"]);
});

it("an office holder who is named inside a speaker's name has spoken", () => {
  const dossier: Dossier = {
    ...lakeMira,
    statements: lakeMira.statements.map((s) => (s.party === "alder" ? { ...s, speaker: { name: "Ministry (Ida Rohn)", role: null } } : s)),
  };
  expect(speakersOf(dossier, "alder").map((s) => s.name)).toEqual(["Ministry (Ida Rohn)"]);
});
