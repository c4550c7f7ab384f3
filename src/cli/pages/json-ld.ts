import type { Dossier, DossierEvent, Place, Source, Statement } from "../../dossier/types.ts";
import { pagePath, SPOKEN } from "../../model/citation.ts";
import { certainDay } from "../../model/dates.ts";
import { placeName } from "../../model/page-index.ts";
import { t } from "../../words/t.ts";

type Json = { readonly [name: string]: unknown };

const CONTEXT = "https://schema.org";

const place = (dossier: Dossier, id: string): Json[] => {
  const found: Place | undefined = dossier.places.find((p) => p.id === id);
  if (!found) return [];
  // A label point is no place on the ground, so an area goes without coordinates.
  const geo = found.precision === "region" ? {} : { geo: { "@type": "GeoCoordinates", latitude: found.lat, longitude: found.lon } };
  return [{ "@type": "Place", name: placeName(found, dossier.head.lang), ...geo }];
};

const source = (s: Source): Json => ({
  "@type": "WebPage",
  url: s.url,
  ...(s.title ? { name: s.title } : {}),
  publisher: { "@type": "Organization", name: s.publisher },
  inLanguage: s.lang,
  ...(s.published && s.publishedBasis !== "uncertain" ? { datePublished: s.published } : {}),
});

const address = (dossier: Dossier, kind: "s" | "e", id: string): Json => {
  const url = dossier.head.site && dossier.head.site + pagePath(kind, id);
  return url ? { "@id": url, url } : {};
};

const partOf = ({ head, version }: Dossier): Json => ({
  "@type": "Dataset",
  name: head.title,
  version,
  ...(head.site ? { url: head.site } : {}),
});

/**
 * A statement as schema.org has it: always a `Quotation`, never a `ClaimReview`, for nothing here is rated. `text` holds a speaker's own
 * words and nothing else; a paraphrase is ours and is an `abstract`. Of the speaker only name and role are known, not whether it is a person
 * or an organ, so the speaker has no type; the party has. A day stands only when it is known to be the day of speaking.
 */
export function statementJsonLd(dossier: Dossier, s: Statement): Json {
  const spoken = SPOKEN.has(s.form);
  const withdrawn = s.status === "withdrawn";
  const parties = s.parties.flatMap((id) => dossier.parties.find((p) => p.id === id) ?? []);
  const corrections = dossier.corrections.filter((c) => c.statement === s.id);
  return {
    "@context": CONTEXT,
    "@type": "Quotation",
    ...address(dossier, "s", s.id),
    identifier: s.id,
    ...(withdrawn ? {} : spoken ? { text: s.text } : { abstract: s.text, description: t("record.cite_paraphrase") }),
    ...(s.status === "published" ? {} : { creativeWorkStatus: withdrawn ? "Withdrawn" : "Superseded" }),
    creator:
      s.speaker.each.length > 0
        ? s.speaker.each.map((name) => ({ name }))
        : { name: s.speaker.name, ...(s.speaker.role ? { description: s.speaker.role } : {}) },
    spokenByCharacter: parties.map((p) => ({ "@type": "Organization", name: p.name })),
    ...(certainDay(s.date) && s.dateBasis === "said" ? { dateCreated: s.date.min } : {}),
    ...(s.saidIn?.basis === "stated" ? { locationCreated: place(dossier, s.saidIn.place)[0] } : {}),
    about: s.about.flatMap((id) => place(dossier, id)),
    inLanguage: s.lang,
    isBasedOn: s.sources.map(source),
    ...(corrections.length > 0 ? { correction: corrections.map((c) => `${c.date}: ${c.what} ${c.why}`) } : {}),
    isPartOf: partOf(dossier),
  };
}

/** An event as schema.org has it. A day stands only when it is known. */
export function eventJsonLd(dossier: Dossier, e: DossierEvent): Json {
  const days = e.date.approximate || e.date.uncertain ? null : e.date;
  return {
    "@context": CONTEXT,
    "@type": "Event",
    ...address(dossier, "e", e.id),
    identifier: e.id,
    name: e.title,
    description: e.summary,
    ...(days && certainDay(days) ? { startDate: days.min } : {}),
    ...(days && days.precision === "interval" && !days.edtf.split("/").some((end) => end.length !== 10)
      ? { startDate: days.min, endDate: days.max }
      : {}),
    location: e.places.flatMap((id) => place(dossier, id)),
    subjectOf: e.sources.map(source),
  };
}

/** A page that gathers statements, as schema.org has it; `path` is inside the dossier's folder. */
export function collectionJsonLd(dossier: Dossier, path: string, name: string, description: string): Json {
  const url = dossier.head.site && dossier.head.site + path;
  return {
    "@context": CONTEXT,
    "@type": "CollectionPage",
    ...(url ? { "@id": url, url } : {}),
    name,
    description,
    isPartOf: partOf(dossier),
  };
}
