import { expect, it } from "vitest";
import { dossierCss, prerender, sidePages } from "../../src/ui/prerender.ts";
import { describeMap } from "../../src/map/describe.ts";
import { partyBody } from "../../src/ui/record-pages.ts";
import { t } from "../../src/words/t.ts";
import { dataOf } from "../cli/pages-of.ts";
import { lakeMira } from "../model/fixtures.ts";

const SHEETS = { rest: "assets/rest-0.css", print: "assets/print-0.css", reading: "assets/reading-0.css" };
const page = (layers: typeof lakeMira.head.layers, ui: "full" | "embed") =>
  prerender(dataOf({ ...lakeMira, head: { ...lakeMira.head, layers } }), SHEETS, "words/en.json", ui).body;

it.each(["full", "embed"] as const)("bug: nothing said why the map of a dossier without layers is empty (%s)", (ui) => {
  const layers = [{ id: "countries", kind: "region", title: "Land", file: "land.geojson", attribution: "drawn", licence: "CC0" }] as const;
  expect(page([], ui)).toContain(t("page.no_land"));
  expect(page([], ui)).not.toContain("inset.svg");
  expect(page(layers, ui)).not.toContain(t("page.no_land"));
  expect(page(layers, ui)).toContain("inset.svg");
});

it("bug: no mark said what its place is called: each at which something was said does, on the phone's and the desktop's map alike", () => {
  const layers = [{ id: "places", kind: "region", title: "Names", file: "places.geojson", attribution: "drawn", licence: "CC0" }] as const;
  const names = (body: string) =>
    [...body.matchAll(/<text class="codes place-name"[^>]*>(.*?)<\/text>/g)].map((m) => m[1]?.replace(/<[^>]*>/g, ""));
  for (const ui of ["full", "embed"] as const) for (const l of [[], layers]) expect(names(page(l, ui))).toEqual(["North shore"]);
});

it("bug: what kind of place a place is was on no page", () => {
  const places = sidePages(dataOf(lakeMira), SHEETS.rest).find((p) => p.name === "places.html")?.body ?? "";
  const kinds = [...places.matchAll(/<section id="pl=(\w+)">.*?<p class="meta">(.*?) ·/g)].map((m) => [m[1], m[2]]);
  expect(kinds).toEqual(lakeMira.places.map(({ id, kind }) => [id, kind.charAt(0).toUpperCase() + kind.slice(1)]));
});

it("bug: a position that rests on a superseded statement did not say so, and one whose statement was withdrawn was called not looked for", () => {
  const cell = (status: "superseded" | "withdrawn") => {
    const statements = lakeMira.statements.map((s) => (s.id === "20310402-alder-ban" ? { ...s, status } : s));
    const { body } = prerender(dataOf({ ...lakeMira, statements }), SHEETS, "words/en.json");
    return /<tr data-party="alder" data-topic="shore_line".*?<td>(.*?)<tr/.exec(body)?.[1]?.replace(/<[^>]*>/g, "");
  };
  expect(cell("superseded")).toContain("The line is not in question.");
  expect(cell("superseded")).toContain("2 April 2031 (superseded)");
  expect(cell("withdrawn")?.trim()).toBe("None: the statement recorded was withdrawn");
});

it("bug: a statement in Arabic or Hebrew ended with its full stop on the wrong side, where the interface runs left to right", () => {
  const css = (lang: string, own = "en") =>
    dossierCss(
      dataOf({ ...lakeMira, head: { ...lakeMira.head, lang: own }, statements: lakeMira.statements.map((s) => ({ ...s, lang })) }),
    );
  const bidi = "[lang]{unicode-bidi:plaintext}";
  expect(css("he")).toContain(bidi);
  expect(css("en", "ar")).toContain(bidi);
  expect(css("en")).not.toContain(bidi);
  expect(css("hy")).not.toContain(bidi);
});

it("bug: the table of positions of a dossier that has none was empty: each topic says that nothing was looked for", () => {
  const { body } = prerender(dataOf({ ...lakeMira, positions: [] }), SHEETS, "words/en.json");
  expect(body.split(t("record.cell_not_searched")).length - 1).toBe(lakeMira.topics.length);
});

