/** Room for the picture on a sheet, in px of the map's part of it, which is printed at four fifths; beyond so much larger its names shout. */
const [WIDE, HIGH, MOST] = [850, 560, 1.4];

/**
 * On paper the picture keeps the size, and with it the camera, that it has on the screen; the style sheet makes it fit. It is ink on white
 * whatever the screen has: a style sheet that only says so for print leaves the browser with the colours it knows.
 */
export function onPaper(box: HTMLElement, size: () => readonly [number, number], before: () => void, after: () => void): void {
  const { dataset } = document.documentElement;
  let theme: string | undefined;
  addEventListener("beforeprint", () => {
    theme = dataset["theme"];
    dataset["theme"] = "light";
    before();
    const [width, height] = size();
    // On the sheet no container says which of the names were hidden: as on the screen, those that need the width of 600 px, or those that stand in for them.
    box.dataset["laid"] = width < 600 ? "small" : "wide";
    box.style.setProperty("--laid-w", `${width}px`);
    box.style.setProperty("--laid-h", `${height}px`);
    box.style.setProperty("--fit", String(Math.min(MOST, WIDE / width, HIGH / height)));
  });
  addEventListener("afterprint", () => {
    if (theme !== undefined) dataset["theme"] = theme;
    after();
  });
}
