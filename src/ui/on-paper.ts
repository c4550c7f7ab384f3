/** On paper the picture keeps the size, and with it the camera, that it has on the screen; the style sheet makes it smaller. */
export function onPaper(box: HTMLElement, size: () => readonly [number, number], before: () => void, after: () => void): void {
  addEventListener("beforeprint", () => {
    before();
    const [width, height] = size();
    box.style.setProperty("--laid-w", `${width}px`);
    box.style.setProperty("--laid-h", `${height}px`);
  });
  addEventListener("afterprint", after);
}
