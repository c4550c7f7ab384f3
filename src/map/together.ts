import type { PartyRef, PlaceRef } from "../model/page-index.ts";
import type { Stack } from "../model/select.ts";
import type { Point } from "./mark-parts.ts";

/** Px between places within which their stacks are one mark. */
const NEAR = 24;
/** Degrees from a place, some fifty kilometres, within which others are its surroundings; farther ones are never called by its name. */
const AROUND = 0.5;

/**
 * Puts stacks together whose places nearly are one point on the screen, each with that of which most is told among those near it: one
 * mark, called by that place and by how many more there are where they are its surroundings, with one lozenge for all that happened there.
 *
 * @param at where a place is on the screen; null = it stands for itself, whatever is near it
 * @returns what stands, in the order given
 */
export function together(stacks: readonly Stack[], parties: readonly PartyRef[], at: (place: PlaceRef) => Point | null): readonly Stack[] {
  const groups = new Map<Stack, Stack[]>();
  for (const stack of [...stacks].sort((a, b) => b.count - a.count || b.events.length - a.events.length)) {
    const point = at(stack.place);
    const near = [...groups.keys()].find((one) => {
      const other = at(one.place);
      return point && other && Math.hypot(other[0] - point[0], other[1] - point[1]) < NEAR;
    });
    if (near) groups.get(near)?.push(stack);
    else groups.set(stack, [stack]);
  }
  return stacks.flatMap((stack) => {
    const all = groups.get(stack) ?? [];
    return all.length > 1 ? asOne(all, parties) : all;
  });
}

function asOne(all: readonly Stack[], parties: readonly PartyRef[]): Stack {
  const [{ place }, ...others] = all as readonly [Stack, ...Stack[]];
  const sum = (of: (stack: Stack) => number | undefined): number => all.reduce((n, stack) => n + (of(stack) ?? 0), 0);
  const events = all.flatMap((stack) => stack.events);
  return {
    place: {
      ...place,
      more: others.length,
      spread: others.some((other) => Math.hypot(other.place.lon - place.lon, other.place.lat - place.lat) > AROUND),
    },
    others: others.map((other) => other.place),
    count: sum((stack) => stack.count),
    parties: parties
      .map(({ id, code }) => ({ id, code, count: sum((stack) => stack.parties.find((p) => p.id === id)?.count) }))
      .filter((party) => party.count > 0)
      .sort((a, b) => b.count - a.count),
    events: events.slice(0, 1).map((event) => ({ ...event, title: events.map((e) => e.title).join(" · ") })),
  };
}
