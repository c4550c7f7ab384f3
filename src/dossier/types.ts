/**
 * What a compiled dossier is. Every string of date, place and name in it comes from the dossier's folder; nothing here is inferred.
 * Dates are strings everywhere: a calendar day is `YYYY-MM-DD` and orders with plain `<`. None of them ever becomes a `Date`.
 */

import type { DossierHead } from "./head-types.ts";

export type { Bounds, DossierHead, LayerEntry } from "./head-types.ts";

/** The author's own id, fixed for ever: `[a-z0-9][a-z0-9_-]*`. It is the URL and the anchor. */
export type Id = string;
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;
/** BCP-47. */
export type Lang = string;

/** A date as its author wrote it (EDTF subset) with the first and last calendar day it can mean. */
export interface DossierDate {
  readonly edtf: string;
  readonly min: Day;
  readonly max: Day;
  /** `day`, `month`, `year`: one such unit. `interval`: lasted from min to max. `one-of`: on one day from min to max, not known which. */
  readonly precision: "day" | "month" | "year" | "interval" | "one-of";
  /** EDTF `~`: about then. */
  readonly approximate: boolean;
  /** EDTF `?`: perhaps then. */
  readonly uncertain: boolean;
}

/** A clock reading and what it is the time of. Never used for order within a day. */
export interface ClockTime {
  /** `HH:MM` on the wall of the place named by the offset. */
  readonly clock: string;
  /** `+04:00`; null when the source does not say. */
  readonly offset: string | null;
  readonly is: "statement" | "publication" | "event";
}

export type Form = "verbatim" | "official_translation" | "our_translation" | "machine_translation_checked" | "paraphrase" | "reported";
export type SourceLevel = "primary" | "secondary" | "tertiary";

export interface Source {
  readonly url: string;
  readonly publisher: string;
  /** The headline; null when unknown, and then `description` is ours. */
  readonly title: string | null;
  readonly description: string | null;
  readonly lang: Lang;
  readonly level: SourceLevel;
  /** `YYYY[-MM[-DD[THH:MM]]]` as printed by the publisher. */
  readonly published: string | null;
  readonly publishedBasis: "page" | "address" | "text" | "uncertain" | null;
  readonly type: "official" | "agency" | "press" | null;
  readonly archiveUrl: string | null;
  readonly locator: string | null;
}

export interface Statement {
  readonly id: Id;
  readonly status: "published" | "superseded" | "withdrawn";
  readonly group: string | null;
  /** Who made it; the pseudo-party of a joint text when `parties` has two or more. */
  readonly party: Id;
  /** Everyone it counts for. */
  readonly parties: readonly Id[];
  /** `each`: everyone who speaks, where `name` names several; empty where one does. */
  readonly speaker: { readonly name: string; readonly role: string | null; readonly each: readonly string[] };
  /** Party ids or plain words, as written. */
  readonly audience: readonly string[];
  readonly venue: string | null;
  /** null = undated. */
  readonly date: DossierDate | null;
  readonly dateBasis: "said" | "published" | "reported" | "inferred" | "undated";
  readonly dateNote: string | null;
  readonly time: ClockTime | null;
  /** What is known of the hour, with a clock reading or without. */
  readonly timeNote: string | null;
  /** `office`: only the seat of the speaker's office, not where it was said. null = not known. */
  readonly saidIn: { readonly place: Id; readonly basis: "stated" | "office" } | null;
  /** Places it is about; the first carries the mark. Empty = about no place. */
  readonly about: readonly Id[];
  readonly event: Id | null;
  readonly topics: readonly Id[];
  readonly form: Form;
  readonly reportedBy: string | null;
  /** The text in `lang`: a paraphrase is ours and never set in quotation marks. */
  readonly text: string;
  readonly lang: Lang;
  /** The speaker's own words, the only ones set in quotation marks. */
  readonly terms: readonly string[];
  /** Topic id → what it says on that topic, in a few words. */
  readonly stance: Readonly<Record<Id, string>>;
  readonly respondsTo: readonly Id[];
  readonly seeAlso: readonly { readonly id: Id; readonly relation: "cites" | "contradicts" | "same_matter" }[];
  readonly sources: readonly Source[];
  readonly editorNote: string | null;
  readonly disagreement: string | null;
  readonly supersededBy: Id | null;
}

