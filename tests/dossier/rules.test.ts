import { describe, expect, it } from "vitest";
import { compileDossier } from "../../src/dossier/compile.ts";
import { placeOf } from "../../src/dossier/issues.ts";
import { nameIndex, nearest } from "../../src/dossier/nearest.ts";
import { good, text, withFiles } from "./fixtures.ts";

describe("nearest", () => {
  const ids = ["alder", "birch", "lake_council", "20310402-alder-ban", "20310403-birch-reply"];
  it.each([
    ["brich", "birch"],
    ["ALDER", "alder"],
    ["lake-council", "lake_council"],
    ["lake", "lake_council"],
    ["20310402-alder-bna", "20310402-alder-ban"],
    ["20310403", "20310403-birch-reply"],
    ["2031", null],
    ["cedar", null],
    ["", null],
    ["x".repeat(1000), null],
  ])("%s", (word, expected) => expect(nearest(word, ids)).toBe(expected));

  it("knows a record by its name; bug: another party was suggested where two letters were not those of one", () => {
    const names = nameIndex([
      ["Republic of Alder", "alder"],
      ["AL", "alder"],
    ]);
    expect(nearest("republic of alder", ids, names)).toBe("alder");
    expect(nearest("al", ids, names)).toBe("alder");
    expect(nearest("az", ["am", "tr"])).toBe(null);
  });
});

describe("latitude and longitude in each other's place", () => {
  const place = (id: string, country: string, zone: string, lat: number, lon: number): string =>
    `- {id: ${id}, names: {en: ${id}}, kind: settlement, country: ${country}, lat: ${lat}, lon: ${lon}, precision: city, coord_source: invented, zone: ${zone}}\n`;
  /** In a window in which both readings of many places lie: 38 to 56 degrees east, 36 to 45 north. */
  const swaps = async (...places: string[]): Promise<readonly string[]> => {
    const head = text(good(), "dossier.yaml")
      .replace("[-32, -44, -26, -40]", "[38, 36, 56, 45]")
      .replace("[-31, -43, -27, -41]", "[39, 37, 55, 44]");
    const { issues } = await compileDossier(withFiles(good(), { "dossier.yaml": head, "places.yaml": places.join("") }));
    return issues.filter((i) => i.rule === "lat-lon-swapped").map((i) => `${i.severity} ${i.id}`);
  };
  const near = [
    place("a", "Alder", "Asia/Baku", 40.1, 46.1),
    place("b", "Alder", "Asia/Baku", 39.8, 46.8),
    place("c", "Alder", "Asia/Baku", 40.4, 49.9),
  ];

  it("is seen when exchanging brings a place to its neighbours", async () => {
    expect(await swaps(...near, place("d", "Alder", "Asia/Baku", 46.5, 39.9))).toEqual(["error d"]);
  });
  it("is seen where both readings lie in the window, and accuses no right one", async () => {
    expect(await swaps(...near, place("d", "Alder", "Asia/Baku", 44.9, 40.2))).toEqual(["error d"]);
  });
  it("is not seen in a far city that has its own neighbours, though it lands in the window when exchanged", async () => {
    expect(
      await swaps(...near, place("far", "Farland", "Europe/Moscow", 55.75, 37.62), place("spa", "Farland", "Europe/Moscow", 43.6, 39.72)),
    ).toEqual([]);
  });
  it("is a warning for a far place without neighbours", async () => {
    expect(await swaps(...near, place("far", "Farland", "Europe/Moscow", 55.75, 37.62))).toEqual(["warning far"]);
  });
  it("is not seen in far places whose other reading lies outside the window too", async () => {
    expect(
      await swaps(
        ...near,
        place("far", "Westland", "America/New_York", 40.7, -73.9),
        place("isle", "Northland", "Atlantic/Reykjavik", 64.1, -21.9),
      ),
    ).toEqual([]);
  });
  it("is what is advised where a place lies in its own country only when exchanged", async () => {
    const land = (id: string, name: string, [w, s, e, n]: readonly number[]): string =>
      `{"type":"Feature","properties":{"id":"${id}","names":{"en":"${name}"}},"geometry":{"type":"Polygon","coordinates":[[[${w},${s}],[${e},${s}],[${e},${n}],[${w},${n}],[${w},${s}]]]}}`;
    const head = text(good(), "dossier.yaml")
      .replace("[-32, -44, -26, -40]", "[38, 36, 56, 45]")
      .replace("[-31, -43, -27, -41]", "[39, 37, 55, 44]");
    const { issues } = await compileDossier(
      withFiles(good(), {
        "dossier.yaml": head,
        "places.yaml": place("d", "Alder", "Asia/Baku", 43.5, 40.2),
        "layers/region.geojson": `{"type":"FeatureCollection","features":[${land("alder", "Alder", [43, 39, 46, 41])},${land("birch", "Birch", [38, 43, 42, 45])}]}`,
      }),
    );
    expect(issues.filter((i) => i.rule === "whereabouts").map((i) => `${i.found}: ${i.fix}`)).toEqual([
      "lat 43.5, lon 40.2, in Birch: Exchange the two: lat 40.2, lon 43.5 lies in it.",
    ]);
  });
  it("is certain when the latitude is none", async () => {
    expect(await swaps(...near, place("far", "Eastland", "Asia/Vladivostok", 131.9, 43.1))).toEqual(["error far"]);
  });
});

