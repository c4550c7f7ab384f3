import { afterEach, describe, expect, it } from "vitest";
import { catalogue, cataloguesFor } from "../../src/cli/words.ts";
import { lakeMira } from "../model/fixtures.ts";
import { type Catalogue, type Key, list, speak, t } from "../../src/words/t.ts";

const english = catalogue("en");
afterEach(() => speak(english));
const saying = (lang: string, words: Catalogue["words"]) => speak({ ...catalogue(lang), words });
const say = (values?: Record<string, string | number>) => t("common.day" satisfies Key, values);

describe("words with gaps", () => {
  it("are filled by name, as often as the name stands there; a gap without a value stays to be seen", () => {
    saying("en", { "common.day": "{a}, {b}, {a}" });
    expect(say({ a: 1, b: "x" })).toBe("1, x, 1");
    expect(say({ a: 1 })).toBe("1, {b}, 1");
  });

  it("take what is put in as it is, also when it looks like a gap or a pattern", () => {
    saying("en", { "common.day": "{a} {b}" });
    expect(say({ a: "{b}", b: "$&" })).toBe("{b} $&");
  });

  it("that the catalogue has not got are an error that names them", () => {
    saying("en", {});
    expect(() => say()).toThrow("the catalogue of en has no words for common.day");
  });
});

describe("counts", () => {
  const forms = { one: "{n} заявление", few: "{n} заявления", many: "{n} заявлений", other: "{n} заявления" };
  it.each([
    [1, "1 заявление"],
    [2, "2 заявления"],
    [5, "5 заявлений"],
    [11, "11 заявлений"],
    [21, "21 заявление"],
    [112, "112 заявлений"],
    [155, "155 заявлений"],
    [201, "201 заявление"],
    [1012, "1012 заявлений"],
    [1024, "1024 заявления"],
    [0, "0 заявлений"],
  ])("in Russian: %d is %s", (n, words) => {
    saying("ru", { "common.day": forms });
    expect(say({ n })).toBe(words);
  });

  it.each(["en", "az", "hy", "ru"])("in %s choose what the language's own rules choose, up to 3000", (lang) => {
    saying(lang, { "common.day": Object.fromEntries(["zero", "one", "two", "few", "many", "other"].map((form) => [form, form])) });
    const rules = new Intl.PluralRules(lang);
    for (let n = 0; n < 3000; n++) expect(say({ n }), `${n}`).toBe(rules.select(n));
  });
});

describe("lists", () => {
  it.each([
    ["en", "a, b and c", "a and b", "a or b"],
    ["az", "a, b və c", "a və b", "a və ya b"],
    ["hy", "a, b և c", "a և b", "a կամ b"],
    ["ru", "a, b и c", "a и b", "a или b"],
  ])("in %s: %s", (lang, three, two, or) => {
    speak(catalogue(lang));
    expect([list(["a", "b", "c"]), list(["a", "b"]), list(["a", "b"], "or")]).toEqual([three, two, or]);
    expect([list(["a"]), list([])]).toEqual(["a", ""]);
  });
});

it("bug: a source in a language that the catalogue has no word for was marked with the language's code", () => {
  const [first] = cataloguesFor({ ...lakeMira, statements: lakeMira.statements.map((s) => ({ ...s, lang: "he" })) });
  expect(first.words["common.language_he"]).toBe("Hebrew");
  expect(cataloguesFor(lakeMira)[0].words).toEqual(english.words);
});
