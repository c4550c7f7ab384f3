import type { Rect } from "../../src/map/mark-parts.ts";
import type { MarkParts } from "../../src/map/mark-room.ts";
import type { Stack } from "../../src/model/select.ts";

/** A stack with as many statements by these parties, and as many events. */
export const stack = (id: string, count: number, events = 0, codes: readonly string[] = ["AL"]): Stack => ({
  place: { id, name: id, lon: 0, lat: 0, region: false },
  count,
  parties: count === 0 ? [] : codes.map((code) => ({ id: code, code, count: 1 })),
  events: Array.from({ length: events }, (_, n) => ({ id: `${id}-${n}`, min: "2031-04-02", max: "2031-04-02", place: id, title: "" })),
});

/** Every box of a mark. */
export const partsOf = ({ drawing, codes, name }: MarkParts): readonly Rect[] => [
  ...drawing,
  ...[codes, name].filter((part) => part !== null),
];
