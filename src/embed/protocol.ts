/** What a host page and the embedded page say to each other. Additions keep the number; a message of another number is not read. */
export const VERSION = 1;

/** A frame is never made lower or higher than this, whatever it asks for. In pixels. */
export const LOWEST = 120;
export const HIGHEST = 4000;

/** `[a-z0-9][a-z0-9_-]{0,99}` */
export type Id = string;
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** Both null: all days. Only `to`: everything up to a day. Both: these days only. */
export interface TimeSpan {
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface Camera {
  readonly lat: number;
  readonly lng: number;
  readonly zoom: number;
}

/** Where a host can send the frame; exactly one thing. A step is the number of a step of the story, from 1. */
export type Goto =
  | { readonly statement: Id }
  | { readonly event: Id }
  | { readonly place: Id }
  | { readonly party: Id }
  | { readonly topic: Id }
  | { readonly step: number }
  | { readonly time: TimeSpan }
  | { readonly view: Camera };

/** What is open in the frame; nothing named = nothing is open. */
export type Selected = { readonly [kind in "statement" | "event" | "place" | "topic"]?: Id } & { readonly step?: number };

/** The messages of the frame, by name. They carry ids and numbers only. */
export interface Events {
  readonly ready: { readonly statements: number; readonly steps: number };
  readonly height: { readonly px: number };
  readonly select: Selected;
  readonly time: TimeSpan;
  /** The parties shown (none named = all), and how many statements are listed. */
  readonly filter: { readonly parties: readonly Id[]; readonly count: number };
  readonly error: { readonly code: Id };
}
export type EventName = keyof Events;
export type Said = { readonly [name in EventName]: { readonly type: name; readonly detail: Events[name] } }[EventName];

/** As they go over the wire. */
export type FrameMessage = { readonly [name in EventName]: { readonly dateline: 1; readonly type: name } & Events[name] }[EventName];
export type HostMessage = { readonly dateline: 1; readonly type: "hello" } | ({ readonly dateline: 1; readonly type: "goto" } & Goto);

/** A value of its shape, made anew; undefined = it is not one. Plain functions, so that a bundle holds only those it uses. */
type Read<T> = (value: unknown) => T | undefined;

/** A value of its own, nothing inherited and nothing computed: a hostile property is not even asked. */
const own = (from: unknown, key: string): unknown => Object(Object.getOwnPropertyDescriptor(Object(from), key)).value;

export const readId: Read<Id> = (value) => (typeof value === "string" && /^[a-z0-9][a-z0-9_-]{0,99}$/.test(value) ? value : undefined);
const within = (value: unknown, min: number, max: number) =>
  typeof value === "number" && value >= min && value <= max ? value : undefined;
const whole = (value: unknown, min: number) => (Number.isInteger(value) ? within(value, min, 1e6) : undefined);
export const readStep: Read<number> = (value) => whole(value, 1);
const readCount: Read<number> = (value) => whole(value, 0);

/** The shape of a day. Whether there is such a day is for the page to say: it answers `not-found`. */
const readDay: Read<Day> = (value) => (typeof value === "string" && /^\d{4}-(0\d|1[0-2])-[0-3]\d$/.test(value) ? value : undefined);
const readDayOrNull: Read<Day | null> = (value) => (value === null ? null : readDay(value));

/** Every field by its own rule, each read once; nothing else comes through. One that is not right and all are refused. */
function fields<T>(data: unknown, reads: { readonly [key in keyof T]-?: Read<T[key]> }, optional?: boolean): T | undefined {
  const found: Partial<T> = {};
  for (const key of Object.keys(reads) as (keyof T & string)[]) {
    const raw = own(data, key);
    if (optional && raw === undefined) continue;
    const value = reads[key](raw);
    if (value === undefined) return;
    found[key] = value;
  }
  return found as T;
}

const readTime: Read<TimeSpan> = (data) => {
  const span = fields<TimeSpan>(data, { from: readDayOrNull, to: readDayOrNull });
  return span && (span.to ? (span.from || span.to) <= span.to : !span.from) ? span : undefined;
};
const readView: Read<Camera> = (data) =>
  fields<Camera>(data, { lat: (v) => within(v, -85, 85), lng: (v) => within(v, -180, 180), zoom: (v) => within(v, 0, 22) });
const OPENS = { statement: readId, event: readId, place: readId, party: readId, topic: readId, step: readStep };
/** A height put within bounds. */
export const bound = (px: number): number => Math.min(Math.max(Math.ceil(px), LOWEST), HIGHEST);
const readPx: Read<number> = (value) => {
  const px = within(value, 1, 1e9);
  return px && bound(px);
};
const readParties: Read<readonly Id[]> = (value) => {
  const list: unknown[] = Array.isArray(value) && value.length < 101 ? [...value] : [0];
  return list.every(readId) ? (list as Id[]) : undefined;
};

const SAID: { readonly [name in EventName]: Read<Events[name]> } = {
  ready: (data) => fields<Events["ready"]>(data, { statements: readCount, steps: readCount }),
  height: (data) => fields<Events["height"]>(data, { px: readPx }),
  select: (data) => fields<Selected>(data, OPENS as never, true),
  time: readTime,
  filter: (data) => fields<Events["filter"]>(data, { parties: readParties, count: readCount }),
  error: (data) => fields<Events["error"]>(data, { code: readId }),
};

const typeOf = (data: unknown): unknown => own(data, "dateline") === VERSION && own(data, "type");

/** What a function makes of something; null when that is nothing, or when it throws. A hostile object may throw from any property. */
export function safely<In, Out>(read: (value: In) => Out | undefined, data: In): Out | null {
  try {
    return read(data) || null;
  } catch {
    return null;
  }
}

/** Where to go: exactly one of the known keys, with a value of its shape. */
const goto: Read<Goto> = (data) => {
  const to = fields<object>(data, { ...OPENS, time: readTime, view: readView } as never, true);
  return to && Object.keys(to).length === 1 ? (to as Goto) : undefined;
};

/** Reads a message of a host; null for anything else, whatever it is. Never throws. */
export const readAsked = (data: unknown): Goto | "hello" | null =>
  safely((raw) => {
    const type = typeOf(raw);
    return type === "hello" ? type : type === "goto" ? goto(raw) : undefined;
  }, data);

/** Reads a message of a frame, its height put within bounds; null for anything else, whatever it is. Never throws. */
export const readSaid = (data: unknown): Said | null =>
  safely((raw): Said | undefined => {
    const type = typeOf(raw);
    // There is nothing to read an unknown type with: calling that throws.
    const detail = typeof type === "string" && (own(SAID, type) as Read<unknown>)(raw);
    return detail ? ({ type, detail } as Said) : undefined;
  }, data);

/** The two messages of a frame that a page without the element needs: its height in pixels, within bounds, or that it is ready. */
export const readHeight = (data: unknown): number | "ready" | null =>
  safely((raw) => {
    const type = typeOf(raw);
    return type === "ready" ? type : type === "height" ? readPx(own(raw, "px")) : undefined;
  }, data);