describe("one wrong date", () => {
  it("is told once: a step that cites its statement does not call it undated", async () => {
    const statements = text(good(), "statements/2031.yaml").replace("date: 2031-04-02", "date: 2 Aprill 2031");
    const { issues } = await compileDossier(withFiles(good(), { "statements/2031.yaml": statements }));
    expect(issues.filter((i) => i.severity === "error").map((i) => i.rule)).toEqual(["edtf-date"]);
  });
});

describe("a value that is refused", () => {
  it("is told once: a term and a position do not speak of a statement by null", async () => {
    const statements = text(good(), "statements/2031.yaml").replace("party: alder", "party: !!binary YWxkZXI=");
    const { issues } = await compileDossier(withFiles(good(), { "statements/2031.yaml": statements }));
    expect(issues.filter((i) => i.severity === "error").map((i) => i.rule)).toEqual(["yaml-tag"]);
  });
});

describe("addresses that lead nowhere", () => {
  const told = async (change: (statements: string) => string) => {
    const { issues } = await compileDossier(withFiles(good(), { "statements/2031.yaml": change(text(good(), "statements/2031.yaml")) }));
    return issues.filter((i) => i.rule === "reserved-address").map((i) => i.found);
  };
  it("are not told of an invented dossier, which has no others, and are of one in which only some are left", async () => {
    expect(await told((s) => s)).toEqual([]);
    const left = await told((s) => s.replace("https://waters.example/statements/17", "https://waters.gov.al/statements/17"));
    expect(left.length).toBeGreaterThan(3);
    expect(left).not.toContain('"https://waters.gov.al/statements/17"');
  });
  it.each([
    "https://example.com/a",
    "https://www.example.org",
    "http://intranet.test/a",
    "http://localhost:8080/a",
    "http://192.168.1.7/a",
    "http://[::1]/a",
  ])("%s is one", async (url) => expect(await told((s) => s.replace("https://waters.example/statements/17", url))).toEqual([`"${url}"`]));
  it.each(["https://example-news.com/a", "https://latest.org/a", "https://11.22.33.44/a", "https://testexample.net"])(
    "%s is none",
    async (url) => expect(await told((s) => s.replaceAll(/https:\/\/\w+\.example\/[\w/-]*/g, url))).not.toContain(`"${url}"`),
  );
});

describe("an address that does not lead straight to the page", () => {
  it.each([
    "https://waters-gov-al.translate.goog/17?_x_tr_sl=ru",
    "https://waters-gov-al.cdn.ampproject.org/c/s/waters.gov.al/17",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwaters.gov.al%2F17",
    "https://clck.ru/3Abc",
  ])("%s is told", async (url) => {
    const statements = text(good(), "statements/2031.yaml").replace("https://waters.example/statements/17", url);
    const { issues } = await compileDossier(withFiles(good(), { "statements/2031.yaml": statements }));
    expect(issues.filter((i) => i.rule === "address").map((i) => i.found)).toEqual([expect.stringContaining(url.slice(0, 40))]);
  });
});

