import { type EventName, type Events, type Goto, readAsked, safely, VERSION } from "./protocol.ts";

export interface FrameHooks {
  /** What the frame wants to be as high as. Its height must follow from its content and the width, never from the frame's height. */
  readonly box: Element;
  /** Goes there; false when the dossier has no such thing, step or day. */
  readonly goto: (ask: Goto) => boolean;
}

export interface Frame {
  /** Tells the host what is on screen now; the same thing twice is told once. Without a host nobody hears it. */
  say<Name extends EventName>(name: Name, what: Events[Name]): void;
}

/** The secret that WordPress hangs on the address of a frame, alone or behind a hash of ours: `#s=a#?secret=b`. */
const SECRET = /#?\?secret=([A-Za-z0-9]+)$/;
/** An off-screen frame of another origin gets no animation frames; then it speaks after so many milliseconds. */
const AT_LATEST = 250;
/** Of what a host asks while the page goes where it asked before, so many count, the last ones; then it rests so many milliseconds. */
const MOST = 20;
const REST = 100;

/** Hosts that speak pym or WordPress ask anew: they may have been late. AMP's answers must not be answered, or it goes round forever. */
const isPeer = (data: unknown) =>
  (typeof data === "string" ? data.startsWith("pymxPYMx") : (data as { message?: unknown } | null)?.message === "ready") && "hello";

/**
 * The page's end of the contract, for as long as the page lives. Does nothing in a page that is in no frame.
 * Call it before the address is read or watched: it takes WordPress's secret off the hash.
 */
export function mountFrame({ box, goto }: FrameHooks): Frame {
  const host = window.parent;
  if (host === window) return { say: () => {} };
  const last = new Map<EventName, object>();
  const due = new Set<EventName>();
  /** Asked for before the page said that it is ready, or while it rests: done then. */
  const waiting: Goto[] = [];
  /** True in effect until the page is ready, and while it rests: then what is asked for waits. */
  let busy: unknown = host;
  const child = /\bchildId=([\w.:-]+)/.exec(location.search)?.[1];
  let secret = "";

  // "*": anyone may embed the page, so the host's origin is not known; ids and numbers of a public page are no secret.
  const post = (message: unknown) => host.postMessage(message, "*");

  const flush = () => {
    for (const type of due) {
      const what = last.get(type);
      post({ dateline: VERSION, type, ...what });
      const px = what && (what as Partial<Events["height"]>).px;
      if (!px) continue;
      post({ sentinel: "amp", type: "embed-size", height: px });
      if (child) post(`pymxPYMx${child}xPYMxheightxPYMx${px}`);
      if (secret) post({ message: "height", value: px, secret });
    }
    // What was sent is no longer due, so the later of the two timers finds nothing to do.
    due.clear();
  };
  const soon = (type: EventName) => {
    if (!due.size) {
      requestAnimationFrame(flush);
      setTimeout(flush, AT_LATEST);
    }
    if (last.has(type)) due.add(type);
  };
  const say: Frame["say"] = (type, what) => {
    if (JSON.stringify(last.get(type)) === JSON.stringify(what)) return;
    last.set(type, what);
    soon(type);
    if (type === "ready") take();
  };
  const go = (ask: Goto) => safely(goto, ask) || post({ dateline: VERSION, type: "error", code: "not-found" });

  const take = (): void => {
    busy = waiting[0] && setTimeout(take, REST);
    waiting.splice(0).slice(-MOST).forEach(go);
  };

  const takeSecret = () => {
    const found = SECRET.exec(location.hash);
    if (!found) return;
    secret = found[1]!;
    soon("height");
    // Fails in a page without an address of its own.
    safely(() => history.replaceState(null, "", location.pathname + location.search + location.hash.slice(0, found.index)), 0);
  };

  // On the article's paper a frame is cut off at its height: the style sheet prints there what is on the screen, and not the whole list.
  document.body.id = "dateline";
  addEventListener("popstate", takeSecret);
  addEventListener("message", ({ source, data }) => {
    if (source !== host) return;
    const asked = readAsked(data) || isPeer(data);
    if (asked === "hello") for (const type of last.keys()) soon(type);
    else if (asked && waiting.push(asked) && !busy) take();
  });
  takeSecret();
  new ResizeObserver(() => {
    const px = Math.ceil(box.getBoundingClientRect().height);
    // Nothing is 0 high but a page that is not shown.
    if (px) say("height", { px });
  }).observe(box);
  return { say };
}
