import { between, COST, farOf, leader, type Room, spotFor, stand, type Stood } from "./spots.ts";

/** The share of the map's width from which on a mark is far enough from its place to be worth another's while. */
const FAR_SHARE = 0.25;
/** Most pairs that are tried: a crowd has hundreds, and the reader waits. */
const MOST = 8;

/** What the leaders of two marks cost, and what they hide of the others and of each other. */
const both = (one: Stood, other: Stood, others: readonly Stood[]): number =>
  others.reduce(
    (sum, third) => sum + between(one, third) + between(other, third),
    leader(farOf(one)) + leader(farOf(other)) + between(one, other),
  );

/**
 * Puts pairs of marks that are in each other's way anew, together: leaders that cross, and one that was driven far by others that are
 * moved themselves. No mark by itself has a better spot by now; two that change theirs may both have one. The first stays where it is.
 */
export function untangle(stood: Stood[], room: Room): void {
  const far = (room.box[2] - room.box[0]) * FAR_SHARE;
  const inTheWay = (one: Stood, other: Stood): boolean =>
    between(one, other) >= COST.crossing ||
    (farOf(one) > far &&
      other.place !== other.middle &&
      Math.hypot(one.place[0] - other.middle[0], one.place[1] - other.middle[1]) < farOf(one));
  let tried = 0;
  for (let i = 1; i < stood.length; i++) {
    for (let k = 1; k < stood.length; k++) {
      const one = stood[i]!;
      const other = stood[k]!;
      if (i === k || !inTheWay(one, other)) continue;
      if (tried++ === MOST) return;
      const others = stood.filter((mark) => mark !== one && mark !== other);
      const now = both(one, other, others);
      const there = spotFor(one.place, one.form, others, room, now, false);
      const moved = there && stand(one, one.form, there);
      const beside = moved && spotFor(other.place, other.form, [...others, moved], room, now, false);
      if (!moved || !beside) continue;
      const then = stand(other, other.form, beside);
      if (both(moved, then, others) < now) [stood[i], stood[k]] = [moved, then];
    }
  }
}