describe("the days of a statement's sources", () => {
  const told = async (date: string, published: string) => {
    const change = (s: string) =>
      s.replace("date: 2031-04-02\n", `date: ${date}\n`).replace(/published: 2031-04-02.*/, `published: ${published}`);
    const { issues } = await compileDossier(withFiles(good(), { "statements/2031.yaml": change(text(good(), "statements/2031.yaml")) }));
    return issues.filter((i) => i.rule === "published-before").length;
  };
  it("may be the day before, across months and years, and any where one of the two is not exact", async () => {
    for (const [date, published] of [
      ["2031-04-02", "2031-04-01T23:50"],
      ["2031-03-01", "2031-02-28"],
      ["2032-03-01", "2032-02-29"],
      ["2032-01-01", "2031-12-31"],
      ["2031-04-02~", "2031-03-20"],
      ["2031-04", "2031-03-20"],
      ["2031-04-02", "2031-03"],
    ] as const)
      expect([date, published, await told(date, published)]).toEqual([date, published, 0]);
  });
  it("are told when a page is older than that", async () => {
    expect(await told("2031-04-02", "2031-03-31")).toBe(1);
    expect(await told("2031-04-02", "2030-04-02")).toBe(1);
  });
});

describe("the offset of a clock", () => {
  const told = async (zone: string, offset: string, day = "2031-04-02") => {
    const places = text(good(), "places.yaml").replace(/(id: north_shore[\s\S]*?zone: ).*/, `$1${zone}`);
    const events = text(good(), "events.yaml").replace("2031-04-02/2031-04-09", day).replace('"-02:00"', `"${offset}"`);
    const { issues } = await compileDossier(withFiles(good(), { "places.yaml": places, "events.yaml": events }));
    return issues.filter((i) => i.rule === "utc-offset-place").map((i) => i.expected);
  };
  it("follows the summer time of the place, and may be that of the axis or UTC", async () => {
    expect(await told("Europe/Paris", "+02:00", "2023-07-02")).toEqual([]);
    expect(await told("Europe/Paris", "+01:00", "2023-07-02")).toEqual(["+02:00, as the clocks of Europe/Paris stood on 2023-07-02"]);
    expect(await told("Europe/Paris", "+01:00", "2023-01-02")).toEqual([]);
    expect(await told("Asia/Kolkata", "+05:30")).toEqual([]);
    expect(await told("Asia/Kolkata", "+05:00")).toHaveLength(1);
    expect(await told("Europe/Paris", "-02:00")).toEqual([]);
    expect(await told("Asia/Kolkata", "+00:00")).toEqual([]);
  });
  it("is either on the day on which the clocks are changed", async () => {
    expect(await told("Europe/Paris", "+01:00", "2023-03-26")).toEqual([]);
    expect(await told("Europe/Paris", "+02:00", "2023-03-26")).toEqual([]);
  });
});

describe("bug: what rested on a withdrawn statement alone went from the page unsaid", () => {
  const told = async (...ids: readonly string[]) => {
    const statements = ids.reduce(
      (all, id) => all.replace(`- id: ${id}\n  status: published`, `- id: ${id}\n  status: withdrawn`),
      text(good(), "statements/2031.yaml"),
    );
    const compiled = await compileDossier(withFiles(good(), { "statements/2031.yaml": statements }));
    // That no correction says why is told by itself.
    const issues = compiled.issues.filter((i) => i.rule !== "correction");
    expect(issues.every((i) => i.rule === "withdrawn" && i.severity === "warning")).toBe(true);
    const [root, ...others] = issues.filter((i) => i.cause === null);
    expect(others).toEqual([]);
    expect(root?.found).toBe(`"withdrawn", and cited ${issues.length - 1} times`);
    return issues
      .filter((i) => i !== root)
      .map((i) => {
        expect(i.cause).toBe(placeOf(root!));
        return `${i.file.replace(".yaml", "")} ${i.fix.split(/[.,]/)[1]?.trim()}`;
      });
  };
  it("is told with each position, step and word", async () =>
    expect(await told("20310402-alder-ban")).toEqual([
      "positions so this position is not shown",
      "positions so this position is not shown",
      "story so this step of the story is not shown",
      "terms so this word is not shown",
    ]));
  it("is told of the one citation where others are left, and of a successor that is none", async () =>
    expect(await told("20310409-joint-truce")).toEqual([
      "positions so this position is not shown",
      "positions Remove it",
      "statements/2031 Name a statement that stands",
      "story Remove it",
    ]));
});

