import type { Frame, FrameHooks } from "./frame.ts";

/** More than a host has to say before the page can hear it; of a flood the last ones count. */
const MOST = 20;

/**
 * Keeps what a host says before the page's end of the contract has come, which is fetched. Nothing is read here.
 *
 * @returns a function that says it all again, for that end to hear, and ends the keeping
 */
export function hearEarly(): () => void {
  const kept: MessageEvent[] = [];
  const keep = (event: MessageEvent): void => {
    if (event.source === window.parent && kept.push(event) > MOST) kept.shift();
  };
  addEventListener("message", keep);
  return () => {
    removeEventListener("message", keep);
    for (const event of kept.splice(0)) dispatchEvent(event);
  };
}

/** Fetches the page's end of the contract and mounts it; null in a page that is in no frame, which need not know how, and when it cannot be had. */
export async function joinHost(hooks: FrameHooks): Promise<Frame | null> {
  if (window.parent === window) return null;
  const sayAgain = hearEarly();
  const end = await import("./frame.ts").catch(() => null);
  const frame = end?.mountFrame(hooks) ?? null;
  sayAgain();
  return frame;
}
