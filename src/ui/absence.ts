import { dayWords } from "../model/dates.ts";
import { type Cell, cellKind } from "../model/stated-positions.ts";
import { t } from "../words/t.ts";
import type { PageData } from "./page-data.ts";

/** Which kind of absence a cell without any entry is. One that lost its entry with a withdrawn statement was looked for, and says so. */
export function absenceWords(data: PageData, cell: Cell): string {
  const { topic, party, absence } = cell;
  const kind = cellKind(cell, "9999-12-31");
  if (kind === "declined") return t("record.cell_declined");
  if (kind === "none_found")
    return t("record.cell_none_found", { day: dayWords(absence?.lastSearched ?? data.dossier.head.updated, "short") });
  const lost = absence === null && data.withdrawn.some((s) => s.topics.includes(topic) && s.parties.includes(party));
  return t(lost ? "record.cell_withdrawn" : "record.cell_not_searched");
}
