/** A frame that comes later than this after the one before was held up by what the browser draws. Milliseconds. */
const HELD_UP = 40;
/** Frames in a row that were not held up, and how many are waited for at most. */
const [FREE, MOST] = [2, 20];

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/**
 * Kept once what the page has painted is on screen, or after a number of frames: who asks the browser's drawing process for something
 * before that holds up the page until it is.
 */
export async function painted(): Promise<void> {
  let last = 0;
  for (let [n, free] = [0, 0]; n < MOST && free < FREE; n++) {
    const now = await frame();
    free = now - last < HELD_UP ? free + 1 : 0;
    last = now;
  }
  // Out of the frame, which has enough to do.
  await new Promise((done) => setTimeout(done));
}
