import { describe, expect, it } from "vitest";
import { dayText, fold, meant, type Names, nearestWord, needles, SPELT, searchIn } from "../../src/model/search.ts";

const NONE: ReadonlySet<string> = new Set();
const NO_NAMES: Names = new Map();

describe("a text as it is looked for", () => {
  it.each([
    ["Xankəndi", "xankendi"],
    ["XANKƏNDİ", "xankendi"],
    ["Xankendi", "xankendi"],
    ["Şuşa", "susa"],
    ["ŞUŞA", "susa"],
    ["Qırmızı Bazar", "qirmizi bazar"],
    ["QIRMIZI BAZAR", "qirmizi bazar"],
    ["Ağdam", "Agdam"],
    ["Łódź", "lodz"],
    ["Ереван", "ЕРЕВАН"],
    ["Зелёный", "зеленый"],
    ["Լեռնային Ղարաբաղ", "ԼԵՌՆԱՅԻՆ ՂԱՐԱԲԱՂ"],
    ["Երևան", "Երեվան"],
    ["Երևան", "ԵՐԵՎԱՆ"],
    ["Երևան", "Երեւան"],
    ["Nagorno-Karabakh", "nagorno karabakh"],
    ["people’s", "peoples"],
    ["Café", "cafe"],
    ["ΑΡΤΣΑΧΟΣ", "αρτσαχος"],
    ["ﬁre", "fire"],
    // Once found by nobody who left the comma out.
    ["86,600 sq km", "86600 sq km"],
  ])("%s is %s", (a, b) => expect(fold(a)).toBe(fold(b)));

  it("keeps letters that are not one another's apart", () => {
    expect(fold("Baku")).not.toBe(fold("Батум"));
    expect(fold("ə")).toBe("e");
    expect(fold("Shusha / Shushi")).toBe("shusha shushi");
  });

  it("is folded once: folding again changes nothing", () => {
    for (const text of ["Xankəndi / Ստեփանակերտ", "Երևան, 19-ին", "İğdır"]) expect(fold(fold(text))).toBe(fold(text));
  });
});

describe("what a query asks for", () => {
  it("are the beginnings of its words, in any order", () => {
    expect(needles("  Red LINE ", NONE, NO_NAMES).flat()).toEqual([" red", " line"]);
  });
  it("and whole words in their order within quotation marks, also while the second mark is not yet typed", () => {
    expect(needles('he "red line" said', NONE, NO_NAMES).flat()).toEqual([" he", " red line ", " said"]);
    expect(needles("“red line", NONE, NO_NAMES).flat()).toEqual([" red line "]);
  });
  it("is nothing for signs alone", () => expect(needles('" - ? "', NONE, NO_NAMES).flat()).toEqual([]));
});

describe("searching", () => {
  const search = searchIn(
    new Map([
      ["a", fold("The United Nations in Khankendi / Stepanakert, Xankəndi, Ստեփանակերտ")],
      ["b", fold("A red line was crossed under Stepanakert")],
      ["c", fold("A line, red with anger")],
    ]),
    NONE,
    NO_NAMES,
  );
  const found = (q: string) => [...search(q)];

  it.each([
    ["stepanakert", ["a", "b"]],
    ["xank", ["a"]],
    ["Ստեփան", ["a"]],
    ["red line", ["b", "c"]],
    ['"red line"', ["b"]],
    ["un", ["a", "b"]],
    ['"un"', []],
    ["nakert", []],
    ["khankendi crossed", []],
    ["", ["a", "b", "c"]],
    ["?!", ["a", "b", "c"]],
  ])("%j finds %j", (q, ids) => expect(found(q)).toEqual(ids));

  it("gives the same answer object while the same is asked, so that asking often costs nothing", () => {
    expect(search("red")).toBe(search("red"));
  });
});

it("whole words are looked for where they are written: “Artsakh” in quotation marks once found all that was said of Nagorno-Karabakh", () => {
  const search = searchIn(
    new Map([
      ["a", ["nagorno karabakh 19 september 2023", "artsakh", "qarabag"].join(SPELT)],
      ["b", ["policy towards artsakh nagorno karabakh", "artsakh"].join(SPELT)],
    ]),
    NONE,
    NO_NAMES,
  );
  expect([...search("artsakh")]).toEqual(["a", "b"]);
  expect([...search("“artsakh”")]).toEqual(["b"]);
  expect([...search("qarabag 19")]).toEqual(["a"]);
});

describe("a party's code", () => {
  const texts = new Map([
    ["a", fold("UN United Nations")],
    ["b", fold("AM Armenia, until the UN came")],
    ["c", fold("AZ Azerbaijan's ambassador under fire")],
  ]);
  const found = (q: string) => [...searchIn(texts, new Set(["un", "am", "az"]), NO_NAMES)(q)];

  it.each([
    ["UN", ["a", "b"]],
    ["un", ["a", "b"]],
    ["am", ["b"]],
    ["amb", ["c"]],
    ["az until", []],
    ["a", ["b", "c"]],
  ])("is a whole word: %s once found every word that begins so", (q, ids) => expect(found(q)).toEqual(ids));
});