/** Something that happened, dated and placed. */
export interface DossierEvent {
  readonly id: Id;
  readonly title: string;
  readonly date: DossierDate;
  readonly time: ClockTime | null;
  /** What is known of the hour, with a clock reading or without. */
  readonly timeNote: string | null;
  /** The first carries the mark. */
  readonly places: readonly Id[];
  readonly summary: string;
  readonly statements: readonly Id[];
  readonly sources: readonly Source[];
  readonly certainty: "stated" | "reported by one side" | "disputed";
  readonly certaintyNote: string | null;
}

export interface Place {
  readonly id: Id;
  /** Language → name; `en` may hold both names, `A / B`, in alphabetical order. */
  readonly names: Readonly<Record<Lang, string>>;
  /** Who uses it → form, e.g. `baku`, `yerevan_stepanakert`, `soviet_era`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  /** `region`: a label point for something with an extent; shown as a badge, never as a pin. */
  readonly precision: "building" | "site" | "village" | "town" | "city" | "region" | "approximate";
  /** Radius in metres within which an `approximate` point lies. */
  readonly precisionM: number | null;
  readonly coordSource: string;
  /** IANA. */
  readonly zone: string;
  readonly note: string | null;
}

/** The kind of a party that stands in for several which issued one text. It speaks, and holds no position. */
export const JOINT = "joint text";

export interface Party {
  readonly id: Id;
  /** Two letters where such a code exists, four at most. */
  readonly code: string;
  readonly name: string;
  /** In the dossier's words; `JOINT` alone means something to the programme. */
  readonly kind: string;
  readonly seat: Id | null;
  /** Hex, for marks and chips only, never for land; null = grey. */
  readonly colour: { readonly light: string; readonly dark: string } | null;
  readonly note: string | null;
  readonly officeHolders: readonly { readonly name: string; readonly role: string; readonly asOf: string }[];
}

export interface Topic {
  readonly id: Id;
  readonly name: string;
  readonly description: string;
}

/** A party's position on a topic as stated from a date on, or which kind of absence it is. */
export interface StatedPosition {
  readonly id: Id;
  readonly party: Id;
  readonly topic: Id;
  readonly kind: "stated" | "conflicting" | "declined" | "none_found" | "not_searched";
  readonly summary: string;
  /** Date of the earliest cited statement, or of a refusal that no statement tells of; null for an absence. */
  readonly validFrom: DossierDate | null;
  /** The first day by which it had certainly been stated: that of the cited statement whose last possible day is the earliest. */
  readonly heldFrom: Day | null;
  readonly statements: readonly Id[];
  readonly changedFrom: Id | null;
  readonly lastSearched: Day | null;
}

export interface Term {
  readonly id: Id;
  readonly thing: string;
  readonly neutralLabel: string;
  readonly entries: readonly {
    readonly party: Id;
    readonly term: string;
    readonly statements: readonly Id[];
    readonly note: string | null;
  }[];
}

/** One claim of the text the dossier started from, and what the record shows of it. */
export interface Claim {
  readonly n: number;
  readonly claim: string;
  readonly status: string;
  readonly note: string | null;
  readonly statements: readonly Id[];
}

export interface Correction {
  readonly date: Day;
  readonly statement: Id | null;
  readonly what: string;
  readonly why: string;
}

/** One view of the story with a sentence or two, resting on the statements it cites. */
export interface StoryStep {
  readonly title: string;
  readonly text: string;
  /** What it rests on; the first is the card shown with it. */
  readonly statements: readonly Id[];
  /** The days on screen. */
  readonly from: Day;
  readonly to: Day;
  /** What the list is narrowed to: an event, else a place. */
  readonly event: Id | null;
  readonly place: Id | null;
  /** null = the opening bounds. */
  readonly camera: { readonly lat: number; readonly lng: number; readonly zoom: number } | null;
}

export interface Dossier {
  readonly head: DossierHead;
  readonly parties: readonly Party[];
  readonly places: readonly Place[];
  readonly topics: readonly Topic[];
  readonly events: readonly DossierEvent[];
  /** In order of date, then of the file. Undated last. */
  readonly statements: readonly Statement[];
  readonly positions: readonly StatedPosition[];
  readonly terms: readonly Term[];
  readonly claims: readonly Claim[];
  readonly corrections: readonly Correction[];
  /** In order; empty = the dossier tells none. */
  readonly story: readonly StoryStep[];
  /** First 12 hex digits of the SHA-256 of everything above: which evidence was on screen is always answerable. */
  readonly version: string;
}
