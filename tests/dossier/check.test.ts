import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import check from "../../src/cli/check.ts";
import { readFolder } from "../../src/cli/compile.ts";
import { badFiles, FIXTURES, type Files, good, goodCsv, text, withFiles } from "./fixtures.ts";
import { err, hear, home, out } from "../terminal.ts";

hear();

const folder = (name: string, files: Files): string => {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(home, name, path)), { recursive: true });
    writeFileSync(join(home, name, path), content);
  }
  return join(home, name);
};

describe("npm run check", () => {
  it("counts what a good dossier holds, says what next, and ends with 0", async () => {
    expect(await check([`${FIXTURES}/good/lake-mira`])).toBe(0);
    expect(out[0]).toContain(
      "6 statements · 1 event · 7 positions · 4 parties · 2 topics · 4 places · 1 term · 1 claim · 1 correction · 2 steps of the story · 2 layers",
    );
    expect(out.slice(1)).toEqual([
      "0 errors, 0 warnings.",
      expect.stringMatching(/^Next: DOSSIER=tests\/fixtures\/good\/lake-mira npm start shows the page\./),
      "",
    ]);
  });

  it.each([
    ["says what a shared link lacks while the dossier does not say where it will be published", "", true],
    ["says nothing of it once the dossier does", "site: https://lake.example/mira/\n", false],
  ])("%s", async (_, site, lacks) => {
    const head = text(good(), "dossier.yaml").replace(/^site:.*\n/m, "");
    expect(await check([folder("lake-mira", withFiles(good(), { "dossier.yaml": head + site }))])).toBe(0);
    expect(/write its address into dossier\.yaml as site:/.test(out.at(-2)!)).toBe(lacks);
  });

  it("names each problem by file, line, record, found, expected and fix, and ends with 1", async () => {
    expect(await check([folder("lake-mira", badFiles("reference-topic"))])).toBe(1);
    expect(out.slice(1)).toEqual([
      'ERROR  statements/bad.yaml:8:21  20310405-alder-view topics[1]  "shoreline" → expected the id of a topic. No topic has this id. Did you mean "shore_line"?',
      "1 error, 0 warnings; 1 of 32 records left out (--json names each).",
      "Next: correct the error and run this again. A build stops until there is none.",
      "",
    ]);
  });

  it("bug: one broken line of parties.yaml gave hundreds of lines before its own; now it is told first, and once what follows from it", async () => {
    const parties = text(good(), "parties.yaml").replace("name: Alder\n", 'name: "Alder\n');
    expect(await check([folder("lake-mira", withFiles(good(), { "parties.yaml": parties }))])).toBe(1);
    expect(out[1]).toMatch(/^ERROR {2}parties\.yaml:\d+:\d+ {2}alder {2}.* → expected a closing quotation mark/);
    expect(out[2]).toMatch(
      /^ {7}Left out because of it: \d+ positions \(.*\), \d+ statements \(20310402-alder-ban, .*\), .*\d+ references\.$/,
    );
    expect(out[3]).toMatch(
      /^1 error, 0 warnings; \d+ of \d+ records left out, \d+ of them only because another is \(--json names each\)\.$/,
    );
  });

  it("bug: an id with a letter that only looks like one of ours gave a line for each that names it; now what follows is beneath it", async () => {
    expect(await check([folder("lake-mira", badFiles("id-homoglyph"))])).toBe(1);
    expect(out.filter((line) => /^(ERROR|WARN)/.test(line))).toEqual([expect.stringContaining("Type alder again in Latin letters")]);
    expect(out[2]).toMatch(/^ {7}Left out because of it: \d+ positions .*, \d+ statements .*, \d+ references\.$/);
  });

  it("bug: a step of the story that names several left-out statements was counted as several", async () => {
    const statements = text(good(), "statements/2031.yaml")
      .replaceAll("level: primary", "level: first")
      .replaceAll("level: secondary", "level: second");
    expect(await check([folder("lake-mira", withFiles(good(), { "statements/2031.yaml": statements }))])).toBe(1);
    const steps = out.flatMap((line) => [...line.matchAll(/(\d+) steps? of the story \(/g)].map(([, n]) => Number(n)));
    expect(steps.reduce((a, b) => a + b, 0)).toBe(2);
    const [, left, following] = /(\d+) of \d+ records left out, (\d+) of them only/.exec(out.at(-3) ?? "") ?? [];
    expect(Number(left) - Number(following)).toBe(6);
  });

  it("bug: a withdrawn statement gave a line for each record that cites it; now it is told once, with every line", async () => {
    expect(await check([folder("lake-mira", badFiles("withdrawn-cited"))])).toBe(0);
    expect(out[1]).toContain('"withdrawn", and cited 4 times');
    expect(out[2]).toBe("       Cited at positions.yaml:7, 22; story.yaml:3; terms.yaml:5.");
    expect(out[3]).toContain("no correction says why");
    expect(out[4]).toBe("0 errors, 2 warnings.");
  });

  it.each([
    ["emptied", { "events.yaml": "" }, /^WARN {3}events\.yaml:1:1 {2}no record → expected events, or \[\]\./],
    ["put aside", { "events.yaml": null, "events.yaml~": "" }, /^WARN {3}events\.yaml~ {2}a file that is not read, and no events\.yaml/],
  ])("bug: a file that was %s was told below all that follows from it, or not at all", async (_, files, first) => {
    expect(await check([folder("lake-mira", withFiles(good(), files))])).toBe(1);
    expect(out[1]).toMatch(first);
    expect(out[2]).toMatch(/^ERROR {2}statements\/2031\.yaml/);
  });

  it.each(["Datum", "dates"])(
    "bug: a column of dates named %s had every position called undated first, and its own line last",
    async (name) => {
      const table = text(goodCsv(), "statements.csv").replace(",date,", `,${name},`);
      expect(await check([folder("lake-mira", withFiles(goodCsv(), { "statements.csv": table }))])).toBe(1);
      expect(out[1]).toMatch(new RegExp(`^ERROR {2}statements\\.csv:1:39 {2}"${name}" → .* Did you mean "date"\\?$`));
      expect(out.filter((line) => /undated/.test(line) && /^ERROR/.test(line) && !/no "date"/.test(line))).toEqual([]);
    },
  );

  it("bug: a list saved under the name of another gave dozens of lines; it is told once, and what follows", async () => {
    expect(await check([folder("lake-mira", badFiles("file-of-places"))])).toBe(1);
    expect(out.filter((line) => /^(ERROR|WARN)/.test(line))).toEqual([
      expect.stringContaining("the file has places in it → expected events"),
    ]);
  });

  it("bug: a file with everything in it twice had a line for each record", async () => {
    expect(await check([folder("lake-mira", badFiles("statements-file-twice"))])).toBe(1);
    expect(out.filter((line) => /^(ERROR|WARN)/.test(line))).toHaveLength(1);
    expect(out[2]).toMatch(/^ {7}The same at statements\/2031\.yaml:\d+(, \d+){4}\.$/);
  });

  it("bug: the same wrong id in a hundred places took a hundred lines; it is told once, with every line it stands on", async () => {
    const statements = text(good(), "statements/2031.yaml").replaceAll("level: primary", "level: first");
    const n = statements.split("level: first").length - 1;
    expect(n).toBeGreaterThan(4);
    expect(await check([folder("lake-mira", withFiles(good(), { "statements/2031.yaml": statements }))])).toBe(1);
    const told = out.filter((line) => line.includes('"first" → expected one of primary, secondary, tertiary'));
    expect(told).toHaveLength(1);
    const also = out[out.indexOf(told[0]!) + 1]!;
    expect(also).toMatch(/^ {7}The same at statements\/2031\.yaml:(\d+, )*\d+\.$/);
    expect(also.match(/\d+(?=[,.]$|, )/g)).toHaveLength(n - 1);
  });

  it("ends with 0 when there are only warnings", async () => {
    expect(await check([folder("lake-mira", badFiles("quotation-marks"))])).toBe(0);
    expect(out.at(-3)).toBe("0 errors, 1 warning.");
  });

  it("says that a folder's name is not the dossier's id", async () => {
    expect(await check([folder("lake-mirror", good())])).toBe(0);
    expect(out[1]).toBe(
      'WARN   dossier.yaml  id  "lake-mira" → expected "lake-mirror", the folder\'s name. Rename the folder or correct the id.',
    );
  });

  it("prints nothing but JSON with --json", async () => {
    expect(await check(["--json", folder("lake-mira", badFiles("date-us")), folder("other", badFiles("draft"))])).toBe(1);
    const issues = JSON.parse(out.join("\n"));
    expect(issues).toMatchObject([
      {
        severity: "error",
        rule: "edtf-date",
        file: "statements/bad.yaml",
        line: 6,
        column: 9,
        field: "statements[0].date",
        id: "20310405-alder-view",
        nearest: null,
        cause: null,
      },
      { severity: "warning", rule: "folder" },
      { severity: "warning", rule: "draft" },
    ]);
  });

  it("ends with 2 and the usage when a folder is missing or an option unknown", async () => {
    expect(await check([join(home, "nowhere")])).toBe(2);
    expect(err[0]).toContain("nowhere");
    expect(await check(["--strict"])).toBe(2);
    expect(err[2]).toBe("unknown option: --strict");
    expect(err[3]).toContain("usage: npm run check");
    expect(out).toEqual([]);
  });

  it("says how it is used to whoever asks, and ends with 0", async () => {
    expect(await check(["--help"])).toBe(0);
    expect(out[0]).toContain("usage: npm run check");
  });

  it("bug: the folder two above was checked as if it were a dossier, with a line for each file in it", async () => {
    mkdirSync(join(home, "site"));
    renameSync(folder("geo/lake-mira", good()).replace("/lake-mira", ""), join(home, "site/geo"));
    expect(await check([join(home, "site")])).toBe(2);
    expect(err[0]).toMatch(/^no dossier\.yaml in .*, but in .*site\/geo\/lake-mira; name that folder\.$/);
  });

  it("bug: a file, or the folder above, was checked or missed as if it were a dossier", async () => {
    const path = folder("lake-mira", good());
    expect(await check([join(path, "dossier.yaml")])).toBe(2);
    expect(err[0]).toMatch(/^a file, not a folder: .*name the folder it is in\.$/);
    expect(await check([home])).toBe(2);
    expect(err[2]).toMatch(/^no dossier\.yaml in .*, but in .*lake-mira; name that folder\.$/);
    expect(out).toEqual([]);
  });

  it("bug: the command it names did nothing for a folder with a space in its name", async () => {
    expect(await check([folder("lake mira's", good())])).toBe(0);
    expect(out.at(-2)).toMatch(/DOSSIER='.*lake mira'\\''s' npm start shows the page\./);
  });

  it("has no dossier in an empty folder, and says what is missing", async () => {
    mkdirSync(join(home, "empty"));
    expect(await check([join(home, "empty")])).toBe(1);
    expect(out.filter((line) => line.includes("no such file"))).toHaveLength(5);
  });
});

describe("readFolder", () => {
  it("reads nothing of a big file that is none of a dossier's", () => {
    const path = folder("lake-mira", good());
    writeFileSync(join(path, "film.mp4"), new Uint8Array(2_000_000));
    expect(readFolder(path).get("film.mp4")).toHaveLength(0);
  });

  it("reads files in folders and behind links, by their paths, and nothing hidden", () => {
    const path = folder("lake-mira", good());
    writeFileSync(join(path, ".hidden.yaml"), "x");
    symlinkSync(join(path, "claims.yaml"), join(path, "linked.yaml"));
    symlinkSync(join(home, "gone"), join(path, "dangling.yaml"));
    symlinkSync(path, join(path, "circle"));
    const names = [...readFolder(path).keys()];
    expect(names).toContain("layers/region.geojson");
    expect(names).toContain("linked.yaml");
    expect(names.filter((name) => /hidden/.test(name))).toEqual([]);
    expect(names).toEqual([...names].sort());
  });

  it("bug: a link in a circle ended it with a stack of calls, a folder or a broken link in a file's place was passed over", async () => {
    const path = folder("lake-mira", good());
    for (const name of ["claims.yaml", "terms.yaml", "topics.yaml", "layers/region.geojson"]) rmSync(join(path, name));
    symlinkSync("claims.yaml", join(path, "claims.yaml"));
    mkdirSync(join(path, "terms.yaml"));
    symlinkSync(join(home, "gone"), join(path, "topics.yaml"));
    mkdirSync(join(path, "layers/region.geojson"));
    symlinkSync(join(home, "gone"), join(path, "notes"));
    symlinkSync(path, join(path, "statements/circle"));
    expect(await check([path])).toBe(1);
    const told = out.filter((line) => line.includes("expected a file that can be read"));
    expect(told.map((line) => line.replace(/ → .*/, ""))).toEqual([
      "ERROR  claims.yaml  a link that leads in a circle",
      "ERROR  layers/region.geojson  countries  a folder of that name",
      "ERROR  notes  a link that leads nowhere",
      "ERROR  statements/circle  a link that leads in a circle",
      "ERROR  terms.yaml  a folder of that name",
      "ERROR  topics.yaml  a link that leads nowhere",
    ]);
    expect(out.filter((line) => line.startsWith("ERROR"))).toHaveLength(6);
  });

  it("bug: statements four folders deep were lost unsaid", async () => {
    const path = folder("lake-mira", good());
    mkdirSync(join(path, "statements/2031/04/02"), { recursive: true });
    writeFileSync(join(path, "statements/2031/04/02/a.yaml"), "- id: a");
    expect(await check([path])).toBe(1);
    expect(out.filter((line) => line.startsWith("ERROR"))).toEqual([expect.stringContaining("statements/2031/04  a folder too deep")]);
  });

  it("bug: without the folder of layers each layer had a line of its own", async () => {
    const path = folder("lake-mira", good());
    rmSync(join(path, "layers"), { recursive: true });
    writeFileSync(
      join(path, "dossier.yaml"),
      text(good(), "dossier.yaml").replace(/^layers:\n((?:.*\n)+)/m, (_, l: string) => {
        const rows = l.trimEnd().split("\n");
        return `layers:\n${[...rows, ...rows.map((row) => row.replace(/id: /, "id: second-"))].join("\n")}\n`;
      }),
    );
    expect(await check([path])).toBe(1);
    expect(out.filter((line) => line.includes("no file in layers/"))).toHaveLength(1);
  });

  it("says which letters of a layer's name are small or capital, once", async () => {
    const path = folder("lake-mira", good());
    renameSync(join(path, "layers/region.geojson"), join(path, "layers/Region.GeoJSON"));
    expect(await check([path])).toBe(1);
    const told = out.filter((line) => /Region/.test(line));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("Rename layers/Region.GeoJSON to region.geojson");
  });

  it("bug: a file in capital letters was told twice, as not read and as missing", async () => {
    const path = folder("lake-mira", good());
    renameSync(join(path, "topics.yaml"), join(path, "Topics.yaml"));
    renameSync(join(path, "SOURCES.yaml"), join(path, "sources.yaml"));
    expect(await check([path])).toBe(1);
    expect(out.filter((line) => /^(ERROR|WARN)/.test(line)).map((line) => line.replace(/^.*\. (?=Rename)/, ""))).toEqual([
      "Rename Topics.yaml to topics.yaml.",
      "Rename sources.yaml to SOURCES.yaml.",
    ]);
  });

  it("names pictures and data of other programmes, which are not read", async () => {
    const path = folder("lake-mira", good());
    for (const name of ["logo.svg", "layers/lake.shp", "layers/lake.topojson", "statements.docx"]) writeFileSync(join(path, name), "x");
    expect(await check([path])).toBe(0);
    expect(out.filter((line) => line.includes("a file that is not read"))).toHaveLength(4);
  });
});
