import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import type { DossierEvent, Statement } from "../dossier/types.ts";
import type { RecordMap } from "../map/record-map.ts";
import { beginning } from "../model/beginning.ts";
import { SPOKEN } from "../model/citation.ts";
import { dateWords, spanWords } from "../model/dates.ts";
import { SHARED } from "../model/share-size.ts";
import type { PageData } from "../ui/page-data.ts";
import { capital, certaintyWords, formWords } from "../ui/strings.ts";
import { spoken, t } from "../words/t.ts";
import type { Faces } from "./pages/faces.ts";
import { palettePng } from "./pages/png.ts";
import { type ShareKind, type ShareText, shareSvg } from "./pages/share-svg.ts";

/** How much of a text a picture shows, in characters. */
const SHOWN = 150;

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;

/** The place's names in the dossier's other languages, in the order the dossier gives them. */
function otherNames(data: PageData, id: string | undefined): string {
  const place = id === undefined ? undefined : data.place(id);
  const { lang, languages } = data.dossier.head;
  return place ? languages.flatMap((l) => (l === lang ? [] : (place.names[l] ?? []))).join(" · ") : "";
}

/** Whom the drawn layers are from, each once. */
const drawnFrom = (data: PageData): readonly string[] => [
  ...new Set(
    data.dossier.head.layers.filter((l) => l.kind === "region" || l.kind === "disputed").flatMap((l) => l.attribution.split("; ")),
  ),
];

const common = (data: PageData) => ({
  dossier: data.dossier.head.title,
  notes: [firstSentence(data.dossier.head.notes), t("record.share_data", { list: drawnFrom(data).join(", ") })].join(" "),
});

/** What the picture of a statement says. A withdrawn one says only that it is. */
export function statementText(data: PageData, s: Statement): ShareText {
  const gone = s.status === "withdrawn";
  const [about] = s.about;
  const said = s.saidIn?.basis === "stated" ? `${t("record.said_stated")} ${data.placeName(s.saidIn.place)}` : "";
  return {
    ...common(data),
    chips: s.parties.map((id) => ({ code: data.party(id)?.code ?? "", colour: data.party(id)?.colour?.light ?? null })),
    party: s.parties.map(data.partyName).join(", "),
    speaker: [s.speaker.name, s.speaker.role].filter(Boolean).join(", "),
    when: dateWords(s.date),
    where: capital([about ? `${t("record.about")} ${data.placeName(about)}` : "", said].filter(Boolean).join(" · "), spoken().lang),
    names: otherNames(data, about ?? s.saidIn?.place),
    title: "",
    text: gone ? t("record.cite_withdrawn") : beginning(s.text, SHOWN),
    spoken: !gone && SPOKEN.has(s.form),
    form: gone ? t("record.is_withdrawn") : [formWords(s.form), s.status === "superseded" ? t("record.superseded") : ""].join(" ").trim(),
  };
}

/** What the picture of an event says. */
export const eventText = (data: PageData, e: DossierEvent): ShareText => ({
  ...common(data),
  chips: [],
  party: t("find.facet_event"),
  speaker: "",
  when: dateWords(e.date),
  where: e.places.slice(0, 1).map(data.placeName).join(", "),
  names: otherNames(data, e.places[0]),
  title: e.title,
  text: beginning(e.summary, SHOWN),
  spoken: false,
  form: certaintyWords(e.certainty),
});

/** What the picture of the dossier itself says, which pages without one of their own have, too. */
export const dossierText = (data: PageData): ShareText => ({
  ...common(data),
  dossier: "",
  chips: [],
  party: "",
  speaker: "",
  when: spanWords(data.dossier.head.period.min, data.dossier.head.period.max),
  where: "",
  names: "",
  title: data.dossier.head.title,
  text: data.dossier.head.dek,
  spoken: false,
  form: t("record.statements", { n: data.index.statements.length }),
});

const CACHE = fileURLToPath(new URL("../../.cache/pages", import.meta.url));

/**
 * Draws a share picture, 1200×630, in the shipped fonts. The same words and the same map give the same bytes; what was drawn once is
 * kept in .cache/ under the hash of what it was drawn from.
 */
export function sharePicture(faces: Faces, data: PageData, at: RecordMap, kind: ShareKind, text: ShareText, cache = CACHE): Uint8Array {
  return draw(faces, shareSvg(faces, data.poster, at, kind, text), cache);
}

/** An SVG as PNG in the shipped fonts, and no other. */
export function draw(faces: Faces, svg: string, cache = CACHE): Uint8Array {
  const hash = createHash("sha256").update(`${faces.paths.join()}\n${svg}`).digest("hex").slice(0, 32);
  const file = join(cache, `${hash}.png`);
  if (existsSync(file)) return readFileSync(file);
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: SHARED.width },
    font: { fontFiles: [...faces.paths], loadSystemFonts: false, defaultFontFamily: faces.family.regular },
  });
  const drawn = picture.render();
  const png = palettePng(drawn.pixels, drawn.width, drawn.height);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, png);
  return png;
}
