/** Runs an edge of the page now and whenever the state it reads changes. For the few places where state meets the world. */
export const watch = (run: () => void): (() => void) =>
  $effect.root(() => {
    $effect(run);
  });
