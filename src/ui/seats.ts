import { type MapCamera, project, visibleBounds } from "../map/camera.ts";
import type { Placed, Room } from "../map/marks.ts";
import { pause } from "./pause.ts";
import { placeMarks, roomIn } from "./place-marks.ts";
import type { Session } from "./session.svelte.ts";

/** Where the marks of the map's box stand. Nothing happens before the box has been laid out. */
export interface Seats {
  /** What is left for them between the controls; null = not measured yet. */
  readonly room: () => Room | null;
  /** Puts them where their places are now. */
  readonly place: () => readonly Placed[];
  /** Measures the room anew, and what part of the map is in the box, and puts them there. */
  readonly settle: () => void;
  /** The same in two tasks: the first makes the browser lay the page out, and the reader's hand comes before the second. */
  readonly settleSoon: () => Promise<void>;
}

/** @param size of the box in CSS pixels, as it was last laid out; null = it was not */
export function seatsIn(box: HTMLElement, session: Session, camera: () => MapCamera, size: () => readonly [number, number] | null): Seats {
  const marks = box.querySelector(".marks-layer")!;
  let room: Room | null = null;
  let due = false;
  const place = (): readonly Placed[] => {
    const laid = size();
    return laid ? placeMarks(marks, project(camera(), ...laid), room) : [];
  };
  const seat = (): void => {
    const laid = size();
    if (!laid) return;
    session.frame = visibleBounds(camera(), ...laid);
    place();
  };
  return {
    room: () => room,
    place,
    settle: () => {
      if (!size()) return;
      room = roomIn(box);
      seat();
    },
    settleSoon: async () => {
      if (due || !size()) return;
      due = true;
      await pause();
      room = roomIn(box);
      await pause();
      due = false;
      seat();
    },
  };
}
