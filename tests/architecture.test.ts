import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface SourceFile {
  /** Inside src/, `/` between parts. */
  readonly path: string;
  readonly text: string;
}

const sources: readonly SourceFile[] = readdirSync(`${ROOT}src`, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(ts|mjs|svelte|css|html)$/.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(`${ROOT}src/${path}`, "utf8") }));

const folderOf = (path: string): string => (path.includes("/") ? path.slice(0, path.indexOf("/")) : path);
const inside = (path: string, ...folders: readonly string[]): boolean => folders.includes(folderOf(path));

/** Everything a file imports, statically, late or for its types alone. */
const imports = (text: string): readonly string[] =>
  [
    ...text.matchAll(/(?:^|;)\s*(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']/gm),
    ...text.matchAll(/(?:^|;)\s*import\s*["']([^"']+)["']/gm),
    ...text.matchAll(/\bimport\(\s*["'`]([^"'`]+)["'`]/g),
  ].map((match) => match[1] ?? "");

/** A relative import as a path inside src/; null for a package. */
const target = (path: string, specifier: string): string | null =>
  specifier.startsWith(".") ? posix.normalize(posix.join(posix.dirname(path), specifier)) : null;

/** Code without its comments and without the words in its quotation marks. */
const bare = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"(?:[^"\\\n]|\\.)*"/gm, (found) => (found.startsWith('"') ? '""' : ""));

/** Who may import whom, besides itself. Adding an arrow here is a design decision. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  dossier: [],
  // What the interface says, in each of its languages.
  words: [],
  model: ["dossier", "words"],
  map: ["dossier", "model", "words"],
  ui: ["dossier", "model", "map", "words"],
  embed: [],
  cli: ["dossier", "model", "map", "ui", "words"],
  "main.ts": ["dossier", "model", "map", "ui", "embed", "words"],
};

/** Files outside cli/ that may read a clock, and why. */
const MAY_READ_CLOCK: Readonly<Record<string, string>> = {
  "dossier/rules/clock-of-place.ts": "asks how far a named zone stood from UTC on a day of the data, which the platform tells by instants",
};

/** Files over 250 lines, and why each is better whole. */
const LONG: Readonly<Record<string, string>> = {};

/** A rule of the code, and a file that breaks it, by which the rule proves that it can fail. */
interface Rule {
  readonly title: string;
  readonly broken: readonly SourceFile[];
  /** What is wrong in a file, one line each. */
  readonly find: (file: SourceFile) => readonly string[];
}

/** Every match outside comments and quotation marks. */
const uses = (text: string, pattern: RegExp): readonly string[] => bare(text).match(new RegExp(pattern, "g")) ?? [];

const RULES: readonly Rule[] = [
  {
    title: "imports go one way: dossier ← model ← map ← ui ← main.ts; cli sees all of them, nobody sees cli, embed sees nobody",
    broken: [
      { path: "dossier/a.ts", text: 'import { b } from "../model/b.ts";' },
      { path: "model/a.ts", text: 'export type { B } from "../map/b.ts";' },
      { path: "map/a.ts", text: 'const b = await import("../ui/b.ts");' },
      { path: "ui/A.svelte", text: '<script lang="ts">\n  import {\n    b,\n  } from "../cli/b.ts";\n</script>' },
      { path: "embed/a.ts", text: 'import "../dossier/types.ts";' },
      { path: "main.ts", text: 'import { b } from "./cli/b.ts";' },
      { path: "elsewhere/a.ts", text: "export {};" },
    ],
    find: ({ path, text }) => {
      if (!/\.(ts|svelte|mjs)$/.test(path)) return [];
      const from = folderOf(path);
      const may = MAY_IMPORT[from];
      if (!may) return [`${from} has no place in the order of imports`];
      return imports(text)
        .map((specifier) => target(path, specifier))
        .filter((to): to is string => to !== null && folderOf(to) !== from && !may.includes(folderOf(to)));
    },
  },
  {
    title: "embed needs nothing at all, not even a package",
    broken: [{ path: "embed/a.ts", text: 'import { mount } from "svelte";' }],
    find: ({ path, text }) => (inside(path, "embed") ? imports(text).filter((specifier) => target(path, specifier) === null) : []),
  },
  {
    title: "one file holds a live map: map/mount.ts",
    broken: [{ path: "map/style.ts", text: 'import type { Map as LiveMap } from "maplibre-gl";' }],
    // MapLibre's worker runs where no page and no map is.
    find: ({ path, text }) =>
      path === "map/mount.ts"
        ? []
        : imports(text).filter(
            (specifier) => /^maplibre-gl(\/|$)/.test(specifier) && !(path === "map/gl-worker.ts" && specifier.endsWith("-worker.mjs")),
          ),
  },
  {
    title: "dossier runs anywhere: no Node, no document",
    broken: [
      { path: "dossier/a.ts", text: 'import { readFileSync } from "node:fs";' },
      { path: "dossier/b.ts", text: "const box = document.body;" },
      { path: "dossier/c.ts", text: "const home = process.env;" },
    ],
    find: ({ path, text }) =>
      inside(path, "dossier")
        ? [
            ...imports(text).filter((specifier) => /^(node:|fs$|path$|crypto$)/.test(specifier)),
            ...uses(
              text,
              /(?<!\.)\b(document|navigator|location|localStorage|fetch|XMLHttpRequest|DOMParser|HTMLElement|process|Buffer|require|__dirname)\b(?!\s*:)/,
            ),
          ]
        : [],
  },
  {
    title: "model and map are pure but for the live map: no Node, no document",
    broken: [{ path: "model/a.ts", text: "export const hash = () => location.hash;" }],
    find: ({ path, text }) =>
      inside(path, "model", "map") && path !== "map/mount.ts"
        ? [
            ...imports(text).filter((specifier) => specifier.startsWith("node:")),
            ...uses(text, /\b(document|navigator|location|window|fetch|process|Buffer)\.\w+|\bfetch\(/),
          ]
        : [],
  },
  {
    title: "nothing in the page is made from text that could be markup",
    broken: [
      { path: "ui/A.svelte", text: "<p>{@html text}</p>" },
      { path: "ui/a.ts", text: "box.innerHTML = text;" },
      { path: "ui/b.ts", text: "box.insertAdjacentHTML(where, text);" },
      { path: "map/mount.ts", text: "popup.setHTML(text);" },
    ],
    find: ({ path, text }) =>
      inside(path, "cli")
        ? []
        : (text.match(/\{@html|\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|document\.write)\b|\bsetHTML\(/g) ?? []),
  },
  {
    title: "components carry no inline style, which the page's policy forbids",
    broken: [
      { path: "ui/A.svelte", text: '<p style="color: red">a</p>' },
      { path: "ui/B.svelte", text: "<p style:color={ink}>b</p>" },
    ],
    find: ({ path, text }) => (/\.(svelte|html)$/.test(path) ? (text.match(/\sstyle[=:][^\s>]*/g) ?? []) : []),
  },
  {
    title: "nothing is kept on the reader's machine",
    broken: [
      { path: "ui/a.ts", text: 'localStorage.setItem("theme", theme);' },
      { path: "ui/b.ts", text: "document.cookie = a;" },
    ],
    find: ({ path, text }) =>
      inside(path, "cli") ? [] : uses(text, /\b(localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|caches\.open)\b/),
  },
  {
    title: "nothing is left to chance",
    broken: [{ path: "cli/a.ts", text: "const n = Math.random();" }],
    find: ({ text }) => uses(text, /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/),
  },
  {
    title: "nobody asks what time it is, nor in which zone or language the reader is",
    broken: [
      { path: "model/a.ts", text: "const day = new Date(text);" },
      { path: "ui/a.ts", text: "const now = Date.now();" },
      { path: "ui/b.ts", text: "const words = n.toLocaleString();" },
    ],
    find: ({ path, text }) =>
      inside(path, "cli") || path in MAY_READ_CLOCK
        ? []
        : uses(text, /\bnew Date\b|\bDate\.(?:now|parse|UTC)\b|\btoLocale\w+\(\s*\)|\bresolvedOptions\b|\bgetTimezoneOffset\b/),
  },
  {
    title: "the page asks nobody but its own folder",
    broken: [
      { path: "ui/a.ts", text: 'await fetch("https://example.org/tiles.json");' },
      { path: "ui/page.css", text: '@import "https://example.org/fonts.css";' },
      { path: "index.html", text: '<script src="//example.org/a.js"></script>' },
      { path: "dossier/a.ts", text: "await fetch(`http://example.org/a`);" },
    ],
    find: ({ path, text }) => {
      if (inside(path, "cli")) return [];
      // The checks of a dossier speak of addresses, but reach for none.
      if (inside(path, "dossier")) return text.match(/\b(?:fetch|import)\(\s*["'`](?:https?:)?\/\/\S*/g) ?? [];
      return (text.match(/(?:https?:)?\/\/[a-z0-9-]+\.[a-z]\S*/gi) ?? []).filter((address) => !address.startsWith("http://www.w3.org/"));
    },
  },
  {
    title: "no file is over 250 lines, unless it is listed with its reason",
    broken: [{ path: "ui/a.ts", text: "\n".repeat(251) }],
    find: ({ path, text }) => {
      const lines = text.replace(/\n$/, "").split("\n").length;
      return lines > 250 && !(path in LONG) ? [`${lines} lines`] : [];
    },
  },
];

describe("the code", () => {
  it("is all read", () => {
    expect(sources.length).toBeGreaterThan(80);
    for (const folder of ["dossier", "model", "map", "ui", "cli"])
      expect(sources.filter(({ path }) => inside(path, folder)).length, folder).toBeGreaterThan(5);
  });

  it.each(RULES)("$title", ({ find }) => {
    expect(sources.flatMap((file) => find(file).map((found) => `${file.path}: ${found}`))).toEqual([]);
  });

  it.each(RULES)("a file against it is found: $title", ({ find, broken }) => {
    for (const file of broken) expect(find(file), file.path).not.toEqual([]);
  });

  it("words about a forbidden thing, in a comment or in quotation marks, are no use of it", () => {
    const file = {
      path: "ui/a.ts",
      text: '// Math.random is not used, nor is `new Date`.\n/* localStorage */ const say = "Date.now()";\n',
    };
    expect(RULES.flatMap(({ find }) => find(file))).toEqual([]);
  });

  it("main.ts, the one file that knows all, has at most 60 lines", () => {
    expect(readFileSync(`${ROOT}src/main.ts`, "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  });

  it("every exception is still needed", () => {
    for (const path of Object.keys({ ...LONG, ...MAY_READ_CLOCK })) expect(sources.map((file) => file.path)).toContain(path);
    for (const path of Object.keys(LONG))
      expect(sources.find((file) => file.path === path)?.text.split("\n").length, path).toBeGreaterThan(250);
  });
});

describe("the top level", () => {
  /** Fixed; dot-files, the lock file and the two licences may stand beside them, and what is fetched or built is not the project's. */
  const FIXED = ["README.md", "geo", "package.json", "public", "src", "tests", "tsconfig.json", "vite.config.ts"];
  const BESIDE = ["LICENSE", "LICENSE-DATA", "package-lock.json", "node_modules", "dist"];

  it("holds the fixed entries and no other", () => {
    const found = readdirSync(ROOT).filter((name) => !name.startsWith(".") && !BESIDE.includes(name));
    expect(found.sort()).toEqual(FIXED);
  });

  it("keeps what is fetched and built out of version control", () => {
    const ignored = readFileSync(`${ROOT}.gitignore`, "utf8").split("\n");
    // Without a slash at its end, which would let a link of that name come in.
    expect(ignored).toEqual(expect.arrayContaining(["node_modules", "dist/", ".cache/"]));
  });
});
