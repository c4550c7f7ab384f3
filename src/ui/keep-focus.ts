const STOPS = "a[href], button:not(:disabled), summary, input, select, [tabindex='0']";

/**
 * Who presses by key what goes with its own work, as a list that is cleared takes its button along, goes on from what is left around it: the
 * browser would begin at the head of the page again. A hand that points is nowhere else by that.
 */
export function keepFocus(): void {
  document.addEventListener(
    "click",
    ({ target, detail }) => {
      if (detail > 0 || !(target instanceof Element)) return;
      const around: Element[] = [];
      for (let el = target.parentElement; el; el = el.parentElement) around.push(el);
      // What is drawn anew has been by the frame after the next.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement !== document.body) return;
          for (const el of around.filter((one) => one.isConnected)) {
            const next = [...el.querySelectorAll<HTMLElement>(STOPS)].find((stop) => stop.checkVisibility());
            if (next) return next.focus({ preventScroll: true });
          }
        }),
      );
    },
    true,
  );
}
