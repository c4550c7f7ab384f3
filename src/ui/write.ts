/** Writes an attribute that is another now. A picture of which one is written as it was is drawn anew by the browser all the same. */
export function write(el: Element | null | undefined, name: string, value: string): void {
  if (el && el.getAttribute(name) !== value) el.setAttribute(name, value);
}
