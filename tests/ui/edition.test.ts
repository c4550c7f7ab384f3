import { describe, expect, it } from "vitest";
import { type Edition, inFolder, pageHref, toRoot } from "../../src/ui/edition.ts";

const edition = (lang: string, folder: string): Edition => ({ lang, dir: "ltr", name: lang, folder, reviewed: true });
const en = edition("en", "");
const az = edition("az", "az/");
const ru = edition("ru", "ru/");

describe("the way between pages in several languages", () => {
  it.each([
    [en, az, "", "az/"],
    [en, az, "about.html", "az/about.html"],
    [az, en, "", "../"],
    [az, ru, "places.html", "../ru/places.html"],
    [en, en, "", "./"],
    [az, az, "", "../az/"],
  ])("is relative, so that the folder can stand anywhere", (from, to, page, href) => {
    expect(pageHref(from, to, page)).toBe(href);
    const at = (e: Edition, file = "") => new URL(e.folder + file, "https://paper.example/2023/map/").href;
    expect(new URL(href, at(from, "index.html")).href).toBe(at(to, page));
  });

  it("to the dossier's folder leads up as many folders as there are", () => {
    expect([toRoot(en), toRoot(az), toRoot(edition("x", "a/b/"))]).toEqual(["", "../", "../../"]);
  });
});

describe("markup for the dossier's folder, in the folder of a language", () => {
  it.each([
    ['<a href="#s=x">', '<a href="#s=x">'],
    ['<a href="places.html#pl=baku">', '<a href="places.html#pl=baku">'],
    ['<a href="about.html">', '<a href="about.html">'],
    ['<a href="./">', '<a href="./">'],
    ['<a href="./#s=x">', '<a href="./#s=x">'],
    ['<a href="s/x/">', '<a href="../s/x/" hreflang="en">'],
    ['<a href="terms.html#place">', '<a href="terms.html#place">'],
    ['<a href="p/az/">', '<a href="p/az/">'],
    ['<a href="t/x/">', '<a href="t/x/">'],
    ['<img src="inset.svg">', '<img src="../inset.svg">'],
    ['<a href="layers/a.geojson" download>', '<a href="../layers/a.geojson" download>'],
    ['<a href="https://example.org/about.html">', '<a href="https://example.org/about.html">'],
    ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    ['<a href="../hy/">', '<a href="../hy/">'],
  ])("%s becomes %s", (html, made) => {
    expect(inFolder(html, az, "en")).toBe(made);
    expect(inFolder(html, en, "en")).toBe(html);
  });

  it("leaves words alone that look like addresses", () => {
    const html = '<p>href="s/x/"</p>';
    expect(inFolder(html, az, "en")).toBe(html);
  });
});
