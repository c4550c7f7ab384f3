import type { DossierHead, Id } from "../dossier/types.ts";

/** Gaps that an address for reports may have; each is filled in, percent-encoded. */
type Gap = "id" | "url" | "version";

/**
 * The address under which an error in a record can be reported: the dossier's template with the record's id, address and version of the
 * data in it; else its general address for reports; null = the dossier names none.
 */
export function reportAddress(
  head: Pick<DossierHead, "report" | "contact">,
  record: { readonly id: Id; readonly url: string; readonly version: string },
): string | null {
  if (head.report === null) return head.contact;
  return head.report.replace(/\{(id|url|version)\}/g, (_, gap: Gap) => encodeURIComponent(record[gap]));
}
