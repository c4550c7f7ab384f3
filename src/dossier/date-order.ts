import type { DossierDate } from "./types.ts";

/** What dates are put in order by: first day, last day, then the certain before the vague; as text, with plain `<`. */
export const dateOrder = ({ min, max, precision, approximate, uncertain, edtf }: DossierDate): string =>
  `${min} ${max} ${precision === "day" && !approximate && !uncertain ? "" : edtf}`;
