import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../src/cli/words.ts";
import { snippets } from "../../src/ui/snippets.ts";
import { speak } from "../../src/words/t.ts";

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
/** Lines may be broken for whoever reads them. */
const flat = (text: string): string => text.replace(/\s+/g, " ");
const unescaped = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const codes = (folder: string, title: string) =>
  Object.fromEntries(snippets(folder, folder, "", title).map(({ id, code }) => [id, flat(code)])) as Record<string, string>;

beforeAll(() => speak(catalogue("en")));

describe("what is to be pasted is the same wherever it is written down: once the readme and the examples had lost the link and the height", () => {
  it("in the readme, the plain frame", () =>
    expect(flat(read("README.md"))).toContain(codes("https://example.org/map/", "Nagorno-Karabakh 2023")["iframe"]));

  it("on the contract's page, the frame, the frame with a height, and the element", () => {
    const page = flat(unescaped(read("public/contract.html")));
    const { iframe, height, element } = codes("https://maps.example/", "Map of statements");
    for (const code of [iframe, height, element]) expect(page).toContain(`<code>${code}</code>`);
  });

  // A page with a policy of its own has its styles in a file, and room for words of its own.
  it.each([
    ["article", "The map, as a plain frame", "iframe"],
    ["article", "The map, in a frame as high as its content", "height"],
    ["article", "The map, as an element", "element"],
    ["scrolly", "The map, moved by the text beside it", "iframe"],
  ])("in %s.html: %s", (name, title, way) => {
    const own = flat(read(`public/${name}.html`)).replace(/ (?:id="map"|data-follow-hash|follow-links)/g, "");
    const code = codes("", title)
      [way]!.replace(/ style="[^"]*"/, "")
      .replace('href=""', 'href="index.html"')
      .replace(/<script.*?<\/script>/, "")
      .trim();
    // A frame that moves with the text has to be there when the text is.
    expect(own).toContain(name === "scrolly" ? code.replace(' loading="lazy"', "") : code);
  });
});

it("bug: the address of one statement, pasted alone, was answered with the start: what answers sees nothing behind its #", () => {
  const alone = (folder: string, hash: string) =>
    snippets(folder, "https://example.org/map/", hash, "Mira").find((w) => w.id === "link")?.code;
  const here = "https://example.org/map/";
  expect(alone(here, "s=20310402-alder-ban")).toBe(`${here}s/20310402-alder-ban/`);
  expect(alone(here, "e=spill_2031")).toBe(`${here}e/spill_2031/`);
  // More than a record, or a page in another language, has no page that would open it.
  expect(alone(here, "t=2031-04-02/2031-04-02&s=20310402-alder-ban")).toBe(`${here}#t=2031-04-02/2031-04-02&s=20310402-alder-ban`);
  expect(alone(`${here}az/`, "s=20310402-alder-ban")).toBe(`${here}az/#s=20310402-alder-ban`);
});
