/** Letters without case, marks and separators: `Lake-Mira` and `lake_mira` are near. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");

/** Levenshtein distance, given up (as `limit + 1`) once it must exceed `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** One word of a few letters or digits in place of another, as in `20230919-fr-mfa` and `20230919-tr-mfa`: another party, another number. */
function otherWord(a: string, b: string): boolean {
  const [one, two] = [a.split("-"), b.split("-")];
  if (one.length !== two.length) return false;
  const apart = one.flatMap((word, i) => (word === two[i] ? [] : [i]));
  return apart.length === 1 && apart.every((i) => [one[i]!, two[i]!].every((word) => word.length <= 2 || /^\d{3}$/.test(word)));
}

/** Characters. Longer words are no ids, and cost time. */
const LONGEST = 100;

/**
 * The candidate most like a word, or null when none is like it: at most a quarter of the letters differ, or it is the only one that begins
 * with the word. Of equals, the first.
 *
 * @param names other words for a candidate, e.g. a party's name and code; only an exact one counts
 */
export function nearest(word: string, candidates: Iterable<string>, names?: ReadonlyMap<string, string>): string | null {
  if (word.length === 0 || word.length > LONGEST) return null;
  const sought = plain(word);
  const named = names?.get(sought);
  if (named !== undefined) return named;
  let limit = sought.length <= 2 ? 0 : sought.length === 3 ? 1 : Math.max(2, Math.floor(sought.length / 4));
  let best: string | null = null;
  const longer: string[] = [];
  for (const candidate of candidates) {
    if (candidate.length > LONGEST) continue;
    const other = plain(candidate);
    if (sought.length >= 4 && other.startsWith(sought)) longer.push(candidate);
    const d = distance(sought, other, limit);
    if (d > limit || (d > 0 && otherWord(sought, other)) || (best !== null && d === limit)) continue;
    best = candidate;
    limit = d;
    if (d === 0) break;
  }
  return best ?? (longer.length === 1 ? (longer[0] ?? null) : null);
}

/** Names as `nearest` compares them. */
export const nameIndex = (entries: Iterable<readonly [name: string, id: string]>): ReadonlyMap<string, string> =>
  new Map([...entries].reverse().map(([name, id]) => [plain(name), id]));
