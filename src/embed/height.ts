import { askOfHash, send } from "./host-page.ts";
import { readHeight } from "./protocol.ts";

/**
 * For plain frames, `<iframe data-dateline>`: makes them as high as they ask, within bounds. One with `data-follow-hash` opens the
 * statement that the page's own address names. Frames added later are heard as well.
 */
const frames = (): HTMLIFrameElement[] => Array.from(document.querySelectorAll<HTMLIFrameElement>("iframe[data-dateline]"));

/** Frames that were brought into sight: what they say must not do that again and again. */
const seen = new WeakSet<HTMLIFrameElement>();

const follow = (frame: HTMLIFrameElement): void => {
  const found = "followHash" in frame.dataset && askOfHash(location.hash);
  if (!found) return;
  send(frame, found.ask);
  if (!seen.has(frame)) frame.scrollIntoView({ block: "nearest" });
  seen.add(frame);
};

addEventListener("message", ({ data, source }) => {
  const said = readHeight(data);
  for (const frame of frames()) {
    if (frame.contentWindow !== source) continue;
    // A frame that loads again is sent there again.
    if (said === "ready") follow(frame);
    // The natural height too: an article's `height: auto !important` is stronger than a style.
    else if (said) frame.style.height = frame.style.containIntrinsicHeight = `${said}px`;
  }
});
addEventListener("hashchange", () => {
  for (const frame of frames()) {
    seen.delete(frame);
    follow(frame);
  }
});
const hello = (): void => {
  for (const frame of frames()) send(frame, null, "hello");
};
hello();
document.addEventListener("DOMContentLoaded", hello);
