import { CODES_BELOW, codesHalf, type Placed, type Room, spread } from "../map/marks.ts";

/** CSS pixels from the top left of the map's box. */
export type Project = (lon: number, lat: number) => readonly [number, number];

/** Controls that lie on the map, which no mark may hide under. */
const CONTROLS = ".tools, .zoom, .missing, .key > summary, .inset, .badges ul, .edge ul, .scale";

/** What the letters below a disc reach past its side, in px: without it they are cut at the edge of a narrow map. */
const MARGIN = 6;

/** The room marks have in a box: all of it but its controls. Measures; call it when the box has just been laid out. */
export function roomIn(box: HTMLElement): Room {
  const outer = box.getBoundingClientRect();
  const off = [...box.querySelectorAll(CONTROLS)].flatMap((control): Room["off"] => {
    const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
    const inside = width > 0 && height > 0 && top < outer.bottom && left < outer.right && right > outer.left && bottom > outer.top;
    return inside ? [[left - outer.left, top - outer.top, right - outer.left, bottom - outer.top]] : [];
  });
  return { box: [MARGIN, 0, outer.width - MARGIN, outer.height], off };
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

/**
 * Puts every mark where its place is now, parts those that would hide each other and draws a leader from each moved one.
 * Writes nothing but transforms and line ends, so it can run on every frame of a pan.
 */
export function placeMarks(layer: Element, project: Project, room: Room | null): readonly Placed[] {
  const marks = [...layer.querySelectorAll<SVGGElement>("g.mark")];
  const grounds = new Map([...layer.querySelectorAll<SVGGElement>("g.ground")].map((g) => [g.dataset["mark"], g]));
  const at: (readonly [number, number])[] = [];
  const boxes = marks.map((mark) => {
    const [lon = 0, lat = 0] = (mark.dataset["at"] ?? "").split(" ").map(Number);
    const [x, y] = project(lon, lat);
    // Parted by tenths: in a crowd a hair decides where a mark goes, and numbers that are reckoned twice differ by less.
    at.push([x, y]);
    return { id: mark.dataset["mark"] ?? "", x: tenth(x), y: tenth(y), radius: Number(mark.dataset["reach"] ?? 14) };
  });
  const middles = spread(boxes, room);
  marks.forEach((mark, i) => {
    const box = boxes[i]!;
    const [x, y] = middles[i]!;
    const dx = x - box.x;
    const dy = y - box.y;
    mark.style.transform = `translate(${at[i]![0].toFixed(1)}px,${at[i]![1].toFixed(1)}px)`;
    const body = mark.querySelector<SVGGElement>(".body");
    if (body) body.style.transform = `translate(${dx.toFixed(1)}px,${dy.toFixed(1)}px)`;
    const ground = grounds.get(mark.dataset["mark"]);
    if (ground) ground.style.transform = mark.style.transform;
    const leader = ground?.querySelector(".leader");
    leader?.setAttribute("x2", dx.toFixed(1));
    leader?.setAttribute("y2", dy.toFixed(1));
    ground?.classList.toggle("moved", Math.hypot(dx, dy) > 2);
  });
  // The letters below a disc reach past it on both sides: names on the map keep off them too.
  const letters = marks.flatMap((mark, i): Placed[] => {
    const [x, y] = middles[i]!;
    return [...mark.querySelectorAll(".codes")].flatMap((text) => {
      const half = codesHalf(text.textContent.trim()) - CODES_BELOW;
      const below = y + Number(text.getAttribute("y")) - 4;
      return [-1, -0.33, 0.33, 1].map((k) => ({ x: x + half * k, y: below, radius: CODES_BELOW }));
    });
  });
  return [...middles.map(([x, y], i) => ({ x, y, radius: boxes[i]!.radius })), ...letters];
}
