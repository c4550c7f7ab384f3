import type { Dossier, DossierDate, DossierHead, Form, Id, Statement } from "../dossier/types.ts";
import { certainDay, dateWords, dayWords } from "./dates.ts";
import { placeName } from "./page-index.ts";
import { t } from "../words/t.ts";

/** What has a page of its own: a statement, an event, a party, a topic. */
export type RecordKind = "s" | "e" | "p" | "t";

/** Where a record's page lies in the published folder. */
export const pagePath = (kind: RecordKind, id: Id): string => `${kind}/${id}/`;

/** Forms that give the speaker's words, in the original or translated; the others are ours and never stand in quotation marks. */
export const SPOKEN: ReadonlySet<Form> = new Set(["verbatim", "official_translation", "our_translation", "machine_translation_checked"]);

type DateParts = readonly (readonly number[])[];

/** A statement as CSL-JSON has it: what reference managers exchange. */
export interface CslItem {
  readonly id: string;
  readonly type: "webpage";
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued?: { readonly "date-parts": DateParts; readonly circa?: true };
  readonly accessed: { readonly "date-parts": DateParts };
  readonly "container-title": string;
  readonly "event-place"?: string;
  readonly genre: string;
  readonly abstract: string;
  readonly language: string;
  readonly URL: string;
  readonly version: string;
  readonly note: string;
}

/** Everything a citation says, before it is set in one of its forms. */
export interface Citation {
  readonly id: Id;
  /** In our words, never a quotation. */
  readonly title: string;
  /** Who spoke, as on the card. */
  readonly author: string;
  /** The same one by one. Each is a person or an organ: the record gives a name and does not say which. */
  readonly authors: readonly string[];
  readonly role: string | null;
  readonly date: DossierDate | null;
  /** Whether it was made on one day and the day is known. */
  readonly certain: boolean;
  /** Where it was made, when a source says so. */
  readonly place: string | null;
  readonly container: string;
  readonly genre: string;
  readonly text: string;
  readonly lang: string;
  readonly url: string;
  readonly accessed: string;
  readonly version: string;
  readonly note: string;
}

/** The address of a record's page: absolute when the dossier says where it is published, else as it lies in the folder. */
export const pageAddress = (head: Pick<DossierHead, "site">, kind: RecordKind, id: Id): string => `${head.site ?? ""}${pagePath(kind, id)}`;

/**
 * What is cited when a statement is: the record of it in this dossier, with its speaker as author and the day the data stands at. Titles,
 * kinds and notes are printed in bibliographies as they are, so they are said in the language spoken, in files for machines too.
 */
export function citation(dossier: Dossier, s: Statement): Citation {
  const { head, version } = dossier;
  const place = s.saidIn?.basis === "stated" ? dossier.places.find((p) => p.id === s.saidIn?.place) : undefined;
  const note = [
    s.status === "withdrawn" ? t("record.cite_withdrawn") : "",
    s.status === "superseded"
      ? s.supersededBy
        ? t("record.cite_superseded_by", { id: s.supersededBy })
        : t("record.cite_superseded")
      : "",
    SPOKEN.has(s.form) ? "" : t("record.cite_paraphrase"),
    s.reportedBy ? t("record.cite_reported", { who: s.reportedBy }) : "",
    certainDay(s.date) ? "" : t("record.cite_date", { date: dateWords(s.date) }),
    t("record.cite_sources", { list: s.sources.map((x) => x.url).join(" ") }),
  ];
  const who = `${s.speaker.name}${s.speaker.role ? `, ${s.speaker.role}` : ""}${s.venue ? ` (${s.venue})` : ""}`;
  return {
    id: s.id,
    title: t("record.cite_title", { who }),
    author: s.speaker.name,
    authors: s.speaker.each.length > 0 ? s.speaker.each : [s.speaker.name],
    role: s.speaker.role,
    date: s.date,
    certain: certainDay(s.date),
    place: place ? placeName(place, head.lang) : null,
    container: head.title,
    genre: t("record.cite_genre", { form: t(`common.form_${s.form}`) }),
    text: s.text,
    lang: s.lang,
    url: pageAddress(head, "s", s.id),
    accessed: head.updated,
    version,
    note: note.filter(Boolean).join(" "),
  };
}

const numbers = (day: string): readonly number[] => day.split("-").map(Number);

/** First and last day, month or year, neither more exact than it was written. */
function parts(date: DossierDate): DateParts {
  const length = { year: 1, month: 2, day: 3, interval: 3, "one-of": 3 }[date.precision];
  if (date.precision !== "interval") {
    const [a, b] = [numbers(date.min).slice(0, length), numbers(date.max).slice(0, length)];
    return a.join() === b.join() ? [a] : [a, b];
  }
  const ends = date.edtf.replace(/[~?%]/g, "").split("/").map(numbers);
  return ends.length === 2 && ends.every((end) => end.length > 0 && end.every(Number.isFinite))
    ? ends
    : [numbers(date.min), numbers(date.max)];
}

/** As CSL-JSON. A date that is about then, perhaps then or one of several days is `circa`; an undated statement has none. */
export function cslJson(c: Citation): CslItem {
  const vague = c.date !== null && (c.date.approximate || c.date.uncertain || (c.date.precision === "one-of" && c.date.min !== c.date.max));
  return {
    id: c.id,
    type: "webpage",
    title: c.title,
    author: c.authors.map((literal) => ({ literal })),
    ...(c.date ? { issued: { "date-parts": parts(c.date), ...(vague ? { circa: true as const } : {}) } } : {}),
    accessed: { "date-parts": [numbers(c.accessed)] },
    "container-title": c.container,
    ...(c.place ? { "event-place": c.place } : {}),
    genre: c.genre,
    abstract: c.text,
    language: c.lang,
    URL: c.url,
    version: c.version,
    note: c.note,
  };
}

/** Year and month that every day of a date lies in; nothing more exact than is known. */
export function sharedDate(date: DossierDate): { readonly year: string | null; readonly month: string | null } {
  const year = date.min.slice(0, 4) === date.max.slice(0, 4) ? date.min.slice(0, 4) : null;
  return { year, month: year && date.min.slice(5, 7) === date.max.slice(5, 7) ? date.min.slice(5, 7) : null };
}

/** In words, for a text or a footnote. */
export function plainCitation(c: Citation): string {
  const who = `${c.author}${c.role ? ` (${c.role})` : ""}`;
  const when = [dateWords(c.date), ...(c.place ? [c.place] : [])].join(", ");
  const words = t("record.cite_plain", { who, genre: c.genre, when, title: c.container, day: dayWords(c.accessed), version: c.version });
  return `${words}${/^https:/.test(c.url) ? ` ${c.url}` : ""}`;
}
