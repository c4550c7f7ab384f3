import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askOfHash } from "../../src/embed/host-page.ts";
import { type FrameMessage, HIGHEST, type HostMessage, LOWEST, readAsked, readHeight, readSaid } from "../../src/embed/protocol.ts";

const FROM_HOST: readonly HostMessage[] = [
  { dateline: 1, type: "goto", statement: "2023-09-19-az-mod-01" },
  { dateline: 1, type: "goto", event: "e" },
  { dateline: 1, type: "goto", place: "p_1" },
  { dateline: 1, type: "goto", party: "az" },
  { dateline: 1, type: "goto", topic: "corridor" },
  { dateline: 1, type: "goto", step: 1 },
  { dateline: 1, type: "goto", time: { from: "2023-09-19", to: "2023-09-20" } },
  { dateline: 1, type: "goto", time: { from: null, to: "2024-02-29" } },
  { dateline: 1, type: "goto", time: { from: null, to: null } },
  { dateline: 1, type: "goto", view: { lat: 39.8, lng: 46.7, zoom: 8 } },
];
const FROM_FRAME: readonly FrameMessage[] = [
  { dateline: 1, type: "ready", statements: 228, steps: 0 },
  { dateline: 1, type: "height", px: 540 },
  { dateline: 1, type: "select" },
  { dateline: 1, type: "select", statement: "a", place: "b", step: 3 },
  { dateline: 1, type: "time", from: null, to: "2023-09-20" },
  { dateline: 1, type: "filter", parties: ["az", "am"], count: 14 },
  { dateline: 1, type: "error", code: "not-found" },
];

/** A real message with one field replaced by anything: what an attacker would try first. */
const bent = (messages: readonly object[]) =>
  fc
    .tuple(
      fc.constantFrom(...messages),
      fc.constantFrom("type", "dateline", "px", "step", "statement", "time", "view", "parties", "__proto__"),
      fc.anything(),
    )
    .map(([message, key, value]) => Object.defineProperty({ ...message }, key, { value, enumerable: true, configurable: true }));

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.anything({
    withBigInt: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
    withObjectString: true,
  }),
  bent(FROM_HOST),
  bent(FROM_FRAME),
);

/** Whether there is nothing in it but ids, days, numbers, null and the names of fields. */
const harmless = (value: unknown): boolean =>
  value === null ||
  (typeof value === "number" && Number.isFinite(value)) ||
  (typeof value === "string" && /^[a-z0-9][a-z0-9_-]{0,99}$/.test(value)) ||
  (typeof value === "object" &&
    (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) &&
    Reflect.ownKeys(value).every((key) => key === "length" || (typeof key === "string" && /^[a-z0-9]+$/.test(key))) &&
    Object.values(value).every(harmless));

