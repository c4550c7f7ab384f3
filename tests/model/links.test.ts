import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/cli/compile.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import { statementWays } from "../../src/model/links.ts";
import { kilometres } from "../../src/model/measure.ts";

const dossier = (await compileDossier(readFolder(fileURLToPath(new URL("../../geo/karabakh-2023", import.meta.url))))).dossier!;
const ways = statementWays(dossier);
const all = Object.entries(ways).flatMap(([id, list]) => list.map((w) => ({ id, ...w })));
const place = (id: string) => dossier.places.find((p) => p.id === id)!;
const statement = (id: string) => dossier.statements.find((s) => s.id === id)!;

describe("where a statement goes", () => {
  it("is from where it was said to the seat of a party it is addressed to, and to where what it answers was said", () => {
    expect(all.length).toBeGreaterThan(50);
    for (const w of all) {
      expect(w.from).toBe(statement(w.id).saidIn?.place);
      if (w.kind === "to") {
        expect(statement(w.id).audience).toContain(w.party);
        expect(w.to).toBe(dossier.parties.find((p) => p.id === w.party)?.seat);
      } else
        expect(statement(w.id).respondsTo.some((o) => statement(o).saidIn?.place === w.to && statement(o).party === w.party)).toBe(true);
    }
  });

  it("implies no more than the record: without a recorded place, seat or addressee there is none", () => {
    const spoken = dossier.statements.filter((s) => s.saidIn === null);
    expect(spoken.length).toBeGreaterThan(10);
    for (const s of spoken) expect(ways).not.toHaveProperty(s.id);
    for (const w of all) for (const end of [w.from, w.to]) expect(place(end).precision).not.toBe("region");
    const alone = dossier.statements.filter(
      (s) => s.respondsTo.length === 0 && s.audience.every((a) => !dossier.parties.some((p) => p.id === a)),
    );
    for (const s of alone) expect(ways).not.toHaveProperty(s.id);
  });

  it("says when one of its ends is no more than the seat of an office", () => {
    for (const w of all.filter((x) => x.kind === "to")) expect(w.office).toBe(statement(w.id).saidIn?.basis === "office");
  });

  it("is a great circle from end to end, as long as the distance says", () => {
    for (const w of all) {
      const points = w.arc.flat();
      if (w.from === w.to) {
        expect([w.km, points]).toEqual([0, []]);
        continue;
      }
      const [a, b] = [place(w.from), place(w.to)];
      expect(kilometres(points[0]!, [a.lon, a.lat])).toBeLessThan(1);
      expect(kilometres(points.at(-1)!, [b.lon, b.lat])).toBeLessThan(1);
      const long = w.arc.flatMap((line) => line.slice(1).map((p, i) => kilometres(line[i]!, p))).reduce((x, y) => x + y, 0);
      // Two decimals of a degree are a kilometre.
      expect(Math.abs(long - w.km)).toBeLessThan(Math.max(2, w.km * 0.02));
      for (const [lon, lat] of points) expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90).toBe(true);
    }
  });
});
