import type { Day } from "../dossier/types.ts";
import { stepDay } from "../model/select.ts";
import { oneDay, type View } from "../model/view.ts";
import type { Session } from "./session.svelte.ts";

/** What playing asks of the world around it, so that a test can be the world. */
export interface Around {
  /** Calls back again and again, a step's time apart, until what it returns is called. */
  readonly every: (run: () => void) => () => void;
  /** Whether the reader is reading: then the days wait. */
  readonly held: () => boolean;
}

/** Time one day stays, ms. */
const STEP = 1500;

/** The page itself: its clock; held while it is out of sight, or the list has the mouse or the focus. */
export const page: Around = {
  every: (run) => {
    const timer = setInterval(run, STEP);
    return () => clearInterval(timer);
  },
  held: () => document.hidden || document.querySelector(".panel")?.matches(":hover, :focus-within") === true,
};

/** The same view a day on: up to that day when it was up to one, else that day alone. */
const onDay = (view: View, day: Day): View => ({
  ...view,
  statement: null,
  time: view.time.kind === "until" ? { kind: "until", to: day } : oneDay(day),
});

/**
 * Plays the days on which something was said or happened: the next one at once, then one a step. From all days, and from the last one,
 * it begins with the first day of the focus. It stops at the end, when the reader goes elsewhere, or when what it returns is called.
 *
 * @param first where it begins when it is at no day
 */
export function play(session: Session, first: Day, { every, held }: Around = page): () => void {
  let stop = () => {};
  let at: View["time"] | null = null;
  const end = () => {
    stop();
    session.playing = false;
  };
  const step = () => {
    const { time } = session.view;
    // The reader has chosen other days.
    if (at !== null && at !== time) return end();
    if (at !== null && held()) return;
    const last = session.days.at(-1) ?? "";
    const restart = time.kind === "all" || (at === null && time.to >= last);
    const day = restart ? (session.days.find((d) => d >= first) ?? null) : stepDay(session.days, time.to, 1);
    if (day === null) return end();
    session.go(onDay(session.view, day), at === null ? "push" : "replace");
    at = session.view.time;
    if (day === last) end();
  };
  session.playing = true;
  stop = every(step);
  step();
  return end;
}
