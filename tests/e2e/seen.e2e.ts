import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./open.ts";
import { dossier, statements } from "./oracle.ts";
import { crowded } from "./screen.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

describe.each(["desktop", "phone", "narrow"] as const)("in every language: %s", (box) => {
  it("no control is cut, stands on another or runs out of the page", async () => {
    for (const lang of dossier.head.languages) {
      const path = lang === dossier.head.lang ? "" : `${lang}/`;
      for (const hash of ["", "t=2023-09-19"]) {
        const page = await site.open({ box, path, hash, until: "script" });
        await page.locator(".zoom button").first().waitFor();
        await expect.poll(() => crowded(page).then((c) => c.controls), { message: `${lang} ${hash}` }).toBeGreaterThan(10);
        const { controls: _, ...trouble } = await crowded(page);
        expect(trouble, `${lang} ${hash}`).toEqual({ cut: [], on: [], over: [0, 0] });
      }
    }
  });
});

it.each(dossier.topics.slice(8, 10).map((topic) => topic.id))(
  "an address that asks for the topic %s ends at its heading, once all has come",
  async (id) => {
    // It once ended hundreds of pixels below: what comes late moved it.
    const page = await site.open({ hash: `topic=${id}` });
    const heading = page.locator(`[id="topic=${id}"] > summary`);
    const below = () =>
      heading.evaluate((el) =>
        Math.round(el.getBoundingClientRect().top - document.querySelector(".panel > .scroll")!.getBoundingClientRect().top),
      );
    await page.locator(".compare").waitFor();
    await expect.poll(below).toBeGreaterThanOrEqual(0);
    await expect.poll(below).toBeLessThan(120);
    await expect.poll(() => heading.evaluate((el) => el === document.activeElement)).toBe(true);
  },
);

it("words looked for are marked where they stand in the cards, and no longer when they are taken back", async () => {
  const page = await site.open();
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get("found") ?? [])].map((range) => (range as Range).toString().toLowerCase()));
  await page.locator("input[type=search]").fill("“white flag”");
  const said = statements.filter((s) => /white flag/i.test([s.text, ...s.terms].join(" ")));
  await expect.poll(async () => (await marked()).length).toBeGreaterThanOrEqual(said.length);
  expect(new Set(await marked())).toEqual(new Set(["white flag"]));
  await page.locator("input[type=search]").fill("");
  await expect.poll(async () => (await marked()).length).toBe(0);
});

it("a button that is pressed is read under the hand too", async () => {
  const page = await site.open();
  const said = page.locator("[data-mode=said]");
  // It once was white on white until the hand went away.
  await said.click();
  await said.hover();
  const [ink, paper] = await said.evaluate((el) => [getComputedStyle(el).color, getComputedStyle(el).backgroundColor]);
  expect([ink, paper]).toEqual(["rgb(255, 255, 255)", "rgb(28, 30, 33)"]);
});

it("a mark says in letters what it stands at, under the hand and where it is chosen", async () => {
  const page = await site.open();
  const name = page.locator('.marks [data-place="stepanakert"] .called');
  expect(await name.evaluate((el) => getComputedStyle(el).visibility)).toBe("hidden");
  await page.locator('.marks [data-place="stepanakert"] .count').hover();
  expect(await name.textContent()).toContain("Khankendi / Stepanakert");
  expect(await name.evaluate((el) => getComputedStyle(el).visibility)).toBe("visible");
  await page.locator('.marks [data-place="stepanakert"] .count').click();
  await page.mouse.move(5, 5);
  await expect.poll(() => name.evaluate((el) => getComputedStyle(el).visibility)).toBe("visible");
});
