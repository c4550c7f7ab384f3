import { FORBIDDEN_KEYS } from "./read/yaml-tree.ts";

export const ID = /^[a-z0-9][a-z0-9_-]*$/;
const LONGEST = 100;

/** What an id would be if its letters were the allowed ones; null when nothing is left. */
export const asId = (text: string): string | null => {
  const made = text
    .slice(0, 2 * LONGEST)
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\p{Cc}]/gu, "")
    .toLowerCase()
    .replace(/['"‘’“”„]/g, "")
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^[-_]+|-+$/g, "");
  return made === "" || made.length > LONGEST ? null : made;
};

/** Whether a text has the form of an id. */
export const okay = (id: string): boolean => ID.test(id) && id.length <= LONGEST && !FORBIDDEN_KEYS.has(id);
