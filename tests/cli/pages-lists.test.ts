import { check } from "@placemarkio/check-geojson";
import { parseXml, XmlElement } from "@rgrove/parse-xml";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { downloads } from "../../src/cli/downloads.ts";
import { atomFeed, sitemap, uuid } from "../../src/cli/pages/feed.ts";
import type { Dossier } from "../../src/dossier/types.ts";
import { lakeMira } from "../model/fixtures.ts";

const SITE = "https://lake.example/mira/";
const withHead = (head: Partial<Dossier["head"]>): Dossier => ({ ...lakeMira, head: { ...lakeMira.head, ...head } });
const file = (dossier: Dossier, name: string): string => downloads(dossier).find((d) => d.name === name)?.source ?? "";

const elements = (parent: XmlElement, name: string): readonly XmlElement[] =>
  parent.children.filter((c): c is XmlElement => c instanceof XmlElement && c.name === name);
const words = (parent: XmlElement, name: string): string | undefined => elements(parent, name)[0]?.text;
const feedOf = (dossier: Dossier): XmlElement => parseXml(atomFeed(dossier)).root!;

describe("the feed", () => {
  it("has what RFC 4287 asks of a feed and of each entry, each once", () => {
    const feed = feedOf(lakeMira);
    expect([feed.name, feed.attributes["xmlns"]]).toEqual(["feed", "http://www.w3.org/2005/Atom"]);
    for (const record of [feed, ...elements(feed, "entry")]) {
      for (const name of ["id", "title", "updated"]) expect(elements(record, name), name).toHaveLength(1);
      expect(words(record, "id")).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(words(record, "updated")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    for (const entry of elements(feed, "entry")) {
      expect(elements(entry, "author").map((a) => words(a, "name"))).toEqual([expect.stringMatching(/\S/)]);
      expect(elements(entry, "link").filter((l) => l.attributes["rel"] === "alternate")).toHaveLength(1);
      expect(words(entry, "summary")).toMatch(/\S/);
    }
    expect(new Set(elements(feed, "entry").map((e) => words(e, "id"))).size).toBe(elements(feed, "entry").length);
  });

  it("goes from the newest date to the oldest, undated last, and leaves out what no longer stands", () => {
    const links = elements(feedOf(lakeMira), "entry").map((e) => elements(e, "link")[0]?.attributes["href"]);
    expect(links).toEqual([
      "s/20310409-joint-truce/",
      "s/20310403-birch-reply/",
      "s/20310402-alder-ban/",
      "s/20310401-council-call/",
      "s/undated-birch-map/",
    ]);
  });

  it("tells a day only where one is known, and as updated the day the data stands at", () => {
    const entries = elements(feedOf(lakeMira), "entry");
    expect(entries.map((e) => words(e, "published") ?? "")).toEqual(["2031-04-09T00:00:00Z", "", "2031-04-02T00:00:00Z", "", ""]);
    expect(new Set(entries.map((e) => words(e, "updated")))).toEqual(new Set(["2031-06-01T00:00:00Z"]));
  });

  it("keeps its ids when the dossier moves, and addresses it absolutely when its address is known", () => {
    const ids = (d: Dossier) => elements(feedOf(d), "entry").map((e) => words(e, "id"));
    expect(ids(withHead({ site: SITE, updated: "2032-01-01" }))).toEqual(ids(lakeMira));
    expect(elements(feedOf(withHead({ site: SITE })), "link").map((l) => l.attributes["href"])).toEqual([SITE, `${SITE}feed.xml`]);
  });

  it("shows words that are markup as words", () => {
    const hostile = "<b>&\"'</b>]]>\u0007";
    const feed = feedOf({
      ...withHead({ title: hostile }),
      statements: lakeMira.statements.map((s) => ({ ...s, text: hostile, form: "paraphrase" as const })),
    });
    expect(words(feed, "title")).toBe(hostile.replace("\u0007", ""));
    expect(words(elements(feed, "entry")[0]!, "summary")).toBe(hostile.replace("\u0007", ""));
  });

  it("makes ids by name as RFC 4122 has them", () => {
    expect(uuid("https://example.org")).toBe(uuid("https://example.org"));
    // Version 5 in the namespace of addresses, as other programs make it.
    expect(uuid("http://www.example.com/")).toBe("fcde3c85-2270-590f-9e7c-ee003d65e0e2");
  });
});

describe("the sitemap", () => {
  it("is made only when the dossier says where it is published", () => expect(sitemap(lakeMira)).toBeNull());

  it("names every page that stands, by its absolute address", () => {
    const map = parseXml(sitemap(withHead({ site: SITE })) ?? "").root!;
    expect(map.attributes["xmlns"]).toBe("http://www.sitemaps.org/schemas/sitemap/0.9");
    const places = elements(map, "url").map((u) => words(u, "loc") ?? "");
    expect(places).toHaveLength(4 + 5 + lakeMira.events.length + 3 + lakeMira.topics.length);
    expect(places).toEqual(expect.arrayContaining(["terms.html", "p/alder/", "t/fishing/"].map((page) => SITE + page)));
    expect(places.every((p) => p.startsWith(SITE))).toBe(true);
    expect(places).not.toContain(`${SITE}s/20310409-alder-slip/`);
  });
});

describe("the table", () => {
  const read = (dossier: Dossier) =>
    Papa.parse<Record<string, string>>(file(dossier, "data/statements.csv").replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true });

  it("is read back row by row", () => {
    const { data, errors } = read(lakeMira);
    expect(errors).toEqual([]);
    expect(data.map((r) => r["id"])).toEqual(lakeMira.statements.map((s) => s.id));
    expect(data.map((r) => r["text"])).toEqual(lakeMira.statements.map((s) => s.text));
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://a.example","b")'])(
    "has no cell that a spreadsheet would compute: %j",
    (text) => {
      const { data } = read({ ...lakeMira, statements: lakeMira.statements.map((s) => ({ ...s, text, venue: text, editorNote: text })) });
      expect(data).toHaveLength(lakeMira.statements.length);
      for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(data[0]?.["text"]).toBe(`'${text}`);
    },
  );
});

describe("the statements as GeoJSON", () => {
  const { features } = check(file(lakeMira, "data/statements.geojson")) as GeoJSON.FeatureCollection;

  it("is valid, and has every statement once", () => {
    expect(features.map((f) => f.id)).toEqual(lakeMira.statements.map((s) => s.id));
  });

  it("has a point where a statement is about a place, with how exact it is, and none where it is not", () => {
    for (const [i, s] of lakeMira.statements.entries()) {
      const place = lakeMira.places.find((p) => p.id === s.about[0]);
      expect(features[i]?.geometry ?? null).toEqual(place ? { type: "Point", coordinates: [place.lon, place.lat] } : null);
      expect(features[i]?.properties?.["place_precision"] ?? null).toBe(place?.precision ?? null);
    }
  });
});
