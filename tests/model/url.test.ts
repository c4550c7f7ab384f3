import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberDay } from "../../src/model/spans.ts";
import { isDay } from "../../src/dossier/calendar.ts";
import { readHash, writeHash } from "../../src/model/url.ts";
import { cleanQuery, NO_FILTERS, OPENING, type View } from "../../src/model/view.ts";
import { view } from "./fixtures.ts";

const id = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,20}$/);
const day = fc.integer({ min: -200_000, max: 200_000 }).map(numberDay);
const rounded = (min: number, max: number, digits: number) =>
  fc.integer({ min: min * 10 ** digits, max: max * 10 ** digits }).map((n) => n / 10 ** digits + 0);
const ids = fc.uniqueArray(id, { maxLength: 4 });

/** Any view that the page can be in. */
const views: fc.Arbitrary<View> = fc.record({
  time: fc.oneof(
    fc.constant({ kind: "all" } as const),
    day.map((to) => ({ kind: "until", to }) as const),
    fc.tuple(day, day).map(([a, b]) => ({ kind: "period", from: a < b ? a : b, to: a < b ? b : a }) as const),
  ),
  mode: fc.constantFrom("about", "said"),
  chosen: fc.option(fc.record({ kind: fc.constantFrom("event", "place", "topic"), id })),
  statement: fc.option(id),
  parties: ids,
  both: fc.boolean(),
  filters: fc.record({
    q: fc.oneof(fc.constant(""), fc.string({ unit: "binary", maxLength: 120 }).map(cleanQuery)),
    topic: ids,
    form: ids,
    level: ids,
    source: fc.uniqueArray(fc.constantFrom("en", "az", "hy", "zh-Hant", "sr-Latn"), { maxLength: 3 }),
    place: ids,
    event: ids,
  }),
  tab: fc.constantFrom("statements", "positions", "parties", "about"),
  theme: fc.constantFrom("auto", "light", "dark"),
  step: fc.constant(null),
  names: fc.constantFrom("both", "all", "en", "az", "zh-Hant"),
  layers: fc
    .array(fc.boolean(), { minLength: 4, maxLength: 4 })
    .chain((off) => ids.map((list) => list.map((l, i) => (off[i] ? `-${l}` : l)))),
  camera: fc.option(fc.record({ lng: rounded(-180, 180, 4), lat: rounded(-85, 85, 4), zoom: rounded(0, 22, 2) })),
});

describe("a view in the address", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(views, (v) => {
        expect(readHash(`#${writeHash(v)}`)).toEqual(v);
      }),
      { numRuns: 2000, seed: 19 },
    );
  });

  it("of a step of the story is the step's number, and what is the reader's own", () => {
    const step = { ...view({}), step: 3, statement: "a", time: { kind: "period", from: "2031-04-02", to: "2031-04-02" } } as const;
    expect(writeHash({ ...step, theme: "dark", camera: { lng: 46.75, lat: 39.82, zoom: 8 } })).toBe("step=3&theme=dark&v=39.82,46.75,8");
    expect(readHash("#step=3").step).toBe(3);
    for (const bad of ["0", "-1", "1e3", "99999", "x", ""]) expect(readHash(`#step=${bad}`).step).toBeNull();
  });

  it("means the same whatever the order of its keys", () => {
    const cases = fc.tuple(views, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }));
    fc.assert(
      fc.property(cases, ([v, order]) => {
        const mixed = writeHash(v)
          .split("&")
          .map((pair, i) => [order[i] ?? 0, pair] as const)
          .sort(([a], [b]) => a - b)
          .map(([, pair]) => pair);
        expect(readHash(mixed.join("&"))).toEqual(v);
      }),
      { numRuns: 500, seed: 20 },
    );
  });

  it("means the same when a messenger has encoded its commas and slashes", () => {
    fc.assert(
      fc.property(views, (v) => {
        expect(readHash(writeHash(v).replaceAll("/", "%2F").replaceAll(",", "%2C"))).toEqual(v);
      }),
      { numRuns: 500, seed: 21 },
    );
  });

  it("does not drift when it is passed round ten times, through ten clocks", () => {
    const clocks = ["Asia/Baku", "America/New_York", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Tokyo"];
    const before = process.env["TZ"];
    fc.assert(
      fc.property(views, (v) => {
        let link = writeHash(v);
        for (let round = 0; round < 10; round++) {
          process.env["TZ"] = clocks[round % clocks.length];
          link = writeHash(readHash(`#${link}`));
        }
        expect(link).toBe(writeHash(v));
      }),
      { numRuns: 200, seed: 23 },
    );
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  });

  it("names its filters in words, apart from what opens a topic or an event", () => {
    const filters = {
      ...NO_FILTERS,
      q: "red line, 20%",
      topic: ["use_of_force"],
      level: ["primary"],
      source: ["az", "hy"],
      event: ["ev-1"],
    };
    const hash = "q=red%20line%2C%2020%25&on=use_of_force&level=primary&src=az,hy&ev=ev-1";
    expect(writeHash(view({ filters }))).toBe(hash);
    expect(readHash(`#${hash}`)).toEqual(view({ filters }));
    expect(readHash("#topic=a&e=b").filters).toEqual(NO_FILTERS);
  });

  it("is empty for the opening view, which is what no hash, an empty one and a bare # stand for", () => {
    expect(writeHash(OPENING)).toBe("");
    for (const hash of ["", "#", "#&", "#=", "#&&=&"]) expect(readHash(hash)).toEqual(OPENING);
  });

  it("holds only what differs from the opening view", () => {
    expect(writeHash(view({ time: { kind: "period", from: "2023-09-19", to: "2023-09-20" }, parties: ["az", "am"] }))).toBe(
      "t=2023-09-19/2023-09-20&p=az,am",
    );
    expect(writeHash(view({ statement: "20230919-a", camera: { lng: 46.75, lat: 39.8, zoom: 8 } }))).toBe("s=20230919-a&v=39.8,46.75,8");
  });

  it("needs no tab for a topic, which opens the positions, but keeps another one", () => {
    expect(writeHash(view({ chosen: { kind: "topic", id: "a" }, tab: "positions" }))).toBe("topic=a");
    expect(readHash("#topic=a").tab).toBe("positions");
    expect(readHash("#topic=a&tab=about").tab).toBe("about");
    expect(readHash("#tab=about&topic=a").tab).toBe("about");
  });

  it("a tab that does not exist no longer keeps a topic from opening the positions", () => {
    expect(readHash("#topic=a&tab=nonsense")).toEqual(readHash("#topic=a"));
  });
});

