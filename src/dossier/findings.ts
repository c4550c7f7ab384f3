import type { Kind } from "./schema.ts";
import type { Row } from "./tables.ts";
import type { Spot } from "./read/value.ts";

/** A problem as a rule sees it. It becomes an `Issue` once the record around it is known by its id. */
export interface Finding {
  readonly severity: "error" | "warning";
  readonly rule: string;
  /** Only the file when the file itself is missing or unreadable. */
  readonly at: Spot | { readonly file: string };
  readonly expected: string;
  /** Any text; shortened and made visible later. */
  readonly found: string;
  readonly fix: string;
  readonly nearest?: string | null;
  /** A warning that leaves its record out of the build, as every error does. */
  readonly leavesOut?: true;
  /** The record, or the list that could not be read, whose absence this only follows from; or where the finding is that it follows from. */
  readonly because?: Row | Kind | Spot;
}

export type Report = (finding: Finding) => void;
