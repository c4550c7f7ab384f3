/** A frame that comes later than this after the one before was held up by what the browser draws. Milliseconds. */
const HELD_UP = 48;
/** Frames waited for at most. */
const MOST = 20;

/**
 * Kept once what the page has painted is on screen, or after a number of frames: who asks the browser's drawing process for something
 * before that holds up the page until it is.
 */
export async function painted(): Promise<void> {
  let [before, free] = [0, 0];
  for (let n = 0; n < MOST && free < 3; n++) {
    const now = await new Promise<number>(requestAnimationFrame);
    free = now - before < HELD_UP ? 1 + free : 0;
    before = now;
  }
  // Out of the frame, which has enough to do.
  return new Promise((done) => setTimeout(done));
}
