// Plays the page in the frame: one box, and a dossier that knows a few things. What it was asked for is kept for the test to read.
import { mountFrame } from "../../src/embed/frame.ts";

const KNOWN = ["a", "b", "2023-09-19-az-mod-01"];
const asked: unknown[] = [];
const box = document.querySelector<HTMLElement>("#box")!;
const frame = mountFrame({
  box,
  goto: (ask) => {
    asked.push(ask);
    if ("step" in ask) {
      if (ask.step > 4) return false;
      frame.say("select", { step: ask.step });
      return true;
    }
    if (!("statement" in ask)) return true;
    if (!KNOWN.includes(ask.statement)) return false;
    frame.say("select", { statement: ask.statement });
    return true;
  },
});
frame.say("ready", { statements: 3, steps: 4 });
frame.say("time", { from: null, to: null });
frame.say("filter", { parties: [], count: 3 });
Object.assign(window, { asked, frame, box });
