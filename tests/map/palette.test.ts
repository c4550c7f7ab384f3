import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/cli/compile.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import { GRAMMAR } from "../../src/map/layers/disputed.ts";
import { cssName, inksOf, type MapTheme, PALETTE } from "../../src/map/palette.ts";
import { difference, type Sight, SIGHTS } from "./colour-vision.ts";

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const SHEET = readFileSync(path("src/ui/page.css"), "utf8");
const THEMES: readonly MapTheme[] = ["light", "dark"];
/** WCAG 2.2: of text, and of what must be seen but is not read. */
const TEXT = 4.5;
const SHAPE = 3;

/** Relative luminance by WCAG 2.2, of `#rgb` or `#rrggbb`. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
  const [r = 0, g = 0, b = 0] = (long.match(/[0-9a-f]{2}/gi) ?? [])
    .map((c) => Number.parseInt(c, 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

/** Custom properties of the page, in a theme: `light-dark(a, b)` is a in the light one, b in the dark one. */
const ROOT = SHEET.match(/:root \{([^}]*)\}/)?.[1] ?? "";
const PROPERTIES = [...ROOT.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = "", value = ""]) => [name, value] as const);
const properties = (theme: MapTheme): Readonly<Record<string, string>> =>
  Object.fromEntries(
    PROPERTIES.map(([name, value]) => [name, value.replace(/^light-dark\(([^,]+), ([^)]+)\)$/, theme === "light" ? "$1" : "$2")]),
  );
const PAGE = { light: properties("light"), dark: properties("dark") } as const;

describe("contrast", () => {
  it("is counted as the standard does", () => {
    expect(contrast("#000", "#ffffff")).toBeCloseTo(21, 6);
    expect(contrast("#777777", "#fff")).toBeCloseTo(4.48, 2);
    expect(contrast("#123456", "#123456")).toBe(1);
  });
});

describe.each(THEMES)("the map's inks, %s", (theme) => {
  const { land, water, border, river, contest, label, soft, waterLabel } = PALETTE[theme];

  it("let every name be read, on land and on water", () => {
    for (const [name, ink] of Object.entries({ label, soft, contest, waterLabel }))
      for (const [ground, colour] of Object.entries({ land, water }))
        expect(contrast(ink, colour), `${name} on ${ground}`).toBeGreaterThanOrEqual(TEXT);
  });

  it("let borders and contested outlines be seen, on land and on water", () => {
    for (const ink of [border, contest]) for (const ground of [land, water]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(SHAPE);
  });

  it("keep land from water, and rivers quieter than borders", () => {
    expect(land).not.toBe(water);
    expect(contrast(river, land)).toBeLessThan(contrast(border, land));
    expect(contrast(river, land)).toBeGreaterThan(1.3);
  });

  it("are greys, or close to it: none could be taken for a party's colour", () => {
    for (const [name, ink] of Object.entries(PALETTE[theme])) {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(String(ink).slice(i, i + 2), 16));
      expect(Math.max(r, g, b) - Math.min(r, g, b), name).toBeLessThan(50);
    }
  });

  it("come to the style sheet under names of their own, each once", () => {
    const names = Object.keys(PALETTE[theme]).map(cssName);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^[a-z-]+$/);
      expect(SHEET, name).toContain(`var(--${name})`);
      expect(PAGE[theme], name).not.toHaveProperty(name);
    }
  });
});

