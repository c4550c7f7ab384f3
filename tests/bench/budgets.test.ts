import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { firstScreenEnd, measureBytes, measurePoster, prefixFor, scriptGraph, within } from "../../src/cli/bench/budgets.ts";

const folders: string[] = [];
const build = (files: Record<string, string>): string => {
  const dist = mkdtempSync(join(tmpdir(), "budgets-"));
  folders.push(dist);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), text);
  }
  return dist;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const PAGE = `<link rel="preload" as="fetch" id="words" href="words/en.json"><script type="module" src="./assets/main.js"></script>
<a data-place="shusha"></a><a data-event="e1"></a><li data-statement="s1"></li><li data-statement="s2"></li><li data-statement="s3">third</li><li data-statement="s4"></li>`;
const WHOLE = {
  "index.html": PAGE,
  "words/en.json": "{}",
  "assets/main.js":
    'import { a } from "./shared.js"; import "svelte"; const late = () => import("./map.js"); export { late, a }; import("./find.js");',
  "assets/find.js": 'import { a } from "./shared.js"; export const f = a;',
  "assets/shared.js": "export const a = 1;",
  "assets/map.js": 'import { a } from "./shared.js"; import "./style.js"; import("./label.js"); console.log(a);',
  "assets/style.js": 'export * from "./deep.js";',
  "assets/deep.js": "export const d = 1;",
  "assets/label.js": "export {};",
  "assets/map.css": "a{}",
  "assets/print-1.css": "@media print{b{}}",
  "assets/gl-worker-x.js": "work()",
  "layers/region.geojson": "{}",
  "fonts/a.woff2": "0123456789",
};

describe("the scripts of a build", () => {
  it("come at once when they are imported plainly, however far down, and later when by a call", () => {
    const { first, later } = scriptGraph(build(WHOLE), ["assets/main.js"]);
    expect([...first].sort()).toEqual(["assets/main.js", "assets/shared.js"]);
    expect([...later].sort()).toEqual(["assets/deep.js", "assets/find.js", "assets/label.js", "assets/map.js", "assets/style.js"]);
  });

  it("are each counted once, also when they import one another", () => {
    const dist = build({
      "a.js": 'import "./b.js"; import("./b.js");',
      "b.js": 'import "./a.js"; import("./c.js");',
      "c.js": 'import "./a.js";',
    });
    expect(scriptGraph(dist, ["a.js"])).toEqual({ first: ["a.js", "b.js"], later: ["c.js"] });
  });
});

it("scripts that are there already are not come for again, nor what only they import", () => {
  const dist = build({ "main.js": 'import("./map.js"); import("./find.js");', "map.js": 'import "./main.js";', "find.js": "" });
  expect(scriptGraph(dist, ["map.js"], ["main.js"])).toEqual({ first: ["map.js"], later: [] });
});

describe("the first screen of a page", () => {
  it("ends where every mark was seen once and the third card is whole", () => {
    expect(PAGE.slice(0, firstScreenEnd(PAGE))).toMatch(/third<\/li><li data-statement="s4"$/);
  });

  it("ends later when a mark comes after the cards, but not for a mark that was there before", () => {
    const late = `${PAGE}<a data-place="lachin"></a>`;
    expect(late.slice(0, firstScreenEnd(late))).toMatch(/data-place="lachin"$/);
    expect(firstScreenEnd(`${PAGE}<a data-place="shusha"></a>`)).toBe(firstScreenEnd(PAGE));
  });

  it("is counted in bytes, not in letters", () => {
    expect(firstScreenEnd(`Շուշի${PAGE}`)).toBe(firstScreenEnd(PAGE) + 10);
  });

  it("is nothing to measure in a page without marks or without cards", () => {
    expect(() => firstScreenEnd('<li data-statement="s1">')).toThrow("0 marks and 1 statement cards");
    expect(() => firstScreenEnd('<a data-place="p1">')).toThrow("1 marks and 0 statement cards");
  });

  it("needs just so many compressed bytes as let the browser read that far", () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `${(i * 7919) % 10_007} `).join("");
    const compressed = brotliCompressSync(text);
    const read = (n: number): string =>
      brotliDecompressSync(compressed.subarray(0, n), { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();
    for (const raw of [1, 5000, 60_000, text.length]) {
      const n = prefixFor(compressed, raw);
      expect(read(n)).toBe(text.slice(0, read(n).length));
      expect(read(n).length).toBeGreaterThanOrEqual(raw);
      expect(read(n - 1).length).toBeLessThan(raw);
    }
    expect(prefixFor(compressed, 5000)).toBeLessThan(compressed.length / 2);
  });
});

