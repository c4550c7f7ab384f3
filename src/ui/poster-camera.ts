import type { Bounds } from "../dossier/types.ts";
import { type MapCamera, mercator } from "../map/camera.ts";
import { write } from "./write.ts";

/**
 * Lets the prerendered picture show any camera: what is drawn moves by its view box, names by their own places, which the style sheet
 * has as `--x` and `--y`: from the middle of the opening bounds, in widths of it.
 *
 * @returns shows a camera in a box of `width` × `height` px; null = the opening view, which the style sheet draws with no script
 */
export function posterCamera(box: HTMLElement, opening: Bounds): (at: MapCamera | null, width: number, height: number) => void {
  const base = box.querySelector<SVGSVGElement>(".poster .base");
  const [W = 1, H = 1] = (base?.dataset["size"] ?? "").split(" ").map(Number);
  const [x0, y0] = mercator(opening[0], opening[3]);
  const [x1, y1] = mercator(opening[2], opening[1]);
  const units = W / (x1 - x0);
  let labels: readonly { readonly label: SVGGElement; readonly x: number; readonly y: number }[] | null = null;
  /** Each label's place as a share of the world; read when it is first needed, and never again. */
  const places = () =>
    (labels ??= [...box.querySelectorAll<SVGGElement>(".poster .label")].map((label) => {
      const style = getComputedStyle(label);
      const at = (name: string): number => Number(style.getPropertyValue(name)) * (x1 - x0);
      return { label, x: (x0 + x1) / 2 + at("--x"), y: (y0 + y1) / 2 + at("--y") };
    }));
  return (at, width, height) => {
    if (!at) {
      for (const { label } of labels ?? []) label.style.transform = "";
      write(base, "viewBox", `0 0 ${W} ${H}`);
      return;
    }
    const [cx, cy] = mercator(at.lng, at.lat);
    const px = 512 * 2 ** at.zoom;
    for (const { label, x, y } of places())
      label.style.transform = `translate(${(width / 2 + (x - cx) * px).toFixed(1)}px,${(height / 2 + (y - cy) * px).toFixed(1)}px)`;
    const perPx = units / px;
    const view = [(cx - x0) * units - (width / 2) * perPx, (cy - y0) * units - (height / 2) * perPx, width * perPx, height * perPx];
    write(base, "viewBox", view.map((n) => +n.toFixed(2)).join(" "));
  };
}
