import { nearest } from "./nearest.ts";

/** A name without what systems and programmes put behind it: `Topics.yaml.txt`, `topics.yml` and `topics` are all `topics`. */
const stem = (file: string): string =>
  file
    .toLowerCase()
    .replace(/\.txt$/, "")
    .replace(/\.ya?ml$/, "");

/** What editors and their programmes put behind the name of a file that is put aside. */
const ASIDE = /(?:\.(?:bak|orig|old)|~)$/i;

/** The file that was put aside under this name: `2031.yaml.bak` and `2031.yaml~` were `2031.yaml`; null when it is none of that kind. */
export const putAside = (file: string): string | null => (ASIDE.test(file) ? file.replace(ASIDE, "") : null);

/** The file that was most likely meant to be one that is not there: one of the same letters, small or capital, or with another ending. */
export function misspelt(file: string, there: Iterable<string>): string | undefined {
  const others = [...there].filter((other) => other !== file);
  return (
    others.find((other) => putAside(other) === file) ??
    others.find((other) => other.toLowerCase() === file.toLowerCase()) ??
    (file.endsWith(".yaml") ? others.find((other) => stem(other) === stem(file)) : undefined) ??
    (file.endsWith(".geojson") ? others.find((other) => other === file.replace("geojson", "json") || other === `${file}.txt`) : undefined)
  );
}

/** A folder that was most likely meant to be one that is not there: `Statements`, `statement`. */
export function misspeltFolder(folder: string, there: Iterable<string>): string | undefined {
  const others = new Set([...there].flatMap((file) => (file.includes("/") ? (file.split("/")[0] ?? []) : [])));
  return others.has(folder) ? undefined : [...others].find((other) => nearest(other, [folder]) === folder);
}

/** A table of statements under a name that is not read: `Statements.CSV`, `statements (1).csv`, `statements.csv.txt`. */
export const statementsTable = (there: Iterable<string>): string | undefined =>
  [...there].find((file) => file !== "statements.csv" && /^statements?\b[^/]*\.csv(\.txt|\.bak|\.orig|\.old|~)?$/i.test(file));

/** A file in the folder of statements whose name does not end as theirs do: `2031.yml`, `2031.YAML`, `2031.yaml.bak`. */
export const statementsYaml = (there: Iterable<string>): string | undefined =>
  [...there].find((file) => /^statements\/[^/]+\.(ya?ml|yaml\.(txt|bak|orig|old)|yaml~)$/i.test(file));

/** A file that holds statements where only a folder or a table is read. */
export const isStatementsFile = (file: string): boolean => /^statements?$/.test(stem(file)) && stem(file) !== file;
