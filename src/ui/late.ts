import { t } from "../words/t.ts";
import type { Session } from "./session.svelte.ts";

/**
 * A part of the page that comes late. Nothing else waits for it or falls with it.
 *
 * @returns null when it cannot be had; the page says then that something is missing
 */
export async function late<Part>(session: Session, part: Promise<Part>): Promise<Part | null> {
  try {
    return await part;
  } catch {
    session.lacks = t("common.part_missing");
    return null;
  }
}
