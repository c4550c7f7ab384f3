import { fileURLToPath } from "node:url";
import { readFolder } from "../../src/cli/compile.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import type { Dossier, Source, Statement } from "../../src/dossier/types.ts";
import { clockWords, dateWords, stampWords } from "../../src/model/dates.ts";
import { pageIndex } from "../../src/model/page-index.ts";
import { formWords, languageWords, levelWords } from "../../src/ui/strings.ts";
import { t } from "../../src/words/t.ts";

const compiled = await compileDossier(readFolder(fileURLToPath(new URL("../../geo/karabakh-2023", import.meta.url))));
if (!compiled.dossier) throw new Error("the dossier under geo/ does not compile");

/** The dossier as its compiler reads it, not as the page shows it. */
export const dossier: Dossier = compiled.dossier;
export const index = pageIndex(dossier);
export const { statements } = dossier;

const party = (id: string) => dossier.parties.find((p) => p.id === id);
export const placeName = (id: string): string => dossier.places.find((p) => p.id === id)?.names["en"] ?? id;
const byId = (id: string) => statements.find((s) => s.id === id)!;
const link = (id: string) => `${byId(id).speaker.name}, ${dateWords(byId(id).date, "short")}`;
const bestFirst = (sources: readonly Source[]) =>
  (["primary", "secondary", "tertiary"] as const).flatMap((level) => sources.filter((s) => s.level === level));

/** What stands behind the link of a source. */
const behind = (s: Source): string =>
  [
    s.published ? stampWords(s.published) + (s.publishedBasis === "uncertain" ? " (uncertain)" : "") : "",
    s.lang === "en" ? "" : languageWords(s.lang),
    s.level === "secondary" ? "" : t(`record.source_${s.level}`),
    s.locator ?? "",
  ]
    .filter(Boolean)
    .join(" · ");

/** A line of a card: what it is, and its whole text with single spaces. */
export type Line = readonly [kind: string, text: string];
export interface Card {
  readonly lines: readonly Line[];
  /** Everything in quotation marks. */
  readonly quoted: readonly string[];
  /** Address and visible name of each source; the title, where the page has it. */
  readonly sources: readonly (readonly [href: string, publisher: string, title: string | null, behind: string])[];
  /** Where its links lead: related statements, events, topics, places, itself. */
  readonly links: readonly string[];
}

const others = (s: Statement, relation: "contradicts" | "cites" | "same_matter"): string[] => {
  const own = s.seeAlso.filter((x) => x.relation === relation).map((x) => x.id);
  const back = statements.filter((o) => o.seeAlso.some((x) => x.id === s.id && x.relation === relation)).map((o) => o.id);
  return relation === "cites" ? own : [...new Set([...own, ...back])];
};

/** What a statement's card must hold, from the compiled data. */
export function expectedCard(s: Statement): Card {
  const events = index.statements.find((x) => x.id === s.id)?.events ?? [];
  const joint = s.parties.length > 1;
  const level = bestFirst(s.sources)[0]!.level;
  const spoken = s.form !== "paraphrase" && s.form !== "reported";
  const relations: (readonly [string, readonly string[], string])[] = [
    ["Answers", s.respondsTo, ""],
    ["Answered by", statements.filter((o) => o.respondsTo.includes(s.id)).map((o) => o.id), ""],
    [t("record.relation_contradicts"), others(s, "contradicts"), `. ${t("record.contradicts_about")}`],
    [t("record.relation_cites"), others(s, "cites"), ""],
    [t("record.relation_same_matter"), others(s, "same_matter"), ""],
  ];
  const to = s.audience.map((a) => party(a)?.name ?? a).join(", ");
  const said = s.saidIn
    ? `${s.saidIn.basis === "office" ? "office in" : "said in"} ${placeName(s.saidIn.place)}`
    : "place of speaking not known";
  const basis = ["published", "reported", "inferred"].includes(s.dateBasis) ? ` (date ${s.dateBasis})` : "";
  const line = (kind: string, text: string | null | undefined | false): Line[] => (text ? [[kind, text.replace(/\s+/g, " ").trim()]] : []);
  return {
    lines: [
      ...line(
        "who",
        `${party(s.party)?.code} ${joint ? s.parties.map((p) => party(p)?.name).join(", ") : party(s.party)?.name} ${s.speaker.name}${s.speaker.role ? `, ${s.speaker.role}` : ""}${to && ` to ${to}`}`,
      ),
      ...line(
        "when",
        `${dateWords(s.date)}${basis}${s.time && !s.timeNote ? `, ${clockWords(s.time)}` : ""} · ${said}${s.venue ? ` · ${s.venue}` : ""}`,
      ),
      ...line("note", s.dateNote),
      // A clock that needs words stands with them: beside the date it would be read as that day's.
      ...line("note", s.timeNote && `Time: ${s.time ? `${clockWords(s.time)} · ` : ""}${s.timeNote}`),
      ...line("when", s.about.length > 0 && `About ${s.about.map(placeName).join(", ")}`),
      ...line("text", s.text),
      ...line("terms", s.terms.length > 0 && `In the speaker’s words ${s.terms.join(", ")}`),
      ...line("note", s.reportedBy && `Reported by ${s.reportedBy}`),
      ...line(
        "chips",
        [formWords(s.form), levelWords(level), ...s.topics.map((id) => dossier.topics.find((x) => x.id === id)?.name)].join(" "),
      ),
      ...line("note", s.editorNote && `Note ${s.editorNote}`),
      ...line("differ", s.disagreement && `Accounts differ ${s.disagreement}`),
      ...relations.flatMap(([words, ids, after]) => line("rel", ids.length > 0 && `${words} ${ids.map(link).join("; ")}${after}`)),
      ...line("rel", events.length > 0 && `Part of ${events.map((e) => dossier.events.find((x) => x.id === e)?.title).join("; ")}`),
    ],
    quoted: [...(spoken ? [s.text] : []), ...s.terms],
    sources: bestFirst(s.sources).map((x) => [x.url, x.publisher, x.title ?? x.description, behind(x)]),
    links: [
      `#s=${s.id}`,
      ...(s.saidIn ? [`places.html#pl=${s.saidIn.place}`] : []),
      ...s.about.map((p) => `places.html#pl=${p}`),
      ...s.topics.map((t) => `#topic=${t}`),
      ...relations.flatMap(([, ids]) => ids.map((id) => `#s=${id}`)),
      ...events.map((e) => `#e=${e}`),
    ],
  };
}