describe("the byte budgets", () => {
  it("measure every part of a build", () => {
    const budgets = measureBytes(build(WHOLE));
    expect(budgets.map((b) => b.id)).toEqual(["page", "first-screen", "script", "map", "later", "worker", "print", "layers", "fonts"]);
    expect(budgets.every((b) => b.bytes > 0 && within(b))).toBe(true);
    expect(budgets.find((b) => b.id === "fonts")?.bytes).toBe(10);
  });

  it("count with the map what the map imports, and apart what comes when it is asked for", () => {
    const bytes = (files: Record<string, string>, id: string) =>
      measureBytes(build({ ...WHOLE, ...files })).find((b) => b.id === id)?.bytes ?? 0;
    const more = { "assets/find.js": "export const find = 'words and filters';" };
    expect(bytes(more, "later")).not.toBe(bytes({}, "later"));
    expect(bytes(more, "map")).toBe(bytes({}, "map"));
    expect(bytes({ "assets/label.js": "export const label = 1;" }, "map")).toBeGreaterThan(bytes({}, "map"));
    const paper = { "assets/print-1.css": "@media print{b{color:red}}" };
    expect(bytes(paper, "map")).toBe(bytes({}, "map"));
    expect(bytes(paper, "print")).toBeGreaterThan(bytes({}, "print"));
  });

  it("are broken by what is too big", () => {
    const noise = Array.from({ length: 45_001 }, (_, i) => String.fromCharCode(33 + ((i * 7919) % 90))).join("");
    const broken = measureBytes(build({ ...WHOLE, "fonts/b.woff2": noise })).filter((b) => !within(b));
    expect(broken.map((b) => b.id)).toEqual(["fonts"]);
  });

  it.each(["assets/gl-worker-x.js", "layers/region.geojson", "fonts/a.woff2"])("do not hold for a build without %s", (name) => {
    const files: Record<string, string> = { ...WHOLE };
    delete files[name];
    expect(() => measureBytes(build(files))).toThrow(/has no (map worker|layer|font)$/);
  });

  it("do not hold for a page that does not say where its words are", () => {
    const silent = { ...WHOLE, "index.html": PAGE.replace(/<link[^>]*>/, "") };
    expect(() => measureBytes(build(silent))).toThrow(/has no words of the script$/);
  });
});

describe("what an embed needs before it can be read", () => {
  const HEAD = '<link rel="stylesheet" href="assets/a.css"><noscript><link rel="stylesheet" href="assets/none.css"></noscript>';
  const page = (rest: string): string =>
    `${HEAD}<a data-place="shusha"></a><li data-statement="s1">first</li><li data-statement="s2">${rest}</li>`;
  const bytes = (rest: string, css = "a{}"): number => measurePoster(build({ "embed.html": page(rest), "assets/a.css": css })).bytes;
  const noise = Array.from({ length: 400 }, (_, i) => ((i * 7919) % 9973).toString(36)).join("");

  it("is its page to the end of the first card", () => {
    expect(page("").slice(0, firstScreenEnd(page(""), 1))).toMatch(/first<\/li><li data-statement="s2"$/);
    expect(bytes(noise) - bytes("")).toBeLessThan(noise.length / 2);
  });

  it("and its stylesheets, but not those of readers without a script", () => {
    expect(bytes("", noise) - bytes("")).toBeGreaterThan(noise.length / 3);
  });
});
