import { expect, it } from "vitest";
import type { Dossier } from "../../src/dossier/types.ts";
import { accountsOf } from "../../src/model/accounts.ts";
import { lakeMira } from "./fixtures.ts";

const EVENT = "ev-2031-04-02-closure";
const told = accountsOf(lakeMira, EVENT);

it("an event is told by each party that spoke of it, in the dossier's order, with its words and their first use there", () => {
  expect(told.accounts.map((a) => [a.party, a.statements])).toEqual([
    ["alder", ["20310402-alder-ban"]],
    ["birch", ["20310403-birch-reply"]],
  ]);
  expect(told.accounts[0]?.words.map((w) => [w.thing.id, w.term, w.first])).toEqual([["shore", "northern shore", "20310402-alder-ban"]]);
});

it("who answered whom is told from the answer's side", () =>
  expect(told.answers).toEqual([{ from: "20310403-birch-reply", to: "20310402-alder-ban" }]));

it("two statements that do not fit together are told once, whichever of them says so", () => {
  const both: Dossier = {
    ...lakeMira,
    statements: lakeMira.statements.map((s) =>
      s.id === "20310402-alder-ban"
        ? { ...s, seeAlso: [{ id: "20310403-birch-reply", relation: "contradicts" as const }] }
        : s.id === "20310403-birch-reply"
          ? { ...s, seeAlso: [{ id: "20310402-alder-ban", relation: "contradicts" as const }] }
          : s,
    ),
  };
  expect(accountsOf(both, EVENT).contradictions).toEqual([{ from: "20310402-alder-ban", to: "20310403-birch-reply" }]);
});

it("a joint text counts for each party that issued it", () => {
  const joint: Dossier = {
    ...lakeMira,
    events: lakeMira.events.map((e) => ({ ...e, statements: ["20310409-joint-truce"] })),
    statements: lakeMira.statements.map((s) => ({ ...s, event: null })),
  };
  expect(accountsOf(joint, EVENT).accounts.map((a) => a.party)).toEqual(["alder", "birch"]);
});

it("where accounts differ is told in the record's own words, and nothing else is", () => {
  expect(told.disputed).toEqual([]);
  const disputed: Dossier = { ...lakeMira, statements: lakeMira.statements.map((s) => ({ ...s, disagreement: "Two papers differ." })) };
  expect(accountsOf(disputed, EVENT).disputed).toEqual(["20310402-alder-ban", "20310403-birch-reply"]);
});
