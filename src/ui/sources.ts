import type { Source } from "../dossier/types.ts";
import { BEST } from "./strings.ts";

/** Sources in the order in which they are shown: the most direct first, then as in the dossier. */
export const orderedSources = (sources: readonly Source[]): readonly Source[] =>
  BEST.flatMap((level) => sources.filter((s) => s.level === level));
