import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { issueLines } from "../../src/cli/issue-lines.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import { badCases, badFiles, FIXTURES } from "./fixtures.ts";

const golden = (name: string): string => `${FIXTURES}/golden/${name}.txt`;

/** What an editor is told: the issues, and what is left out. */
async function told(name: string): Promise<string> {
  const { dossier, issues, rows } = await compileDossier(badFiles(name));
  const end = dossier === null ? "no dossier" : rows.leftOut.map((row) => `left out: ${row}`);
  return `${[issueLines(issues), end].flat(2).join("\n")}\n`;
}

describe("a bad dossier tells its editor what is wrong, where, and what to do", () => {
  it.each(badCases())("%s", async (name) => {
    const now = await told(name);
    if (process.env["UPDATE"]) {
      mkdirSync(`${FIXTURES}/golden`, { recursive: true });
      writeFileSync(golden(name), now);
    }
    expect(now, "UPDATE=1 writes the golden messages anew").toBe(existsSync(golden(name)) ? readFileSync(golden(name), "utf8") : "");
    expect(now).toMatch(/^(ERROR|WARN )/);
  });

  it("has a golden message for each case and no other", () => {
    expect(badCases().length).toBeGreaterThanOrEqual(60);
    expect(readdirSync(`${FIXTURES}/golden`).sort()).toEqual(
      badCases()
        .map((name) => `${name}.txt`)
        .sort(),
    );
  });
});
