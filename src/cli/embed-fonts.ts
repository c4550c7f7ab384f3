import { faceRule, pageFaces } from "./page-fonts.ts";

/** The script that a language is written in besides the Latin one that everything has, by the end of the font's file name. */
const SCRIPTS: Readonly<Record<string, string>> = { az: "latin-ext", hy: "armenian", ka: "georgian", ru: "cyrillic" };

/**
 * The dossier's fonts for the page in an article, where nothing may move: they are used when they are there with the first picture, which
 * waits for them a tenth of a second, and otherwise from the next page on. Their families have names of their own: by the others' names the
 * live map draws.
 *
 * @param folder of the edition, empty or ending in `/`
 * @returns rules for the page's own sheet, and links for its head
 */
export function embedFonts({ folder, lang }: { readonly folder: string; readonly lang: string }): {
  readonly css: string;
  readonly links: string;
} {
  const fonts = `${folder && "../"}fonts/`;
  const faces = pageFaces();
  // For the live map's names of waters, ranges and roads, which the browser draws and waits for.
  const drawn = faces.filter((f) => f.weight === 400 && f.family !== "Dateline Serif");
  const css = [
    ...faces.map((f) => faceRule(fonts, own(f.family), "optional", f)),
    ...drawn.map((f) => faceRule(fonts, f.family, "block", f)),
  ];
  const first = faces.filter((f) => ["latin", SCRIPTS[lang], "signs"].some((script) => script && f.file.endsWith(`-${script}.woff2`)));
  const links = [...new Set(first.map((f) => f.file))].map(
    (file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${fonts}${file}" vite-ignore>`,
  );
  const families =
    ':root{--sans:"Embed Sans","Embed Scripts",system-ui,sans-serif;--serif:"Embed Serif",Georgia,serif}[data-text-lang][data-ui] [lang]{--serif:"Embed Serif",Georgia,serif}';
  return { css: css.join("") + families, links: links.join("") };
}

const own = (family: string): string => family.replace("Dateline", "Embed");
