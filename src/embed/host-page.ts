import { type Goto, readId, readStep, VERSION } from "./protocol.ts";

/** Keys of a hash that name one thing to open, the most particular first; as in the page's own hash. */
const OPENS = { s: "statement", step: "step", e: "event", pl: "place", topic: "topic" };

/** What a hash asks to open: as a message, and as the one pair that may go into a frame's address, behind others. False when it names nothing. */
export function askOfHash(hash: string): { readonly ask: Goto; readonly pair: string } | false {
  const params = new URLSearchParams(hash.slice(1));
  for (const [key, name] of Object.entries(OPENS)) {
    const text = params.get(key);
    const value = name === "step" ? readStep(+text!) : readId(text);
    if (value) return { ask: { [name]: value } as unknown as Goto, pair: `&${key}=${value}` };
  }
  return false;
}

/** Sends a frame that stands in the page somewhere, or asks for what it has said already: it may have been loaded before this script. */
export function send(frame: HTMLIFrameElement, ask: Goto | null, type: "goto" | "hello" = "goto"): void {
  // "*": a sandboxed frame has no origin to name. What goes out are ids and numbers, and the frame reads nothing else.
  frame.contentWindow!.postMessage({ ...ask, type, dateline: VERSION }, "*");
}
