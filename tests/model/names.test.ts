import { expression } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { labelText } from "../../src/map/layers/names.ts";
import { namesIn, usedBy } from "../../src/model/names.ts";

const CASES = [
  ["the language's own name", { en: "Yerevan", az: "İrəvan" }, "az", "İrəvan"],
  ["English where the language has none", { en: "Yerevan" }, "az", "Yerevan"],
  ["both names, where the language has both", { en: "Aa / Bb", ru: "Аа / Бб" }, "ru", "Аа / Бб"],
  ["both English names after the only one of the language", { en: "Aa / Bb", az: "Əə" }, "az", "Əə / Aa / Bb"],
  ["no name twice", { en: "Kura / Mtkvari", az: "Kura" }, "az", "Kura / Mtkvari"],
  ["both names in English", { en: "Aa / Bb", az: "Əə" }, "en", "Aa / Bb"],
  ["several names of the language, where English has one", { en: "Aghdam", hy: "Ակնա / Աղդամ" }, "hy", "Ակնա / Աղդամ"],
] as const;

describe("what a place is called in a language", () => {
  it.each(CASES)("is %s", (_, names, lang, words) => {
    expect(namesIn(names, lang)).toBe(words);
  });

  it("is nothing where it has no name at all", () => {
    expect(namesIn({ ka: "ა" }, "az")).toBeUndefined();
  });

  it.each(CASES.filter(([title]) => title !== "no name twice"))(
    "is on the live map what it is in the list: %s",
    (_, names, lang, words) => {
      const made = expression.createExpression(labelText("both", lang, []), "layers[0].layout.text-field");
      if (made.result !== "success") throw new Error(made.value.map((e) => e.message).join());
      const drawn = made.value.evaluate({ zoom: 8 }, { type: 1, properties: { id: "x", names } } as never);
      expect(String(drawn)).toBe(words.replaceAll(" / ", "\n"));
    },
  );
});

describe("who uses a form of a name", () => {
  const uses = { north: { en: "as used in the north", az: "şimalda" }, south: { az: "cənubda" } };
  const parties = [{ id: "alder", name: "Alder" }];
  it.each([
    ["in the page's language", "north", "az", "şimalda"],
    ["in the first there is, where the page's language has none", "south", "en", "cənubda"],
    ["by the party's name, where it is a party", "alder", "en", "Alder"],
    ["by its key, where nothing is said of it: an address may name anybody", "x", "en", "x"],
  ])("is told %s", (_, who, lang, words) => expect(usedBy(who, lang, uses, parties)).toBe(words));
});
