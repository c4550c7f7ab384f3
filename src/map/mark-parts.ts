import { BETWEEN_NAMES } from "../model/names.ts";
import type { Stack } from "../model/select.ts";
import { wrap } from "./label-room.ts";

/** left, top, right, bottom in px. */
export type Rect = readonly [number, number, number, number];
/** x, y in px. */
export type Point = readonly [number, number];

/** Radius of a stack's disc by its count: 13 to 19 px; 7 px when nothing was said there. */
export const discRadius = (count: number): number => (count === 0 ? 7 : Math.round(11 + Math.min(8, Math.sqrt(count) * 1.6)));

/** One party's share of the ring: `stroke-dasharray` and `stroke-dashoffset` on a circle with `pathLength` = total. */
export interface Arc {
  readonly id: string;
  readonly dash: string;
  readonly offset: number;
}

/** Ring arcs, in order, clockwise from the top; a hair's gap parts them when there are several. */
export function ringArcs(shares: readonly { readonly id: string; readonly count: number }[]): readonly Arc[] {
  const total = shares.reduce((sum, s) => sum + s.count, 0);
  const gap = shares.length > 1 ? total * 0.012 : 0;
  let from = 0;
  return shares.map((s) => {
    const drawn = Math.max(s.count - gap, s.count / 2);
    const arc = { id: s.id, dash: `${+drawn.toFixed(3)} ${+(total - drawn).toFixed(3)}`, offset: -from };
    from += s.count;
    return arc;
  });
}

/** The letters below a stack's disc: as many parties as there is room for, of which the last is how many more when there are more. */
export const stackCodes = (parties: readonly { readonly code: string }[], most = 4): string => {
  const named = parties.length > most ? most - 1 : most;
  return [...parties.slice(0, named).map((p) => p.code), ...(parties.length > named ? [`+${parties.length - named}`] : [])].join(" ");
};

/** How far their baseline is below the disc's edge, in px. */
export const CODES_BELOW = 12;

/** Half of what a lozenge's target takes, in px: targets of 24 px that do not touch. */
const HALF = 12.25;

/** Radius of the ring on which `total` lozenges stand around a disc: wide enough for them to close it without touching. */
const lozengeRing = (total: number, radius: number): number => Math.max(radius + 11, total > 1 ? HALF / Math.sin(Math.PI / total) : 0);

/** Where the n-th of `total` event lozenges stands around a disc: from the top, to both sides alternately, no two closer than 24 px. */
export function lozengeOffset(n: number, total: number, radius: number): readonly [number, number] {
  const ring = lozengeRing(total, radius);
  const step = 2 * Math.asin(Math.min(1, HALF / ring));
  const turn = (n % 2 === 1 ? 1 : -1) * Math.ceil(n / 2) * step;
  const angle = -Math.PI / 2 + (n === 0 ? 0 : turn);
  return [Math.round(ring * Math.cos(angle) * 10) / 10, Math.round(ring * Math.sin(angle) * 10) / 10];
}

/** Where the n-th of a stack's events stands: around its disc, or at the place itself when the event is all there is. */
export const eventOffset = (n: number, total: number, count: number): readonly [number, number] =>
  count === 0 && total === 1 ? [0, 0] : lozengeOffset(n, total, discRadius(count));

/** Half of what a lozenge takes of the room of other marks, with the air between them its target, and of what a disc takes at least; px. */
const LOZENGE = 11;
const HAND = 18;

/** The disc and the lozenges around it, each by itself, from the disc's middle. */
export function drawn(count: number, events: number): readonly Rect[] {
  const disc = count === 0 ? 7 : Math.max(discRadius(count) + 2, HAND);
  const all = Array.from({ length: events }, (_, n): Rect => {
    const [x, y] = eventOffset(n, events, count);
    return [x - LOZENGE, y - LOZENGE, x + LOZENGE, y + LOZENGE];
  });
  return count === 0 && events === 1 ? all : [[-disc, -disc, disc, disc], ...all];
}

/** How far letters reach above their baseline, in px. */
export const ASCENT = 11;

/** Px between the lines of a name, and most letters to a line of one. */
export const NAME_LINE = 14;
const NAME_MOST = 18;

/** A place's name as its mark says it, a line each: both names in the same size. */
export const nameRows = (name: string): readonly string[] => name.split(BETWEEN_NAMES).flatMap((one) => wrap(one, NAME_MOST));

/**
 * Whether a mark may say what its place is called. Where a layer has names, a place at which one thing only happened has that of the map:
 * around several there is no room for it.
 *
 * @param named whether no layer has names
 */
export const mayName = ({ count, events }: Pick<Stack, "count" | "events">, named: boolean): boolean =>
  count > 0 || events.length > 1 || named;

/** The baseline of a name's first line, below the disc's middle: beneath the letters, and beneath lozenges that go round. */
export const nameBelow = (count: number, events: number): number =>
  Math.max(around(drawn(count, events))[3] + ASCENT, count > 0 ? discRadius(count) + CODES_BELOW + NAME_LINE : 0);

/** The room of several boxes. */
export const around = (boxes: readonly Rect[]): Rect => [
  Math.min(...boxes.map((b) => b[0])),
  Math.min(...boxes.map((b) => b[1])),
  Math.max(...boxes.map((b) => b[2])),
  Math.max(...boxes.map((b) => b[3])),
];