describe("a hash that nobody wrote", () => {
  it("never throws and never leaves a value of the wrong kind, whatever it is", () => {
    const pieces = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "s=",
        "t=",
        "p=",
        "q=",
        "src=",
        "%F0%9F%98%80",
        "v=",
        "tab=",
        "&",
        "=",
        "%",
        "%2",
        "%zz",
        "%ED%A0%80",
        "/",
        ",",
        "2023-02-30",
        "__proto__",
        "NaN",
        "1e9",
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const v = readHash(parts.join(""));
        expect(Object.keys(v).sort()).toEqual(Object.keys(OPENING).sort());
        expect(readHash(`#${writeHash(v)}`)).toEqual(v);
      }),
      { numRuns: 2000, seed: 22 },
    );
  });

  it.each([
    "#t=2023-02-30",
    "#t=2023-13-01",
    "#t=2023-9-1",
    "#t=2023-09-19/",
    "#t=/2023-09-19",
    "#t=2023-09-19/2023-09-20/2023-09-21",
    "#t=2023-09-19T00:00",
    "#t=%E0%A4%A",
    "#v=40,46",
    "#v=86,46,8",
    "#v=40,181,8",
    "#v=40,46,23",
    "#v=40,46,-1",
    "#v=NaN,46,8",
    "#v=1e1,46,8",
    "#v=40;46;8",
    "#s=A%20B",
    "#s=<script>",
    "#s=-a",
    `#s=${"a".repeat(101)}`,
    "#e=",
    "#tab=Positions",
    "#theme=auto",
    "#at=nowhere",
    "#names=%3Cb%3E",
    "#p=%3Cb%3E",
    "#layers=--a",
    "#q=",
    "#q=%20%0A",
    "#on=%3Cb%3E",
    "#src=EN",
    "#form=,",
    "#unknown=1&another",
  ])("%s leaves the opening view as it is", (hash) => {
    expect(readHash(hash)).toEqual(OPENING);
  });

  it("what cannot be read leaves the rest", () => {
    expect(readHash("#t=never&s=a&v=%&p=az,B,,az")).toEqual(view({ statement: "a", parties: ["az"] }));
  });

  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
    "a key or value named %s changes nothing that is not its own",
    (name) => {
      expect(readHash(`#${name}=a`)).toEqual(OPENING);
      readHash(`#s=${name}&p=${name}&e=${name}&on=${name}&src=${name}&names=${name}&layers=${name}`);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
    },
  );

  it("days in the wrong order are the same days", () => {
    expect(readHash("#t=2023-09-20/2023-09-19").time).toEqual({ kind: "period", from: "2023-09-19", to: "2023-09-20" });
  });
});

describe("time zones", () => {
  it.each([
    ["America/New_York", 240],
    ["Asia/Baku", -240],
    ["Pacific/Kiritimati", -840],
  ])("a link means the same days in %s", (zone, offset) => {
    const before = process.env["TZ"];
    process.env["TZ"] = zone;
    const seen = new Date(2023, 8, 19).getTimezoneOffset();
    const read = readHash("#t=2023-09-18/2023-09-19");
    const written = writeHash(read);
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
    expect(seen).toBe(offset);
    expect(read.time).toEqual({ kind: "period", from: "2023-09-18", to: "2023-09-19" });
    expect(written).toBe("t=2023-09-18/2023-09-19");
  });
});

describe("isDay", () => {
  it.each(["2024-02-29", "2000-02-29", "2023-12-31", "0001-01-01"])("%s is a day", (text) => expect(isDay(text)).toBe(true));
  it.each([
    "2023-02-29",
    "1900-02-29",
    "2023-04-31",
    "2023-00-10",
    "2023-01-00",
    "2023-1-1",
    " 2023-01-01",
    "2023-01-01\n",
    "２０２３-01-01",
  ])("%j is none", (text) => expect(isDay(text)).toBe(false));
});
