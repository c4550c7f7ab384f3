import { spanWords } from "../model/dates.ts";
import { t } from "../words/t.ts";
import { readSlots } from "./readback.ts";
import type { Session } from "./session.svelte.ts";

/** Says of each stretch of the prerendered ruler what it holds; shown by the mouse. */
export function titleSlots({ index }: Session): void {
  const slots = readSlots(document);
  for (const [i, link] of [...document.querySelectorAll(".ruler .slot")].entries()) {
    const slot = slots[i];
    if (!slot) continue;
    const n = index.statements.filter((s) => s.min !== "" && s.min <= slot.to && s.max >= slot.from).length;
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = t("time.slot", { n, days: spanWords(slot.from, slot.to) });
    link.append(title);
  }
}
