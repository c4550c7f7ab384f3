import { parseDate } from "../edtf.ts";
import type { ClockTime, DossierDate, Id, Source } from "../types.ts";
import { type MapValue, mapsAt, pairsAt, wordAt, wordsAt } from "../read/value.ts";

/** Whether a record stands in the compiled dossier, by list and id. */
export type Kept = (kind: "parties" | "places" | "topics" | "events" | "statements" | "positions", id: string) => boolean;

/** A field whose values a rule has checked: one of the union, or the row would not be here. */
export const oneOf = <T extends string>(map: MapValue, path: string): T => (wordAt(map, path) ?? "") as T;
export const orEmpty = (map: MapValue, path: string): string => wordAt(map, path) ?? "";

export function dateAt(map: MapValue, path: string): DossierDate | null {
  const text = wordAt(map, path);
  return text === null ? null : parseDate(text);
}

/** A reference that is dropped when the record it names is not in the dossier. */
export function refAt(map: MapValue, path: string, kind: Parameters<Kept>[0], kept: Kept): Id | null {
  const id = wordAt(map, path);
  return id !== null && kept(kind, id) ? id : null;
}
export const refsAt = (map: MapValue, path: string, kind: Parameters<Kept>[0], kept: Kept): readonly Id[] =>
  wordsAt(map, path).filter((id) => kept(kind, id));

export const namesAt = (map: MapValue, path: string): Record<string, string> =>
  Object.fromEntries(pairsAt(map, path).map(({ key, value }) => [key, value.text.trim()]));

export function timeAt(map: MapValue, is: ClockTime["is"]): ClockTime | null {
  const clock = wordAt(map, "time");
  return clock === null ? null : { clock, offset: wordAt(map, "utc_offset"), is };
}

export function sourcesAt(map: MapValue): readonly Source[] {
  return mapsAt(map, "sources").map((s) => ({
    url: orEmpty(s, "url"),
    publisher: orEmpty(s, "publisher"),
    title: wordAt(s, "title"),
    description: wordAt(s, "description"),
    lang: orEmpty(s, "lang"),
    level: oneOf<Source["level"]>(s, "level"),
    published: wordAt(s, "published"),
    publishedBasis: wordAt(s, "published_basis") as Source["publishedBasis"],
    type: wordAt(s, "type") as Source["type"],
    archiveUrl: wordAt(s, "archive_url"),
    locator: wordAt(s, "locator"),
  }));
}
