/** A file, and the block of it that follows, indented as an item of a list. */
const SHOWN = /`([\w/]+\.(?:yaml|geojson))`[^`]*?\n\n( +)```\w+\n([\s\S]*?) +```/g;

/** The files of the dossier that geo/README.md shows step by step. A piece for a file that there is goes to its end. */
export function exampleFiles(guide: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [, file = "", indent = "", block = ""] of (guide.split("\n## ")[1] ?? "").matchAll(SHOWN))
    files.set(file, (files.get(file) ?? "") + block.replaceAll(new RegExp(`^${indent}`, "gm"), ""));
  return files;
}

/** Those without which there is no page: what is added in later steps aside. */
export function smallest(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const first = ["dossier.yaml", "parties.yaml", "places.yaml", "topics.yaml", "statements/2031.yaml"];
  return new Map(first.map((file) => [file, (files.get(file) ?? "").replace(/^layers:[\s\S]*/m, "")]));
}
