import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readFolder } from "../../src/cli/compile.ts";

export type Files = ReadonlyMap<string, Uint8Array>;

export const FIXTURES = fileURLToPath(new URL("../fixtures", import.meta.url));
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const text = (files: Files, name: string): string => new TextDecoder().decode(files.get(name));

/** The invented dossier in which nothing is wrong. */
export const good = (): Files => readFolder(`${FIXTURES}/good/lake-mira`);

/** The same with some files put in place of its own, or taken away (null). */
export function withFiles(base: Files, changes: Readonly<Record<string, string | Uint8Array | null>>): Files {
  const files = new Map(base);
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) files.delete(name);
    else files.set(name, typeof content === "string" ? bytes(content) : content);
  }
  return files;
}

/** What names statements, and so has to go when all of them are replaced. */
const ABOUT_STATEMENTS = ["events.yaml", "positions.yaml", "terms.yaml", "claims.yaml", "corrections.yaml", "story.yaml"];

/** The invented dossier with its statements in one table. */
export function goodCsv(): Files {
  return withFiles(good(), {
    "statements/2031.yaml": null,
    "statements.csv": readFolder(`${FIXTURES}/good/lake-mira-csv`).get("statements.csv") ?? null,
  });
}

export const badCases = (): readonly string[] => readdirSync(`${FIXTURES}/bad`).sort();

/**
 * The good dossier with the one file of a bad case laid over it: `x` replaces or adds, `x.add` goes to the end of x, `x.gone` takes x
 * away. A case `csv-…` is a table in place of all statements and of what names them.
 */
export function badFiles(name: string): Files {
  let files = good();
  if (name.startsWith("csv-"))
    files = withFiles(files, Object.fromEntries(["statements/2031.yaml", ...ABOUT_STATEMENTS].map((f) => [f, null])));
  for (const [path, content] of readFolder(`${FIXTURES}/bad/${name}`)) {
    if (path.endsWith(".gone")) files = withFiles(files, { [path.slice(0, -5)]: null });
    else if (path.endsWith(".add"))
      files = withFiles(files, { [path.slice(0, -4)]: text(files, path.slice(0, -4)) + new TextDecoder().decode(content) });
    else files = withFiles(files, { [path]: content });
  }
  return files;
}
