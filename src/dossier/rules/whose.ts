import { distance } from "../nearest.ts";
import { mapsAt, textAt, textsAt, type TextValue, wordAt, wordsAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import { byId, type Row } from "../tables.ts";
import type { Rule } from "./rule.ts";

/** What an id says after its day, `alder-ban` of `20310402-alder-ban`; null when it begins with none. */
const afterDay = (id: string): string | null => /^\d{4}-?\d{2}-?\d{2}-(.+)$/.exec(id)?.[1] ?? null;

/** The party that an id names after its day; of two that begin alike, the longer. */
function namedIn(id: string, parties: Iterable<string>): string | null {
  const rest = afterDay(id);
  const named = rest === null ? [] : [...parties].filter((party) => rest === party || rest.startsWith(`${party}-`));
  return named.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** A name without what is said of it in brackets, `Ida Rohn (readout)`. */
const bare = (name: string): string => name.replace(/\s*\(.*$/, "").trim();

/** Letters by which one name may be spelt in two ways; names that are shorter differ by them as names. */
const FEW = 2;
const SHORTEST = 8;

/** A statement is by the party that its id names, and its speaker holds office with that party. */
export const whose: Rule = ({ rows }, report) => {
  const parties = byId(rows.parties);
  const corrected = new Set(rows.corrections.flatMap(({ map }) => wordAt(map, "statement") ?? []));
  const holders = new Map<string, Row[]>();
  for (const row of rows.parties)
    for (const holder of mapsAt(row.map, "office_holders")) {
      const name = wordAt(holder, "name");
      if (name !== null) holders.set(name, [...(holders.get(name) ?? []), row]);
    }
  for (const { id, map } of rows.statements) {
    const party = textAt(map, "party");
    const own = [wordAt(map, "party"), ...wordsAt(map, "parties")];
    if (!party || !own.every((name) => name !== null && parties.has(name))) continue;
    const named = id === null || corrected.has(id) ? null : namedIn(id, parties.keys());
    if (named !== null && !own.includes(named))
      report({
        severity: "warning",
        rule: "id-party",
        at: party.spot,
        found: `${quoted(party.text)} of ${id}`,
        expected: `"${named}", the party that the id names`,
        fix: "Check in the source who spoke. An id stays when its party is corrected later: then corrections.yaml says so.",
      });
    const each = textsAt(map, "speaker.each");
    const name = textAt(map, "speaker.name");
    for (const at of each.length > 0 ? each : name ? [name] : []) speaker(at, own, holders, report);
  }
};

/** Who speaks is no office holder of others alone, and none of the party's own under a name that is nearly the same. */
function speaker(
  at: TextValue,
  own: readonly (string | null)[],
  holders: ReadonlyMap<string, readonly Row[]>,
  report: Parameters<Rule>[1],
): void {
  const name = bare(at.text);
  const of = holders.get(name);
  const isOwn = (rows: readonly Row[]): boolean => rows.some((row) => own.includes(row.id));
  if (of && !isOwn(of))
    report({
      severity: "warning",
      rule: "speaker-party",
      at: at.spot,
      found: `${quoted(name)}, who holds an office of ${of.map((row) => row.id).join(", ")}`,
      expected: `a speaker of ${own.join(", ")}`,
      fix: `Correct the party, or the speaker; one who speaks for several has an office in each of them, at ${of[0]!.spot.file}:${of[0]!.spot.line}.`,
    });
  if (of || name.length < SHORTEST) return;
  const near = [...holders].find(([other, rows]) => isOwn(rows) && distance(name.toLowerCase(), other.toLowerCase(), FEW) <= FEW)?.[0];
  if (near !== undefined)
    report({
      severity: "warning",
      rule: "speaker-name",
      at: at.spot,
      found: quoted(name),
      expected: "a name as it stands in office_holders of the party",
      fix: "Write it the same everywhere; somebody else with nearly that name is added to office_holders.",
      nearest: near,
    });
}
