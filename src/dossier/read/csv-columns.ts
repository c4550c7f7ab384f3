import { inLatin } from "../ids.ts";
import { type Field, type Fields, FIELDS } from "../schema.ts";
import { FORBIDDEN_KEYS } from "./yaml-tree.ts";

/** A column of the table: the way to its field, and whether its cells hold lists of words. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[] | null;
  readonly words: boolean;
  /** The only texts its cells may have; null when any is right. */
  readonly of: readonly string[] | null;
}
type Found = Pick<Column, "words" | "of"> & { readonly path: readonly string[] };

/** More entries of one list than any statement has; a number beyond is a slip. */
const MOST_ENTRIES = 99;

/** `sources.1.url` → sources, 0, url; null when the format has no such field. */
function fieldPath(fields: Fields, [name = "", ...rest]: readonly string[]): Found | null {
  const field: Field | undefined = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) return null;
  if (field.is === "text") return rest.length === 0 ? { path: [name], words: false, of: field.of ?? null } : null;
  if (field.is === "words") return rest.length === 0 ? { path: [name], words: true, of: null } : null;
  if (field.is === "pairs")
    return rest.length === 1 && rest[0] && !FORBIDDEN_KEYS.has(rest[0]) ? { path: [name, rest[0]], words: false, of: null } : null;
  if (field.is === "map") return within(name, fieldPath(field.fields, rest));
  const number = /^[1-9]\d?$/.test(rest[0] ?? "") ? Number(rest[0]) : 0;
  return number < 1 || number > MOST_ENTRIES ? null : within(`${name}[${number - 1}]`, fieldPath(field.fields, rest.slice(1)));
}
const within = (name: string, inner: Found | null): Found | null => inner && { ...inner, path: [name, ...inner.path] };

const known = (name: string) => fieldPath(FIELDS.statements, name.split("."));

/** Letters alone: `sources_1_url` and `Sources[1] URL` are alike. */
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, "");

/**
 * The name that a column was meant to have, when it differs from it by capital letters, what parts its words, or letters that only look like
 * ours; null otherwise.
 */
export function meantBy(name: string): string | null {
  if (known(name)) return null;
  const latin = inLatin(name);
  if (latin !== null) return known(latin) ? latin : null;
  const stance = /^stance[ ._](\S+)$/i.exec(name)?.[1];
  if (stance !== undefined) return `stance.${stance.toLowerCase()}`;
  const [number, second] = name.match(/\d+/g) ?? [];
  const like = CSV_NAMES.find((other) => lettersOf(other) === lettersOf(name));
  if (!like || second !== undefined || (number !== undefined && !like.includes(".1."))) return null;
  const made = like.replace(".1.", `.${Number(number ?? 1) || 1}.`);
  return known(made) ? made : null;
}

export const columnOf = (name: string): Column => ({
  name,
  ...(known(name) ?? { path: null, words: false, of: null }),
});

/** Spreadsheets of half the world write semicolons; the one that gives most known names in the first row is meant. */
export function delimiterOf(text: string): string {
  // The names may stand below a title, which is told.
  const first = text.split("\n", 5).join("\n");
  const known = (d: string): number =>
    first.split(new RegExp(`[${d}\n]`)).filter((name) => columnOf(name.replace(/^"|"$/g, "").trim()).path).length;
  return [",", ";", "\t"].reduce((best, d) => (known(d) > known(best) ? d : best));
}

const names = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.is === "map"
      ? names(field.fields).map((n) => `${name}.${n}`)
      : field.is === "maps"
        ? names(field.fields).map((n) => `${name}.1.${n}`)
        : [field.is === "pairs" ? `${name}.<topic>` : name],
  );
/** Every column the format knows, lists with their first entry. */
export const CSV_NAMES = names(FIELDS.statements);
