import type { Dossier } from "../dossier/types.ts";
import type { PageIndex } from "../model/page-index.ts";
import { markPlace } from "../model/select.ts";
import { OPENING } from "../model/view.ts";
import { t } from "../words/t.ts";
import { inShort } from "./paper-numbers.ts";

const quoted = (text: string): string => text.replace(/["\\]/g, "\\$&").replaceAll("\n", " ");

/**
 * Where no script writes letters at the marks, the key on paper begins with the places of the opening view and the numbers that the style
 * sheet gives to their statements in the list: as many as the mark counts.
 */
export function paperCss({ statements }: Dossier, index: PageIndex): string {
  const key = (s: Dossier["statements"][number]): string => (s.date ? `${s.date.min}/${s.date.max}` : "~");
  const listed = [...statements].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const refs = new Map(index.statements.map((s) => [s.id, s]));
  const names = new Map(index.places.map((p) => [p.id, p.name]));
  const numbers = new Map<string, number[]>();
  for (const [i, { id }] of listed.entries()) {
    const ref = refs.get(id);
    if (!ref) continue;
    const place = markPlace(OPENING, ref);
    const name = (place && names.get(place)) ?? t("map.about_none");
    numbers.set(name, [...(numbers.get(name) ?? []), i + 1]);
  }
  const lines = [...numbers].map(([name, here]) => `${quoted(name)}: ${inShort(here)}`);
  return `@media print{:root:not([data-js]) .key-body::before{content:"${lines.join("\\a ")}";display:block;white-space:pre-line;columns:2}}`;
}
