import type { Bounds, Id } from "../dossier/types.ts";
import { together } from "../map/together.ts";
import { chosenPlace, inFrame } from "./mark-words.ts";
import type { Project } from "./place-marks.ts";
import type { Session } from "./session.svelte.ts";

/** Px of width from which on the opening bounds have room for each place's own mark. */
const APART = 330;

/** Which stacks stand as one where the picture is so small: all of the frame but what is chosen. */
export function asOne(session: Session, opening: Bounds, at: Project, frame: Bounds): Session["together"] {
  if (at(opening[2], 0)[0] - at(opening[0], 0)[0] >= APART) return (all) => all;
  return (all) => {
    const chosen = chosenPlace(session);
    return together(all, session.index.parties, (p) => (p.region || p.id === chosen || !inFrame(p, frame) ? null : at(p.lon, p.lat)));
  };
}

/** What holds the places of a mark that stands for several; null = it does not. */
export function held(session: Session, id: Id): Bounds | null {
  const stack = session.marks.find((s) => s.place.id === id);
  if (!stack?.others) return null;
  const all = [stack.place, ...stack.others];
  const [lon, lat] = [all.map((p) => p.lon), all.map((p) => p.lat)];
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}
