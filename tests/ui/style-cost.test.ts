import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const UI = new URL("../../src/ui/", import.meta.url);
const files = readdirSync(UI);
const read = (name: string): string => readFileSync(new URL(name, UI), "utf8");
const rules = (name: string): string =>
  read(`${name}.css`)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    // Without a script nothing changes.
    .replace(/@media \(scripting: none\) \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");

describe("what the page's style sheets cost at every change", () => {
  it.each(["page", "rest", "find"])(
    "%s.css asks nothing of what an element holds: each line put into the list would style the whole page anew",
    (name) => {
      expect(rules(name).match(/[^{}]*:has\([^{}]*/g) ?? []).toEqual([]);
    },
  );

  it.each(["rest", "find"])(
    "%s.css comes late and names what its rules are for: one for every element would style the whole page anew",
    (name) => {
      const selectors = [...rules(name).matchAll(/(?<=[{}]|^)\s*([^{}@;]+)\{/g)].map(([, selector = ""]) => selector.trim());
      expect(selectors.length).toBeGreaterThan(50);
      expect(selectors.filter((selector) => /^(?::(?!root|is)|\*)/.test(selector))).toEqual([]);
    },
  );
});

it("bug: WebKit 2.50 stood still for good at the first tab or link: no note asks it where else it could stand", () => {
  // With position-try-fallbacks it laid out the closed notes over and over; a note without them is moved into sight as well.
  const sheets = files.filter((name) => /\.(css|svelte)$/.test(name));
  expect(sheets.length).toBeGreaterThan(50);
  expect(sheets.filter((name) => /position-try/.test(read(name)))).toEqual([]);
});

it("bug: WebKit 2.50 took minutes to open the single file: no :has() asks about what is outside of its element", () => {
  const asks = /:has\((?:[^(){}]|\((?:[^(){}]|\([^(){}]*\))*\))*\)/g;
  const reaches = (has: string): boolean => {
    const [group, within = ""] = /:(?:is|where|not)\(([^()]*)\)/.exec(has) ?? [];
    return group !== undefined && (within.split(",").some((one) => /\S[\s>+~]+\S/.test(one.trim())) || reaches(has.replace(group, "")));
  };
  expect(reaches(':has(:is([id^="about-"], :root:not([data-js]) *):target)')).toBe(true);
  expect(reaches(":has(> .a:not(.b, .c):target, .d > .e)")).toBe(false);
  const all = files.filter((name) => name.endsWith(".css")).flatMap((name) => read(name).match(asks) ?? []);
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(reaches)).toEqual([]);
});
