// Plays the page in the frame: one box, and a dossier that knows a few things. What it was asked for is kept for the test to read.
// With `?late` it is a page that is slow: the test says when its end of the contract comes, and when it is ready.
import { hearEarly } from "../../src/embed/early.ts";
import { type Frame, mountFrame } from "../../src/embed/frame.ts";
import type { Goto } from "../../src/embed/protocol.ts";

const KNOWN = ["a", "b", "2023-09-19-az-mod-01"];
const asked: unknown[] = [];
const box = document.querySelector<HTMLElement>("#box")!;
const early = hearEarly();
let frame: Frame;
const goto = (ask: Goto): boolean => {
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
};
const mount = (): void => {
  frame = mountFrame({ box, goto });
  early();
  Object.assign(window, { frame });
};
const ready = (): void => {
  frame.say("ready", { statements: 3, steps: 4 });
  frame.say("time", { from: null, to: null });
  frame.say("filter", { parties: [], count: 3 });
};
Object.assign(window, { asked, box, mount, ready });
if (!location.search.includes("late")) {
  mount();
  ready();
}