it("marks have seats in each box of the page and of an embed, which hold before a script does, with the names that have room there", () => {
  const seats = (ui: "full" | "embed") => {
    const css = dossierCss(dataOf(lakeMira), ui);
    const [, row = ""] = /\[data-mark="north_shore"\]\{([^}]*)\}/.exec(css) ?? [];
    return {
      row,
      boxes: [...css.matchAll(/@container (\S[^{]*)\{g\[data-mark\]\{--o:var\((--o\d)\)/g)].map(([, when, name]) => [when, name]),
    };
  };
  const [page, embed] = [seats("full"), seats("embed")];
  expect(page.row).toMatch(/^--x:[-.\d]+;--y:[-.\d]+;--o:-?\d+px,-?\d+px.*;--o1:-?\d+px,-?\d+px.*;--o2:-?\d+px,-?\d+px/);
  expect(page.boxes).toEqual([
    ["(height>580px)", "--o1"],
    ["(width<600px) or (height<400px)", "--o2"],
  ]);
  expect(embed.boxes).toEqual([
    ["(width>=600px)", "--o1"],
    ["(height<340px)", "--o2"],
  ]);
  expect(embed.row).not.toContain("--o3");
});

it("bug: a superseded statement was counted beside the one that took its place in the list of parties and in the map's words, not on the party's page", () => {
  const data = dataOf(lakeMira);
  const { body } = prerender(data, SHEETS, "words/en.json");
  const inList = /data-party="alder" id="p=alder">.*?#p=alder">(.*?)<\/a>.*?(\d) joint/.exec(body);
  expect([inList?.[1], inList?.[2]]).toEqual(["1 statement", "1"]);
  expect(partyBody(data, lakeMira.parties[0]!, null)).toContain("2 statements");
  expect(describeMap(lakeMira)).toContain("5 statements");
  expect(data.index.statements).toHaveLength(5);
  const about = {
    ...lakeMira,
    statements: lakeMira.statements.map((s) => (s.status === "superseded" ? { ...s, about: ["far_city"] } : s)),
  };
  expect(sidePages(dataOf(about), SHEETS.rest).find((p) => p.name === "places.html")?.body).not.toContain("20310409-alder-slip");
  // Its card is there for links, and says what it is.
  expect(body).toMatch(/data-statement="20310409-alder-slip" data-superseded/);
  expect(/id="t=2031-04-09\/2031-04-09"><h3>[^<]*<span[^>]*>(\d)</.exec(body)?.[1]).toBe("1");
});

it("bug: no card said which day it was on the axis where that is another", () => {
  const late = { clock: "22:30", offset: "-04:00", is: "statement" } as const;
  const of = (changes: object) => {
    const statements = lakeMira.statements.map((s) =>
      s.id === "20310402-alder-ban" ? { ...s, timeNote: null, time: late, ...changes } : s,
    );
    const { body } = prerender(dataOf({ ...lakeMira, statements }), SHEETS, "words/en.json");
    return /id="s=20310402-alder-ban".*?<p class="when">(.*?)<\/p>/.exec(body)?.[1]?.replace(/<[^>]*>/g, "");
  };
  expect(of({})).toContain("2 April 2031, 22:30 (UTC−4) = 3 April 2031, Lake time (UTC-2) ·");
  expect(of({ time: { ...late, clock: "13:00" } })).not.toContain("=");
  const sources = lakeMira.statements[1]!.sources.map((x) => ({ ...x, published: "2031-04-03T00:39" }));
  expect(of({ time: { ...late, clock: "00:39", is: "publication" }, sources })).toContain("published 3 April 2031, 00:39 (UTC−4) ·");
});

it("bug: a party with the id 'about' was called by a sentence of the interface", () => {
  const parties = lakeMira.parties.map((p) => (p.id === "alder" ? { ...p, id: "about" } : p));
  expect(dataOf({ ...lakeMira, parties }).partyName("about")).toBe("Alder");
});
