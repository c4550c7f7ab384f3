import { type Fields, FIELDS, HEAD, KINDS } from "../schema.ts";

/** Every name of a field, those within fields too. */
const namesIn = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => [name, ...("fields" in field ? namesIn(field.fields) : [])]);

/** A line of a text that begins as a field does, by the names of the file's own fields. */
const asField = (fields: Fields): RegExp => new RegExp(`\\n([ \\t]+)((?:- )?(?:${namesIn(fields).join("|")}):(?:[ \\t].*|$))`, "m");
const AS_FIELD = new Map(KINDS.map((kind) => [kind, asField(FIELDS[kind])] as const));
const AS_HEAD_FIELD = asField(HEAD);

export interface Swallowed {
  /** Offset in the value. */
  readonly at: number;
  readonly line: string;
  readonly fix: string;
}

/**
 * The first line of a value of several lines that was to be a field, or a record, of its own: indented too far it is part of the text above
 * it, and what it says is gone.
 *
 * @param value as it stands in the file, with its quotation marks or the sign of its block
 * @returns null when every line is text
 */
export function swallowed(file: string, value: string): Swallowed | null {
  const kind = KINDS.find((k) => file === `${k}.yaml` || file.startsWith(`${k}/`));
  const pattern = kind ? AS_FIELD.get(kind) : file === "dossier.yaml" ? AS_HEAD_FIELD : undefined;
  const match = value.includes("\n") ? pattern?.exec(value) : null;
  if (!match) return null;
  const [, space = "", line = ""] = match;
  const fix = line.startsWith("- id:")
    ? 'It is part of the text above. Begin the record with "- id:" at the margin, and indent the rest of it by two spaces.'
    : "Indent this line like the fields of the record. If it is part of the text, break the line elsewhere.";
  return { at: match.index + 1 + space.length, line, fix };
}

/** Fields that are read as prose, in which a number sign is part of what is said: `Decree # 12`. Beside an id or a date it begins a remark. */
const PROSE =
  /(?:^|[._])(?:title|dek|notes?|name|role|venue|text|summary|description|thing|neutral_label|term|claim|what|why|publisher|locator|disagreement|label|attribution)$|^(?:names|labels|stance)\.|^(?:terms|audience|coverage|method|credits)\[/;

/** What stands after `#` in the line in which a value ends, when it is most likely part of the value; null otherwise. */
export function cutOff(text: string, end: number, field: string): string | null {
  const remark = /^[ \t]+#(.*)/.exec(text.slice(end, end + 200))?.[1] ?? null;
  if (remark === null) return null;
  return /^[^\s#!-]/.test(remark) || (PROSE.test(field) && /^\s+\S/.test(remark)) ? remark : null;
}
