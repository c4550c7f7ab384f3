import { render } from "svelte/server";
import { describe, expect, it } from "vitest";
import type { Dossier, StatedPosition } from "../../src/dossier/types.ts";
import { cellKind, cells, type CellKind } from "../../src/model/stated-positions.ts";
import PositionsTable from "../../src/ui/PositionsTable.svelte";
import { marksOf } from "../../src/ui/positions.ts";
import { partyBody, topicBody } from "../../src/ui/record-pages.ts";
import { dataOf } from "../cli/pages-of.ts";
import { lakeMira } from "../model/fixtures.ts";

const KINDS: readonly CellKind[] = ["stated", "changed", "conflicting", "declined", "none_found", "not_searched"];
const base = lakeMira.positions[0]!;
const entry = (topic: string, n: number, changes: Partial<StatedPosition>): StatedPosition => ({
  ...base,
  id: `p-${topic}-${n}`,
  topic,
  summary: `Sentence ${topic} ${n}.`,
  ...changes,
});
const began = ({ validFrom, heldFrom }: StatedPosition) => ({ validFrom, heldFrom });
const absent = { validFrom: null, heldFrom: null, statements: [], lastSearched: null } as const;
/** A dossier in which one party has a cell of every kind, each on a topic of its own. */
const six: Dossier = {
  ...lakeMira,
  topics: KINDS.map((kind) => ({ id: kind, name: `Topic ${kind}`, description: kind })),
  statements: lakeMira.statements.map((s) => ({ ...s, topics: [...KINDS] })),
  positions: [
    entry("stated", 1, {}),
    entry("changed", 1, {}),
    entry("changed", 2, { ...began(lakeMira.positions[1]!), statements: ["20310409-joint-truce"], changedFrom: "p-changed-1" }),
    entry("conflicting", 1, { kind: "conflicting" }),
    entry("declined", 1, { ...absent, kind: "declined", summary: "Would not say." }),
    entry("none_found", 1, { ...absent, kind: "none_found", lastSearched: "2031-06-01" }),
    entry("not_searched", 1, { ...absent, kind: "not_searched" }),
  ],
};
const data = dataOf(six);
const cellOf = (html: string, topic: string) =>
  html
    .split(`data-topic="${topic}"`)
    .at(-1)
    ?.split(/<\/(?:tr|dd)>/)[0] ?? "";
/** What of it is read. */
const words = (html: string) => html.replace(/^[^<]*>|<[^>]*>/g, "");
const WORDS: Readonly<Record<CellKind, string>> = {
  stated: "since",
  changed: "changed",
  conflicting: "Conflicting statements",
  declined: "Asked and declined",
  none_found: "No statement found (searched to 1 June 2031)",
  not_searched: "Not looked for yet",
};

