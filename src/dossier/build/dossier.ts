import type { Kind } from "../schema.ts";
import { sha256 } from "../sha256.ts";
import type { Row, Tables } from "../tables.ts";
import type { Dossier } from "../types.ts";
import type { Kept } from "./common.ts";
import { buildHead } from "./head.ts";
import { buildClaim, buildCorrection, buildEvent, buildParty, buildPlace, buildStoryStep, buildTerm, buildTopic } from "./records.ts";
import { buildPosition, buildStatement, inOrder } from "./statements.ts";

/** The compiled dossier from the rows that are fit to be in it; null when its head is not. */
export async function buildDossier(tables: Tables, fit: (row: Row) => boolean): Promise<Dossier | null> {
  const rows = (kind: Kind | "layers"): readonly Row[] => tables.rows[kind].filter(fit);
  const head = tables.head && buildHead(tables.head, rows("layers"));
  if (!head) return null;
  const ids = Object.fromEntries(
    (["parties", "places", "topics", "events", "statements", "positions"] as const).map((kind) => [
      kind,
      new Set(rows(kind).map((r) => r.id)),
    ]),
  );
  const kept: Kept = (kind, id) => ids[kind]?.has(id) ?? false;
  const statements = inOrder(rows("statements").map((r) => buildStatement(r.map, head.lang, kept)));
  const dates = new Map(statements.map((s) => [s.id, s.date]));
  const content = {
    head,
    parties: rows("parties").map((r) => buildParty(r.map, kept)),
    places: rows("places").map((r) => buildPlace(r.map)),
    topics: rows("topics").map((r) => buildTopic(r.map)),
    events: rows("events").flatMap((r) => buildEvent(r.map, kept) ?? []),
    statements,
    positions: rows("positions").map((r) => buildPosition(r.map, dates, kept)),
    terms: rows("terms").map((r) => buildTerm(r.map, kept)),
    claims: rows("claims").map((r) => buildClaim(r.map, kept)),
    corrections: rows("corrections").map((r) => buildCorrection(r.map, kept)),
    story: rows("story").flatMap((r) => buildStoryStep(r.map, kept) ?? []),
  };
  return { ...content, version: (await sha256(new TextEncoder().encode(JSON.stringify(content)))).slice(0, 12) };
}
