import { fitCamera, type MapCamera, project, visibleBounds } from "../map/camera.ts";
import type { Room } from "../map/spots.ts";
import { type Placed, takenFrom } from "../map/taken.ts";
import { nameless } from "../model/names.ts";
import type { Stack } from "../model/select.ts";
import { OPENING } from "../model/view.ts";
import { comeNearer } from "./come-nearer.ts";
import { letters } from "./letters.ts";
import { mostCodes, saidName } from "./mark-words.ts";
import { namesYield } from "./names-yield.ts";
import { asOne } from "./one-mark.ts";
import { pause } from "./pause.ts";
import { followMap, placeMarks, roomIn } from "./place-marks.ts";
import type { MapFacts } from "./readback.ts";
import type { Session } from "./session.svelte.ts";

/** Px below which a map is small for its marks, as for its names in the style sheet. */
const NARROW = 600;
/** Where the marks of the map's box stand. Nothing happens before the box has been laid out. */
export interface Seats {
  /** Puts them where their places are now, and says what names of the map keep off. */
  readonly place: () => readonly Placed[];
  /** Takes them along while the map moves. */
  readonly follow: () => void;
  /** Measures the room anew, and what part of the map is in the box, and puts them there. */
  readonly settle: () => void;
  /** The same in two tasks: the first makes the browser lay the page out, and the reader's hand comes before the second. */
  readonly settleSoon: () => Promise<void>;
}

/**
 * Has the marks put anew with every change of their room: the page's letters, which it sets, change it. Names of the picture yield to them.
 *
 * @param size of the box in CSS pixels, as it was last laid out; null = it was not
 */
export function seatsIn(
  box: HTMLElement,
  session: Session,
  { layers, opening }: MapFacts,
  camera: () => MapCamera,
  size: () => readonly [number, number] | null,
): Seats {
  const named = nameless(layers);
  const marks = box.querySelector(".marks-layer")!;
  let room: Room | null = null;
  let due = false;
  let last = "";
  /** The style sheet has seats for the camera and the crowd of the opening view: fewer marks stand nearer to their places. */
  const asOpened = () => !session.view.camera && session.mode === OPENING.mode && session.all;
  const place = (): readonly Placed[] => {
    const laid = size();
    if (!laid || !room) return [];
    const said = { most: mostCodes(session), nameOf: (stack: Stack) => saidName(session, named, stack) };
    const taken = placeMarks(marks, project(camera(), ...laid), room, session.marks, said, asOpened());
    const spots = takenFrom(taken, room);
    // Chips grow with their letters where no mark moves, and names keep off them too.
    last = JSON.stringify(spots);
    return spots;
  };
  const seat = (): void => {
    const laid = size();
    if (!laid) return;
    session.narrow = laid[0] < NARROW;
    const frame = visibleBounds(camera(), ...laid);
    if (frame.join() !== session.frame?.join()) {
      session.frame = frame;
      session.point = asOne(session, opening, project(camera(), ...laid), frame);
    }
    const before = last;
    place();
    if (last !== before) session.seated++;
  };
  const settleSoon = async (): Promise<void> => {
    if (due || !size()) return;
    due = true;
    await pause();
    room = roomIn(box);
    // Who asks from here on means what has been added since.
    due = false;
    await pause();
    seat();
  };
  comeNearer(marks, session, opening, (bounds) => fitCamera(bounds, ...size()!));
  namesYield(box, session);
  // Controls change their size with their letters, and marks keep clear of them.
  document.fonts.addEventListener("loadingdone", settleSoon);
  void letters().then(settleSoon);
  return {
    place,
    follow: () => {
      const laid = size();
      if (laid) followMap(marks, project(camera(), ...laid), session.marks);
    },
    settle: () => {
      if (!size()) return;
      room = roomIn(box);
      seat();
    },
    settleSoon,
  };
}
