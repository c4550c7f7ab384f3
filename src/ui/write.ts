/** Writes an attribute that is another now. A picture of which one is written as it was is drawn anew by the browser all the same. */
export function write(el: Element | null | undefined, name: string, value: string): void {
  if (el && el.getAttribute(name) !== value) el.setAttribute(name, value);
}

/** Writes a text that is another now: one that is written as it was is laid out anew all the same. */
export function writeText(node: Node | null | undefined, text: string): void {
  if (node && node.textContent !== text) node.textContent = text;
}
