/**
 * Where marks go on the page, in CSS pixels; pure, the same for the poster and the live map.
 * A mark never hides another: discs that would overlap are pushed apart and keep a leader to their place.
 */
export interface MarkBox {
  readonly id: string;
  /** The place itself. */
  readonly x: number;
  readonly y: number;
  /** Space the mark needs around its middle. */
  readonly radius: number;
}

/** The room a mark takes, in px of the box. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Radius of a stack's disc by its count: 13 to 19 px; 7 px when nothing was said there. */
export const discRadius = (count: number): number => (count === 0 ? 7 : Math.round(11 + Math.min(8, Math.sqrt(count) * 1.6)));

/** The letters below a stack's disc: the first parties, and how many more. */
export const stackCodes = (parties: readonly { readonly code: string }[], named = 3): string =>
  parties
    .slice(0, named)
    .map((p) => p.code)
    .join(" ") + (parties.length > named ? ` +${parties.length - named}` : "");

/** Half the width of those letters, and how far their middle is below the disc's edge; px, a little more than the type needs. */
export const codesHalf = (codes: string): number => codes.length * 4;
export const CODES_BELOW = 8;

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

/** How far a stack with its lozenges reaches from its middle. */
export const stackReach = (count: number, events: number): number =>
  count === 0 && events === 1 ? 10 : events > 0 ? Math.ceil(lozengeRing(events, discRadius(count)) + 7) : discRadius(count) + 2;

/** How far below its middle a mark's own name stands: beneath its letters, and beneath its lozenges where they go round it. */
export const nameBelow = (count: number, events: number): number =>
  Math.max(stackReach(count, events) + 14, count > 0 ? discRadius(count) + 27 : 0);

/** Rounds in which marks are drawn back to their places while they are parted, and rounds in which they are only parted. */
const TOGETHER = 40;
const ROUNDS = 160;
const BACK = 0.12;
/** Every so many rounds marks whose leaders cross change places. */
const UNTANGLE = 8;

/** left, top, right, bottom in px. */
export type Rect = readonly [number, number, number, number];

/** Where marks may stand: inside a box, and off the controls that lie on it. */
export interface Room {
  readonly box: Rect;
  readonly off: readonly Rect[];
}

/**
 * Pushes overlapping marks apart, the lighter one farther, and keeps each as near its place as the others allow. Deterministic:
 * the same boxes give the same places, whatever the machine.
 *
 * @param room where they may stand; a mark whose place is outside the box is left alone, and so is one for which there is no room
 * @returns for each box its middle [x, y], in the order given; the rounds are bounded, so a hopeless crowd ends touching, not hanging
 */
export function spread(boxes: readonly MarkBox[], room: Room | null = null): readonly (readonly [number, number])[] {
  const at: [number, number][] = boxes.map((b) => [b.x, b.y]);
  for (let round = 0; round < ROUNDS; round++) {
    if (round < TOGETHER)
      for (const [i, p] of at.entries()) {
        p[0] += (boxes[i]!.x - p[0]) * BACK;
        p[1] += (boxes[i]!.y - p[1]) * BACK;
      }
    if (round < TOGETHER && round % UNTANGLE === UNTANGLE - 1) untangle(boxes, at);
    const parted = part(boxes, at);
    const kept = room !== null && keep(boxes, at, room);
    if (!parted && !kept && round >= TOGETHER) break;
  }
  return at;
}

/** Changes the places of any two marks that are both nearer to where they belong afterwards: then no leader crosses another. */
function untangle(boxes: readonly MarkBox[], at: [number, number][]): void {
  const far = (i: number, [x, y]: readonly [number, number]): number => (boxes[i]!.x - x) ** 2 + (boxes[i]!.y - y) ** 2;
  for (let i = 0; i < at.length; i++) {
    for (let j = i + 1; j < at.length; j++) {
      const [a, b] = [at[i]!, at[j]!];
      if (far(i, b) + far(j, a) < far(i, a) + far(j, b) - 1) [at[i], at[j]] = [b, a];
    }
  }
}

/** One round of keeping marks inside their room. Returns whether any was outside. */
function keep(boxes: readonly MarkBox[], at: readonly [number, number][], { box, off }: Room): boolean {
  let moved = false;
  for (const [i, p] of at.entries()) {
    const { x, y, radius } = boxes[i]!;
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
    const [px, py] = p;
    p[0] = Math.min(Math.max(px, box[0] + radius), Math.max(box[0] + radius, box[2] - radius));
    p[1] = Math.min(Math.max(py, box[1] + radius), Math.max(box[1] + radius, box[3] - radius));
    for (const [left, top, right, bottom] of off) {
      if (p[0] + radius <= left || p[0] - radius >= right || p[1] + radius <= top || p[1] - radius >= bottom) continue;
      // Out by the shortest way that does not lead out of the box.
      const ways = [
        [left - radius - p[0], 0],
        [right + radius - p[0], 0],
        [0, top - radius - p[1]],
        [0, bottom + radius - p[1]],
      ] as const;
      const [dx, dy] = ways
        .filter(([a, b]) => p[0] + a >= box[0] && p[0] + a <= box[2] && p[1] + b >= box[1] && p[1] + b <= box[3])
        .reduce((best, way) => (Math.abs(way[0] + way[1]) < Math.abs(best[0] + best[1]) ? way : best), [1e6, 0] as readonly [
          number,
          number,
        ]);
      if (dx === 1e6) continue;
      p[0] += dx;
      p[1] += dy;
    }
    if (Math.abs(p[0] - px) + Math.abs(p[1] - py) > 0.01) moved = true;
  }
  return moved;
}

/** One round of pushing. Returns whether any two overlapped. */
function part(boxes: readonly MarkBox[], at: readonly [number, number][]): boolean {
  let moved = false;
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      const a = at[i]!;
      const b = at[j]!;
      const need = boxes[i]!.radius + boxes[j]!.radius;
      let dx = b[0] - a[0];
      let dy = b[1] - a[1];
      const gap = Math.hypot(dx, dy);
      if (gap >= need - 0.01) continue;
      let far = gap;
      if (far < 0.01) {
        // The same spot: part them by their order, not by chance.
        dx = Math.cos(j);
        dy = Math.sin(j);
        far = 1;
      }
      const heavy = boxes[i]!.radius ** 2;
      const share = heavy / (heavy + boxes[j]!.radius ** 2);
      const push = need - gap;
      a[0] -= (dx / far) * push * (1 - share);
      a[1] -= (dy / far) * push * (1 - share);
      b[0] += (dx / far) * push * share;
      b[1] += (dy / far) * push * share;
      moved = true;
    }
  }
  return moved;
}

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
