import { dayWords, spanWords } from "../model/dates.ts";
import { NOWHERE } from "../model/select.ts";
import type { TimeWindow } from "../model/view.ts";
import { t } from "../words/t.ts";
import type { Session } from "./session.svelte.ts";

/** The days on screen within a sentence: `all days`, `up to 19 September 2023`. */
export const timeWords = (time: TimeWindow): string =>
  time.kind === "all"
    ? t("time.all_in")
    : time.kind === "until"
      ? t("time.until_in", { day: dayWords(time.to) })
      : spanWords(time.from, time.to);

/** The event or place that the list is narrowed to, in words; null = to none. */
export function scopeWords({ view, index }: Session): string | null {
  const { chosen, mode } = view;
  if (chosen?.kind === "event") return index.events.find((e) => e.id === chosen.id)?.title ?? null;
  if (chosen?.kind !== "place") return null;
  if (chosen.id === NOWHERE) return mode === "about" ? t("find.about_none") : t("find.said_none");
  const place = index.places.find((p) => p.id === chosen.id)?.name;
  return place === undefined ? null : mode === "about" ? t("find.about", { place }) : t("find.said", { place });
}
