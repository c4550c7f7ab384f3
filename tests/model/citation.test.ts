import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/cli/words.ts";
import type { Statement } from "../../src/dossier/types.ts";
import { citation, cslJson, pageAddress, plainCitation } from "../../src/model/citation.ts";
import { bibtex, ris } from "../../src/model/citation-formats.ts";
import { speak } from "../../src/words/t.ts";
import { date, lakeMira } from "./fixtures.ts";

const ban = lakeMira.statements.find((s) => s.id === "20310402-alder-ban")!;
const cite = (changes: Partial<Statement> = {}, site: string | null = "https://lake.example/mira/") =>
  citation({ ...lakeMira, head: { ...lakeMira.head, site } }, { ...ban, ...changes });
/** What the reference library reads from a text: one item. */
const read = (text: string, dialect: "biblatex" | "bibtex" = "biblatex") => {
  const forceType = text.startsWith("TY") ? "@ris/file" : text.startsWith("@") ? `@${dialect}/text` : "@else/json";
  const { data } = new Cite(text, { forceType });
  expect(data).toHaveLength(1);
  return data[0]!;
};
const HOSTILE = 'Ida "the {first}" Rohn & Söhne, 50% of $1_000 #1 ~ ^ \\end, Ստեփանակերտ';

describe("a citation", () => {
  it("is titled in our words, has the speaker as author and says that the text is a paraphrase", () => {
    expect(cite()).toMatchObject({
      title: "Statement by Ministry of Waters, ministry of Alder (written statement)",
      author: "Ministry of Waters",
      url: "https://lake.example/mira/s/20310402-alder-ban/",
      accessed: "2031-06-01",
    });
    expect(cite().note).toMatch(/^The text is a paraphrase by the editors, not a quotation\. Sources: https:\/\/waters\.example/);
    expect(cite({ form: "verbatim" }).note).not.toContain("paraphrase");
  });

  it("in words names who, what, when, where and which state of the data", () => {
    expect(plainCitation(cite())).toBe(
      `Ministry of Waters (ministry of Alder). Statement (Paraphrase), 2 April 2031, ${cite().place}. In: Lake Mira: what the parties said. Data of 1 June 2031, version ${lakeMira.version}. https://lake.example/mira/s/20310402-alder-ban/`,
    );
  });

  it("has no address of another site when the dossier names none", () => {
    expect(cite({}, null).url).toBe("s/20310402-alder-ban/");
    expect(plainCitation(cite({}, null))).toMatch(/version [0-9a-f]{12}\.$/);
    expect(pageAddress({ site: null }, "e", "x")).toBe("e/x/");
  });

  it("gives a place only when a source says that it was said there", () => {
    expect(cslJson(cite())).toHaveProperty("event-place");
    expect(cslJson(cite({ saidIn: { place: "mira_town", basis: "office" } }))).not.toHaveProperty("event-place");
  });

  it("a bug that was: of a dossier in another language it was in English", () => {
    for (const lang of ["az", "hy", "ru"]) {
      speak(catalogue(lang));
      const c = cite({ status: "superseded", supersededBy: "x", reportedBy: "Z", date: date("2031-04-02~"), venue: null });
      // What is ours is said in the language; what remains of Latin letters is the dossier's, or the name of a field.
      const ours = [c.title, c.genre, c.note, plainCitation(c), bibtex(c).match(/howpublished = .*/)?.[0] ?? ""].join(" ");
      speak(catalogue("en"));
      expect(ours).not.toMatch(/\b(?:Statement|Paraphrase|In:|Data of|version|record was|The text|Reported by|Date:|Sources:)/);
      expect(ours).toContain(lakeMira.head.title);
    }
  });

  it("bug: a statement by three speakers had one author, a list of names, in every form", () => {
    const each = ["*Ida Rohn", "Ulf Sand, Jr.", "Office of Birch and Elm"];
    const c = cite({ speaker: { name: `${each.join(", ")} (hosted by Ole Varn)`, role: null, each } });
    expect(read(JSON.stringify([cslJson(c)]))["author"]).toEqual(each.map((literal) => ({ literal })));
    expect(ris(c)).toMatch(/^Y2 {2}- 2031\/06\/01\/\r$/m);
    expect(ris(c).match(/^AU {2}- .*(?=\r$)/gm)).toEqual(["AU  - Ida Rohn", "AU  - Ulf Sand; Jr.", "AU  - Office of Birch and Elm"]);
    expect(read(ris(c))["author"]).toHaveLength(3);
    for (const dialect of ["biblatex", "bibtex"] as const)
      expect(read(bibtex(c), dialect)["author"]).toEqual(each.map((family) => ({ family })));
    expect(plainCitation(c)).toContain("(hosted by Ole Varn)");
  });

  it("of a withdrawn or superseded record says so", () => {
    expect(cite({ status: "withdrawn" }).note).toMatch(/^This record was withdrawn\./);
    expect(cite({ status: "superseded", supersededBy: "x" }).note).toMatch(/^This record was superseded by x\./);
  });
});