describe.each(THEMES)("the map's inks for who asked for more contrast, %s", (theme) => {
  const { land, water, border, river, contest, label, soft, waterLabel } = inksOf(theme, true);
  const quiet = inksOf(theme, false);

  it("let every name be read at 7 to 1, and every line be seen at 4.5 to 1", () => {
    for (const ink of [label, soft, contest, waterLabel])
      for (const ground of [land, water]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
    for (const ink of [border, contest, river]) expect(contrast(ink, land)).toBeGreaterThanOrEqual(4.5);
  });

  it("are nowhere weaker than the quiet ones", () => {
    for (const name of ["label", "soft", "border", "contest", "waterLabel", "river"] as const)
      expect(contrast(inksOf(theme, true)[name], land), name).toBeGreaterThanOrEqual(contrast(quiet[name], quiet.land));
  });
});

describe.each(THEMES)("the page's inks, %s", (theme) => {
  const ink = (name: string): string => PAGE[theme][name] ?? `no --${name}`;

  it("let every text be read, on paper and on tinted paper", () => {
    for (const name of ["ink", "soft", "link"])
      for (const ground of ["paper", "tint"]) expect(contrast(ink(name), ink(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(TEXT);
  });

  it("let a count be read on a mark, and a mark's edge be seen on the map", () => {
    expect(contrast(ink("ink"), ink("mark"))).toBeGreaterThanOrEqual(TEXT);
    for (const ground of [PALETTE[theme].land, PALETTE[theme].water]) expect(contrast(ink("ink"), ground)).toBeGreaterThanOrEqual(TEXT);
  });

  it("let the focus be seen wherever it can be", () => {
    for (const ground of [ink("paper"), ink("tint"), ink("mark"), PALETTE[theme].land, PALETTE[theme].water])
      expect(contrast(ink("focus"), ground), ground).toBeGreaterThanOrEqual(SHAPE);
  });

  it("let the edge of a control be seen", () => {
    for (const ground of ["paper", "tint"]) expect(contrast(ink("rule"), ink(ground)), ground).toBeGreaterThanOrEqual(SHAPE);
  });
});

describe("the dark page", () => {
  it("has an ink of its own for each of the light page's", () => {
    const colours = PROPERTIES.filter(([, value]) => value.includes("#"));
    expect(colours.length).toBeGreaterThan(7);
    for (const [name, value] of colours) {
      expect(value, name).toMatch(/^light-dark\(#[0-9a-f]{3,6}, #[0-9a-f]{3,6}\)$/);
      expect(PAGE.light[name], name).not.toBe(PAGE.dark[name]);
    }
  });

  it("comes when the machine asks for it, unless the reader says otherwise", () => {
    const schemes = [...SHEET.matchAll(/(:root\S*) \{ color-scheme: ([a-z ]+);/g)].map(([, selector, scheme]) => `${selector} ${scheme}`);
    expect(schemes).toEqual([":root light dark", ':root[data-theme="light"] light', ':root[data-theme="dark"] dark']);
  });
});

describe("the colours of parties", async () => {
  const { parties } = (await compileDossier(readFolder(path("geo/karabakh-2023")))).dossier!;
  const coloured = parties.flatMap((p) => (p.colour ? [[p.id, p.colour] as const] : []));

  it.each(coloured)("%s can be seen on paper, on a mark and on the land, in both themes", (_, colour) => {
    for (const theme of THEMES)
      for (const ground of [PAGE[theme]["paper"]!, PAGE[theme]["mark"]!, PALETTE[theme].land])
        expect(contrast(colour[theme], ground), `${theme} ${colour[theme]} on ${ground}`).toBeGreaterThanOrEqual(SHAPE);
  });

  it("are at most eight, and no two the same", () => {
    expect(coloured.length).toBeLessThanOrEqual(8);
    for (const theme of THEMES) expect(new Set(coloured.map(([, c]) => c[theme])).size).toBe(coloured.length);
  });

  it.each(SIGHTS)(
    "are told apart in both themes by %s sight: no two closer than the eight of Okabe and Ito, 11 by CIEDE2000",
    (sight: Sight) => {
      const near = THEMES.flatMap((theme) =>
        coloured.flatMap(([a, one], i) =>
          coloured.slice(i + 1).map(([b, other]) => ({ pair: `${theme}: ${a} ${b}`, off: difference(one[theme], other[theme], sight) })),
        ),
      );
      expect(near.length).toBeGreaterThan(20);
      expect(near.filter(({ off }) => !(off >= 11)).map(({ pair, off }) => `${pair} ${off.toFixed(1)}`)).toEqual([]);
    },
  );

  it("never stand alone: every party has letters of its own besides", () => {
    const codes = parties.map((p) => p.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^\p{Lu}[\p{Lu}\p{N}]{1,4}$/u);
  });

  it("reach the page as --p and as a stroke of marks, and never as a fill of land or a ground of text", () => {
    const uses = [...SHEET.matchAll(/([\w-]+): [^;}]*var\(--p[,)]/g)].map((m) => m[1]);
    expect([...new Set(uses)].sort()).toEqual(["border", "fill", "stroke"]);
    // The one fill is that of the columns of the time bar.
    expect([...SHEET.matchAll(/([^{}]+)\{[^{}]*fill: var\(--p[,)]/g)].map((m) => m[1]?.trim())).toEqual([".col"]);
  });
});

describe("the picture's style sheet", () => {
  /** Dashes of a kind in px, as the live map draws them. */
  const live = (kind: string) => {
    const rule = GRAMMAR.find((g) => g.kinds.includes(kind))!;
    return { width: rule.width, dash: rule.dash[1] === 0 ? [] : rule.dash.map((d) => d * rule.width) };
  };

  it.each(["historic-admin", "ceasefire-line", "de-facto-control", "corridor"])("draws %s with the dashes of the live map", (kind) => {
    const rule = SHEET.match(new RegExp(`\\.k-${kind} \\{([^}]*)\\}`))?.[1] ?? "";
    const width = Number(
      rule.match(/stroke-width: ([\d.]+)/)?.[1] ?? SHEET.match(/\.disputed \{ fill: none; stroke-width: ([\d.]+)/)?.[1] ?? 1.2,
    );
    const dash = (rule.match(/stroke-dasharray: ([\d. ]+)/)?.[1] ?? "").split(" ").filter(Boolean).map(Number);
    expect(width).toBe(live(kind).width);
    expect(dash.length).toBe(live(kind).dash.length);
    for (const [i, px] of dash.entries()) expect(Math.abs(px - live(kind).dash[i]!)).toBeLessThan(0.5);
  });
});
