import type { Report } from "../findings.ts";
import { nearest } from "../nearest.ts";
import { type MapValue, mapsAt, textAt, wordAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { missing, type Rule } from "./rule.ts";

/** What is compared and shown of SOURCES.yaml. Whatever else somebody knows may stand beside it. */
const TOP = ["layers", "tools"];
const ENTRY = ["file", "sha256", "licence", "attribution", "precision", "packages", "steps"];
/** The same word in another English. */
const OTHERWISE = new Map([["license", "licence"]]);

/** Keys that are nearly one that is read. */
function misspelt(map: MapValue, known: readonly string[], report: Report): void {
  for (const [key, { key: at }] of map.entries) {
    if (known.includes(key)) continue;
    const near = nearest(key, known, OTHERWISE);
    if (near !== null && !map.entries.has(near))
      report({
        severity: "warning",
        rule: "unknown-key",
        at,
        found: quoted(key),
        expected: "a field of the format",
        fix: "It is not read under this name. Correct it.",
        nearest: near,
      });
  }
}

/** An entry is of one layer that there is, says under which licence it came, and says so in words that are read. */
export const sourceEntries: Rule = ({ sources, rows }, report) => {
  if (sources?.value.kind !== "map") return;
  misspelt(sources.value, TOP, report);
  const listed = rows.layers.flatMap(({ map }) => wordAt(map, "file") ?? []);
  const seen = new Set<string>();
  for (const entry of mapsAt(sources.value, "layers")) {
    misspelt(entry, ENTRY, report);
    const at = textAt(entry, "file");
    const file = at?.text.trim() ?? "";
    const say = (found: string, expected: string, fix: string, near: string | null = null): void =>
      report({ severity: "warning", rule: "layer-sources", at: at?.spot ?? entry.spot, found, expected, fix, nearest: near });
    if (at && seen.has(file))
      say(`${quoted(file)} again`, "one entry for each layer", "Join the two; only one of them is compared with the layer.");
    else if (at && listed.length > 0 && !listed.includes(file))
      say(
        quoted(file),
        'the file of a layer under "layers" in dossier.yaml',
        "Correct the name, or remove the entry.",
        nearest(file, listed),
      );
    seen.add(file);
    // A licence under a key that is nearly that has been told.
    if (at && !wordAt(entry, "licence") && ![...entry.entries.keys()].some((key) => nearest(key, ["licence"], OTHERWISE)))
      report({
        severity: "warning",
        rule: "licence",
        at: missing(entry.spot, "licence"),
        found: `no licence of ${file}`,
        expected: "the licence under which the data came",
        fix: "Look it up where the data is from, and write it here: readers may use the data only under it.",
      });
  }
};
