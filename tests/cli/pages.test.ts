import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/cli/compile.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import type { Dossier, Statement } from "../../src/dossier/types.ts";
import { lakeMira } from "../model/fixtures.ts";
import { jsonLdOf, linksWithin, metaOf, type Site, siteOf } from "./pages-of.ts";

const karabakh = (await compileDossier(readFolder(fileURLToPath(new URL("../../geo/karabakh-2023", import.meta.url))))).dossier!;
const SITE = "https://lake.example/mira/";
const published: Dossier = { ...lakeMira, head: { ...lakeMira.head, site: SITE } };
const lake = siteOf(lakeMira);

const pageOf = (site: Site, name: string) => site.pages.get(name) ?? { head: "", body: "" };
/** The invented dossier with one statement changed. */
const changed = (id: string, changes: Partial<Statement>): Dossier => ({
  ...lakeMira,
  statements: lakeMira.statements.map((s) => (s.id === id ? { ...s, ...changes } : s)),
});

describe.each([
  ["the invented dossier", lakeMira, lake],
  ["Nagorno-Karabakh 2023", karabakh, siteOf(karabakh)],
] as const)("pages of %s", (_, dossier, site) => {
  it("there is one for every statement, event, topic and party that speaks for itself, one for all words, and no other", () => {
    const parties = dossier.parties.filter((p) => p.id !== "joint");
    expect([...site.pages.keys()].sort()).toEqual(
      [
        ...dossier.statements.map((s) => `s/${s.id}/index.html`),
        ...dossier.events.map((e) => `e/${e.id}/index.html`),
        ...parties.map((p) => `p/${p.id}/index.html`),
        ...dossier.topics.map((topic) => `t/${topic.id}/index.html`),
        "terms.html",
      ].sort(),
    );
  });

  it("every link within the folder leads to a file of it", () => {
    const lost = [...site.pages].flatMap(([name, { head, body }]) =>
      linksWithin(name, head + body)
        .filter((link) => !site.names.has(link))
        .map((link) => `${name}: ${link}`),
    );
    expect(lost).toEqual([]);
  });

  it("each has a title, a description, a preview picture in words and figures, and no script but data", () => {
    for (const [name, { head, body }] of site.pages) {
      expect(head, name).toMatch(/^<title>[^<]+<\/title>/);
      for (const meta of ["description", "og:title", "og:description", "og:image:alt", "twitter:card"])
        expect(metaOf(head, meta), `${name} ${meta}`).toBeTruthy();
      const picture = /^[se]\//.test(name) ? "share.png" : name === "terms.html" ? "share.png" : "../../share.png";
      expect([metaOf(head, "og:image"), metaOf(head, "og:image:width"), metaOf(head, "og:image:height")], name).toEqual([
        picture,
        "1200",
        "630",
      ]);
      expect(`${head}${body}`.match(/<script(?! type="application\/ld\+json")/g), name).toBeNull();
      expect(body, name).not.toMatch(/ style=| on\w+="/);
    }
  });

  it("each has one main heading, and its sources with all their titles", () => {
    for (const [name, { body }] of site.pages) expect(body.match(/<h1\b/g), name).toHaveLength(1);
    for (const s of dossier.statements.filter((x) => x.status !== "withdrawn")) {
      const { body } = pageOf(site, `s/${s.id}/index.html`);
      expect(body.match(/<cite/g)?.length ?? 0, s.id).toBe(s.sources.filter((x) => x.title).length);
    }
  });

  it("says in JSON-LD who said what, and rates nothing", () => {
    for (const s of dossier.statements) {
      const ld = jsonLdOf(pageOf(site, `s/${s.id}/index.html`).head);
      expect(ld["@type"], s.id).toBe("Quotation");
      expect(JSON.stringify(ld)).not.toMatch(/ClaimReview|reviewRating|claimReviewed/);
      expect(ld["isBasedOn"]).toHaveLength(s.sources.length);
    }
    for (const e of dossier.events) expect(jsonLdOf(pageOf(site, `e/${e.id}/index.html`).head)["@type"]).toBe("Event");
  });

  it("has a picture for each statement and event, and for each statement its citation as three files", () => {
    for (const name of [...site.pages.keys()].filter((page) => /^[se]\//.test(page)))
      expect(site.names.has(name.replace("index.html", "share.png")), name).toBe(true);
    for (const s of dossier.statements.filter((x) => x.status !== "withdrawn"))
      for (const file of ["cite.json", "cite.ris", "cite.bib"]) expect(site.names.has(`s/${s.id}/${file}`)).toBe(true);
  });
});

describe("words of a speaker and words of ours", () => {
  const ld = (id: string) => jsonLdOf(pageOf(lake, `s/${id}/index.html`).head);

  it("a paraphrase is an abstract, never a text, and stands nowhere in quotation marks", () => {
    const { head, body } = pageOf(lake, "s/20310402-alder-ban/index.html");
    expect(ld("20310402-alder-ban")).toMatchObject({ abstract: expect.stringContaining("The ministry closed") });
    expect(ld("20310402-alder-ban")).not.toHaveProperty("text");
    expect(metaOf(head, "og:description")).toMatch(/^The ministry closed/);
    // A chat without room for the picture says whose ministry it is.
    expect(metaOf(head, "og:title")).toBe("Ministry of Waters (Alder), 2 April 2031");
    expect(body).not.toMatch(/<q>The ministry/);
  });

  it("verbatim words are a text in quotation marks", () => {
    expect(ld("20310403-birch-reply")).toMatchObject({ text: "Nobody closes a shore that fed our grandparents." });
    expect(metaOf(pageOf(lake, "s/20310403-birch-reply/index.html").head, "og:description")).toMatch(/^“Nobody/);
  });

  it("a day is told only when it is known to be the day of speaking", () => {
    expect(ld("20310402-alder-ban")["dateCreated"]).toBe("2031-04-02");
    for (const id of ["20310403-birch-reply", "20310401-council-call", "undated-birch-map"])
      expect(ld(id)).not.toHaveProperty("dateCreated");
  });
});

const plain = (html: string): string => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

describe("who speaks for a party", () => {
  const speakers = (dossier: Dossier, party: string) =>
    plain(/<section id="speakers">.*?<\/section>/s.exec(pageOf(siteOf(dossier), `p/${party}/index.html`).body)?.[0] ?? "");
  it("is told with the years in which the record has the office, also of those who spoke", () => {
    expect(speakers(lakeMira, "alder")).toContain("Ida Rohn minister of waters (2030–2031); no statement under this name is recorded.");
    const spoke = changed("20310402-alder-ban", { speaker: { name: "Ida Rohn", role: "minister", each: [] } });
    expect(speakers(spoke, "alder")).toMatch(/Ida Rohn\s+minister: 2 April 2031 minister of waters \(in the record: 2030–2031\)/);
  });
});

describe("a record that no longer stands", () => {
  it("superseded, it says so, keeps its text and names its successor", () => {
    const { head, body } = pageOf(lake, "s/20310409-alder-slip/index.html");
    expect(body).toContain("This version was superseded.");
    expect(body).toContain('href="../../s/20310409-joint-truce/"');
    expect(body).toContain("until the end of April");
    expect(body).toContain("the text in force says May");
    expect(metaOf(head, "robots")).toBe("noindex");
  });

  it("withdrawn, it says so and gives its text nowhere: not in the page, the preview, the citation, the feed", () => {
    const site = siteOf(changed("20310402-alder-ban", { status: "withdrawn", supersededBy: "20310409-joint-truce" }));
    const { head, body } = pageOf(site, "s/20310402-alder-ban/index.html");
    expect(body).toContain("was withdrawn from the record");
    expect(body).toContain('href="../../s/20310409-joint-truce/"');
    expect(head + body + site.text("feed.xml")).not.toContain("The ministry closed");
    expect(jsonLdOf(head)["creativeWorkStatus"]).toBe("Withdrawn");
    expect(site.names.has("s/20310402-alder-ban/cite.bib")).toBe(false);
    expect(pageOf(site, "e/ev-2031-04-02-closure/index.html").body).not.toContain("The ministry closed");
  });
});

describe("a position whose only statement no longer stands", () => {
  const positions = (status: "superseded" | "withdrawn") => {
    const site = siteOf(changed("20310402-alder-ban", { status }));
    return ["p/alder/index.html", "t/shore_line/index.html"].map((name) => plain(pageOf(site, name).body));
  };
  it("says that it rests on a superseded one", () => {
    for (const page of positions("superseded"))
      expect(page).toMatch(/The line is not in question\. since 2 April 2031: [\w ,]+ \(superseded\)/);
  });
  it("bug: was called not looked for once the statement was withdrawn", () => {
    for (const page of positions("withdrawn")) expect(page).toContain("None: the statement recorded was withdrawn");
  });
});

describe("the site's own address", () => {
  it("when it is known, begins the canonical link, the preview's address and picture, and the id in JSON-LD", () => {
    const { head } = pageOf(siteOf(published), "s/20310402-alder-ban/index.html");
    const own = `${SITE}s/20310402-alder-ban/`;
    expect(head).toContain(`<link rel="canonical" href="${own}">`);
    expect(metaOf(head, "og:url")).toBe(own);
    expect(metaOf(head, "og:image")).toBe(`${own}share.png`);
    expect(jsonLdOf(head)).toMatchObject({ "@id": own, url: own });
  });

  it("begins the preview picture of pages that have none of their own", () => {
    const { head } = pageOf(siteOf(published), "p/alder/index.html");
    expect(head).toContain(`<link rel="canonical" href="${SITE}p/alder/">`);
    expect(metaOf(head, "og:image")).toBe(`${SITE}share.png`);
  });

  it("when it is not, none is made up", () => {
    for (const { head } of lake.pages.values()) {
      expect(head).not.toMatch(/canonical|og:url/);
      expect(jsonLdOf(head)).not.toHaveProperty("url");
    }
  });
});

describe("the report of an error", () => {
  const body = (head: Partial<Dossier["head"]>) =>
    pageOf(siteOf({ ...lakeMira, head: { ...lakeMira.head, site: SITE, ...head } }), "s/20310402-alder-ban/index.html").body;

  it("leads to the address that the dossier sets, with the record in it", () =>
    expect(body({ report: "https://lake.example/new?title={id}&body={url}" })).toContain(
      `href="https://lake.example/new?title=20310402-alder-ban&amp;body=${encodeURIComponent(`${SITE}s/20310402-alder-ban/`)}"`,
    ));

  it("is not offered where the dossier names no address", () =>
    expect(body({ report: null, contact: null })).not.toContain("Report an error"));
});

describe("a dossier whose words are markup", () => {
  const HOSTILE = `</script><img src=x onerror=alert(1)>"'&<!-- ]]> {{x}}`;
  const hostile = siteOf({
    ...changed("20310402-alder-ban", {
      text: HOSTILE,
      speaker: { name: HOSTILE, role: HOSTILE, each: [] },
      venue: HOSTILE,
      terms: [HOSTILE],
    }),
    head: { ...published.head, title: HOSTILE, dek: HOSTILE, notes: HOSTILE },
    events: lakeMira.events.map((e) => ({ ...e, title: HOSTILE, summary: HOSTILE })),
  });

  it("shows them as words on every page", () => {
    for (const [name, { head, body }] of hostile.pages) {
      expect(head + body, name).not.toContain("<img");
      expect(head.match(/<\/script>/g), name).toHaveLength(1);
      expect(jsonLdOf(head), name).not.toBeNull();
    }
    expect(pageOf(hostile, "s/20310402-alder-ban/index.html").body).toContain("&lt;/script>");
  });

  it("keeps the words whole in JSON-LD", () => {
    expect(jsonLdOf(pageOf(hostile, "s/20310402-alder-ban/index.html").head)).toMatchObject({
      abstract: HOSTILE,
      creator: { name: HOSTILE },
    });
  });
});
