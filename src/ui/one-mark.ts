import type { Bounds } from "../dossier/types.ts";
import { chosenPlace, inFrame } from "./mark-words.ts";
import type { Project } from "./place-marks.ts";
import type { Session } from "./session.svelte.ts";

/** Px of width from which on the opening bounds have room for each place's own mark. */
const APART = 330;

/** Where places are on a picture so small that they may stand as one: all of the frame but what is chosen; null = it has room for each. */
export function asOne(session: Session, opening: Bounds, at: Project, frame: Bounds): Session["point"] {
  if (at(opening[2], 0)[0] - at(opening[0], 0)[0] >= APART) return null;
  return (p) => (p.region || p.id === chosenPlace(session) || !inFrame(p, frame) ? null : at(p.lon, p.lat));
}
