import type { Bounds } from "../dossier/types.ts";
import { type MapCamera, project } from "../map/camera.ts";
import { markPlace } from "../model/select.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** A place so near the edge of the box counts as out of sight; px. */
const EDGE = 24;

/**
 * The camera moves for a choice only when its place is out of sight, and never to a place beyond the map's window. An address that says
 * where the camera is has it there.
 *
 * @param wished where the camera is to be: a live map may still be on its way there
 */
export function followChoice(session: Session, window: Bounds, wished: () => MapCamera, size: () => readonly [number, number]): void {
  let followed: string | null = null;
  watch(() => {
    // A box that is not laid out yet has no scale; the frame comes with the first of them.
    if (!session.frame) return;
    const { chosen, statement } = session.view;
    const event = chosen?.kind === "event" ? session.index.events.find((e) => e.id === chosen.id)?.place : undefined;
    const said = session.index.statements.find((s) => s.id === statement);
    const id = said ? markPlace(session.view, said) : chosen?.kind === "place" ? chosen.id : (event ?? null);
    if ((id ?? "") === followed) return;
    const placed = followed === null && session.view.camera !== null;
    followed = id ?? "";
    if (placed) return;
    const at = session.index.places.find((p) => p.id === id);
    if (!at || at.region || !inside(window, at.lon, at.lat)) return;
    const [w, h] = size();
    const [x, y] = project(wished(), w, h)(at.lon, at.lat);
    if (x > EDGE && y > EDGE && x < w - EDGE && y < h - EDGE) return;
    session.go({ ...session.view, camera: { lng: at.lon, lat: at.lat, zoom: wished().zoom } }, "replace");
  });
}

const inside = (b: Bounds, lon: number, lat: number): boolean => lon >= b[0] && lon <= b[2] && lat >= b[1] && lat <= b[3];
