import type { Id } from "../dossier/types.ts";
import { meet, moved, size } from "../map/boxes.ts";
import { nameBelow, type Point, type Rect } from "../map/mark-parts.ts";
import { besideBy, roomOf } from "../map/mark-room.ts";
import { type Said, standing, type StandingMark } from "../map/marks.ts";
import type { PlacedMark, Room } from "../map/spots.ts";
import type { PlaceRef } from "../model/page-index.ts";
import type { Stack } from "../model/select.ts";
import { write } from "./write.ts";

/** CSS pixels from the top left of the map's box. */
export type Project = (lon: number, lat: number) => readonly [number, number];

/** Controls that lie on the map, which no mark may hide under. */
const CONTROLS = ".tools > *, .zoom, .full, .missing, .key > summary, .inset, .badges li, .edge li, .scale span";

/** What the letters below a disc reach past its side, in px: without it they are cut at the edge of a narrow map. */
const MARGIN = 6;

/** The room marks have in a box: all of it but its controls. Measures; call it when the box has just been laid out. */
export function roomIn(box: HTMLElement): Room {
  const rect = (el: Element): Rect => {
    const { left, top, right, bottom } = el.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const outer = rect(box);
  // What is folded away has a box too, and takes no room.
  const off = [...box.querySelectorAll(CONTROLS)].filter((control) => control.checkVisibility()).map(rect);
  const own = (one: Rect): Rect => moved(one, [-outer[0], -outer[1]]);
  const [, , width, height] = own(outer);
  seats.clear();
  return { box: [MARGIN, 0, width - MARGIN, height], off: off.filter((one) => size(one) > 0 && meet(one, outer)).map(own) };
}

const shift = ([x, y]: Point): string => `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`;
const tenth = (n: number): number => Math.round(n * 10) / 10;

/** Half of what a place takes: the map's own name, which would be the second, stands no nearer to it and no farther (7 px, see `nameLayers`). */
const DOT = 8;

/** Takes the marks along with the map as they stand: while it moves, nobody reads them. */
export function followMap(layer: Element, project: Project, stacks: readonly Stack[]): void {
  for (const { place } of stacks)
    for (const g of layer.querySelectorAll<SVGGElement>(`g[data-mark="${place.id}"]`))
      g.style.transform = shift(project(place.lon, place.lat));
}

/**
 * Where the style sheet has marks stand in the opening view, from their places, in a box as it was measured last. Each is read once,
 * before anything is written; null = it has no seat there.
 */
const seats = new Map<Id, Point | null>();

function seatOf(mark: Element, id: Id): Point | null {
  let seat = seats.get(id);
  if (seat === undefined) {
    const [x, y] = getComputedStyle(mark).getPropertyValue("--o").split(",").map(Number.parseFloat);
    seat = y === undefined ? null : [x!, y];
    seats.set(id, seat);
  }
  return seat;
}

/** Where the marks stood last, and all that hangs on: most that a reader does asks for the same again, and a crowd is costly to part. */
let last: { readonly of: string; readonly marks: readonly StandingMark[] } | null = null;

function stood(marks: readonly PlacedMark[], room: Room, said: Said): readonly StandingMark[] {
  const of = JSON.stringify([
    marks.map(({ stack, ...at }) => [stack.place.id, stack.count, stack.events.length, stack.parties, at, said.nameOf(stack)]),
    room,
    said.most,
  ]);
  if (last?.of !== of) last = { of, marks: standing(marks, room, said) };
  return last.marks;
}

/**
 * Puts every mark where its place is now, parts those that would hide each other and draws a leader from each moved one.
 * Writes nothing but transforms, line ends and which names are said.
 *
 * @param opening whether the camera is that of the style sheet: what stands well where that has it stays there
 * @returns what names of the map keep off: the marks, their letters and names, and the places of those that say theirs
 */
export function placeMarks(
  layer: Element,
  project: Project,
  room: Room,
  stacks: readonly Stack[],
  said: Said,
  opening: boolean,
): readonly Rect[] {
  const find = (kind: string, { place }: Stack) => layer.querySelector<SVGGElement>(`.${kind}[data-mark="${place.id}"]`);
  // Parted by tenths: in a crowd a hair decides where a mark goes, and numbers that are reckoned twice differ by less.
  const at = ({ lon, lat }: PlaceRef) => project(lon, lat).map(tenth) as unknown as Point;
  const marks = stacks.flatMap((stack) => {
    const mark = find("mark", stack);
    return mark ? { stack, place: at(stack.place), seat: opening && !stack.others ? seatOf(mark, stack.place.id) : null } : [];
  });
  followMap(layer, project, stacks);
  return stood(marks, room, said).flatMap(({ stack, place: [x, y], middle, parts }) => {
    const [dx, dy] = [middle[0] - x, middle[1] - y];
    const [mark, ground] = [find("mark", stack), find("ground", stack)];
    mark?.querySelector<SVGGElement>(".body")?.style.setProperty("transform", shift([dx, dy]));
    const name = mark?.querySelector<SVGElement>(".place-name");
    if (name) {
      name.classList.toggle("under", !parts.name);
      const beside = besideBy(parts, middle, nameBelow(stack.count, stack.events.length));
      name.style.textAnchor = beside?.anchor ?? "";
      name.style.transform = beside ? shift(beside.by) : "";
    }
    const leader = ground?.querySelector(".leader");
    write(leader, "x2", dx.toFixed(1));
    write(leader, "y2", dy.toFixed(1));
    ground?.classList.toggle("moved", Math.hypot(dx, dy) > 2);
    return [...roomOf(parts), ...(parts.name ? [[x - DOT, y - DOT, x + DOT, y + DOT] as const] : [])];
  });
}
