import { describe, expect, it } from "vitest";
import { compileDossier } from "../../src/dossier/compile.ts";
import { good } from "./fixtures.ts";

/** What is told of whole files when some of the good dossier's have other names; null = it is gone. */
async function told(names: Readonly<Record<string, string | null>>): Promise<readonly string[]> {
  const files = new Map(
    [...good()].flatMap(([file, content]) => {
      const folder = `${file.split("/")[0]}/`;
      const to = file in names ? names[file] : folder in names ? file.replace(folder, `${names[folder]}`) : file;
      return to ? [[to, content] as const] : [];
    }),
  );
  const { issues } = await compileDossier(files);
  const own = issues.filter((i) => i.cause === null && (i.line === null || i.rule === "layer-file"));
  return [...new Set(own.map((i) => `${i.severity} ${i.fix.replace(/(, or move|;).*/, "")}`))];
}

describe("a file under another name is told with the name it is to have", () => {
  it.each([
    ["topics.yaml", "topics.yaml.txt", "error Rename topics.yaml.txt to topics.yaml."],
    ["topics.yaml", "Topics.yml", "error Rename Topics.yml to topics.yaml."],
    ["topics.yaml", "topics", "error Rename topics to topics.yaml."],
    ["events.yaml", "Events.yaml", "error Rename it events.yaml"],
    ["statements/", "Statements/", "error Rename the folder Statements to statements."],
    ["statements/", "statement/", "error Rename the folder statement to statements."],
    ["layers/", "Layers/", "error Rename the folder Layers to layers."],
  ])("%s as %s", async (file, name, fix) => expect(await told({ [file]: name })).toEqual([fix]));

  it.each(["events.yaml.txt", "events.txt", "events"])("bug: a list that may be missing was lost unsaid as %s", async (name) => {
    expect(await told({ "events.yaml": name })).toEqual(["error Rename it events.yaml"]);
  });

  it("bug: statements in one file beside the folder were not needed, it was said", async () => {
    expect(await told({ "statements/2031.yaml": "statements.yml" })).toEqual([
      "error Move statements.yml into a folder statements/, as statements/2031.yaml.",
    ]);
    expect(await told({ "claims.yaml": "statements.yaml" })).toEqual(["error Move it into statements/, as statements/2031.yaml."]);
  });

  it.each(["statements/2031.txt", "statements/more", "statements/2032.yaml.txt"])("bug: %s was lost unsaid", async (name) => {
    expect(await told({ "claims.yaml": name })).toEqual(["error Rename it to end in .yaml, directly in statements/"]);
  });

  it.each(["statements/README.md", "statements/2031.yaml.bak", "statements/2031.yaml~", "notes.txt", "events.yaml.orig"])(
    "%s is nobody's record",
    async (name) => expect(await told({ "claims.yaml": name })).toEqual([]),
  );

  it.each([
    ["claims.yaml", "claims.yaml.orig", "warning Rename it to that if what is in it belongs to the dossier"],
    ["claims.yaml", "claims.yaml~", "warning Rename it to that if what is in it belongs to the dossier"],
    ["claims.yaml", "statements/2030.yaml.bak", "warning Rename it to that if what is in it belongs to the dossier"],
    ["topics.yaml", "topics.yaml.bak", "error Rename topics.yaml.bak to topics.yaml."],
    ["statements/2031.yaml", "statements/2031.yaml.bak", "error Rename statements/2031.yaml.bak to statements/2031.yaml."],
    ["layers/disputed.geojson", "layers/disputed.geojson.bak", "error Rename layers/disputed.geojson.bak to disputed.geojson."],
  ])("bug: %s put aside as %s was told below what follows from it, or not at all", async (file, name, fix) =>
    expect(await told({ [file]: name })).toEqual([fix]),
  );

  it("bug: a layer one folder too deep was to be moved out of the dossier, and added", async () =>
    expect(await told({ "layers/disputed.geojson": "layers/sub/disputed.geojson" })).toEqual([
      "error Move layers/sub/disputed.geojson into layers/.",
      "error Move it up into layers/.",
    ]));
});
