import { expect, it } from "vitest";
import { dossierFolder } from "../../src/cli/prerender.ts";

it("bug: a DOSSIER that is no folder ended the build with the machine's own words", () => {
  for (const asked of ["geo/no-such-dossier", "README.md"])
    expect(() => dossierFolder(asked)).toThrow(`DOSSIER=${asked}: expected a folder with a dossier.yaml, found none at `);
  expect(dossierFolder("tests/fixtures/good/lake-mira")).toMatch(/lake-mira$/);
  expect(dossierFolder(undefined)).toMatch(/geo.karabakh-2023$/);
});
