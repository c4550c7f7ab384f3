import { expect, it } from "vitest";
import type { Dossier } from "../../src/dossier/types.ts";
import { speakersOf } from "../../src/model/speakers.ts";
import { lakeMira } from "./fixtures.ts";

const MINISTER = { name: "Ida Rohn", role: "minister of waters", asOf: "2030-2031" };

it("who spoke for a party is told with the role of the day, earliest first; then the office holders of whom nothing is recorded", () => {
  expect(speakersOf(lakeMira, "alder")).toEqual([
    { name: "Ministry of Waters", roles: [{ role: "ministry of Alder", statements: ["20310402-alder-ban"] }], offices: [] },
    { name: "Ida Rohn", roles: [], offices: [MINISTER] },
  ]);
});

it("one who spoke in two roles has both", () => {
  const dossier: Dossier = {
    ...lakeMira,
    statements: lakeMira.statements.map((s) =>
      s.id === "undated-birch-map" ? { ...s, speaker: { name: "Ole Varn", role: "printer", each: [] } } : s,
    ),
  };
  expect(speakersOf(dossier, "birch")[0]?.roles.map((r) => r.role)).toEqual(["foreign minister", "printer"]);
});

const spokenBy = (...names: readonly string[]): Dossier => {
  const [first] = lakeMira.statements.filter((s) => s.party === "alder");
  return { ...lakeMira, statements: names.map((name, i) => ({ ...first!, id: `s${i}`, speaker: { name, role: null, each: [] } })) };
};

it("bug: the years of an office went unsaid once its holder had spoken, under the own name or inside another", () => {
  const told = (...names: readonly string[]) => speakersOf(spokenBy(...names), "alder").map((s) => [s.name, s.offices]);
  expect(told("Ida Rohn")).toEqual([["Ida Rohn", [MINISTER]]]);
  expect(told("Ministry (Ida Rohn)")).toEqual([["Ministry (Ida Rohn)", [MINISTER]]]);
  expect(told("Ministry (Ida Rohn)", "Ida Rohn")).toEqual([
    ["Ministry (Ida Rohn)", []],
    ["Ida Rohn", [MINISTER]],
  ]);
});
