import type { Page } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPress, type Press } from "./press.ts";
import { pasted } from "./ways.ts";

const RESET = "margin: 0; padding: 0; border: 0; outline: 0; vertical-align: baseline; box-sizing: border-box";
/** What pages do to everything in them. */
const HOSTILE = {
  "a reset of everything": `* { ${RESET}; font: inherit; background: transparent }`,
  "a theme's rule for pictures and frames":
    "img, video, iframe, embed { max-width: 100%; height: auto; border: 3px solid red; border-radius: 20px }",
  "huge letters, spaced and in capitals":
    "* { font: 900 64px/3 fantasy !important; letter-spacing: 1em !important; word-spacing: 2em !important; text-transform: uppercase !important; text-indent: 5em !important; color: red !important; zoom: 1 }",
  "right to left": "html, * { direction: rtl !important; unicode-bidi: bidi-override; text-align: right !important }",
};

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press?.close());

/** Where everything in the frame is, in which letters, and the box that the article gave it. */
const rendered = async (page: Page) => {
  const frame = (await (await page.locator("iframe").elementHandle())!.contentFrame())!;
  return {
    boxes: await page
      .locator("dateline-map, iframe")
      .evaluateAll((all) => all.map((el) => (({ x, y, width, height }) => [x, y, width, height])(el.getBoundingClientRect()))),
    inside: await frame.evaluate(() => {
      const shown = [
        ...document.querySelectorAll<HTMLElement>("h1, .story > .told, .card.chosen, #map, #map [data-place], .ruler, .embed-foot"),
      ];
      return {
        state: `${document.documentElement.dataset["map"]} ${document.documentElement.dataset["reading"]}`,
        window: [innerWidth, innerHeight],
        rects: shown.map((el) => {
          const { x, y, width, height } = el.getBoundingClientRect();
          const { fontSize, letterSpacing, direction } = getComputedStyle(el);
          return [el.tagName, el.className, ...[x, y, width, height].map(Math.round), fontSize, letterSpacing, direction].join(" ");
        }),
      };
    }),
  };
};

async function read(way: "iframe" | "element", css: string, width: number) {
  const page = await press.open({
    body: pasted(press.map, "The map", "step=3", way),
    css,
    width,
    // Fonts are used when they come in time: here they never do, so that every reading has the same letters.
    before: (page) => page.route("**/*.woff2", (route) => route.abort()),
  });
  const frame = page.frameLocator("iframe");
  await frame.locator("html[data-map=unavailable][data-reading=step]").waitFor();
  // The last of what comes.
  await frame.locator("[data-fullscreen]").waitFor({ state: "attached" });
  // The same twice: nothing moves any more.
  let last = "";
  await expect
    .poll(async () => {
      const before = last;
      last = JSON.stringify(await rendered(page));
      return last === before;
    })
    .toBe(true);
  await page.close();
  return JSON.parse(last) as Awaited<ReturnType<typeof rendered>>;
}

it.each([
  ["iframe", 680],
  ["iframe", 320],
  ["element", 680],
  ["element", 320],
] as const)("no style sheet of the article changes what is in the %s, or its size, at %d px", async (way, width) => {
  const clean = await read(way, "", width);
  expect(clean.inside.rects.length).toBeGreaterThan(8);
  expect(clean.inside.window).toEqual([width, way === "element" && width < 600 ? 620 : 540]);
  for (const [name, css] of Object.entries(HOSTILE)) expect(await read(way, css, width), name).toEqual(clean);
});
