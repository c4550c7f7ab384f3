import type { Bounds } from "../dossier/types.ts";
import { type MapCamera, mercator, project } from "../map/camera.ts";

/**
 * Lets the prerendered picture show any camera: what is drawn moves by its view box, names by their own places.
 *
 * @returns shows a camera in a box of `width` × `height` px; null = the opening view, which the style sheet draws with no script
 */
export function posterCamera(box: HTMLElement, opening: Bounds): (at: MapCamera | null, width: number, height: number) => void {
  const base = box.querySelector<SVGSVGElement>(".poster .base");
  const labels = [...box.querySelectorAll<SVGGElement>(".poster .label")];
  const [W = 1, H = 1] = (base?.dataset["size"] ?? "").split(" ").map(Number);
  const [x0, y0] = mercator(opening[0], opening[3]);
  const [x1] = mercator(opening[2], opening[1]);
  const units = W / (x1 - x0);
  return (at, width, height) => {
    const to = at && project(at, width, height);
    for (const label of labels) {
      const [lon = 0, lat = 0] = (label.dataset["at"] ?? "").split(" ").map(Number);
      const [x = 0, y = 0] = to?.(lon, lat) ?? [];
      label.style.transform = to ? `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)` : "";
    }
    let view = [0, 0, W, H];
    if (at) {
      const [cx, cy] = mercator(at.lng, at.lat);
      const perPx = units / (512 * 2 ** at.zoom);
      view = [(cx - x0) * units - (width / 2) * perPx, (cy - y0) * units - (height / 2) * perPx, width * perPx, height * perPx];
    }
    base?.setAttribute("viewBox", view.map((n) => +n.toFixed(2)).join(" "));
  };
}
