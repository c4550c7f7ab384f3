/** One thing wrong with a dossier, told to the person who must act. */
export interface Issue {
  /** `error`: the build stops, the row is left out of a preview and named. `warning`: an editor should look. */
  readonly severity: "error" | "warning";
  /** Name of the rule, e.g. `reference`, `edtf-date`, `lat-lon-swapped`. */
  readonly rule: string;
  /** Path inside the dossier's folder, `/` between parts. */
  readonly file: string;
  /** From 1; null only when the file itself is missing or unreadable. */
  readonly line: number | null;
  readonly column: number | null;
  /** Where in the record, e.g. `statements[12].sources[0].url`; the record's id when it has one. */
  readonly field: string;
  readonly id: string | null;
  readonly expected: string;
  /** Short, with control characters made visible; never longer than 80 characters. */
  readonly found: string;
  /** What to do, in one sentence. */
  readonly fix: string;
  /** The nearest existing id, when the problem is a reference. */
  readonly nearest: string | null;
  /** Of what is left out only because something else is: the place `file:line:column` of the issue that is the cause, or its file. */
  readonly cause: string | null;
}

/** Where an issue is: `file:line:column`, as far as it is known. */
export const placeOf = ({ file, line, column }: Pick<Issue, "file" | "line" | "column">): string =>
  [file, line, column].filter((part) => part !== null).join(":");
