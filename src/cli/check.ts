import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compileDossier } from "../dossier/compile.ts";
import type { Issue } from "../dossier/issues.ts";
import { ONE } from "../dossier/references.ts";
import type { Kind } from "../dossier/schema.ts";
import type { Dossier } from "../dossier/types.ts";
import { foreign, readFolder } from "./compile.ts";
import { causeLines } from "./issue-lines.ts";

const GEO = fileURLToPath(new URL("../../geo", import.meta.url));
const USAGE = "usage: npm run check -- [--json] [folder…]\nWithout a folder, every folder in geo/ that holds a dossier.yaml is checked.";

/** npm runs commands in the package's folder and keeps the one the editor stands in here. */
const here = process.env["INIT_CWD"] ?? process.cwd();
const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Folders of geo/ that hold a dossier. */
const dossiers = (): readonly string[] =>
  isFolder(GEO)
    ? readdirSync(GEO)
        .sort()
        .map((name) => join(GEO, name))
        .filter((folder) => existsSync(join(folder, "dossier.yaml")))
    : [];

const foldersIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter((name) => !foreign(name) && isFolder(join(folder, name)));
  } catch {
    return [];
  }
};

/** Why what was named is no dossier's folder, when that is plain; null when it is to be looked into. */
function noDossier(folder: string): string | null {
  if (!existsSync(folder)) return `no such folder: ${folder}`;
  if (!isFolder(folder)) return `a file, not a folder: ${folder}; name the folder it is in.`;
  if (existsSync(join(folder, "dossier.yaml"))) return null;
  // Two levels: somebody may name the folder that geo/ is in.
  const above = foldersIn(folder);
  const below = above.flatMap((name) => foldersIn(join(folder, name)).map((inner) => join(name, inner)));
  const inside = [...above, ...below].filter((name) => existsSync(join(folder, name, "dossier.yaml")));
  return inside.length === 0
    ? null
    : `no dossier.yaml in ${folder}, but in ${inside.map((name) => relative(here, join(folder, name))).join(", ")}; name that folder.`;
}

/** The folder's name is the dossier's id; only here is the name known. */
function folderIssue(folder: string, dossier: Dossier | null): readonly Issue[] {
  const name = basename(folder);
  if (!dossier || dossier.head.id === name) return [];
  return [
    {
      severity: "warning",
      rule: "folder",
      file: "dossier.yaml",
      line: null,
      column: null,
      field: "id",
      id: null,
      found: `"${dossier.head.id}"`,
      expected: `"${name}", the folder's name`,
      fix: "Rename the folder or correct the id.",
      nearest: null,
      cause: null,
    },
  ];
}

function counts(dossier: Dossier): string {
  const order: readonly Kind[] = [
    "statements",
    "events",
    "positions",
    "parties",
    "topics",
    "places",
    "terms",
    "claims",
    "corrections",
    "story",
  ];
  const lists = order.flatMap((kind) =>
    dossier[kind].length > 0 ? count(dossier[kind].length, ONE[kind], kind === "story" ? "steps of the story" : kind) : [],
  );
  // They are records of dossier.yaml, and counted among those that are left out.
  return [...lists, ...(dossier.head.layers.length > 0 ? [count(dossier.head.layers.length, "layer")] : [])].join(" · ");
}

/**
 * `npm run check`: says everything that is wrong with the dossiers, in order of file and line.
 *
 * @param argv folders, relative to the current one, and `--json` for the issues alone as JSON
 * @returns 1 when there is an error, 2 when a folder is missing or an option unknown, 0 otherwise, as when `--help` is asked for
 */
export default async function check(argv: readonly string[]): Promise<number> {
  const asked = argv.filter((a) => !a.startsWith("-")).map((folder) => resolve(here, folder));
  if (argv.some((a) => a === "--help" || a === "-h")) {
    console.log(USAGE);
    return 0;
  }
  const json = argv.includes("--json");
  const wrong = argv.find((a) => a.startsWith("-") && a !== "--json");
  const no = wrong === undefined ? asked.flatMap((folder) => noDossier(folder) ?? [])[0] : `unknown option: ${wrong}`;
  if (no !== undefined) {
    console.error(no);
    console.error(USAGE);
    return 2;
  }
  const folders = asked.length > 0 ? asked : dossiers();
  if (folders.length === 0) {
    console.error("geo/ holds no folder with a dossier.yaml. geo/README.md shows how to make one.");
    return 2;
  }
  let errors = 0;
  const found: (Issue & { folder: string })[] = [];
  for (const folder of folders) {
    const { dossier, issues: compiled, rows } = await compileDossier(readFolder(folder));
    const issues = [...folderIssue(folder, dossier), ...compiled];
    errors += issues.filter((i) => i.severity === "error").length;
    const name = relative(here, folder) || ".";
    found.push(...issues.map((issue) => ({ folder: name, ...issue })));
    if (!json) print(folder, dossier, issues, rows);
  }
  if (json) console.log(JSON.stringify(found, null, 2));
  return errors > 0 ? 1 : 0;
}

/** `npm start` shows the first dossier of geo/; another one is named. */
const shows = (folder: string): string =>
  dossiers()[0] === folder ? "npm start shows the page." : `DOSSIER=${inShell(inPackage(folder))} npm start shows the page.`;

/** What is lacking to whoever shares it, and is said here only: while a dossier is written nobody knows yet where it will stand. */
const noSite = (dossier: Dossier | null): string =>
  dossier && dossier.head.site === null
    ? " Before you publish it, write its address into dossier.yaml as site: without it most chats show no picture beside a link, editors that speak oEmbed find no embed, and some versions of Safari show a picture alone in articles."
    : "";

/** As a shell takes it for one word. */
const inShell = (text: string): string => (/^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** As a build reads it, which runs in the package's folder wherever npm was called. */
function inPackage(folder: string): string {
  const path = relative(resolve(GEO, ".."), folder);
  return path.startsWith("..") ? folder : path;
}

function next(folder: string, dossier: Dossier | null, errors: number, warnings: number): string {
  if (errors > 0) return `correct ${errors === 1 ? "the error" : "the errors"} and run this again. A build stops until there is none.`;
  return `${warnings > 0 ? "look at what is named above; then " : ""}${shows(folder)}${noSite(dossier)}`;
}

/** How many records are left out, and how many of them for want of another alone, so that the lines above add up. */
function leftOut(issues: readonly Issue[], { read, leftOut }: { read: number; leftOut: readonly string[] }): string {
  if (leftOut.length === 0) return "";
  const following = new Set(
    issues.flatMap(({ rule, file, field }) => (rule === "left-out" ? `${file} ${/^\w+\[\d+\]/.exec(field)?.[0]}` : [])),
  );
  const others = following.size === 0 ? "" : `, ${following.size} of them only because another is`;
  return `; ${leftOut.length} of ${count(read, "record")} left out${others} (--json names each)`;
}

function print(
  folder: string,
  dossier: Dossier | null,
  issues: readonly Issue[],
  rows: { read: number; leftOut: readonly string[] },
): void {
  console.log(`${relative(here, folder) || "."}  ${dossier ? counts(dossier) : "dossier.yaml cannot be used"}`);
  for (const line of causeLines(issues)) console.log(line);
  const own = issues.filter((i) => i.cause === null);
  const errors = own.filter((i) => i.severity === "error").length;
  console.log(`${count(errors, "error")}, ${count(own.length - errors, "warning")}${leftOut(issues, rows)}.`);
  console.log(`Next: ${next(folder, dossier, errors, own.length - errors)}`);
  console.log("");
}