describe("an id of the wrong form", () => {
  const statement = (id: string): string => text(good(), "statements/2031.yaml").split("\n\n").at(-1)!.replace("undated-birch-map", id);
  const advice = async (...ids: readonly string[]) => {
    const { issues } = await compileDossier(withFiles(good(), { "statements/more.yaml": ids.map(statement).join("\n") }));
    return issues.filter((i) => i.rule === "id-form").map((i) => i.fix);
  };
  it("is told with the one to write", async () =>
    expect(await advice("2031-Café_map", "2031\u200b-note")).toEqual(["Write 2031-cafe_map.", "Write 2031-note."]));
  it("bug: the one to write was another record's", async () => {
    expect(await advice("20310402-Alder-ban")).toEqual(["Write an id of its own; 20310402-alder-ban is taken at statements/2031.yaml:21."]);
  });
  it("bug: a letter that only looks like one of ours was left out of the one to write", async () => {
    expect(await advice("2031-\u0430lder", "карта")).toEqual([
      "Type 2031-alder again in Latin letters; U+0430 is none of them, though it looks like one.",
      "Type it again in Latin letters, e.g. 20310402-alder-ban; U+043A is none of them, whatever it looks like.",
    ]);
  });
  it("bug: an id of the wrong form was suggested for one that is not there", async () => {
    const places = text(good(), "places.yaml").replace("id: birchport", "id: birch port");
    const { issues } = await compileDossier(withFiles(good(), { "places.yaml": places }));
    expect(issues.filter((i) => i.rule === "reference").map((i) => i.nearest)).toEqual(["birch-port"]);
  });
});

describe("what an editor is told to do can be done", () => {
  const fixes = async (file: string, from: string, to: string, rule: string) => {
    const before = text(good(), file);
    expect(before).toContain(from);
    const { issues } = await compileDossier(withFiles(good(), { [file]: before.replace(from, to) }));
    return issues.filter((i) => i.rule === rule).map((i) => i.fix);
  };
  it.each([
    ["T25:10", "Write the hour and the minute of the 24-hour clock, 2031-04-02T14:10, or the day alone."],
    [" 14:10", "Write 2031-04-02T14:10."],
    [" 9:05", "Write 2031-04-02T09:05."],
    ["T14:10:33+02:00", "Write 2031-04-02T14:10, without seconds and zone."],
  ])("bug: a source's stamp of a wrong clock, %s, was told to put it in a field that no source has", async (clock, fix) =>
    expect(await fixes("events.yaml", "published: 2031-04-02T14:10", `published: "2031-04-02${clock}"`, "published")).toEqual([fix]),
  );
  it.each([
    ["en-us", "Write en-US."],
    ["EN", "Write en."],
    ["sr_latn", "Write sr-Latn."],
    ["Klingonish", "Write the two-letter code of the language."],
  ])("the language %s", async (lang, fix) => expect(await fixes("events.yaml", "lang: en", `lang: ${lang}`, "language")).toEqual([fix]));
  it("bug: more metres than there are on Earth were told to be written in digits, which they were", async () => {
    expect(await fixes("places.yaml", "precision_m: 3000", "precision_m: 30000000", "precision")).toEqual([
      "Check the number; it is metres.",
    ]);
    expect(await fixes("places.yaml", "precision_m: 3000", "precision_m: 3 km", "precision")).toEqual(["Write digits only, e.g. 3000."]);
  });
  it("bug: a window without its brackets was told to be written as […]", async () =>
    expect(await fixes("dossier.yaml", "window: [-32, -44, -26, -40]", "window: -32, -44, -26, -40", "shape")).toEqual([
      "Write window: [-32, -44, -26, -40].",
    ]));
  it("bug: an address with a quotation mark in it ended the attributes it was written into", async () =>
    expect(
      await fixes("dossier.yaml", "licence: CC0 1.0\ncontact", `licence: CC0 1.0\nsite: https://lake.example/mi"ra/\ncontact`, "site"),
    ).toEqual(["Write %22 and %27 for quotation marks, or leave them out."]));
  it("bug: a title of one invisible character was a title", async () =>
    expect(await fixes("dossier.yaml", '"Lake Mira: what the parties said"', '"\u200b"', "missing")).toEqual(['Fill in "title".']));
  it("a language of the dossier is named once, its own among them", async () => {
    expect(await fixes("dossier.yaml", "languages: [en]", "languages: [en, en]", "twice")).toEqual(["Remove the second one."]);
    expect(await fixes("dossier.yaml", "languages: [en]", "languages: [fr]", "languages")).toHaveLength(1);
  });
});
