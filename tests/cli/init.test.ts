import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import check from "../../src/cli/check.ts";
import init from "../../src/cli/init.ts";
import { err, hear, home, out } from "../terminal.ts";

hear();

describe("npm run init", () => {
  it("begins a dossier that the check has nothing against but that it has no land, and says what next", async () => {
    const folder = join(home, "kestrel-dam");
    expect(await init([folder])).toBe(0);
    expect(readFileSync(join(folder, "dossier.yaml"), "utf8")).toContain("id: kestrel-dam\n");
    expect(out.filter((line) => line.endsWith(".yaml"))).toHaveLength(5);
    expect(out.at(-1)).toContain("npm run check -- ");
    out.length = 0;
    expect(await check([folder])).toBe(0);
    expect(out.filter((line) => /^(ERROR|WARN)/.test(line))).toEqual([expect.stringContaining('no "layers"')]);
  });

  it("writes over nothing, takes only an id for a name, and says which would be one", async () => {
    mkdirSync(join(home, "taken"));
    writeFileSync(join(home, "taken/notes.txt"), "x");
    expect(await init([join(home, "taken")])).toBe(2);
    expect(await init([join(home, "Kestrel Dam")])).toBe(2);
    expect(await init([])).toBe(2);
    expect(await init(["a", "b"])).toBe(2);
    expect(err.filter((line) => !line.startsWith("usage"))).toEqual([
      expect.stringMatching(/^there is something in .*taken; name a new folder\.$/),
      "no id of a dossier: Kestrel Dam; small letters, digits and - are. Write kestrel-dam.",
      "name one folder.",
      "name one folder.",
    ]);
    expect(readFileSync(join(home, "taken/notes.txt"), "utf8")).toBe("x");
  });

  it("bug: a folder deeper in geo/ was begun, which no command finds there", async () => {
    const deep = join(fileURLToPath(new URL("../../geo", import.meta.url)), "kestrel/dam");
    expect(await init([deep])).toBe(2);
    expect(existsSync(deep)).toBe(false);
    expect(err[0]).toBe("a folder in a folder of geo/: kestrel/dam; a dossier stands directly in geo/. Write geo/dam.");
  });

  it("bug: a file in the folder's place, or in that of one above it, ended it with a stack of calls", async () => {
    writeFileSync(join(home, "lake"), "x");
    expect(await init([join(home, "lake")])).toBe(2);
    expect(await init([join(home, "lake/mira")])).toBe(2);
    expect(err.filter((line) => !line.startsWith("usage"))).toEqual(
      Array(2).fill(expect.stringMatching(/^a file, not a folder: .*lake; name a new folder\.$/)),
    );
  });
});
