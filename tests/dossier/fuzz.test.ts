import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileDossier } from "../../src/dossier/compile.ts";
import { REFERENCES } from "../../src/dossier/references.ts";
import { bytes, type Files, good, goodCsv, text, withFiles } from "./fixtures.ts";

const SEED = 20310402;
const bases = { yaml: good(), csv: goodCsv() };
const file = fc.constantFrom(
  ...Object.entries(bases).flatMap(([base, files]) => [...files.keys()].map((name) => ({ base: bases[base as "yaml"], name }))),
);

/** Strings that have broken programmes before, and any others. */
const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "",
    " ",
    "~",
    "null",
    "[",
    "]",
    "{",
    "- ",
    ": ",
    "#",
    "&a",
    "*a",
    "!!int 1",
    "|",
    ">",
    '"',
    "'",
    "---",
    "\t",
    "\r",
    "\u0000",
    "\u2028",
    "\ufeff",
    "=1+1",
    "NaN",
    "1e999",
    "-0",
    "9/19/2031",
    "2031-02-30",
    "__proto__",
    "constructor",
    "alder",
    "fishing",
    "20310402-alder-ban",
    "<script>",
    "javascript:alert(1)",
    "\ud800",
    "😀",
  ),
);

/** One change of a text such as a hand, a merge or a spreadsheet makes. */
const change: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.nat().map((n) => (t: string) => without(t.split("\n"), n).join("\n")),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([a, b]) =>
      (t: string) =>
        swapped(t.split("\n"), a, b).join("\n"),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([a, b]) =>
      (t: string) =>
        swapped(t.split(/(\b)/), a, b).join(""),
  ),
  fc.tuple(fc.nat(), value).map(
    ([n, v]) =>
      (t: string) =>
        replaced(t.split(/(?<=: |,)|(?=,|\n)/), n, v).join(""),
  ),
  fc.tuple(fc.nat(), value).map(
    ([n, v]) =>
      (t: string) =>
        t.slice(0, n % (t.length + 1)) + v + t.slice(n % (t.length + 1)),
  ),
  fc.nat().map((n) => (t: string) => t.slice(0, n % (t.length + 1))),
  fc.nat().map((n) => (t: string) => t + t.slice(n % (t.length + 1))),
  fc.constant((t: string) => t.replaceAll("\n", "\r\n")),
  fc.constant((t: string) => t.replaceAll(": ", ":")),
);
const without = (parts: string[], n: number): string[] => parts.filter((_, i) => i !== n % parts.length);
const replaced = (parts: string[], n: number, v: string): string[] => parts.map((p, i) => (i === n % parts.length ? v : p));
const swapped = (parts: string[], a: number, b: number): string[] => {
  const [i, j] = [a % parts.length, b % parts.length];
  return parts.map((p, k) => (k === i ? (parts[j] ?? "") : k === j ? (parts[i] ?? "") : p));
};