describe("the date of a citation", () => {
  it.each([
    ["2031-04-02", [[2031, 4, 2]], undefined, "2031/04/02/", "{2031-04-02}"],
    ["2031-04", [[2031, 4]], undefined, "2031/04//April 2031, day not known", null],
    ["2031", [[2031]], undefined, "2031///2031, day not known", null],
    ["2031-04-02~", [[2031, 4, 2]], true, "2031/04//about 2 April 2031", null],
    ["2031-04-02?", [[2031, 4, 2]], true, "2031/04//2 April 2031 (uncertain)", null],
    [
      "[2031-04-01..2031-04-03]",
      [
        [2031, 4, 1],
        [2031, 4, 3],
      ],
      true,
      "2031/04//one day within 1–3 April 2031",
      null,
    ],
    [
      "2030-11/2031-03",
      [
        [2030, 11],
        [2031, 3],
      ],
      undefined,
      undefined,
      null,
    ],
    [
      "2031-04-01/2031-04-03",
      [
        [2031, 4, 1],
        [2031, 4, 3],
      ],
      undefined,
      "2031/04//1–3 April 2031",
      null,
    ],
  ])("%s is told no more exactly than it is known", (edtf, parts, circa, da, day) => {
    const c = cite({ date: date(edtf) });
    expect(cslJson(c).issued).toEqual({ "date-parts": parts, ...(circa ? { circa } : {}) });
    expect(/^DA {2}- (.*)\r$/m.exec(ris(c))?.[1]).toBe(da);
    expect(/^ {2}date = (.*),$/m.exec(bibtex(c))?.[1] ?? null).toBe(day);
  });

  it("is missing from all forms of an undated statement, which say so in words", () => {
    const c = cite({ date: null, dateBasis: "undated" });
    expect(cslJson(c)).not.toHaveProperty("issued");
    expect(ris(c)).not.toMatch(/^(PY|DA) /m);
    expect(bibtex(c)).not.toMatch(/^ {2}(year|month|date) =/m);
    for (const text of [ris(c), bibtex(c), cslJson(c).note]) expect(text).toContain("Date: Undated.");
    for (const text of [ris(c), bibtex(c)]) expect(read(text)["issued"]).toBeUndefined();
  });
});

describe("read by a reference library", () => {
  it("CSL-JSON comes through as it is", () => {
    const item = cslJson(cite());
    const { _graph, ...found } = read(JSON.stringify([item]));
    expect(found).toMatchObject({ ...item, "container-title": "Lake Mira: what the parties said" });
  });

  it("RIS has the same author, title, day, address and abstract", () => {
    expect(read(ris(cite()))).toMatchObject({
      type: "webpage",
      author: [{ literal: "Ministry of Waters" }],
      title: cite().title,
      issued: { "date-parts": [[2031, 4, 2]] },
      URL: cite().url,
      abstract: ban.text,
    });
  });

  it.each([
    ["biblatex", [2031, 4, 2]],
    ["bibtex", [2031, 4]],
  ] as const)("BibTeX read as %s has the same author, title and address, and the date as far as that knows dates", (dialect, parts) => {
    expect(read(bibtex(cite()), dialect)).toMatchObject({
      id: ban.id,
      author: [{ family: "Ministry of Waters" }],
      title: cite().title,
      issued: { "date-parts": [parts] },
      URL: cite().url,
    });
    expect(read(bibtex(cite()))["abstract"]).toBe(ban.text);
  });

  it("a day that is not known is not made up on the way", () => {
    const c = cite({ date: date("[2031-04-01..2031-04-03]") });
    for (const text of [ris(c), bibtex(c)]) expect(read(text)["issued"]).toEqual({ "date-parts": [[2031, 4]] });
  });

  it("signs of the formats in a name, a title or a text change nothing but themselves", () => {
    const c = cite({ speaker: { name: HOSTILE, role: null, each: [] }, venue: null, text: `${HOSTILE}\nER  - \nTY  - BOOK\n@book{x,}` });
    const fromRis = read(ris(c));
    expect(fromRis["author"]).toEqual([{ literal: HOSTILE.replaceAll(",", ";") }]);
    expect(fromRis["abstract"]).toContain("TY - BOOK @book{x,}");
    const fromBib = read(bibtex(c));
    expect(fromBib["title"]).toBe(`Statement by ${HOSTILE}`);
    expect(read(JSON.stringify([cslJson(c)]))["author"]).toEqual([{ literal: HOSTILE }]);
  });

  it.each(lakeMira.statements.map((s) => [s.id, s] as const))("%s is one item in every form", (id, s) => {
    const c = citation(lakeMira, s);
    for (const text of [ris(c), bibtex(c), JSON.stringify([cslJson(c)])]) expect(read(text)["id"]).toBe(id);
  });
});
