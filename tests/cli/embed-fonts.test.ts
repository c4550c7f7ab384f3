import { expect, it } from "vitest";
import { embedFonts } from "../../src/cli/embed-fonts.ts";

it("the embed asks early for the letters of its language and uses none that would come late and move its lines", () => {
  const { css, links } = embedFonts({ folder: "hy/", lang: "hy" });
  const files = [...links.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(files).toContain("../fonts/sans-400-armenian.woff2");
  expect(files).toContain("../fonts/sans-600-latin.woff2");
  expect(files.some((file) => /cyrillic|georgian/.test(file ?? ""))).toBe(false);
  const faces = css.match(/@font-face\{[^}]*\}/g) ?? [];
  expect(faces.length).toBeGreaterThan(files.length);
  expect(
    faces.filter((face) => !face.includes("font-display:optional")).every((face) => /"Dateline Sans"|"Dateline Scripts"/.test(face)),
  ).toBe(true);
  for (const file of files) expect(css).toContain(`url(${file})`);
});
