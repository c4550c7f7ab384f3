import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  // Where there is no live map the picture keeps its names.
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** The names of the picture that are in sight, and those of them that something lies on. */
const names = (page: Page) =>
  page.evaluate(() => {
    const over = [
      ...document.querySelectorAll(
        "#map :is(.disc, .codes:not(.under), .loz, .chip-mark, .tools button, .key summary, .missing:not(:empty))",
      ),
    ]
      // What is folded away lies on nothing.
      .filter((el) => el.checkVisibility())
      .map((el) => [el, el.getBoundingClientRect()] as const);
    const map = document.querySelector("#map")!.getBoundingClientRect();
    const all = [...document.querySelectorAll<SVGGElement>(".poster .label")].flatMap((el) => {
      const box = (el.querySelector("text") ?? el).getBoundingClientRect();
      const inMap = box.width > 0 && box.right > map.left && box.left < map.right && box.bottom > map.top && box.top < map.bottom;
      return inMap ? [{ name: el.textContent?.trim() ?? "", box, shown: getComputedStyle(el).visibility !== "hidden" }] : [];
    });
    const shown = all.filter((x) => x.shown);
    const through = shown.flatMap(({ name, box }) =>
      over
        .filter(([, o]) => o.left < box.right && o.right > box.left && o.top < box.bottom && o.bottom > box.top)
        .map(([el]) => `${name} under ${el.getAttribute("class")} ${el.textContent?.trim()}`),
    );
    return { shown: shown.map((x) => x.name), through, hidden: all.filter((x) => !x.shown).map((x) => x.name) };
  });

it("no name of the picture is read through a mark, a chip, a control or a note, and each is back once nothing lies on it", async () => {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (const [box, wish] of [
    ["desktop", {}],
    ["phone", { hasTouch: true, isMobile: true }],
  ] as const)
    for (const hash of ["", "t=2023-09-19/2023-09-19", "at=said"]) {
      const page = await site.open({ box, ...wish, hash });
      await page.locator(".missing:not(:empty)").waitFor({ state: "attached" });
      for (const move of ["", "in"]) {
        // Where the reader takes the camera, marks go elsewhere, and names make way anew.
        if (move) await page.locator(`[data-zoom=${move}]`).click();
        const message = [box, hash, move].join(" ");
        await expect.poll(async () => (await names(page)).through, { message }).toEqual([]);
        const now = await names(page);
        for (const name of now.hidden) hidden.add(name);
        for (const name of now.shown) shown.add(name);
      }
    }
  // Names that are never hidden prove nothing, and one that is never back is lost.
  expect([...hidden].filter((name) => shown.has(name)).length).toBeGreaterThan(1);
});

it("bug: of the two countries that the dossier is about one was named and the other not: both are, or on a small map none", async () => {
  for (const [width, height, path, both] of [
    [1280, 800, "", true],
    [390, 844, "", true],
    [680, 540, "embed.html", false],
  ] as const) {
    const page = await site.open({ viewport: { width, height }, path });
    await page.locator("html[data-map=unavailable]").waitFor();
    const message = `${path} ${width}`;
    await expect
      .poll(async () => (await names(page)).shown.filter((name) => /^(Armenia|Azerbaijan)$/.test(name)), { message })
      .toEqual(both ? ["Armenia", "Azerbaijan"] : []);
  }
});
