import type { Bounds, Id } from "../dossier/types.ts";
import type { MapCamera } from "../map/camera.ts";
import { together } from "../map/together.ts";
import type { PlaceRef } from "../model/page-index.ts";
import { chosenPlace, inFrame } from "./mark-words.ts";
import type { Project } from "./place-marks.ts";
import type { Session } from "./session.svelte.ts";

/** Px of width from which on the opening bounds have room for each place's own mark. */
const APART = 330;

/** Which stacks stand as one where the picture is so small: all of the frame but what is chosen. */
export function asOne(session: Session, opening: Bounds, at: Project, frame: Bounds): Session["together"] {
  const apart = at(opening[2], 0)[0] - at(opening[0], 0)[0] >= APART;
  const point = (p: PlaceRef) => (p.region || p.id === chosenPlace(session) || !inFrame(p, frame) ? null : at(p.lon, p.lat));
  return (all) => (apart ? all : together(all, session.index.parties, point));
}

/** Zoom steps left for what is beside the places of one mark, and from the opening view as far as they bring the camera. */
const [BESIDE, MOST] = [1, 2];

/** The camera that shows the places of a mark apart that stands for several; null = it does not. */
export function nearer(session: Session, opening: Bounds, id: Id, framed: (bounds: Bounds) => MapCamera): MapCamera | null {
  const stack = session.marks.find((s) => s.place.id === id);
  if (!stack?.others) return null;
  const all = [stack.place, ...stack.others];
  const [lon, lat] = [all.map((p) => p.lon), all.map((p) => p.lat)];
  const camera = framed([Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)]);
  return { ...camera, zoom: Math.min(camera.zoom - BESIDE, framed(opening).zoom + MOST) };
}
