import type { Position } from "geojson";
import { crossing, locator, meeting, spikeAt, turn } from "../geometry.ts";

/** Positions of one ring. More is a coastline not yet simplified, too heavy for a page. */
const LONGEST_RING = 20_000;

/** What is wrong with a ring: `at` is the way from it to the position. */
export type RingProblem = readonly [at: string, rule: string, found: string, expected: string, fix: string];

/** What is said of a position that stands far out. */
export const spikeWords = (at: Position): readonly [found: string, expected: string, fix: string] => [
  `${JSON.stringify(at)}, far from the positions before and after it`,
  "a shape that does not go far out and straight back",
  "Check the digits of the position; longitude comes first.",
];

/** The first thing wrong with a ring of good positions; what follows it would mean nothing. */
function shapeProblem(ring: readonly Position[]): RingProblem | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4) return ["", "ring", `${ring.length} positions`, "four positions or more in a ring", "Draw the shape, or remove it."];
  if (first?.some((n, i) => n !== last?.[i])) {
    const [start, end] = [JSON.stringify(first), JSON.stringify(last)];
    return [
      `[${ring.length - 1}]`,
      "ring-open",
      `ends at ${end}`,
      `the first position again, ${start}`,
      "Repeat the first position at the end of the ring.",
    ];
  }
  if (ring.length > LONGEST_RING)
    return ["", "ring-size", `${ring.length} positions in one ring`, `at most ${LONGEST_RING}`, "Simplify the shape."];
  const [i, j] = crossing(ring) ?? [];
  const far = i === undefined ? -1 : spikeAt(ring);
  if (far >= 0) return [`[${far}]`, "spike", ...spikeWords(ring[far]!)];
  if (i !== undefined)
    return [
      `[${i}]`,
      "ring-crosses",
      `segments ${i} and ${j} cross near ${JSON.stringify(ring[i])}`,
      "a ring that does not cross itself",
      "Move one of the positions.",
    ];
  return turn(ring) === 0 ? ["", "ring", "a ring without area", "a shape with an inside", "Draw it as a line, or remove it."] : null;
}

function windingProblem(ring: readonly Position[], outer: boolean): RingProblem | null {
  if (turn(ring) > 0 === outer) return null;
  const [found, expected] = outer
    ? ["outer ring runs with the clock", "outer rings against the clock"]
    : ["hole runs against the clock", "holes with the clock"];
  return ["", "ring-winding", found, expected, "Reverse the ring (right-hand rule, RFC 7946, section 3.1.6)."];
}

const called = (ring: number): string => (ring === 0 ? "the outer ring" : `hole ${ring}`);

/** The same ring, wherever it begins and whichever way it runs. */
export const ringKey = (ring: readonly Position[]): string =>
  ring
    .slice(1)
    .map((b, i) => [JSON.stringify(ring[i]), JSON.stringify(b)].sort().join())
    .sort()
    .join();

/** The first two rings that have more than single points in common, told of the later one. */
function together(rings: readonly (readonly Position[])[]): readonly [number, RingProblem] | null {
  const met = meeting(rings);
  if (!met) return null;
  const { near, how } = met;
  const [one, other] = met.rings;
  const at = JSON.stringify(near);
  if (how === "cross")
    return [
      other,
      [
        "",
        "rings-cross",
        `hole ${other} crosses ${called(one)} near ${at}`,
        "rings that do not cross each other",
        one === 0
          ? "Draw the hole inside the ring; where it reaches the edge, draw the edge around it."
          : "Make one hole of the two, or move one of the positions.",
      ],
    ];
  if (ringKey(rings[one] ?? []) === ringKey(rings[other] ?? []))
    return [other, ["", "ring-twice", `hole ${other} is ${called(one)} once more`, "each ring once", "Remove it."]];
  return [
    other,
    [
      "",
      "rings-cross",
      `hole ${other} runs along ${called(one)} near ${at}`,
      "rings that touch at single points at most",
      one === 0 ? "Draw the edge around what is left out, without a hole." : "Make one hole of the two.",
    ],
  ];
}

/** A ring's positions and the middles between them: enough to tell where it lies when it crosses nothing. */
const spots = (ring: readonly Position[]): readonly Position[] => [
  ...ring,
  ...ring.slice(1).map(([x = 0, y = 0], i): Position => [(x + (ring[i]?.[0] ?? 0)) / 2, (y + (ring[i]?.[1] ?? 0)) / 2]),
];

/** Of rings that have no more than single points in common: the holes that reach outside the outer ring. */
function outside([outer, ...holes]: readonly (readonly Position[])[]): ReadonlyMap<number, RingProblem> {
  const where = locator(outer ?? []);
  return new Map(
    holes.flatMap((hole, i) => {
      const all = spots(hole);
      const out = all.find((p) => where(p) === "outside");
      if (!out) return [];
      const problem: RingProblem = all.some((p) => where(p) === "inside")
        ? [
            "",
            "hole-outside",
            `hole ${i + 1} reaches outside the outer ring at ${JSON.stringify(out)}`,
            "holes inside the outer ring, the first",
            "Draw the hole inside the ring.",
          ]
        : [
            "",
            "hole-outside",
            `hole ${i + 1} lies outside the outer ring`,
            "holes inside the outer ring, the first",
            "If it is another area, make it a polygon of its own in a MultiPolygon; else correct its positions.",
          ];
      return [[i + 1, problem] as const];
    }),
  );
}

/** Of such rings: the holes that lie inside other holes. From west to east, so that not every two are compared. */
function nested([, ...holes]: readonly (readonly Position[])[]): ReadonlyMap<number, RingProblem> {
  const found = new Map<number, RingProblem>();
  const all = holes.map((ring, i) => ({
    no: i + 1,
    ring,
    west: ring.reduce((a, [x = 0]) => Math.min(a, x), 180),
    east: ring.reduce((a, [x = 0]) => Math.max(a, x), -180),
    where: locator(ring),
  }));
  let open: typeof all = [];
  for (const hole of all.sort((a, b) => a.west - b.west || b.east - a.east)) {
    open = open.filter((o) => o.east >= hole.west);
    const around = open.find((o) => o.east >= hole.east && spots(hole.ring).some((p) => o.where(p) === "inside"));
    if (around)
      found.set(hole.no, [
        "",
        "hole-in-hole",
        `hole ${hole.no} lies inside hole ${around.no}`,
        "holes beside each other",
        "If it is land in the hole, make it a polygon of its own in a MultiPolygon; else remove it.",
      ]);
    open.push(hole);
  }
  return found;
}

/**
 * What is wrong with the rings of a polygon, the outer one first: one problem a ring. How they lie to each other is looked at when each
 * is good by itself, and comes before the way they run: reversing a hole that is none would help nobody.
 *
 * @param rings positions of each ring; null for one whose positions are not good
 */
export function ringProblems(rings: readonly (readonly Position[] | null)[]): ReadonlyMap<number, RingProblem> {
  const found = new Map<number, RingProblem>();
  const put = (i: number, problem: RingProblem | null | undefined): void => void (problem && !found.has(i) && found.set(i, problem));
  for (const [i, ring] of rings.entries()) if (ring) put(i, shapeProblem(ring));
  const good = rings.filter((ring) => ring !== null);
  if (found.size === 0 && good.length === rings.length && good.length > 1) {
    const met = together(good);
    if (met) put(...met);
    else for (const [i, problem] of [...outside(good), ...nested(good)]) put(i, problem);
  }
  for (const [i, ring] of rings.entries()) if (ring) put(i, windingProblem(ring, i === 0));
  return found;
}
