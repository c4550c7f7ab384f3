/** Lets the browser answer the reader's hand before the next piece of work. */
export const pause = (): Promise<void> =>
  (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

/** Has the page laid out in a task of its own; with everything else in the next frame it would hold up the reader's hand. */
export const layOut = async (): Promise<void> => {
  await pause();
  void document.documentElement.offsetHeight;
  await pause();
};

/** What answers the reader later than the page itself: once that is on screen, and once for all that was asked until then. */
export function afterwards(run: () => void): () => void {
  let due = false;
  // The second frame begins when the first has left the page.
  const frame = (then: () => void): void => void requestAnimationFrame(then);
  return () => {
    if (due) return;
    due = true;
    frame(() =>
      frame(() =>
        setTimeout(() => {
          due = false;
          run();
        }),
      ),
    );
  };
}

/** Runs once the browser has nothing more to answer, or soon after. */
export const atRest = (run: () => void): void => {
  const idle = (globalThis as { requestIdleCallback?: typeof requestIdleCallback }).requestIdleCallback;
  if (idle) idle(run, { timeout: 400 });
  else setTimeout(run, 100);
};

/** Kept once the whole document is there: its script may be there before. */
export const parsed = (): Promise<unknown> =>
  document.readyState === "loading"
    ? new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }))
    : Promise.resolve();
