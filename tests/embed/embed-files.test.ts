import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleScript, type EmbedFile, embedScripts, oembedFile, oembedLink } from "../../src/cli/embed-files.ts";

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const gz = (text: string): number => gzipSync(text, { level: 9 }).length;

describe("the scripts for other people's pages", () => {
  let files: readonly EmbedFile[];
  beforeAll(async () => {
    files = await embedScripts();
  });
  const source = (name: string): string => files.find((file) => file.name === name)?.source ?? "";

  it("have names without a hash, and both come every time the same", async () => {
    expect(files.map((file) => file.name)).toEqual(["dateline-map.js", "dateline-height.js"]);
    expect(await embedScripts()).toEqual(files);
  });

  it.each([
    ["dateline-map.js", 2048],
    ["dateline-height.js", 1000],
  ])("%s is at most %d bytes, compressed", (name, most) => expect(gz(source(name))).toBeLessThanOrEqual(most));

  it("the frame's end adds at most 1.3 kB to the page, compressed", async () => {
    expect(gz(await bundleScript("tests/embed/smallest.ts", "es2022"))).toBeLessThanOrEqual(1300);
  });

  it.each(["dateline-map.js", "dateline-height.js"])(
    "%s is a classic script in the language of 2019 that leaves nothing behind",
    (name) => {
      const text = source(name);
      expect(text.startsWith("(function(){") && text.trimEnd().endsWith("})();")).toBe(true);
      expect(text).not.toMatch(/\?\?|\?\.[a-z[(]|\bimport\b|\bexport\b|static\{|#[a-z]+[;=(]|\|\|=|&&=/);
      expect(text).not.toMatch(/innerHTML|insertAdjacentHTML|srcdoc|document\.write|\beval\b|localStorage|fetch\(|https?:\/\//);
    },
  );
});

describe("oEmbed", () => {
  const facts = { title: 'A "map" & <more>', site: "https://maps.example/nk/", page: "" };
  const answer = JSON.parse(oembedFile(facts).source) as Record<string, string | number>;

  it("is a rich answer with the numbers it needs", () => {
    expect(oembedFile(facts).name).toBe("oembed.json");
    expect(answer).toMatchObject({
      version: "1.0",
      type: "rich",
      title: facts.title,
      width: 680,
      height: 540,
      provider_name: "maps.example",
    });
  });

  it("holds one iframe and nothing else, as editors let through", () => {
    expect(answer["html"]).toMatch(/^<iframe [^<>]*><\/iframe>$/);
    expect(answer["html"]).toContain(' src="https://maps.example/nk/embed.html" ');
    expect(answer["html"]).toContain('title="A &quot;map&quot; &amp; &lt;more&gt;"');
    expect(answer["html"]).toContain('sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"');
  });

  it.each([
    ["az/", "az/embed.html"],
    ["s/20230919-a/", "embed.html#s=20230919-a"],
    ["e/ev-2023/", "embed.html#e=ev-2023"],
  ])("bug: of any page it was the whole map in the dossier's language: of %s it is %s", (page, src) => {
    const { name, source } = oembedFile({ ...facts, page });
    expect((JSON.parse(source) as { html: string }).html).toContain(` src="https://maps.example/nk/${src}" `);
    expect(oembedLink({ ...facts, page })).toContain(` href="https://maps.example/nk/${name}" `);
  });

  it("is found by one line with an absolute address", () => {
    expect(oembedLink(facts)).toBe(
      '<link rel="alternate" type="application/json+oembed" href="https://maps.example/nk/oembed.json" title="A &quot;map&quot; &amp; &lt;more&gt;">',
    );
  });
});

describe("the contract's page", () => {
  const page = read("public/contract.html");
  const protocol = read("src/embed/protocol.ts");
  const block = (start: string): string => protocol.slice(protocol.indexOf(start), protocol.indexOf("}\n", protocol.indexOf(start)));

  it("names every message of a frame and every field of it", () => {
    const names = [...block("export interface Events").matchAll(/readonly (\w+):/g)].map((m) => m[1]);
    expect(names).toEqual(expect.arrayContaining(["ready", "height", "select", "time", "filter", "error", "px", "parties", "count"]));
    for (const name of names) expect(page, name).toMatch(new RegExp(`\\b${name}\\b`));
    for (const name of ["ready", "height", "select", "time", "filter", "error"])
      expect(page).toContain(`<tr><td><code>${name}</code></td>`);
  });

  it("names everything a host can ask", () => {
    const asks = [
      ...protocol.slice(protocol.indexOf("export type Goto"), protocol.indexOf("/** What is open")).matchAll(/readonly (\w+):/g),
    ];
    expect(asks.map((m) => m[1])).toEqual(["statement", "event", "place", "party", "topic", "step", "time", "view"]);
    for (const [, name] of asks) expect(page).toContain(`<code>${name}: `);
    expect(page).toContain("<tr><td><code>hello</code></td>");
  });

  it("tells the bounds and the attributes as they are", () => {
    const [low, high] = ["LOWEST", "HIGHEST"].map((name) => new RegExp(`${name} = (\\d+)`).exec(protocol)?.[1]);
    expect(page).toContain(`between ${low} and ${high} pixels`);
    const host = read("src/embed/host.ts");
    const attributes = [...host.matchAll(/(?:hasAttribute|getAttribute|show)\("([\w-]+)"/g)].map((m) => m[1]);
    for (const name of new Set([...attributes, "title"])) expect(page).toContain(`<td><code>${name}</code></td>`);
  });
});

describe.each(["article", "scrolly", "contract"])("public/%s.html", (name) => {
  const page = read(`public/${name}.html`);

  it("works in any folder and asks nobody else", () => {
    for (const [, address = ""] of page.matchAll(/<[^>]*\s(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^(#|[a-z][\w.-]*(#.*)?$)/);
  });

  it("has a strict policy and keeps to it", () => {
    expect(page).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';/);
    const markup = page.replace(/<pre>.*?<\/pre>/gs, "");
    expect(markup).not.toMatch(/<[^>]*\s(?:style|on\w+)=|<style|<script(?![^>]*\ssrc=)/);
  });

  it("puts every frame in the sandbox and names it", () => {
    for (const [frame] of page.matchAll(/<iframe[^>]*>/g)) {
      expect(frame).toContain('sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"');
      expect(frame).toMatch(/ title="[^"]+"/);
    }
  });
});
