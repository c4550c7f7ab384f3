import { partsOf, type Point, type Rect } from "../map/mark-parts.ts";
import { type Room, type Said, standing } from "../map/marks.ts";
import type { Stack } from "../model/select.ts";

/** CSS pixels from the top left of the map's box. */
export type Project = (lon: number, lat: number) => readonly [number, number];

/** Controls that lie on the map, which no mark may hide under. */
const CONTROLS = ".zoom, .mode, .missing, .key > summary, .inset, .badges ul, .edge ul, .scale";

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

const shift = ([x, y]: Point): string => `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`;
const tenth = (n: number): number => Math.round(n * 10) / 10;

/**
 * Puts every mark where its place is now, parts those that would hide each other and draws a leader from each moved one.
 * Writes nothing but transforms, line ends and which names are said.
 *
 * @returns what names of the map keep off: the marks, their letters and names, and the places of those that say theirs
 */
export function placeMarks(layer: Element, project: Project, room: Room, stacks: readonly Stack[], said: Said): readonly Rect[] {
  const elements = new Map(
    [...layer.querySelectorAll<SVGGElement>("g.mark, g.ground")].map((g) => [g.className.baseVal.slice(0, 4) + g.dataset["mark"], g]),
  );
  // Parted by tenths: in a crowd a hair decides where a mark goes, and numbers that are reckoned twice differ by less.
  const marks = stacks
    .filter(({ place }) => elements.has(`mark${place.id}`))
    .map((stack) => ({ stack, place: project(stack.place.lon, stack.place.lat).map(tenth) as unknown as readonly [number, number] }));
  return standing(marks, room, said).flatMap(({ stack, place: [x, y], middle, parts }) => {
    const [dx, dy] = [middle[0] - x, middle[1] - y];
    const mark = elements.get(`mark${stack.place.id}`)!;
    mark.style.transform = shift([x, y]);
    const body = mark.querySelector<SVGGElement>(".body");
    if (body) body.style.transform = shift([dx, dy]);
    mark.querySelector(".place-name")?.classList.toggle("under", parts.name === null);
    const ground = elements.get(`grou${stack.place.id}`);
    if (ground) ground.style.transform = mark.style.transform;
    const leader = ground?.querySelector(".leader");
    leader?.setAttribute("x2", dx.toFixed(1));
    leader?.setAttribute("y2", dy.toFixed(1));
    ground?.classList.toggle("moved", Math.hypot(dx, dy) > 2);
    return [...partsOf(parts), ...(parts.name ? [[x - DOT, y - DOT, x + DOT, y + DOT] as const] : [])];
  });
}

/** Half of what a place's dot takes: the map's own name of the place, which stands by it, would be the second. */
const DOT = 3;

/** Takes the marks along with the map as they stand: while it moves, nobody reads them. */
export function followMap(layer: Element, project: Project, stacks: readonly Stack[]): void {
  const places = new Map(stacks.map(({ place }) => [place.id, place]));
  for (const g of layer.querySelectorAll<SVGGElement>("g.mark, g.ground")) {
    const place = places.get(g.dataset["mark"] ?? "");
    if (place) g.style.transform = shift(project(place.lon, place.lat));
  }
}
