/** What lies above the page by a button of its own. */
const OVER = "details:is(.time-more, .langs)[open] > summary, .menu-button[aria-expanded=true]";

/** Puts away what lies above the page when the reader turns to the page, or to another such thing. */
export function putAway(): void {
  document.addEventListener("pointerdown", ({ target }) => {
    const at = target as Element;
    for (const button of document.querySelectorAll<HTMLElement>(OVER))
      if (!button.parentElement?.contains(at) && !at.closest("dialog")) button.click();
  });
}
