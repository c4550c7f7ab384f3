import { misspelt } from "../file-names.ts";
import { SOURCES_FILE } from "../parse.ts";
import { type MapValue, mapsAt, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Tables } from "../tables.ts";
import { missing, type Rule } from "./rule.ts";

const EXPECTED = "where each layer comes from";

/** Where each layer comes from is told, and what is told of its bytes is true. */
export const layerSources: Rule = (tables, report) => {
  const { head, sources, files } = tables;
  const listed = tables.rows.layers.some(({ map }) => wordAt(map, "file") !== null);
  const warn = (at: Parameters<typeof report>[0]["at"], found: string, fix: string): void =>
    report({ severity: "warning", rule: "layer-sources", at, found, expected: EXPECTED, fix });
  if (head && listed && !files.has(SOURCES_FILE)) {
    const other = misspelt(SOURCES_FILE, files.keys());
    const fix = other ? `Rename ${other} to SOURCES.yaml.` : "Add SOURCES.yaml with source, version, licence and steps of each layer.";
    warn(missing(head.spot, "layers"), "no SOURCES.yaml", fix);
  }
  if (sources === null) return;
  if (head && listed && !/^[^#\n]*[\p{L}\p{N}]/mu.test(sources.text)) {
    warn({ file: SOURCES_FILE }, "an empty file", "Write the source, version, licence and steps of each layer.");
    return;
  }
  for (const { map } of tables.rows.layers) {
    // By file, as geo/README.md says; by id where somebody names no files.
    const fields = sources.text.includes(".geojson") ? ["file"] : ["file", "id"];
    const names = fields.map((field) => wordAt(map, field)).filter((name) => name !== null);
    if (names.length === 0 || names.some((name) => sources.text.includes(name))) continue;
    const fix = "Add an entry with its file, source, version, licence and steps.";
    warn(textAt(map, "file")?.spot ?? map.spot, `nothing on ${names[0]} in SOURCES.yaml`, fix);
  }
  sameBytes(tables, report);
  sameLicence(tables, report);
};

/** What a licence can be, however it is written; a version, where there is one, belongs to it. */
const LICENCES =
  /\b(odbl|odc[- ]by|pddl|agpl|lgpl|gpl|cc[- ]?0|cc(?:[- ](?:by|sa|nc|nd))+|public[- ]domain|mit|bsd|apache|isc|ogl)\b(?:[- ]v?(\d+(?:\.\d+)?))?/giu;

/** The licences that a text names, each with its version. That of a package is the package's own, and not that of the data. */
const licencesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.replace(/\bpackage [^;,)]*/giu, "").matchAll(LICENCES)].map(([, name = "", version = ""]) => [
      name.toLowerCase().replace(/[- ]/g, ""),
      version.replace(/\.0$/, ""),
    ]),
  );

/** The page gives a layer under the licence that it came with: both are written by hand, and one of them is what readers go by. */
function sameLicence({ sources, rows }: Tables, report: Parameters<Rule>[1]): void {
  if (sources?.value.kind !== "map") return;
  const recorded = new Map(mapsAt(sources.value, "layers").map((entry) => [wordAt(entry, "file"), entry]));
  for (const { map } of rows.layers) {
    const entry = recorded.get(wordAt(map, "file"));
    if (!entry) continue;
    sameCredit(map, entry, report);
    const at = textAt(map, "licence");
    const source = wordAt(entry, "licence");
    if (!at || !source) continue;
    const [here, there] = [licencesIn(at.text), licencesIn(source)];
    const same = (version: string, other: string | undefined): boolean =>
      other !== undefined && (version === other || version === "" || other === "");
    const alike = [...here].every(([name, version]) => same(version, there.get(name))) && [...there.keys()].every((name) => here.has(name));
    // A licence of no name known here is compared by its words.
    if (here.size + there.size > 0 ? alike : plain(at.text) === plain(source)) continue;
    report({
      severity: "warning",
      rule: "layer-licence",
      at: at.spot,
      found: quoted(at.text),
      expected: `the licence in SOURCES.yaml: ${quoted(source)}`,
      fix: "Look it up where the data is from, and correct the wrong one of the two.",
    });
  }
}

/** Whom the page credits is who is to be credited, in any order. */
function sameCredit(map: MapValue, entry: MapValue, report: Parameters<Rule>[1]): void {
  const at = textAt(map, "attribution");
  const source = wordAt(entry, "attribution");
  const credits = (text: string): string => text.split(";").map(plain).sort().join("; ");
  if (!at || !source || credits(at.text) === credits(source)) return;
  report({
    severity: "warning",
    rule: "layer-credit",
    at: at.spot,
    found: quoted(at.text),
    expected: `the attribution in SOURCES.yaml: ${quoted(source)}`,
    fix: "Credit the same in both, with a ; between two.",
  });
}

/** Words as they are compared: small letters and digits alone. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A layer is the file that its entry was written for: whoever changes it by hand says so there, or nobody can make it again. */
function sameBytes({ sources, hashes }: Tables, report: Parameters<Rule>[1]): void {
  if (sources?.value.kind !== "map") return;
  for (const entry of mapsAt(sources.value, "layers")) {
    const file = wordAt(entry, "file");
    const at = textAt(entry, "sha256");
    const actual = hashes.get(`layers/${file}`);
    const recorded = at?.text.trim().toLowerCase();
    if (!at || actual === undefined || recorded === actual) continue;
    report({
      severity: "error",
      rule: "layer-hash",
      at: at.spot,
      found: quoted(at.text),
      expected: `${actual}, the SHA-256 of layers/${file} as it is`,
      fix: /^[0-9a-f]{64}$/.test(recorded ?? "")
        ? "Put back the file that this entry is about; if it was changed on purpose, write its hash here and the change under steps."
        : "Write the hash in 64 digits 0-9, a-f, or leave it out.",
    });
  }
}
