import { describe, expect, it } from "vitest";
import { oneDay, type View } from "../../src/model/view.ts";
import { type Around, play } from "../../src/ui/play.ts";
import { Session } from "../../src/ui/session.svelte.ts";
import { event, index, statement, view } from "../model/fixtures.ts";

const DAYS = index(
  [statement("a", "2031-04-01"), statement("b", "2031-04-03"), statement("c", "2031-04-09")],
  [event("e", "2031-04-05", "p")],
);

/** A clock that goes when it is told to, and a reader who reads or does not. */
function world() {
  const steps: (() => void)[] = [];
  const here = { reading: false };
  const around: Around = {
    every: (run) => {
      steps.push(run);
      return () => steps.splice(steps.indexOf(run), 1);
    },
    held: () => here.reading,
  };
  return {
    around,
    here,
    tick: () => {
      for (const run of [...steps]) run();
    },
    running: () => steps.length > 0,
  };
}

function start(from: Partial<View>, first = "2031-04-03") {
  const history: string[] = [];
  const session = new Session(DAYS, (_, step) => history.push(step));
  session.adopt(view(from));
  const w = world();
  const stop = play(session, first, w.around);
  const at = () =>
    session.view.time.kind === "period" ? session.view.time.from : session.view.time.kind === "until" ? `…${session.view.time.to}` : "all";
  return { session, stop, at, history, ...w };
}

describe("playing the days", () => {
  it("shows the next day on which something is told at once, then one a step, and stops at the last", () => {
    const p = start({ time: oneDay("2031-04-01") });
    expect([p.at(), p.session.playing]).toEqual(["2031-04-03", true]);
    p.tick();
    expect(p.at()).toBe("2031-04-05");
    p.tick();
    expect([p.at(), p.session.playing, p.running()]).toEqual(["2031-04-09", false, false]);
  });

  it("begins with the first day of the focus from all days, and again from the last one", () => {
    expect(start({}).at()).toBe("2031-04-03");
    expect(start({ time: oneDay("2031-04-09") }).at()).toBe("2031-04-03");
  });

  it("up to a day goes on up to the next", () => {
    expect(start({ time: { kind: "until", to: "2031-04-03" } }).at()).toBe("…2031-04-05");
  });

  it("waits while the reader reads, and goes on after", () => {
    const p = start({ time: oneDay("2031-04-01") });
    p.here.reading = true;
    p.tick();
    expect([p.at(), p.session.playing]).toEqual(["2031-04-03", true]);
    p.here.reading = false;
    p.tick();
    expect(p.at()).toBe("2031-04-05");
  });

  it("stops when it is told to, and when the reader goes to other days", () => {
    const p = start({ time: oneDay("2031-04-01") });
    p.stop();
    p.tick();
    expect([p.at(), p.session.playing, p.running()]).toEqual(["2031-04-03", false, false]);
    const q = start({ time: oneDay("2031-04-01") });
    q.session.go({ ...q.session.view, time: oneDay("2031-04-01") });
    q.tick();
    expect([q.at(), q.session.playing, q.running()]).toEqual(["2031-04-01", false, false]);
  });

  it("is one step back for the reader, however many days it has shown, and moves no camera", () => {
    const camera = { lng: 46, lat: 40, zoom: 7 };
    const p = start({ time: oneDay("2031-04-01"), camera });
    p.tick();
    p.tick();
    expect(p.history).toEqual(["push", "replace", "replace"]);
    expect(p.session.view.camera).toEqual(camera);
  });
});
