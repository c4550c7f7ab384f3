import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { exampleFiles, smallest } from "../src/cli/example.ts";
import { compileDossier } from "../src/dossier/compile.ts";
import { OWN as OWN_WORDS } from "../src/dossier/rules/layer-words.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const README = readFileSync(`${ROOT}README.md`, "utf8");
const SCRIPTS = (JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { scripts: Record<string, string> }).scripts;
/** What npm itself knows without a script of that name. */
const BUILT_IN = ["ci", "start", "test"];

describe("the README", () => {
  it("links only to what is there", () => {
    const links = [...README.matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1] ?? "").filter((l) => !/^https?:/.test(l));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((l) => !existsSync(ROOT + l))).toEqual([]);
  });

  it("names only commands that there are, and every one that there is", () => {
    const named = new Set([...README.matchAll(/\bnpm (?:run )?([a-z]+)/g)].map((m) => m[1] ?? ""));
    expect([...named].filter((n) => !BUILT_IN.includes(n) && !(n in SCRIPTS))).toEqual([]);
    const inner = ["types", "lint", "format"];
    expect(Object.keys(SCRIPTS).filter((s) => !inner.includes(s) && !named.has(s))).toEqual([]);
  });

  it("has both commands on its first screen", () => {
    const first = README.split("\n").slice(0, 32).join("\n");
    expect(first).toContain("npm ci && npm start");
    expect(first).toContain("npm ci && npm test");
  });

  it("shows the folders of src that there are", () => {
    for (const folder of ["dossier", "model", "map", "ui", "embed", "cli"]) expect(README).toContain(`  ${folder}/`);
  });
});

describe("the dossier that geo/README.md shows", () => {
  const guide = readFileSync(`${ROOT}geo/README.md`, "utf8");
  const files = exampleFiles(guide);
  const told = async (shown: ReadonlyMap<string, string>) => {
    const made = new Map([...shown].map(([file, text]) => [file, new TextEncoder().encode(text)]));
    return (await compileDossier(made)).issues.map((i) => `${i.file} ${i.rule}`);
  };

  it("is whole once every step is followed, and nothing is wrong with it", async () => {
    const names = ["dossier", "parties", "places", "topics", "statements/2031", "SOURCES", "events", "positions"].map((n) => `${n}.yaml`);
    expect([...files.keys()].sort()).toEqual([...names, "layers/countries.geojson"].sort());
    expect(await told(files)).toEqual([]);
  });

  it("is one with its table in place of the folder of statements, too", async () => {
    const [, table = ""] = /```csv\n([\s\S]*?)```/.exec(guide) ?? [];
    const shown = new Map([...smallest(files)].filter(([file]) => !file.startsWith("statements/")));
    expect(await told(shown.set("statements.csv", table))).toEqual(["dossier.yaml layer-land"]);
  });

  it("names the words of contested features that the check knows", () => {
    for (const word of Object.values(OWN_WORDS).flat()) expect(guide).toContain(`\`${word}\``);
  });

  it("is a dossier already at the check of step 7, with only the land missing", async () => {
    expect(await told(smallest(files))).toEqual(["dossier.yaml layer-land"]);
  });
});
