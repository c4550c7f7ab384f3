import { nearest } from "../nearest.ts";
import type { LayerFacts } from "./layer-use.ts";
import type { Say } from "./layer-problems.ts";

/** The map comes no closer. */
const CLOSEST = 11;
/** Metres. What is more exact was measured with an instrument, and is no line of a dispute; what is less exact is drawn at no zoom of a region. */
const [LEAST, MOST] = [10, 100_000];
/** Numbers that are numbers, and of another unit or of another map. */
export function checkNumbers(properties: Readonly<Record<string, unknown>>, path: string, name: string, say: Say): void {
  const { precision_m: metres, minzoom } = properties;
  const warn = (key: string, found: string, expected: string, fix: string): void =>
    say({ path: `${path}.${key}`, severity: "warning", rule: "property", found: `${name}: ${found}`, expected, fix });
  if (typeof metres === "number" && metres > 0) {
    if (metres < LEAST) warn("precision_m", `precision_m ${metres}`, "metres by which it may be wrong", "Write metres: 3 km are 3000.");
    else if (metres > MOST)
      warn("precision_m", `precision_m ${metres}`, `metres, at most ${MOST}`, "It is so inexact that it is drawn nowhere. Write metres.");
  }
  if (typeof minzoom === "number" && minzoom > CLOSEST)
    warn(
      "minzoom",
      `minzoom ${minzoom}`,
      `a zoom of the map, 0 to ${CLOSEST}`,
      "The name is never shown. Write the zoom from which it is.",
    );
}

/** Ids by which a layer of the region is drawn; one that is nearly such an id was meant to be. */
export function checkLayerId({ id, kind }: LayerFacts, say: Say): void {
  const drawn = ["countries", "borders", "admin1", "rivers", "roads", "lakes", "places"];
  const meant = id === null || kind !== "region" || drawn.includes(id) ? null : nearest(id, drawn);
  if (meant !== null)
    say({
      path: "",
      severity: "warning",
      rule: "layer-id",
      found: `a layer with the id "${id}"`,
      expected: drawn.join(", "),
      fix: "By another id it is drawn in thin lines. Correct the id in dossier.yaml.",
      nearest: meant,
    });
}
