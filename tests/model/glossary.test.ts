import { describe, expect, it } from "vitest";
import type { Dossier, Statement } from "../../src/dossier/types.ts";
import { byDate, glossary, otherWords, termParts } from "../../src/model/glossary.ts";
import { date, lakeMira } from "./fixtures.ts";

const changed = (id: string, changes: Partial<Statement>): Dossier => ({
  ...lakeMira,
  statements: lakeMira.statements.map((s) => (s.id === id ? { ...s, ...changes } : s)),
});
const uses = (dossier: Dossier) => glossary(dossier)[0]!.uses[0]!;

describe("a party's own word", () => {
  it("is told with every statement that uses it, the listed ones and those that quote it, earliest first", () => {
    const dossier = changed("20310409-joint-truce", { terms: ["Northern shore"], date: date("2031-03-30") });
    expect(uses(dossier)).toMatchObject({
      party: "alder",
      term: "northern shore",
      statements: ["20310409-joint-truce", "20310402-alder-ban"],
    });
  });

  it("is not another party's for being the same word", () =>
    expect(uses(changed("20310403-birch-reply", { terms: ["northern shore"] })).statements).toEqual(["20310402-alder-ban"]));

  it("is not read in a statement that no longer stands", () =>
    expect(uses(changed("20310402-alder-ban", { status: "withdrawn" })).statements).toEqual([]));

  it.each([
    ["Artsakh", null, ["Artsakh"]],
    ["illegal regime / puppet regime", null, ["illegal regime", "puppet regime"]],
    ["(denies a blockade) protest", "denies a blockade", ["protest"]],
    ["(denies it) 'units of the Army'", "denies it", ["units of the Army"]],
    ["Stepanakert/Khankendi", null, ["Stepanakert/Khankendi"]],
  ])("%j: only what was said is to stand in quotation marks", (term, aside, words) => expect(termParts(term)).toEqual({ aside, words }));
});

it("bug: each statement's page made the glossary anew, and three thousand statements took minutes; it is made once for a dossier", () => {
  const dossier = changed("20310402-alder-ban", {});
  expect(glossary(dossier)).toBe(glossary(dossier));
  expect(glossary(changed("20310402-alder-ban", {}))).not.toBe(glossary(dossier));
});

describe("the other words", () => {
  it("are those that no entry has, once each, in the order of the alphabet", () => {
    const dossier = changed("20310403-birch-reply", { terms: ["our shore", "Northern shore", "a closure"] });
    expect(otherWords(dossier).map((w) => w.word)).toEqual(["a closure", "our shore"]);
    expect(otherWords(lakeMira)).toEqual([]);
  });
});

it("by date: the last day each can have been made on decides, then the first; the undated come last", () =>
  expect(byDate(lakeMira.statements).map((s) => s.id)).toEqual([
    "20310401-council-call",
    "20310402-alder-ban",
    "20310403-birch-reply",
    "20310409-joint-truce",
    "20310409-alder-slip",
    "undated-birch-map",
  ]));
