/** How long a hand that does nothing is at rest, and how long is waited for that at most; ms. */
const REST = 500;
const MOST = 3000;

/** What a hand does, on pointer, screen, wheel or keys. */
const SIGNS = ["pointerover", "pointermove", "pointerdown", "pointerup", "keydown", "wheel"];

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

/** Kept once what the reader's hand asked for has been answered and it rests: what is drawn then holds up no answer. */
export async function handRests(): Promise<void> {
  const until = performance.now() + MOST;
  for (;;) {
    const left = Math.min(last + REST, until) - performance.now();
    if (left <= 0) return;
    await new Promise((done) => setTimeout(done, left));
  }
}
