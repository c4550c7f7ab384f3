import type { DossierDate, StatedPosition } from "./types.ts";

/**
 * When a position begins: `validFrom` is the date that begins first, as it was written, and `heldFrom` the first day by which one of the
 * statements had certainly been made. Of `2031-04` and `2031-04-05` these are "April 2031" and 5 April.
 *
 * @param dates of the statements it cites
 */
export function begins(dates: readonly DossierDate[]): Pick<StatedPosition, "validFrom" | "heldFrom"> {
  const first = (a: DossierDate | null, b: DossierDate, end: "min" | "max"): DossierDate => (a === null || b[end] < a[end] ? b : a);
  return {
    validFrom: dates.reduce<DossierDate | null>((a, b) => first(a, b, "min"), null),
    heldFrom: dates.reduce<DossierDate | null>((a, b) => first(a, b, "max"), null)?.max ?? null,
  };
}
