import { type Point, stackCodes } from "./mark-parts.ts";
import { cheapest, type Placing, placings, type Said, stoodIn } from "./marks.ts";
import { costOf, FEW, type PlacedMark, type Room, type Spot, type Stood } from "./spots.ts";

/** How many neighbours are lifted at once. */
const LIFTED = [3, 5, 7];
/** How often all move up at most, and px of a leader below which nothing is better. */
const SETTLES = 6;
const BETTER = 1;
/** So much more than before, in px of a leader, and no moving up makes up for it. */
const HOPELESS = 300;

type Spread = readonly (Stood | null)[];

const besides = (stood: Spread, i: number): readonly Stood[] => stood.filter((one) => one !== null).filter((one) => one !== stood[i]);
const far = (one: Point, other: Point): number => Math.hypot(one[0] - other[0], one[1] - other[1]);

/** What marks cost together. */
const total = (stood: readonly Stood[]): number => stood.reduce((sum, one, i) => sum + costOf(one, stood.slice(0, i)), 0);

/** Has each stand where it costs least among the others, until all do. */
function settle(all: readonly Placing[], spread: readonly Stood[], room: Room, spots?: readonly Spot[]): readonly Stood[] {
  const stood = [...spread];
  for (let n = 0, moves = true; moves && n < SETTLES; n++) {
    moves = false;
    for (const [i, one] of all.entries()) {
      const others = besides(stood, i);
      const found = cheapest(one, others, room, costOf(stood[i]!, others) - BETTER, spots);
      if (!found) continue;
      stood[i] = found;
      moves = true;
    }
  }
  return stood;
}

/** Some of them put back, one by one in this order, each where it costs least; null where one finds no room. */
function putBack(all: readonly Placing[], stood: Spread, lifted: readonly number[], room: Room): readonly Stood[] | null {
  const spread = stood.map((one, k) => (lifted.includes(k) ? null : one));
  for (const k of lifted) spread[k] = cheapest(all[k]!, besides(spread, k), room, Number.POSITIVE_INFINITY, FEW);
  return spread.every((one) => one !== null) ? spread : null;
}

/** The best that is found from here. */
function better(all: readonly Placing[], first: readonly Stood[], room: Room): readonly Stood[] {
  let stood = settle(all, first, room);
  let least = total(stood);
  for (const { mark } of all) {
    const from = (k: number): number => far(all[k]!.mark.place, mark.place);
    const near = [...all.keys()].sort((a, b) => from(a) - from(b));
    for (const size of LIFTED)
      for (let turn = 0; turn < size && size <= all.length && least > 0; turn++) {
        const spread = putBack(all, stood, [...near.slice(turn, size), ...near.slice(0, turn)], room);
        if (!spread || total(spread) > least + HOPELESS) continue;
        const tried = settle(all, spread, room, FEW);
        const cost = total(tried);
        if (cost > least - BETTER) continue;
        stood = tried;
        least = cost;
      }
  }
  return settle(all, stood, room);
}

/** The same is asked for again, for the names on a map and by a page in another language. */
const known = new Map<string, readonly Point[]>();

/**
 * Gives the marks of a map their seats. For a build: it takes some tenths of a second for a crowd. Marks that are put one by one stand in
 * each other's way; here the neighbours of each are lifted, a few and more of them, and put back in another order, and all others move up,
 * where that costs less. Pure.
 *
 * @returns the marks in the order given
 */
export function withSeats(marks: readonly PlacedMark[], room: Room, said: Said): readonly PlacedMark[] {
  const looks = marks.map(({ stack, place }) => [place, stack.count, stack.events.length, stackCodes(stack.parties, said.most), said.nameOf(stack)]); // biome-ignore format: one line
  const key = JSON.stringify([looks, room]);
  if (!known.has(key)) {
    const all = placings(marks, said);
    const first = stoodIn(marks, room, said);
    // From where they are without seats; and put from below, as each has its letters and its name beneath it.
    const low = [...all.keys()].sort((a, b) => all[b]!.mark.place[1] - all[a]!.mark.place[1]);
    const starts = [all.map(({ mark }) => first.get(mark)!), putBack(all, all.map(() => null), low, room)]; // biome-ignore format: one line
    const [stood] = starts
      .filter((start) => start !== null)
      .map((start) => better(all, start, room))
      .sort((a, b) => total(a) - total(b));
    known.set(
      key,
      marks.map((mark) => {
        const { place, middle } = stood![all.findIndex((one) => one.mark === mark)]!;
        return [middle[0] - place[0], middle[1] - place[1]];
      }),
    );
  }
  return marks.map((mark, i) => ({ ...mark, seat: known.get(key)![i]! }));
}
