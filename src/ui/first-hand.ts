/** Kept once somebody is there: a hand on pointer, screen or keys. */
export const firstHand = (): Promise<unknown> =>
  new Promise((done) => {
    for (const sign of ["pointerover", "keydown"]) addEventListener(sign, done, { once: true, passive: true });
  });
