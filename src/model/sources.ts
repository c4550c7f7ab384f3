import type { Source, SourceLevel, Statement } from "../dossier/types.ts";

/** From the most direct source to the least. */
export const BEST: readonly SourceLevel[] = ["primary", "secondary", "tertiary"];

/** Sources in the order in which they are shown: the most direct first, then as in the dossier. */
export const orderedSources = (sources: readonly Source[]): readonly Source[] =>
  BEST.flatMap((level) => sources.filter((s) => s.level === level));

/** The class a statement's sources are summed up by: the most direct of them. */
export const bestLevel = (s: Pick<Statement, "sources">): SourceLevel =>
  BEST.find((l) => s.sources.some((x) => x.level === l)) ?? "tertiary";