describe("the six kinds of cells", () => {
  it.each(KINDS)("%s is known from the dossier", (kind) => {
    const cell = cells(six).find((c) => c.topic === kind)!;
    expect(cellKind(cell, "9999-12-31")).toBe(kind);
  });

  it("on a day before anything was stated nothing had been found, and a first wording is not yet a change", () => {
    const cell = cells(six).find((c) => c.topic === "changed")!;
    expect([cellKind(cell, "2031-04-01"), cellKind(cell, "2031-04-02"), cellKind(cell, "2031-04-09")]).toEqual([
      "none_found",
      "stated",
      "changed",
    ]);
  });

  it.each(KINDS)("%s is told apart on the party's page by words and by the pattern beside it", (kind) => {
    const cell = cellOf(partyBody(data, six.parties[0]!, null), kind);
    expect(cell).toContain(`k-${kind}`);
    expect(words(cell)).toContain(WORDS[kind]);
  });

  it.each(KINDS)("%s is told apart in the table of the panel", (kind) => {
    const cell = cellOf(render(PositionsTable, { props: { data } }).body, kind);
    expect(words(cell)).toContain(WORDS[kind]);
    if (kind !== "stated" && kind !== "changed")
      expect(render(PositionsTable, { props: { data } }).body).toMatch(new RegExp(`class="[^"]*\\b${kind}\\b`));
  });

  it("who was asked and declined is told with what was asked, whether or not a statement of the record says so", () => {
    const said: Dossier = {
      ...six,
      positions: six.positions.map((p) =>
        p.topic === "declined" ? { ...base, id: p.id, topic: p.topic, kind: "declined", summary: p.summary } : p,
      ),
    };
    for (const dossier of [six, said])
      for (const html of [
        render(PositionsTable, { props: { data: dataOf(dossier) } }).body,
        partyBody(dataOf(dossier), dossier.parties[0]!, null),
      ])
        expect(words(cellOf(html, "declined")).replace(/\s+/g, " ")).toMatch(/Asked and declined[.:] Would not say\./);
  });

  it("who declined on a day, and in no statement of the record, is told with the day, after what it had stated", () => {
    const later: Dossier = {
      ...six,
      positions: [
        ...six.positions,
        entry("stated", 2, {
          kind: "declined",
          statements: [],
          ...began(lakeMira.positions[1]!),
          changedFrom: "p-stated-1",
          summary: "Would not say.",
        }),
      ],
    };
    const cell = cellOf(render(PositionsTable, { props: { data: dataOf(later) } }).body, "stated");
    expect(cell.split("<li ").map((li) => [...li.matchAll(/data-(?:since|kind)="([^"]+)"/g)].map((m) => m[1]))).toEqual([
      [],
      ["2031-04-02"],
      ["2031-04-09", "declined"],
    ]);
    expect(words(cell).replace(/\s+/g, " ")).toMatch(/Asked and declined\. Would not say\. changed 9 April 2031/);
    expect(partyBody(dataOf(later), later.parties[0]!, null)).toMatch(/Would not say\.[\s\S]*?changed (on )?9 Apr/);
  });

  it("bug: a row was marked on an earlier day as conflicting or declined, which it came to be later", () => {
    expect(marksOf(undefined, -1)).toEqual({ none: true, none_found: true, conflicting: false, declined: false });
    expect(marksOf(undefined, 0)).toEqual({ none: false, none_found: false, conflicting: false, declined: false });
    expect(marksOf("declined", 1)).toEqual({ none: false, none_found: false, conflicting: false, declined: true });
    expect(marksOf("conflicting", 1)).toMatchObject({ conflicting: true, declined: false });
  });

  it("a change opens the dated before and after", () => {
    const cell = cellOf(partyBody(data, six.parties[0]!, null), "changed");
    expect(cell).toContain("Sentence changed 2.");
    expect(cell).toMatch(/<details[^>]*>[\s\S]*Sentence changed 1\.[\s\S]*2 April 2031/);
  });
});

describe("a topic's page", () => {
  const body = topicBody(dataOf(lakeMira), lakeMira.topics[0]!);

  it("has a link with a full name for every mark, and the same statements in the list", () => {
    const marks = [...body.matchAll(/<a href="([^"]+)"><title>([^<]+)<\/title>/g)].map((m) => [m[1], m[2]]);
    expect(marks).toContainEqual(["../../s/20310402-alder-ban/", "Ministry of Waters, for Alder, 2 April 2031"]);
    const list = body.slice(body.indexOf('id="statements"'));
    for (const [href] of marks) expect(list).toContain(`href="${href}"`);
  });

  it("tells together who was looked for in vain, and leads to each party", () => {
    const shore = topicBody(dataOf(lakeMira), lakeMira.topics[1]!);
    expect(shore).toMatch(/No statement found \(searched to 1 June 2031\):[\s\S]*href="\.\.\/\.\.\/p\/birch\/"/);
    expect(shore).toMatch(/Not looked for yet:[\s\S]*href="\.\.\/\.\.\/p\/lake_council\/"/);
  });
});
