import type { PartyRef, PlaceRef } from "../model/page-index.ts";
import type { Stack } from "../model/select.ts";
import type { Point } from "./mark-parts.ts";

/** Px between places within which their stacks are one mark. */
const NEAR = 24;

/**
 * Puts stacks together whose places nearly are one point on the screen, each with that of which most is told among those near it: one
 * mark, called by that place and by how many more there are, with one lozenge for all that happened there.
 *
 * @param at where a place is on the screen; null = it stands for itself, whatever is near it
 * @returns what stands, in the order given
 */
export function together(stacks: readonly Stack[], parties: readonly PartyRef[], at: (place: PlaceRef) => Point | null): readonly Stack[] {
  const groups: { readonly point: Point; readonly all: Stack[] }[] = [];
  for (const stack of [...stacks].sort((a, b) => b.count - a.count || b.events.length - a.events.length)) {
    const point = at(stack.place);
    if (!point) continue;
    const near = groups.find((g) => Math.hypot(g.point[0] - point[0], g.point[1] - point[1]) < NEAR);
    if (near) near.all.push(stack);
    else groups.push({ point, all: [stack] });
  }
  return stacks.flatMap((stack) => {
    const all = groups.find((g) => g.all.includes(stack))?.all ?? [stack];
    return all[0] !== stack ? [] : all.length > 1 ? asOne(all, parties) : stack;
  });
}

function asOne(all: readonly Stack[], parties: readonly PartyRef[]): Stack {
  const [{ place }, ...others] = all as readonly [Stack, ...Stack[]];
  const sum = (of: (stack: Stack) => number | undefined): number => all.reduce((n, stack) => n + (of(stack) ?? 0), 0);
  const events = all.flatMap((stack) => stack.events);
  return {
    place: { ...place, more: ` +${others.length}` },
    others: others.map((other) => other.place),
    count: sum((stack) => stack.count),
    parties: parties
      .map(({ id, code }) => ({ id, code, count: sum((stack) => stack.parties.find((p) => p.id === id)?.count) }))
      .filter((party) => party.count > 0)
      .sort((a, b) => b.count - a.count),
    events: events.slice(0, 1).map((event) => ({ ...event, title: events.map((e) => e.title).join(" · ") })),
  };
}
