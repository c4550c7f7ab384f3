/** How long a hand that does nothing is at rest, which is longer than between two clicks, and how long it is waited for at most; ms. */
const REST = 1000;
const MOST = 4000;

/** What a hand does, on pointer, screen, wheel or keys. A finger that scrolls is no pointer any more. */
const SIGNS = ["pointerover", "pointermove", "pointerdown", "pointerup", "touchmove", "keydown", "wheel"];

/** When it last did any of it. */
let last = Number.NEGATIVE_INFINITY;

/** Kept once somebody is there. */
export const firstHand = new Promise<void>((done) => {
  for (const sign of SIGNS)
    addEventListener(
      sign,
      () => {
        last = performance.now();
        done();
      },
      { passive: true, capture: true },
    );
});

/**
 * Kept once the reader's hand rests, so that what is drawn then seldom holds up an answer; or when it has been waited for long enough, or
 * need not be waited for any more.
 */
export async function handRests(waits: () => boolean): Promise<void> {
  const until = performance.now() + MOST;
  for (;;) {
    const left = Math.min(last + REST, until) - performance.now();
    if (left <= 0 || !waits()) return;
    await new Promise((done) => setTimeout(done, left));
  }
}
