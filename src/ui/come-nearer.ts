import type { Bounds } from "../dossier/types.ts";
import type { MapCamera } from "../map/camera.ts";
import type { Session } from "./session.svelte.ts";

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