it("a day is a whole number: “19 September” once found what was said of 1994 in September", () => {
  const search = searchIn(
    new Map([
      ["a", fold("19 September 2023, a line")],
      ["b", fold("18 September 2023, the line of 1994")],
    ]),
    NONE,
    NO_NAMES,
  );
  expect([...search("19 September")]).toEqual(["a"]);
  expect([...search("199 September")]).toEqual(["b"]);
});

describe("a day", () => {
  const search = searchIn(
    new Map([
      ["a", fold(`of the day ${dayText("2023-09-19")}`)],
      ["b", fold("18 September 2023, 19 of them by 2023-09-17")],
      ["c", fold("19 October 2023")],
    ]),
    NONE,
    NO_NAMES,
  );
  it.each(["2023-09-19", "19.09.2023", "19/9/2023", "9/19/2023", "19 September 2023", "19 sept", "Sept 19", "September 19, 2023"])(
    "written %s is found: once only a text that held the same figures was",
    (q) => expect([...search(q)]).toEqual(["a"]),
  );
  it("that is none is looked for as it stands", () => {
    expect(needles("2023-17-40", NONE, NO_NAMES).flat()).toEqual([" 2023", " 17 ", " 40 "]);
    expect([...search("19 of them")]).toEqual(["b"]);
  });
});

it("full stops within letters are left out: “U.N.” once found every text with a word in u and one in n", () => {
  const codes = new Set(["un"]);
  for (const q of ["U.N.", "u.n", "UN"]) expect(needles(q, codes, NO_NAMES).flat()).toEqual([" un "]);
  expect(needles("a.m. No. 4", codes, NO_NAMES).flat()).toEqual([" am", " no", " 4 "]);
});

describe("the word that was meant", () => {
  const texts = ["Stepanakert and Goris, Xankəndi", "Stepanakert, corridor"];
  it.each([
    ["Stepanakret", "Stepanakert"],
    ["Gorris", "Goris"],
    ["xankandi", "Xankəndi"],
    ["coridor", "corridor"],
    ["step", null],
    ["Горис", "Goris"],
    ["Գորիս", "Goris"],
    ["Степанакерт", "Stepanakert"],
    ["Ստեփանակերտի", "Stepanakert"],
    ["zzzzzzzz", null],
    ["an", null],
  ])("%s: %s", (word, meant) => expect(nearestWord(texts, word)).toBe(meant));
});

describe("what to look for when nothing fits", () => {
  const texts = ["A warning: the Ministry of Defence warned Pashinyan", "a defense, said Aliyev", "negotiation"];
  const search = searchIn(new Map(texts.map((text, i) => [String(i), fold(text)])), NONE, NO_NAMES);
  it.each([
    ["Пашинян warned", "Pashinyan warned"],
    ["Ալիև", "Aliyev"],
    ["ministry of defense", "ministry of Defence"],
    ["Pashinyan’ın", "Pashinyan"],
    ["Pashinian Alyev", "Pashinyan"],
    // Who asks in a sentence was once offered all statements, and nothing else.
    ["what did the ministry say about being warned?", "ministry warned"],
    ["hospital", null],
    // What is written somewhere is not corrected, nor is a number made another or a word half of one: once “led” was offered for “fled” of
    // something that happened, “100,00” for “100,000”, and “Indi” for “India”.
    ["warned", null],
    ["defence 1994", null],
    ["alive", null],
  ])("%s: once the reader was left with nothing", (q, instead) => expect(meant(search, texts, q)).toEqual(instead));
});

describe("a name", () => {
  const states = [" united states ", " \u0441\u043e\u0435\u0434\u0438\u043d\u0435\u043d\u043d\u044b\u0435 \u0448\u0442\u0430\u0442\u044b "];
  const names: Names = new Map([
    ...["us", "usa", "united states"].map((name) => [name, states] as const),
    ["unsc", [" security council "]],
  ]);
  const texts = new Map([
    ["a", fold("US United States, at the Security Council")],
    ["b", fold("AM Armenia, to the United States")],
    ["c", fold("The states were united, and let us be secure: a council")],
    ["d", fold("Соединенные Штаты")],
    ["e", fold("USAID")],
  ]);
  const found = (q: string) => [...searchIn(texts, new Set(["us", "am"]), names)(q)];

  it.each([
    ["USA", ["a", "b", "d", "e"]],
    ["united states", ["a", "b", "d"]],
    ["unsc", ["a"]],
    ["armenia usa", ["b"]],
    ["“usa”", []],
    ["united council", ["a", "c"]],
  ])("%s finds whatever the record has for it: once nobody found the Security Council as “UNSC”", (q, ids) =>
    expect(found(q)).toEqual(ids),
  );
});