/** What must hold of any folder at all. */
async function holds(files: Files): Promise<void> {
  const { dossier, issues, rows } = await compileDossier(files);
  expect(rows.kept + rows.leftOut.length).toBe(rows.read);
  for (const left of rows.leftOut) {
    const [name, line, id] = /^(.+?):(\d+)(?: (.*))?$/s.exec(left)?.slice(1) ?? [];
    const said = issues.some((i) => (id !== undefined && i.id === id) || (i.file === name && (i.line === null || i.line >= Number(line))));
    expect(said, left).toBe(true);
  }
  for (const issue of issues) {
    expect([...issue.found].length).toBeLessThanOrEqual(80);
    expect(issue.line === null || (issue.line >= 1 && (issue.column ?? 0) >= 1)).toBe(true);
    expect(issue.fix + issue.expected).not.toMatch(/undefined|\[object/);
  }
  if (!dossier) return;
  const { head, version, ...lists } = dossier;
  expect(Object.values(lists).flat().length + head.layers.length).toBe(rows.kept);
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  closed(lists);
}

/** Nothing in a compiled dossier names what is not in it. */
function closed(lists: object): void {
  type Loose = Record<string, unknown>;
  const all = lists as Record<string, readonly Loose[]>;
  const camel: Record<string, string> = {
    said_in: "saidIn.place",
    responds_to: "respondsTo",
    "see_also[].id": "seeAlso[].id",
    superseded_by: "supersededBy",
    changed_from: "changedFrom",
  };
  const at = (value: unknown, path: readonly string[]): readonly unknown[] => {
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return value.flatMap((v) => at(v, path));
    return path.length === 0 ? [value] : at((value as Loose)[path[0] ?? ""], path.slice(1));
  };
  for (const { from, path, to } of REFERENCES) {
    const ids = new Set(all[to]?.map((row) => row["id"]));
    const way = (camel[path.replace(/\[\]$/, "")] ?? path).replaceAll("[]", "").split(".");
    for (const id of all[from]?.flatMap((row) => at(row, way)) ?? []) expect(ids, `${from}.${path}`).toContain(id);
  }
  for (const list of Object.values(all)) {
    const ids = list.flatMap((row) => (typeof row["id"] === "string" ? [row["id"]] : []));
    expect(new Set(ids).size).toBe(ids.length);
  }
}

describe("no folder makes compileDossier throw, hang or lose a record unsaid", () => {
  it("any bytes in any file", async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.uint8Array({ maxLength: 400 }), ({ base, name }, content) => holds(withFiles(base, { [name]: content }))),
      { seed: SEED, numRuns: 150 },
    );
  }, 60_000);

  it("any text in any file", async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(value, { maxLength: 40 }), ({ base, name }, parts) =>
        holds(withFiles(base, { [name]: parts.join("") })),
      ),
      { seed: SEED, numRuns: 150 },
    );
  }, 60_000);

  it("a good file after a few changes", async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(change, { minLength: 1, maxLength: 4 }), ({ base, name }, changes) =>
        holds(withFiles(base, { [name]: bytes(changes.reduce((t, f) => f(t), text(base, name))) })),
      ),
      { seed: SEED, numRuns: 700 },
    );
  }, 120_000);

  it("files taken away, and others put in their place", async () => {
    const names = [...new Set(Object.values(bases).flatMap((files) => [...files.keys()]))];
    await fc.assert(
      fc.asyncProperty(fc.subarray(names), fc.constantFrom(...names), fc.constantFrom(...names), (gone, from, to) =>
        holds(withFiles(bases.yaml, { [to]: bases.csv.get(from) ?? null, ...Object.fromEntries(gone.map((name) => [name, null])) })),
      ),
      { seed: SEED, numRuns: 200 },
    );
  }, 60_000);

  it("a record whose first line still stands is in the dossier, or named, or its file is", async () => {
    const lists = ["events.yaml", "places.yaml", "positions.yaml", "statements/2031.yaml", "statements.csv"];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), fc.array(change, { minLength: 1, maxLength: 2 }), async (name, changes) => {
        const base = name.endsWith(".csv") ? bases.csv : bases.yaml;
        const changed = changes.reduce((t, f) => f(t), text(base, name));
        const { dossier, rows } = await compileDossier(withFiles(base, { [name]: changed }));
        const ids = [
          ...text(base, name).matchAll(name.endsWith(".csv") ? /^([\w-]+),(?:published|superseded)/gm : /^- id: ([\w-]+)$/gm),
        ].map((m) => m[1] ?? "");
        for (const id of ids) {
          const line = name.endsWith(".csv") ? new RegExp(`^${id},(?:published|superseded),`, "m") : new RegExp(`^- id: ${id}\\r?$`, "m");
          if (!line.test(changed)) continue;
          const kept = dossier && [dossier.events, dossier.places, dossier.positions, dossier.statements].flat().some((r) => r.id === id);
          // Its own name, or a file or record without one that begins at or above it.
          const at = changed.slice(0, line.exec(changed)?.index).split("\n").length;
          const named = rows.leftOut.some(
            (left) =>
              left.includes(` ${id}`) || (left.startsWith(`${name}:`) && /:\d+$/.test(left) && Number(left.slice(name.length + 1)) <= at),
          );
          expect(Boolean(kept) || named, id).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  }, 60_000);
});
