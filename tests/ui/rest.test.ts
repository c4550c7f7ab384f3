import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/cli/compile.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import type { Source } from "../../src/dossier/types.ts";
import { buildRest } from "../../src/ui/rest.ts";
import { orderedSources } from "../../src/model/sources.ts";
import { lakeMira } from "../model/fixtures.ts";

const karabakh = (await compileDossier(readFolder(fileURLToPath(new URL("../../geo/karabakh-2023", import.meta.url))))).dossier!;
const source = (url: string, level: Source["level"]): Source => ({ ...lakeMira.statements[0]!.sources[0]!, url, level });

describe("the sources of a record", () => {
  it("are shown the most direct first, and otherwise as in the dossier", () => {
    const list = [
      source("a", "secondary"),
      source("b", "tertiary"),
      source("c", "primary"),
      source("d", "secondary"),
      source("e", "primary"),
    ];
    expect(orderedSources(list).map((s) => s.url)).toEqual(["c", "e", "a", "d", "b"]);
  });
});

describe.each([
  ["lake-mira", lakeMira],
  ["karabakh-2023", karabakh],
])("what follows the first paint of %s", (_, dossier) => {
  const rest = buildRest(dossier, () => [[], []]);
  const records = [
    ...dossier.statements.map((s) => [`s=${s.id}`, s.sources] as const),
    ...dossier.events.map((e) => [`e=${e.id}`, e.sources] as const),
  ];

  it("has every statement and event under the id of its card, and nothing else", () => {
    expect(Object.keys(rest.titles)).toEqual(records.map(([id]) => id));
  });

  it("has the title of every source, in the order in which the card shows them; ours have none", () => {
    for (const [id, sources] of records) {
      expect(rest.titles[id]?.length, id).toBe(sources.length);
      orderedSources(sources).forEach((s, i) => {
        const entry = rest.titles[id]?.[i];
        expect(entry?.[0] ?? null, `${id} ${s.url}`).toBe(s.title);
      });
    }
    const count = records.flatMap(([, sources]) => sources).filter((s) => s.title !== null).length;
    expect(
      Object.values(rest.titles)
        .flat()
        .filter((t) => t !== null).length,
    ).toBe(count);
  });

  it("names the language of a title that is not in the page's", () => {
    for (const [id, sources] of records)
      orderedSources(sources).forEach((s, i) => {
        const entry = rest.titles[id]?.[i];
        if (entry) expect(entry[1], `${id} ${s.url}`).toBe(s.lang === dossier.head.lang ? null : s.lang);
      });
  });

  it("has every place with all its names and how exact its point is", () => {
    expect(Object.keys(rest.places)).toEqual(dossier.places.map((p) => p.id));
    for (const { id, names, labels, country, precision, precisionM, coordSource, note } of dossier.places)
      expect(rest.places[id]).toEqual({ names, labels, country, precision, precisionM, coordSource, note });
  });

  it("survives being written and read", () => expect(JSON.parse(JSON.stringify(rest))).toEqual(rest));
});
