import { isStatementsFile, misspelt, misspeltFolder, putAside, statementsTable, statementsYaml } from "../file-names.ts";
import { nearest } from "../nearest.ts";
import { CSV_FILE, filesOf, HEAD_FILE, LAYER_FILE, SOURCES_FILE } from "../parse.ts";
import { Unreadable, unreadable } from "../read/decode.ts";
import { textAt, valueAt, wordAt } from "../read/value.ts";
import { KINDS, REQUIRED } from "../schema.ts";
import { quoted } from "../show.ts";
import type { Tables } from "../tables.ts";
import { missing, type Rule } from "./rule.ts";

const LISTS = KINDS.filter((k) => k !== "statements").map((k) => `${k}.yaml`);
const DATA =
  /\.(ya?ml|csv|tsv|json|geojsonl?|topojson|xlsx?|ods|numbers|shp|dbf|kml|kmz|gpx|gpkg|zip|docx?|odt|pdf|svg|png|jpe?g|gif|webp|tiff?)$/i;

const TABLE = /\.(csv|tsv|xlsx?|ods|numbers)$/i;
const OTHER_KIND = /\.(tsv|json|xlsx?|ods|numbers|docx?|odt|pdf)$/i;

/** What may lie beside the statements: a note for editors, what an editor's programme keeps. */
const LEFT_OVER = /\.(md|bak|orig|old)$|~$/i;

/** Files that are told with the file, the folder or the layer that they were most likely meant to be. */
function renamed({ files, rows }: Tables, noStatements: boolean): (file: string) => boolean {
  const names = [...files.keys()];
  const lacking = [HEAD_FILE, SOURCES_FILE, ...[...REQUIRED].map((kind) => `${kind}.yaml`)].filter((file) => !files.has(file));
  const listed = rows.layers.map(({ map }) => `layers/${wordAt(map, "file") ?? ""}`);
  const others = new Set([...lacking, ...listed].flatMap((file) => misspelt(file, names) ?? []));
  const folders = [...(noStatements ? ["statements"] : []), ...(listed.length > 0 ? ["layers"] : [])];
  const inside = folders.flatMap((folder) => misspeltFolder(folder, names) ?? []);
  if (noStatements) others.add(statementsTable(names) ?? statementsYaml(names) ?? "");
  return (file) => others.has(file) || inside.some((folder) => file.startsWith(`${folder}/`)) || (noStatements && isStatementsFile(file));
}

/** What looks like statements, in YAML or in a table, by its first lines. */
const STATEMENTS = /^\s*date_basis:|^(?=.*\bspeaker\.name\b).*\bdate_basis\b/m;
const BEGINNING = 4000;

