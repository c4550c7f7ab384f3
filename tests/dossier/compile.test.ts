import { describe, expect, it } from "vitest";
import { compileDossier } from "../../src/dossier/compile.ts";
import { badCases, badFiles, good, goodCsv, text, withFiles } from "./fixtures.ts";

const STATEMENTS = "statements/2031.yaml";
const edit = (file: string, from: string, to: string) => {
  const before = text(good(), file);
  expect(before).toContain(from);
  return compileDossier(withFiles(good(), { [file]: before.replace(from, to) }));
};

describe("compileDossier", () => {
  it("compiles the good dossier with nothing to say and every record kept", async () => {
    const { dossier, issues, rows } = await compileDossier(good());
    expect(issues).toEqual([]);
    expect(rows).toEqual({ read: 31, kept: 31, leftOut: [] });
    expect(dossier?.head).toMatchObject({
      id: "lake-mira",
      updated: "2031-06-01",
      period: { edtf: "2031-03/2031-05", min: "2031-03-01", max: "2031-05-31", precision: "interval" },
      window: [-32, -44, -26, -40],
      zone: { id: "Atlantic/South_Georgia", label: "Lake time (UTC-2)" },
      credits: ["Drawn for this example", "CC0 1.0"],
      contact: "mailto:desk@lake.example",
    });
  });

  it("bug: a note on the hour was lost, unsaid, where no clock reading stood beside it", async () => {
    const note = { timeNote: "towards evening", time: null };
    const at = "  time_note: towards evening\n";
    const statement = await edit(STATEMENTS, "  date: 2031-04-03~\n", `  date: 2031-04-03~\n${at}`);
    expect(statement.issues).toEqual([]);
    expect(statement.dossier?.statements.find((s) => s.id === "20310403-birch-reply")).toMatchObject(note);
    const event = await edit("events.yaml", '  time: "06:00"\n  utc_offset: "-02:00"\n', at);
    expect(event.dossier?.events[0]).toMatchObject(note);
  });

  it("gives a statement with everything the file says of it", async () => {
    const { dossier } = await compileDossier(good());
    expect(dossier?.statements.find((s) => s.id === "20310402-alder-ban")).toEqual({
      id: "20310402-alder-ban",
      status: "published",
      group: "spring",
      party: "alder",
      parties: ["alder"],
      speaker: { name: "Ministry of Waters", role: "ministry of Alder", each: [] },
      audience: ["public"],
      venue: "written statement",
      date: { edtf: "2031-04-02", min: "2031-04-02", max: "2031-04-02", precision: "day", approximate: false, uncertain: false },
      dateBasis: "said",
      dateNote: null,
      time: { clock: "13:00", offset: "-02:00", is: "publication" },
      timeNote: null,
      saidIn: { place: "mira_town", basis: "stated" },
      about: ["north_shore", "mira_town"],
      event: "ev-2031-04-02-closure",
      topics: ["fishing", "shore_line"],
      form: "paraphrase",
      reportedBy: null,
      text: "The ministry closed the northern shore to boats from Birch until the talks have ended, and said that the line in the lake is not in question.",
      lang: "en",
      terms: ["northern shore"],
      stance: { fishing: "northern shore closed to boats from Birch", shore_line: "the line is not in question" },
      respondsTo: [],
      seeAlso: [],
      sources: [
        {
          url: "https://waters.example/statements/17",
          publisher: "Ministry of Waters of Alder",
          title: "On the northern shore",
          description: null,
          lang: "en",
          level: "primary",
          published: "2031-04-02",
          publishedBasis: "page",
          type: "official",
          archiveUrl: "https://archive.example/waters/17",
          locator: null,
        },
        expect.objectContaining({ publisher: "Lake Gazette", publishedBasis: null, archiveUrl: null }),
      ],
      editorNote: null,
      disagreement: null,
      supersededBy: null,
    });
  });

  it("puts statements in order of date, then of the file, undated ones last", async () => {
    const { dossier } = await compileDossier(good());
    expect(dossier?.statements.map((s) => s.id)).toEqual([
      "20310401-council-call",
      "20310402-alder-ban",
      "20310403-birch-reply",
      "20310409-joint-truce",
      "20310409-alder-slip",
      "undated-birch-map",
    ]);
  });

  it("gives a joint text to each party of it and takes the earliest cited date for a position", async () => {
    const { dossier } = await compileDossier(good());
    expect(dossier?.statements.find((s) => s.party === "joint")?.parties).toEqual(["alder", "birch"]);
    expect(dossier?.positions.find((p) => p.id === "pos-fishing-birch-1")?.validFrom?.edtf).toBe("2031-04-03~");
    expect(dossier?.positions.find((p) => p.kind === "none_found")).toMatchObject({ validFrom: null, lastSearched: "2031-06-01" });
  });

  it("bug: a position was shown only after the last day its vaguest statement can have been made, though another had been made before", async () => {
    const { dossier } = await compileDossier(
      withFiles(good(), {
        [STATEMENTS]: text(good(), STATEMENTS).replace("date: 2031-04-02\n", "date: 2031-04\n"),
        "positions.yaml": text(good(), "positions.yaml")
          .replaceAll("valid_from: 2031-04-02", "valid_from: 2031-04")
          .replace("statements: [20310402-alder-ban]", "statements: [20310402-alder-ban, 20310409-joint-truce]"),
      }),
    );
    const held = (id: string) => dossier?.positions.find((p) => p.id === id);
    expect(held("pos-fishing-alder-1")).toMatchObject({ validFrom: { edtf: "2031-04" }, heldFrom: "2031-04-09" });
    expect(held("pos-shore-line-alder-1")).toMatchObject({ validFrom: { edtf: "2031-04" }, heldFrom: "2031-04-30" });
  });

  it("bug: who declined later than it stated something, and in no statement of the record, was on no page", async () => {
    const declined =
      "- {id: pos-fishing-birch-2, party: birch, topic: fishing, kind: declined, summary: Would not say., changed_from: pos-fishing-birch-1, valid_from: 2031-05-01}\n";
    const { dossier, issues } = await compileDossier(
      withFiles(good(), { "positions.yaml": `${text(good(), "positions.yaml")}${declined}` }),
    );
    expect(issues).toEqual([]);
    expect(dossier?.positions.at(-1)).toMatchObject({ kind: "declined", validFrom: { edtf: "2031-05-01" }, heldFrom: "2031-05-01" });
  });

  it("gives the same dossier from a table as from YAML, to the last digit of its version", async () => {
    const yaml = await compileDossier(good());
    const csv = await compileDossier(goodCsv());
    expect(csv.issues).toEqual([]);
    expect(csv.dossier).toEqual(yaml.dossier);
    expect(csv.dossier?.version).toMatch(/^[0-9a-f]{12}$/);
  });

  it("takes a table with semicolons, CRLF and a byte order mark for the same table", async () => {
    const table = text(goodCsv(), "statements.csv");
    const other = `\uFEFF${table
      .replaceAll(";", "")
      .replaceAll(/,(?! and)/g, ";")
      .replaceAll("\n", "\r\n")}`;
    const { dossier, issues } = await compileDossier(withFiles(goodCsv(), { "statements.csv": other }));
    expect(issues.map((i) => i.rule)).toEqual([]);
    expect(dossier).toEqual((await compileDossier(good())).dossier);
  });

  it("changes its version when one letter changes", async () => {
    const { dossier } = await edit(STATEMENTS, "Nobody closes", "No one closes");
    expect(dossier?.version).not.toBe((await compileDossier(good())).dossier?.version);
  });

  it("keeps the records around one that YAML cannot read, and names the one", async () => {
    const { dossier, rows, issues } = await edit(STATEMENTS, "venue: radio interview", 'venue: "radio" interview');
    expect(rows.leftOut).toEqual(["statements/2031.yaml:62 20310403-birch-reply"]);
    expect(dossier?.statements).toHaveLength(5);
    expect(issues[0]).toMatchObject({ file: "events.yaml", severity: "warning" });
    expect(issues.filter((i) => i.severity === "error")).toMatchObject([
      { file: STATEMENTS, line: 67, id: "20310403-birch-reply", rule: "yaml" },
    ]);
  });

  it("begins a position with the earliest statement that is left when the first is a draft", async () => {
    const { dossier, rows } = await edit(
      STATEMENTS,
      "- id: 20310403-birch-reply\n  status: published",
      "- id: 20310403-birch-reply\n  status: draft",
    );
    expect(rows.leftOut).toEqual(["statements/2031.yaml:62 20310403-birch-reply"]);
    expect(dossier?.positions.find((p) => p.id === "pos-fishing-birch-1")).toMatchObject({
      validFrom: { edtf: "2031-04-09" },
      statements: ["20310409-joint-truce"],
    });
    expect(dossier?.events[0]?.statements).toEqual(["20310402-alder-ban"]);
  });

  it("leaves out what cannot be without a party that is left out, each with a word, and keeps the rest", async () => {
    const { dossier, rows, issues } = await edit("parties.yaml", "code: BI", "code: b");
    expect(dossier?.statements.map((s) => s.id)).toEqual([
      "20310401-council-call",
      "20310402-alder-ban",
      "20310409-joint-truce",
      "20310409-alder-slip",
    ]);
    expect(dossier?.statements.find((s) => s.party === "joint")?.parties).toEqual(["alder"]);
    expect(rows.leftOut).toHaveLength(5);
    expect(issues.filter((i) => i.severity === "error")).toHaveLength(1);
  });

  it("has no dossier only when dossier.yaml is unusable", async () => {
    expect((await compileDossier(new Map())).dossier).toBeNull();
    expect((await edit("dossier.yaml", 'title: "Lake Mira: what the parties said"\n', "")).dossier).toBeNull();
    const { dossier, issues } = await edit("dossier.yaml", "focus: 2031-04-02/2031-04-09", "focus: April");
    expect(dossier?.head.focus).toEqual(dossier?.head.period);
    expect(issues).toHaveLength(1);
  });

  it("reads statements from several files in order of their names", async () => {
    const [first = "", ...rest] = text(good(), STATEMENTS).split(/(?=^- id)/m);
    const files = withFiles(good(), { [STATEMENTS]: null, "statements/b.yaml": first, "statements/a.yaml": rest.join("") });
    const { dossier, issues } = await compileDossier(files);
    expect(issues).toEqual([]);
    expect(dossier?.statements).toEqual((await compileDossier(good())).dossier?.statements);
  });

  it.each(badCases())("counts every record of %s, and names each one left out in an issue", async (name) => {
    const { rows, issues } = await compileDossier(badFiles(name));
    expect(rows.kept + rows.leftOut.length).toBe(rows.read);
    for (const left of rows.leftOut) {
      const [file, line, id] = /^(.+):(\d+)(?: (.*))?$/.exec(left)?.slice(1) ?? [];
      // A layer is an entry of dossier.yaml, and a file of its own.
      const there = (other: string): boolean => other === file || (file === "dossier.yaml" && other.startsWith("layers/"));
      const says = issues.filter((i) => there(i.file) && (id === undefined ? (i.line ?? 1) >= Number(line) : i.id === id));
      expect(says, left).not.toEqual([]);
    }
  });
});
