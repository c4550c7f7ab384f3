import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/dossier/types.ts";
import { withdrawn, withoutWithdrawn } from "../../src/model/withdrawn.ts";
import { lakeMira } from "./fixtures.ts";

const GONE = "20310402-alder-ban";
const changed = (changes: Partial<Statement>) => ({
  ...lakeMira,
  statements: lakeMira.statements.map((s) => (s.id === GONE ? { ...s, ...changes } : s)),
});
const before = changed({});
const after = withoutWithdrawn(changed({ status: "withdrawn" }));

describe("a dossier with a withdrawn statement", () => {
  it("is shown without it, and nothing in it points there any more: it once stood in the list, the table and the downloads", () => {
    expect(JSON.stringify(before)).toContain(GONE);
    const { corrections, ...shown } = after;
    expect(JSON.stringify(shown)).not.toContain(GONE);
    expect(corrections).toBe(lakeMira.corrections);
    expect(after.statements).toHaveLength(lakeMira.statements.length - 1);
  });

  it("keeps nothing that rested on it alone, and all that rests on others too", () => {
    const alone = (list: readonly { readonly statements: readonly string[] }[]) =>
      list.filter((x) => x.statements.length > 0 && x.statements.every((id) => id === GONE)).length;
    expect(alone(before.positions)).toBeGreaterThan(0);
    expect(after.positions).toHaveLength(before.positions.length - alone(before.positions));
    expect(after.story).toHaveLength(before.story.length - alone(before.story));
    expect(after.terms.flatMap((x) => x.entries)).toHaveLength(
      before.terms.flatMap((x) => x.entries).length - alone(before.terms.flatMap((x) => x.entries)),
    );
  });

  it("bug: kept a thing of the glossary of which no word was left", () => {
    expect(before.terms.map((x) => x.id)).toEqual(["shore"]);
    expect(after.terms).toEqual([]);
  });

  it("lists it for the page that says so", () => expect(withdrawn(changed({ status: "withdrawn" })).map((s) => s.id)).toEqual([GONE]));

  it("is itself when nothing was withdrawn", () => expect(withoutWithdrawn(before)).toBe(before));

  it("dates a position from the earliest statement that is left", () => {
    const [first] = before.positions.filter((p) => p.statements.includes(GONE));
    const other = before.statements.find((s) => s.id !== GONE && s.date !== null && s.date.min > "2031-04-02")!;
    const two = { ...changed({ status: "withdrawn" }), positions: [{ ...first!, statements: [GONE, other.id] }] };
    expect(withoutWithdrawn(two).positions).toMatchObject([{ statements: [other.id], validFrom: other.date }]);
  });

  it("bug: a position whose predecessor went was held for a first one beside that before it", () => {
    const [first, second] = before.positions.filter((p) => p.party === "alder" && p.topic === "fishing");
    const grounds = (id: string) => [before.statements.find((s) => s.id !== GONE && s.id === id)!.id];
    const positions = [
      { ...first!, id: "one", statements: grounds("20310403-birch-reply") },
      { ...first!, id: "two", changedFrom: "one" },
      { ...second!, id: "three", changedFrom: "two" },
    ];
    expect(withoutWithdrawn({ ...changed({ status: "withdrawn" }), positions }).positions.map((p) => [p.id, p.changedFrom])).toEqual([
      ["one", null],
      ["three", "one"],
    ]);
  });
});
