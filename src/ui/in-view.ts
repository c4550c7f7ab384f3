/** In an article: so long in sight, and the live map is started; so long out of sight, and it is let go. In milliseconds. */
const SETTLED = 150;
const FORGOTTEN = 2000;

/** A reader who pays for what comes over the line. */
const saving = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * Looks from now on whether a box is in sight of a reader who does not save data. To ask where it is would have the page laid out.
 *
 * @returns ends the looking: whether it was seen last
 */
export function sight(box: Element | null): () => boolean {
  let seen = false;
  const observer = new IntersectionObserver((entries) => (seen = entries.at(-1)?.isIntersecting === true));
  if (box && !saving()) observer.observe(box);
  return () => {
    observer.disconnect();
    return seen;
  };
}

/**
 * Starts the live map when its box is in sight. In an article, where ten maps may stand below one another, it waits until the reader
 * has stopped at this one, and lets it go when the reader has gone on: what one map holds the next may need.
 *
 * @param start not called for a reader who saves data: then a button starts it
 * @param stop null for a page of its own, whose map stays
 */
export function whileInView(box: Element, start: () => void, stop: (() => void) | null): void {
  const begin = saving() ? () => {} : start;
  let timer: ReturnType<typeof setTimeout> | undefined;
  new IntersectionObserver((entries, observer) => {
    const seen = entries.at(-1)?.isIntersecting === true;
    clearTimeout(timer);
    if (stop) timer = setTimeout(() => (seen ? begin : stop)(), seen ? SETTLED : FORGOTTEN);
    else if (seen) {
      observer.disconnect();
      begin();
    }
  }).observe(box);
}
