import { expect, it } from "vitest";
import { called } from "../../src/model/called.ts";
import type { Dossier, Party } from "../../src/dossier/types.ts";
import { lakeMira } from "./fixtures.ts";

const party = (id: string, name: string, kind = "state"): Party => ({ ...lakeMira.parties[0]!, id, code: id.toUpperCase(), name, kind });
const dossier = (parties: readonly Party[], aliases: Readonly<Record<string, string>> = {}): Dossier => ({
  ...lakeMira,
  parties,
  head: { ...lakeMira.head, aliases },
});
const nowhere = () => [[], []] as const;

it("a party is looked for by its names, the second of a state too, whichever of them or its code is written", () => {
  const parties = [party("tr", "Turkey (Türkiye)"), party("un", "United Nations (Secretariat)", "organisation")];
  expect(called(dossier(parties), nowhere)).toEqual([
    [["Turkey", "Türkiye"], ["TR"]],
    [["United Nations"], ["UN"]],
  ]);
});

it("what a party is called elsewhere in full may stand in a page, and is looked for; what it is for short is only written", () => {
  expect(called(dossier([party("us", "United States")]), () => [["United States", "Соединенные Штаты"], ["США"]])).toEqual([
    [
      ["United States", "Соединенные Штаты"],
      ["US", "США"],
    ],
  ]);
});

it("a dossier's aliases join the party they name, or stand for words of the record", () => {
  const aliases = { America: "united states", UNSC: "Security Council", SC: "Security Council" };
  expect(called(dossier([party("us", "United States")], aliases), nowhere)).toEqual([
    [["United States"], ["US", "America"]],
    [["Security Council"], ["UNSC", "SC"]],
  ]);
});

it("the stand-in for several parties is nobody", () => {
  expect(called(dossier([party("jt", "Joint text", "joint text")]), nowhere)).toEqual([]);
});
