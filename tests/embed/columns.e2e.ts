import { afterAll, beforeAll, expect, it } from "vitest";
import { openPress, type Press } from "./press.ts";
import { pasted } from "./ways.ts";

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press?.close());

interface Host {
  readonly way?: "iframe" | "element";
  readonly around?: string;
  readonly css?: string;
  readonly policy?: string;
  readonly strip?: RegExp;
}

/** An article with the snippet in it: how wide the frame is, how high, and how wide the article. */
async function sizeIn(width: number, { way = "iframe", around = "HERE", css = "", policy = "", strip }: Host) {
  const code = pasted(press.map, "The map", "", way);
  const page = await press.open({ body: around.replace("HERE", () => (strip ? code.replace(strip, "") : code)), head: policy, css, width });
  const frame = page.locator("iframe");
  await frame.waitFor();
  const [wide = 0, high = 0] = await frame.evaluate((e: HTMLElement) => [e.offsetWidth, e.offsetHeight]);
  const article = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.close();
  return { wide, high, article };
}

const WORDS = "<p>Words of the article, and some more of them. </p>";
const SHRUNK: [string, string][] = [
  [
    "a figure in a column that centres what is in it",
    '<div style="display:flex;flex-direction:column;align-items:center"><figure style="margin:0">HERE</figure></div>',
  ],
  ["a float", '<div style="float:left">HERE</div>'],
  ["a cell of a table", `<table cellspacing="0" cellpadding="0"><tr><td>${WORDS}<tr><td>HERE</table>`],
  ["a box in a line", '<span style="display:inline-block">HERE</span>'],
];
it.each([
  ["a column that centres what is in it", '<div style="display:flex;flex-direction:column;align-items:center">HERE</div>'],
  ...SHRUNK,
])("bug: the element was 300 px wide in %s: it is as wide as there is room", async (_, around) => {
  for (const width of [320, 900]) expect(await sizeIn(width, { way: "element", around })).toMatchObject({ wide: width, article: width });
});

it.each(SHRUNK)("bug: a plain frame was 300 px wide in %s: it is 680 px, or as wide as there is room", async (_, around) => {
  for (const width of [320, 900])
    expect(await sizeIn(width, { around })).toEqual({ wide: Math.min(width, 680), high: 540, article: width });
});

it.each([
  ["height", "iframe { height: auto !important }", [320, 900]],
  ["height and width", "iframe { height: auto !important; width: auto !important }", [320, 680]],
] as [string, string, [number, number]][])(
  "bug: an article whose style has the last word on a frame's %s made it 150 px high",
  async (_, css, [narrow, wide]) => {
    expect(await sizeIn(320, { css })).toEqual({ wide: narrow, high: 540, article: 320 });
    expect(await sizeIn(900, { css })).toEqual({ wide, high: 540, article: 900 });
  },
);

it("bug: there, a frame that asks to be higher was not", async () => {
  const page = await press.open({
    body: pasted(press.map, "The map", "", "height").replace("embed.html", "embed.html?ui=list"),
    css: "iframe { height: auto !important }",
    width: 680,
  });
  await expect.poll(() => page.locator("iframe").evaluate((e) => e.clientHeight)).toBeGreaterThan(2000);
  await page.close();
});

it("beside words in a row, the element leaves them room and has most of it", async () => {
  const { wide, article } = await sizeIn(900, { way: "element", around: `<div style="display:flex">${WORDS}HERE</div>` });
  expect(article).toBe(900);
  expect(wide).toBeGreaterThan(450);
  expect(wide).toBeLessThan(880);
});

it("beside words in a row, the plain frame does not push an article on a phone sideways: it was never less than 300 px wide", async () => {
  expect(await sizeIn(320, { around: `<div style="display:flex">${WORDS}HERE</div>` })).toMatchObject({ article: 320 });
});

it("bug: where styles are not let in, the plain frame pushed an article on a phone sideways", async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${press.map}; img-src data:">`;
  const { wide, article } = await sizeIn(320, { policy });
  expect(article).toBe(320);
  expect(wide).toBeGreaterThan(290);
});

it("bug: where styles are stripped, the plain frame had a border", async () => {
  expect(await sizeIn(680, { strip: / style="[^"]*"/ })).toEqual({ wide: 680, high: 540, article: 680 });
});
