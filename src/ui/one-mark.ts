import type { Bounds } from "../dossier/types.ts";
import type { MapCamera } from "../map/camera.ts";
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

/** Zoom steps left for what is beside the places of one mark, and from the opening view as far as they bring the camera. */
const [BESIDE, MOST] = [1, 2];

/** A click on a mark that stands for several places brings the camera so near that they stand apart. Links with a key held lead where they say. */
export function comeNearer(marks: Element, session: Session, opening: Bounds, framed: (bounds: Bounds) => MapCamera): void {
  marks.addEventListener("click", (event) => {
    const { target, metaKey, ctrlKey, shiftKey } = event as MouseEvent;
    const mark = (target as Element).closest<SVGElement>("[data-mark]");
    const stack = session.marks.find((s) => s.place.id === mark?.dataset["mark"]);
    if (!stack?.others || metaKey || ctrlKey || shiftKey) return;
    event.preventDefault();
    const all = [stack.place, ...stack.others];
    const lon = all.map((p) => p.lon);
    const lat = all.map((p) => p.lat);
    const camera = framed([Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)]);
    const zoom = Math.min(camera.zoom - BESIDE, framed(opening).zoom + MOST);
    session.go({ ...session.view, camera: { ...camera, zoom } }, "replace");
  });
}
