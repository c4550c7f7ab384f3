import type { Lang } from "../dossier/types.ts";
import type { Catalogue } from "../words/t.ts";

/** The pages of a dossier in one language of the interface. The first stands in the dossier's folder, every other in one of its own. */
export interface Edition {
  readonly lang: Lang;
  readonly dir: Catalogue["dir"];
  /** What the language calls itself. */
  readonly name: string;
  /** Where its pages are, inside the dossier's folder: `""` or `"az/"`. */
  readonly folder: string;
  /** False while no native editor has read its words. */
  readonly reviewed: boolean;
}

/** An edition among the others: what a page needs to know of them. */
export interface Editions {
  readonly own: Edition;
  /** All of them, `own` too; the first is the dossier's. */
  readonly all: readonly Edition[];
}

/** The way from an edition's pages to the dossier's folder: `""` or `"../"`. */
export const toRoot = ({ folder }: Edition): string => folder.replace(/[^/]+\//g, "../");

/** The address of a page of an edition, from a page of another; never empty. */
export const pageHref = (from: Edition, to: Edition, page: string): string => toRoot(from) + to.folder + page || "./";

/** Pages that there are in the dossier's language alone. */
const DOSSIERS = /^(?:\.\/)?[se]\//;

/** Pages that every edition has its own of. */
const OWN = /^(?:\.\/|(?:index|embed|about|places|terms|dateline)\.html|(?:\.\/)?[pt]\/[^/]+\/)?(?:#.*)?$/;

/**
 * Makes markup that was written for the dossier's folder fit an edition's: what all editions share is one folder up. Links to the
 * edition's own pages, within a page and to other sites stay as they are; those to pages in another language say so.
 *
 * @param written the dossier's language
 */
export function inFolder(html: string, edition: Edition, written: Lang): string {
  const root = toRoot(edition);
  if (root === "") return html;
  return html.replace(/(<[^>]*?\s(?:href|src)=")([^"]*)"/g, (whole, start: string, address: string) => {
    if (OWN.test(address) || /^(?:[a-z][a-z0-9+.-]*:|\/\/|\.\.\/)/i.test(address)) return whole;
    return `${start}${root}${address.replace(/^\.\//, "")}"${DOSSIERS.test(address) ? ` hreflang="${written}"` : ""}`;
  });
}