describe("messages", () => {
  it.each(FROM_HOST)("of a host come through as they are: %j", ({ dateline: _, type: __, ...ask }) => {
    expect(readAsked({ dateline: 1, type: "goto", ...ask })).toEqual(ask);
  });

  it.each(FROM_FRAME)("of a frame come through as they are: %j", ({ dateline, type, ...detail }) => {
    expect(readSaid({ dateline, type, ...detail })).toEqual({ type, detail });
  });

  it("say hello", () => expect(readAsked({ dateline: 1, type: "hello" })).toBe("hello"));

  it("of another version, and of nobody, are not read", () => {
    for (const dateline of [0, 2, "1", true, null, undefined, [1]]) {
      expect(readAsked({ dateline, type: "hello" })).toBeNull();
      expect(readSaid({ dateline, type: "height", px: 500 })).toBeNull();
    }
  });

  it("carry nothing that was not asked for", () => {
    const more = { html: "<img src=x>", src: "javascript:alert(1)", constructor: 1, ["__proto__"]: { step: 2 } };
    expect(readAsked({ dateline: 1, type: "goto", statement: "a", ...more })).toEqual({ statement: "a" });
    expect(readSaid({ dateline: 1, type: "height", px: 500, ...more })).toEqual({ type: "height", detail: { px: 500 } });
  });

  it.each([
    { statement: "<b>" },
    { statement: "a\n" },
    { statement: "A" },
    { statement: "" },
    { statement: "a".repeat(101) },
    { statement: "a".repeat(5_000_000) },
    { statement: ["a"] },
    { statement: "javascript:alert(1)" },
    { statement: "a", event: "b" },
    {},
    { step: 0 },
    { step: 1.5 },
    { step: "1" },
    { step: Number.NaN },
    { step: Number.POSITIVE_INFINITY },
    { time: "2023-09-19" },
    { time: 5 },
    { time: null },
    { time: {} },
    { time: { to: "2023-09-19" } },
    { time: { from: "2023-09-19", to: null } },
    { time: { from: "2023-09-20", to: "2023-09-19" } },
    { time: { from: null, to: "2023-13-01" } },
    { time: { from: null, to: "2023-9-1" } },
    { time: { from: null, to: new Date(0) } },
    { view: { lat: 91, lng: 0, zoom: 1 } },
    { view: { lat: 1, lng: 0 } },
    { view: [1, 2, 3] },
    { view: "#s=a" },
    Object.create({ statement: "a" }),
    JSON.parse('{"__proto__":{"statement":"a"}}'),
  ])("go nowhere: %#", (ask: object) => {
    expect(readAsked({ ...ask, dateline: 1, type: "goto" })).toBeNull();
  });

  it.each([
    [540.2, 541],
    [1, LOWEST],
    [1e9, HIGHEST],
  ])("put a height of %d at %d", (px, at) => {
    expect(readSaid({ dateline: 1, type: "height", px })).toEqual({ type: "height", detail: { px: at } });
    expect(readHeight({ dateline: 1, type: "height", px })).toBe(at);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, "500", null, [500], { valueOf: () => 500 }])("refuse a height of %s", (px) => {
    expect(readSaid({ dateline: 1, type: "height", px })).toBeNull();
    expect(readHeight({ dateline: 1, type: "height", px })).toBeNull();
  });

  it.each(["constructor", "__proto__", "toString", "hello", ["height"], 1, null])("have no type %s", (type) => {
    expect(readSaid({ dateline: 1, type, px: 500 })).toBeNull();
  });

  it("never ask a hostile property what it is", () => {
    const trap = { dateline: 1, type: "goto" };
    Object.defineProperty(trap, "statement", {
      enumerable: true,
      get: () => {
        throw new Error("was asked");
      },
    });
    const proxy = new Proxy(
      {},
      {
        get: () => "a",
        has: () => true,
        getOwnPropertyDescriptor: () => {
          throw new Error("no");
        },
      },
    );
    for (const read of [readAsked, readSaid, readHeight]) {
      expect(read(trap)).toBeNull();
      expect(read(proxy)).toBeNull();
    }
  });

  it("whatever they are, are read without throwing, and nothing but ids, days and numbers comes out", () => {
    fc.assert(
      fc.property(hostile, (data) => {
        for (const read of [readAsked, readSaid, readHeight]) expect(harmless(read(data))).toBe(true);
        const said = readSaid(data);
        if (said?.type === "height") expect(said.detail.px >= LOWEST && said.detail.px <= HIGHEST).toBe(true);
      }),
      { numRuns: 3000, seed: 20230919 },
    );
  });

  it("read twice are the same", () => {
    fc.assert(
      fc.property(bent(FROM_FRAME), (data) => {
        const said = readSaid(data);
        if (said) expect(readSaid({ dateline: 1, type: said.type, ...said.detail })).toEqual(said);
      }),
      { seed: 20230919 },
    );
  });
});

describe("the hash of a host's page", () => {
  it.each([
    ["#s=2023-09-19-az-mod-01", { statement: "2023-09-19-az-mod-01" }, "s=2023-09-19-az-mod-01"],
    ["#e=x&s=y", { statement: "y" }, "s=y"],
    ["#step=3", { step: 3 }, "step=3"],
    ["#pl=baku&theme=dark", { place: "baku" }, "pl=baku"],
    ["#topic=corridor", { topic: "corridor" }, "topic=corridor"],
  ])("%s names one thing", (hash, ask, pair) => expect(askOfHash(hash)).toEqual({ ask, pair: `&${pair}` }));

  it.each(["", "#", "#section-2", "#s=", "#s=<b>", "#s=%3Cb%3E", "#step=1e9", "#step=x", "#t=2023-09-19", "#%", "#s=a b"])(
    "%s names nothing",
    (hash) => expect(askOfHash(hash)).toBe(false),
  );

  it("puts nothing into a frame's address but one key and an id or number", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("", "s", "step", "e", "pl", "topic"), (text, key) => {
        const found = askOfHash(`#${key}=${text}`);
        if (found) expect(found.pair).toMatch(/^&(s|e|pl|topic|step)=[a-z0-9][a-z0-9_-]{0,99}$/);
      }),
      { seed: 20230919 },
    );
  });
});