/** A file of the format in the wrong place: what it is, where it is expected, what to do. null = it is where it belongs, or is something else. */
function misplaced(
  file: string,
  base: string,
  bytes: Uint8Array,
  absent: readonly string[],
  listed: ReadonlySet<string | null>,
): readonly [string, string, string] | null {
  if (bytes instanceof Unreadable) return null;
  if (base !== file && base !== CSV_FILE && absent.includes(base))
    return [`${base} in a folder`, "it beside dossier.yaml", "Move it out of the folder."];
  if (/^layers\/.+\//.test(file) && listed.has(base))
    return ["a layer in a folder of layers/", "layers directly in layers/", "Move it up into layers/."];
  if (base === file && listed.has(base)) return ["a layer beside dossier.yaml", "layers in layers/", "Move it into layers/."];
  const known = base === file && (file === CSV_FILE || LISTS.includes(file) || file === HEAD_FILE || file === SOURCES_FILE);
  if (known || /^statements\//.test(file) || !/\.(ya?ml|csv)$/i.test(file)) return null;
  if (/\.csv$/i.test(file) && LISTS.includes(file.replace(/\.csv$/i, ".yaml")))
    return [
      "a table",
      "a table of statements alone",
      `Write it as ${file.replace(/\.csv$/i, ".yaml")}; geo/README.md shows what it holds.`,
    ];
  if (isStatementsFile(file) || !STATEMENTS.test(new TextDecoder().decode(bytes.subarray(0, BEGINNING)))) return null;
  return /\.csv$/i.test(file)
    ? [
        "statements in a table of another name",
        CSV_FILE,
        `Rename it ${CSV_FILE} if it is the table to be read, or move it out of the dossier.`,
      ]
    : ["statements outside statements/", "files statements/<name>.yaml", "Move it into statements/, or out of the dossier."];
}

/** No file that looks like data is passed over in silence. */
export const filesRead: Rule = (tables, report) => {
  const statements = filesOf("statements", tables.files);
  const read = new Set([HEAD_FILE, SOURCES_FILE, ...LISTS, ...statements, ...[...tables.files.keys()].filter((f) => LAYER_FILE.test(f))]);
  const toldElsewhere = renamed(tables, statements.length === 0);
  const known = [HEAD_FILE, SOURCES_FILE, CSV_FILE, ...LISTS];
  const absent = known.filter((file) => !tables.files.has(file));
  const listed = new Set(tables.rows.layers.map(({ map }) => wordAt(map, "file")));
  for (const [file, bytes] of tables.files) {
    const base = file.split("/").at(-1) ?? "";
    const moved = toldElsewhere(file) ? null : misplaced(file, base, bytes, absent, listed);
    if (moved) {
      report({ severity: "error", rule: "file-place", at: { file }, found: moved[0], expected: moved[1], fix: moved[2] });
      continue;
    }
    // What is read is told where it is read.
    if (bytes instanceof Unreadable && !read.has(file)) report(unreadable(file, bytes));
    if (bytes instanceof Unreadable || read.has(file) || toldElsewhere(file)) continue;
    const say = (severity: "error" | "warning", expected: string, fix: string): void =>
      report({ severity, rule: "file-not-read", at: { file }, found: "a file that is not read", expected, fix });
    const original = putAside(file);
    const ofStatements = file.startsWith("statements/") && !statements.includes(CSV_FILE);
    const lost =
      original !== null &&
      !tables.files.has(original) &&
      original !== CSV_FILE &&
      (known.includes(original) || (ofStatements && original.endsWith(".yaml")));
    const meant = absent.find((other) => misspelt(other, [file]) !== undefined);
    if (lost)
      report({
        severity: "warning",
        rule: "file-left-over",
        at: { file },
        found: `a file that is not read, and no ${original}`,
        expected: original,
        fix: "Rename it to that if what is in it belongs to the dossier; otherwise move it out of the folder.",
      });
    else if (file === CSV_FILE)
      say("error", "statements either in statements/ or in statements.csv", "Remove one of the two; only statements/ was read.");
    else if (isStatementsFile(file))
      say("error", "statements in files statements/<name>.yaml", `Move it into statements/, as statements/2031.yaml.`);
    else if (/^statements\//.test(file) && !LEFT_OVER.test(file))
      say(
        "error",
        "files statements/<name>.yaml",
        TABLE.test(file)
          ? "A table is one file statements.csv beside dossier.yaml, in place of the folder. Move it there, or out of the dossier."
          : "Rename it to end in .yaml, directly in statements/, or move it out of the dossier.",
      );
    else if (meant) say("error", "a file name of the format", `Rename it ${meant}, or move it out of the dossier.`);
    else if (DATA.test(file)) {
      const near = nearest(file, known);
      // Another name makes no YAML of it, and no table.
      const saved = near !== null && OTHER_KIND.test(file) ? `Save it as ${near}` : `Rename it ${near}`;
      say(
        near ? "error" : "warning",
        "a file name of the format",
        near ? `${saved}, or move it out of the dossier.` : "Move it out of the dossier when it is not needed.",
      );
    }
  }
};

/** Every layer that is listed is there, every one that is there is listed, and where they come from is told. */
export const layerFiles: Rule = (tables, report) => {
  const there = [...tables.files.keys()].filter((f) => /^layers\/[^/]+$/.test(f)).map((f) => f.slice("layers/".length));
  const listed = new Set<string>();
  const folder = misspeltFolder("layers", tables.files.keys());
  for (const { map } of tables.rows.layers) {
    const at = textAt(map, "file");
    const name = at?.text.trim();
    if (!at || !name) continue;
    if (listed.has(name))
      report({
        severity: "error",
        rule: "layer-file",
        at: at.spot,
        found: quoted(name),
        expected: "a file of its own for each layer",
        fix: "Another layer has this one; remove one of the two, or correct the name.",
      });
    listed.add(name).add(`${name.replace(/^.*\//, "").replace(/\.(geo)?json$/, "")}.geojson`);
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*\.geojson$/.test(name))
      report({
        severity: "error",
        rule: "layer-file",
        at: at.spot,
        found: quoted(at.text),
        expected: "the name of a .geojson file in layers/",
        fix: /\//.test(name) ? "Write the name alone, without a folder." : "Write its name whole, with .geojson at the end.",
      });
    else if (there.length === 0)
      // The same for each of them, so that it is told once.
      report({
        severity: "error",
        rule: "layer-file",
        at: at.spot,
        found: tables.files.has("layers") ? 'a file "layers"' : "no file in layers/",
        expected: "a folder layers/ with each layer that is listed",
        fix: folder ? `Rename the folder ${folder} to layers.` : 'Put the folder back, or remove "layers" from dossier.yaml.',
      });
    else if (!there.includes(name)) {
      const other = misspelt(`layers/${name}`, tables.files.keys());
      const elsewhere = [...tables.files.keys()].find((file) => file === name || file.endsWith(`/${name}`));
      report({
        severity: "error",
        rule: "layer-file",
        at: at.spot,
        found: quoted(name),
        expected: "a file in layers/",
        fix: other
          ? `Rename ${other} to ${name}${/\.geojson$/i.test(other) ? "; capital and small letters are not the same" : ""}.`
          : elsewhere
            ? `Move ${elsewhere} into layers/.`
            : "Add the file, or correct its name.",
        nearest: other || elsewhere ? null : nearest(name, there),
      });
    }
  }
  // A list of layers that is none has been told, and what follows from it would be noise.
  const layers = tables.head && valueAt(tables.head, "layers");
  if (tables.rows.layers.length === 0 && layers && !(layers.kind === "list" && layers.items.length === 0)) return;
  for (const name of there) {
    if (tables.head && !listed.has(name) && name.endsWith(".geojson"))
      report({
        severity: "warning",
        rule: "layer-file",
        at: { file: `layers/${name}` },
        found: "a layer that is not listed",
        expected: 'an entry under "layers" in dossier.yaml',
        fix: "It is not shown. List it, or remove the file.",
      });
  }
  const kinds = tables.rows.layers.map(({ map }) => wordAt(map, "kind"));
  const lands = tables.rows.layers.some(({ map }) => wordAt(map, "kind") === "world" || wordAt(map, "id") === "countries");
  const [region] = tables.rows.layers.filter(({ map }) => wordAt(map, "kind") === "region");
  if (tables.head && region && !lands)
    report({
      severity: "warning",
      rule: "layer-land",
      at: textAt(region.map, "id")?.spot ?? region.spot,
      found: `no layer with the id "countries" among those of the region`,
      expected: "something to draw land from",
      fix: "The layer is drawn in thin lines, and no land is. Give the layer that has the land the id countries.",
    });
  if (tables.head && !kinds.includes("region") && !kinds.includes("world"))
    report({
      severity: "warning",
      rule: "layer-land",
      at: missing(tables.head.spot, "layers"),
      found: kinds.length === 0 ? 'no "layers"' : "no layer of the region or the world",
      expected: "something to draw land from",
      fix: "The map is an empty sheet with marks on it, and the page says so. Add a layer with the id countries; geo/README.md shows what it holds.",
    });
};
