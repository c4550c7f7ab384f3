import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { headersFile } from "../../src/cli/headers-file.ts";
import { headersFor, parseHeaderRules } from "../../src/cli/serve.ts";
import { singlePage } from "../../src/ui/single-page.ts";
import { lakeMira } from "../model/fixtures.ts";
import { dataOf } from "./pages-of.ts";
import { oneScript, type SingleParts, singleFile } from "../../src/cli/single-file.ts";

const parts: SingleParts = {
  html: 'lang="en"',
  head: '<title>Map</title><link rel="icon" href="favicon.svg"><meta property="og:image" content="share.png"><meta property="og:image:width" content="1200"><link rel="alternate" type="application/atom+xml" href="feed.xml"><link rel="preload" as="fetch" crossorigin id="words" href="words/en.json">',
  body: [
    '<a href="places.html#pl=a">place</a><a class="x" href="about.html">about</a><a href="./#s=b">statement</a><a href="#s=b">here</a>',
    '<a href="https://source.example/">source</a><a href="mailto:a@b.example">mail</a><a href="s/b/" download>its page</a>',
    '<link rel="stylesheet" href=""><img class="inset" src="inset.svg" alt="">',
  ].join(""),
  css: "@font-face{src:url(../fonts/sans-400-latin.woff2)}p{color:red}",
  script: 'const a = "<!--", b = "</script>"; console.log(a, b);',
  worker: "/**\n * MapLibre */ self.close();",
  files: [
    { name: "favicon.svg", source: "<svg/>" },
    { name: "inset.svg", source: "<svg>inset</svg>" },
    { name: "words/en.json", source: '{"a":"<b>"}' },
    { name: "layers/land.geojson", source: '{"x":"</script>"}' },
    { name: "fonts/sans-400-latin.woff2", source: Buffer.from([1, 2, 3]) },
  ],
  home: null,
};
const html = singleFile(parts);
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const only = (text: string, found: RegExp): string => {
  const all = [...text.matchAll(found)];
  expect(all).toHaveLength(1);
  return all[0]![1]!;
};

describe("the single file", () => {
  it("names no file beside it: what the page shows is inside, and links lead into the file, to the web, or are no links", () => {
    const named = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, to = ""]) => to.replace(/;base64.*/, ""));
    expect(named).toEqual([
      "data:image/svg+xml",
      "#pl=a",
      "#page-about",
      "#s=b",
      "#s=b",
      "https://source.example/",
      "mailto:a@b.example",
      "data:image/svg+xml",
    ]);
    // Once it promised a share picture that it does not have.
    expect(html).not.toContain("og:image");
    expect(html).toContain("its page");
    expect(html).toContain(`url(data:font/woff2;base64,AQID)`);
  });

  it("links to the published folder where there is one", () => {
    const published = singleFile({ ...parts, home: "https://maps.example/nk/" });
    expect(published).toContain('<a href="https://maps.example/nk/s/b/">its page</a>');
    expect(published).toContain('<link rel="canonical" href="https://maps.example/nk/">');
    expect(published).toContain('data-home="https://maps.example/nk/"');
  });

  it("carries the files its script asks for, and none of them can end its own block", () => {
    expect(JSON.parse(only(html, /data-file="layers\/land\.geojson">([^<]*)<\/script>/g))).toEqual({ x: "</script>" });
    expect(only(html, /data-file="fonts\/sans-400-latin\.woff2">([^<]*)</g)).toBe("AQID");
    expect(JSON.parse(only(html, /<script type="application\/json" id="words">([^<]*)</g))).toEqual({ a: "<b>" });
    expect(only(html, /data-file="worker\.js">([\s\S]*?)<\/script>/g)).toBe(parts.worker);
  });

  it("allows its one script and its one style by their hashes, and no request to anything", () => {
    const policy = only(html, /Content-Security-Policy" content="([^"]*)"/g);
    const script = only(html, /<script>([\s\S]*?)<\/script>/g);
    expect(script).toBe(String.raw`const a = "\x3c!--", b = "\x3c/script>"; console.log(a, b);`);
    expect(policy).toContain(`script-src ${hash(script)};`);
    expect(policy).toContain(`style-src ${hash(only(html, /<style>([\s\S]*?)<\/style>/g))};`);
    expect(policy).toContain("default-src 'none';");
    expect(policy).not.toMatch(/'self'|https?:|unsafe|\*/);
  });

  it("cannot be made when a file is missing", () => {
    expect(() => singleFile({ ...parts, files: [] })).toThrow("the single file lacks fonts/sans-400-latin.woff2");
  });

  it("has one classic script, late parts and all", async () => {
    const chunks = new Map([
      [
        "assets/main.js",
        'import { b } from "./b.js"; __vitePreload(() => import("./late.js"), __vite__mapDeps([0,1])).then((m) => m.late(b, import.meta.url));',
      ],
      ["assets/b.js", "export const b = 1;"],
      ["assets/late.js", "export const late = (b, at) => console.log(b, at, `late`);"],
    ]);
    const script = await oneScript(chunks, "assets/main.js");
    expect(script).toContain("late");
    expect(script).not.toMatch(/\bimport\b|\bexport\b|mapDeps/);
    expect(() => new Function(script)).not.toThrow();
  });
});

describe("the file of headers", () => {
  it("gives every page the policy, folders of pages too, and leaves the single files their own", () => {
    const rules = parseHeaderRules(
      headersFile(["P"], [], ["index.html", "embed.html", "az/index.html", "s/a/index.html", "s/b/index.html", "az/p/c/index.html"], null),
    );
    const policy = (path: string) => headersFor(path, rules)["content-security-policy"];
    for (const path of ["/", "/index.html", "/embed.html", "/az/", "/az/index.html", "/s/a/", "/s/b/index.html", "/az/p/c/"])
      expect(policy(path), path).toMatch(/^default-src 'none'; script-src 'self'; [^,]*$/);
    for (const path of ["/dateline.html", "/az/dateline.html", "/data/rest.json"]) expect(policy(path), path).toBeUndefined();
    expect(headersFor("/dateline.html", rules)["access-control-allow-origin"]).toBe("*");
  });

  it("names the published folder beside 'self', which some versions of WebKit take for nothing in a sandboxed frame", () => {
    const [, header = ""] = /Content-Security-Policy: (.*)/.exec(headersFile([], [], ["embed.html"], "https://example.org/a,b;c/")) ?? [];
    const own = "'self' https://example.org/a%2Cb%3Bc/";
    for (const rule of ["script-src", "style-src", "font-src", "connect-src", "frame-src"])
      expect(header.split("; ")).toContain(`${rule} ${own}`);
    for (const rule of ["worker-src", "img-src"]) expect(header.split("; ")).toContain(`${rule} ${own} data:`);
    expect(header.match(/'self'/g)).toHaveLength(header.split(own).length - 1);
  });
});

it("bug: the single file lacked the titles of what events rest on", () => {
  const { body } = singlePage(dataOf(lakeMira), "words/en.json", "");
  const titles = lakeMira.events.flatMap((e) => e.sources.flatMap((s) => s.title ?? []));
  expect(titles.length).toBeGreaterThan(0);
  for (const list of body.match(/<li class="happened"[\s\S]*?<ul class="sources">[\s\S]*?<\/ul>/g) ?? [])
    expect(list.match(/<cite/g) ?? []).toHaveLength(list.match(/hreflang/g)?.length ?? 0);
});
