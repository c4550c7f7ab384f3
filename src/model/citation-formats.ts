import { type Citation, sharedDate } from "./citation.ts";
import { dateWords } from "./dates.ts";
import { t } from "../words/t.ts";

/** One line: what a tag of RIS or a field of BibTeX may hold. */
const line = (text: string): string => text.replace(/\s+/g, " ").trim();

/** In RIS a comma parts family from given name, so in a name of several it gives way to a semicolon; an asterisk may not be in a name. */
const risName = (name: string): string => line(name).replaceAll(",", ";").replaceAll("*", "");

/** As RIS. A day stands only when it is known; else year and month as far as they are, with the date in words beside them. */
export function ris(c: Citation): string {
  const { year, month } = c.date ? sharedDate(c.date) : { year: null, month: null };
  const day = c.certain && c.date ? c.date.min.slice(8) : "";
  const words = c.date && !c.certain ? dateWords(c.date).replaceAll("/", "-") : "";
  const rows: readonly (readonly [tag: string, value: string | null])[] = [
    ["TY", "ELEC"],
    ["ID", c.id],
    ["TI", c.title],
    ...c.authors.map((name) => ["AU", risName(name)] as const),
    ["PY", year],
    ["DA", year && `${year}/${month ?? ""}/${day}/${words}`],
    ["T2", c.container],
    ["CY", c.place],
    ["M3", c.genre],
    ["AB", c.text],
    ["LA", c.lang],
    ["UR", c.url],
    ["Y2", `${c.accessed.replaceAll("-", "/")}/`],
    ["ET", c.version],
    ["N1", c.note],
  ];
  const kept = rows.flatMap(([tag, value]) => (value ? [`${tag}  - ${line(value)}`] : []));
  return `${[...kept, "ER  - "].join("\r\n")}\r\n`;
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};
const tex = (text: string): string => line(text).replace(/[\\{}$&#_%^~]/g, (sign) => TEX[sign] ?? sign);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** As BibTeX, in UTF-8. Names and titles are in double braces: they are kept whole and in their own capitals. */
export function bibtex(c: Citation): string {
  const { year, month } = c.date ? sharedDate(c.date) : { year: null, month: null };
  const certain = c.certain && c.date ? c.date.min : null;
  const rows: readonly (readonly [name: string, value: string | null])[] = [
    ["author", `{${c.authors.map((name) => `{${tex(name)}}`).join(" and ")}}`],
    ["title", `{{${tex(c.title)}}}`],
    ["year", year && `{${year}}`],
    ["month", month && (MONTHS[Number(month) - 1] ?? null)],
    ["date", certain && `{${certain}}`],
    ["howpublished", `{${tex(t("record.cite_in", { title: c.container }))}}`],
    ["type", `{${tex(c.genre)}}`],
    ["address", c.place && `{${tex(c.place)}}`],
    ["abstract", `{${tex(c.text)}}`],
    ["language", `{${c.lang}}`],
    ["url", `{${c.url}}`],
    ["urldate", `{${c.accessed}}`],
    ["version", `{${c.version}}`],
    ["note", `{${tex(c.note)}}`],
  ];
  const kept = rows.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@misc{${c.id},\n${kept.join(",\n")}\n}\n`;
}
