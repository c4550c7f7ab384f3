/** Calls once, when the element comes into sight; never for a reader who saves data. */
export function whenSeen(element: Element, call: () => void): void {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true) return;
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((e) => e.isIntersecting)) return;
    observer.disconnect();
    call();
  }).observe(element);
}
